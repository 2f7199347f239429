using SopAsCode.Model;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Flow;

namespace SopAsCode.Generators;

/// <summary>Says which data a run works with: in words, and for those who write code with its types.</summary>
internal static class TypesSection
{
    public static void Write(PageWriter page, FlowGraph graph)
    {
        var sop = graph.Sop;
        if (sop.Steps.Count == 0)
        {
            return;
        }

        var types = Types(sop);
        page.Block("## Data");
        if (types.Count == 0)
        {
            page.Block("A run works with no data.");
        }

        page.Table(["Data", "Holds", "Comes from"], types.Select(type => new[] { MarkdownText.Inline(DataWords.Title(type)), DataWords.Holds(sop, type), From(graph, type) }));
        page.Folded("Types and schedules in the code", folded => folded
            .List(types.Select(type => $"{MarkdownText.Code(type.Short)}{Members(sop, type)}"))
            .List(sop.Steps.Select((step, state) => $"{StepsSection.TitleOf(graph, state)}: {MarkdownText.Code(Signature(step))}"))
            .List(sop.Triggers.Where(trigger => trigger.Cron is not null).Select(trigger => $"Starts by {MarkdownText.Code(trigger.Cron!)}")));
    }

    // The input first, then what steps make, then what only the host gives.
    private static List<TypeUse> Types(SopModel sop) =>
    [
        .. (sop.Input is { Plain: not "SopAsCode.Tick" } input ? [input] : Array.Empty<TypeUse>())
            .Concat(sop.Steps.SelectMany(step => step.Makes))
            .Concat(sop.Steps.SelectMany(Values))
            .GroupBy(type => type.Key, StringComparer.Ordinal)
            .Select(same => same.First()),
    ];

    private static IEnumerable<TypeUse> Values(StepModel step) => step.Method.Parameters.Where(parameter => parameter.Role == ParameterRole.Value).Select(parameter => parameter.Type);

    private static string From(FlowGraph graph, TypeUse type)
    {
        var steps = Enumerable.Range(0, graph.Fallback).Where(state => graph.Sop.Steps[state].Makes.Any(made => made.Key == type.Key)).Select(state => StepsSection.TitleOf(graph, state));
        IEnumerable<string> all = graph.Sop.Input?.Key == type.Key ? ["what a run is about", .. steps] : steps;
        return string.Join(", ", all.DefaultIfEmpty("the run itself"));
    }

    private static string Members(SopModel sop, TypeUse type)
    {
        var data = sop.Data.FirstOrDefault(candidate => candidate.Type.Key == type.Key);
        IEnumerable<string> all = data?.Kind switch
        {
            DataKind.Record => data.Properties.Select(property => MarkdownText.Inline(property.Name)),
            DataKind.Enum => data.Values.Select(MarkdownText.Inline),
            _ => [],
        };
        var members = string.Join(", ", all);
        return members.Length == 0 ? "" : $": {members}";
    }

    private static string Signature(StepModel step)
    {
        var made = string.Join(", ", step.Makes.Select(type => type.Short));
        return $"{step.Name}({string.Join(", ", Values(step).Select(type => type.IsNullable ? type.Short + "?" : type.Short))}){(made.Length == 0 ? "" : $" → {made}")}";
    }
}
