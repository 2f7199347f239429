using SopAsCode.Model;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Flow;

namespace SopAsCode.Generators;

/// <summary>Says which data goes to which AI, by class.</summary>
internal static class DataSection
{
    public static void Write(PageWriter page, FlowGraph graph)
    {
        var rows = Rows(graph).ToList();
        if (rows.Count > 0)
        {
            page.Block("## What the AI gets to see").Table(["AI", "Step", "Data", "Class"], rows);
            foreach (var agent in Agents(graph.Sop))
            {
                page.Block(agent);
            }
        }
    }

    // The provider of the model sees the data too.
    private static IEnumerable<string> Agents(SopModel sop) => sop.Steps
        .Where(step => step.Kind == StepKind.Ai)
        .Select(step => step.Performer)
        .OfType<PartyModel>()
        .Where(agent => agent.Model is not null || agent.Provider is not null)
        .GroupBy(agent => agent.Type, StringComparer.Ordinal)
        .Select(same => same.First())
        .Select(agent => $"**{MarkdownText.Inline(agent.Title)}** is "
            + (agent.Model is { } model ? $"the model {MarkdownText.Code(model)}" : "a model")
            + (agent.Provider is { } provider ? $", run by {MarkdownText.Inline(provider)}." : "."));

    private static IEnumerable<string[]> Rows(FlowGraph graph)
    {
        var sop = graph.Sop;
        var reaching = DataFlow.Reaching(graph).ToList();
        for (var state = 0; state < sop.Steps.Count; state++)
        {
            var step = sop.Steps[state];
            if (step.Kind != StepKind.Ai)
            {
                continue;
            }

            foreach (var parameter in step.Method.Parameters.Where(parameter => parameter.Role == ParameterRole.Value))
            {
                var data = sop.Data.FirstOrDefault(candidate => candidate.Type.Key == parameter.Type.Key);
                var shown = Shown(step, parameter);
                yield return
                [
                    MarkdownText.Inline(step.Performer?.Title ?? ""),
                    StepsSection.LinkTo(state),
                    MarkdownText.Code(parameter.Type.Short) + (shown.Count == 0 ? "" : $": {string.Join(", ", shown.Select(MarkdownText.Inline))}"),
                    Class(data, shown, reaching.Find(found => found.Step == state && found.Placeholder.Split('.')[0] == parameter.Name)),
                ];
            }
        }
    }

    // The properties that the prompt names; none when the prompt shows the whole value.
    private static List<string> Shown(StepModel step, ParameterModel parameter)
    {
        if (step.IsOutside)
        {
            return [];
        }

        var paths = (step.Prompt?.Parts ?? []).Where(part => part.Path.Split('.')[0] == parameter.Name).Select(part => part.Path).ToList();
        return paths.Contains(parameter.Name)
            ? []
            : paths.Select(path => path.Substring(parameter.Name.Length + 1)).Distinct(StringComparer.Ordinal).ToList();
    }

    // A property has its own class, or else the class of its record, or else the class of the data that the value was made from. Properties
    // further inside are named if they are more sensitive than that.
    private static string Class(DataModel? data, List<string> shown, AgentData? reaching)
    {
        var own = (data?.Properties ?? [])
            .Where(property => property.Class is not null && (shown.Count == 0 || shown.Exists(path => path.Split('.')[0] == property.Name)))
            .ToList();
        var isInside = reaching is { Origins.Count: 0 } && !(data?.Class >= reaching.Class) && own.TrueForAll(property => property.Class < reaching.Class);
        var whole = data?.Class is { } stated ? Words(stated)
            : reaching is { Origins.Count: > 0 } ? $"{Words(reaching.Class)}, from {MarkdownText.Code(reaching.Origins[0].From)}"
            : isInside && own.Count == 0 ? Words(reaching!.Class)
            : "not stated";
        return string.Join("; ",
        [
            whole,
            .. own.Select(property => $"{MarkdownText.Inline(property.Name)}: {Words(property.Class!.Value)}"),
            .. isInside && (data?.Class is not null || own.Count > 0) ? [$"inside: {Words(reaching!.Class)}"] : Array.Empty<string>(),
        ]);
    }

    private static string Words(DataClass dataClass) => dataClass.ToString().ToLowerInvariant();
}
