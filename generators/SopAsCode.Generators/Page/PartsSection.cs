using SopAsCode.Model;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Flow;
using SopAsCode.Model.Values;

namespace SopAsCode.Generators;

/// <summary>Writes who does, approves, is asked and is told what: a row for each role, so that readers find their part.</summary>
internal static class PartsSection
{
    /// <summary>Writes the table.</summary>
    public static void Write(PageWriter page, FlowGraph graph)
    {
        var sop = graph.Sop;
        List<string[]> rows = [.. Roles(sop).Select(role => Row(graph, role))];
        if (rows.Count > 0)
        {
            page.Block("## Your part").Table(["Who", "Does", "Approves", "Is asked", "Is told"], rows);
        }
    }

    // Who works comes first, in the order of the work.
    private static IEnumerable<PartyModel> Roles(SopModel sop) => sop.Steps.Where(step => step.Traits.IsByPerson).Select(step => step.Performer)
        .Concat(sop.Steps.SelectMany(step => step.Meanwhile).Select(task => task.Role))
        .Concat([sop.Owner, sop.Backup])
        .Concat(sop.Steps.Select(step => step.SpotCheck?.Role))
        .Concat(Listening(sop.Remarks))
        .Concat(sop.Steps.SelectMany(step => Listening(step.Remarks)))
        .OfType<PartyModel>()
        .GroupBy(role => role.Type, StringComparer.Ordinal)
        .Select(same => same.First());

    private static IEnumerable<PartyModel> Listening(RemarksModel remarks) => remarks.Consulted.Concat(remarks.Informed);

    private static string[] Row(FlowGraph graph, PartyModel role)
    {
        var sop = graph.Sop;
        return
        [
            $"**{MarkdownText.Inline(role.Title)}**{PageWords.OrSenior(sop, role)}",
            Cell([
                .. Where(graph, step => step.Kind == StepKind.Human && Is(step.Performer)),
                .. Beside(graph, Is),
                .. Where(graph, step => Is(step.SpotCheck?.Role)).Select(link => $"looks at samples of {link}"),
                .. Is(sop.Owner) ? ["answers for the result, and works [by hand](#by-hand)"] : Array.Empty<string>(),
                .. Is(sop.Backup) ? ["stands in for the owner"] : Array.Empty<string>(),
            ]),
            Cell(Where(graph, step => step.Kind == StepKind.Checkpoint && Is(step.Performer))),
            Cell([.. Has(sop.Remarks.Consulted) ? ["about each run"] : Array.Empty<string>(), .. Where(graph, step => Has(step.Remarks.Consulted))]),
            Cell([.. Has(sop.Remarks.Informed) ? ["of the end of each run"] : Array.Empty<string>(), .. Where(graph, step => Has(step.Remarks.Informed))]),
        ];

        bool Is(PartyModel? other) => other?.Type == role.Type;

        bool Has(EquatableArray<PartyModel> roles) => roles.Any(Is);
    }

    // A task beside a step has a title of its own.
    private static IEnumerable<string> Beside(FlowGraph graph, Func<PartyModel?, bool> isTheirs) =>
        from state in Enumerable.Range(0, graph.Fallback)
        from task in graph.Sop.Steps[state].Meanwhile
        where isTheirs(task.Role)
        select $"{MarkdownText.Inline(task.Title)} (beside {StepsSection.TitleOf(graph, state)})";

    private static IEnumerable<string> Where(FlowGraph graph, Func<StepModel, bool> counts) =>
        Enumerable.Range(0, graph.Fallback).Where(state => counts(graph.Sop.Steps[state])).Select(state => StepsSection.TitleOf(graph, state));

    private static string Cell(IEnumerable<string> parts) => string.Join(", ", parts);
}
