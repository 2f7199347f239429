using SopAsCode.Model.Declaration;

namespace SopAsCode.Model.Flow;

/// <summary>A write of a value that an AI helped to make.</summary>
/// <param name="Step">The number of the step that writes.</param>
/// <param name="Path">A shortest path to it that contains an AI step: the numbers of its states, the writing step last.</param>
public sealed record AiHelpedWrite(int Step, IReadOnlyList<int> Path);

/// <summary>Finds where an AI helped. An approval does not change that.</summary>
public static class AiHelp
{
    /// <summary>The writes of values that an AI made or that were made from these, and the writes by machines that happen because of an AI's choice.</summary>
    /// <param name="graph">The flow.</param>
    /// <param name="impact">Where they hurt.</param>
    /// <returns>The writes, in the order of the source.</returns>
    public static IEnumerable<AiHelpedWrite> Writes(FlowGraph graph, Impact impact)
    {
        if (!graph.Sop.Steps.Any(step => step.Kind == StepKind.Ai) || !graph.Sop.Steps.Any(step => IsWrite(step, impact)))
        {
            yield break;
        }

        var walk = new FactWalk(graph, new FactRules(graph, ignoresApprovals: true), isAboutReaders: true, new Fact(FactKind.Reached));
        for (var state = 0; state < graph.Fallback; state++)
        {
            var step = graph.Sop.Steps[state];
            if (!IsWrite(step, impact))
            {
                continue;
            }

            var reads = graph.UsesOf(state).Reads;
            var helped = walk.At(state).Where(found => IsHelp(found.Fact, step, reads)).OrderBy(found => found.Length).Select(found => (Fact?)found.Fact).FirstOrDefault();
            if (helped is { } fact)
            {
                yield return new(state, [.. walk.WayTo(state, fact).Select(hop => hop.Edge.From).Reverse(), state]);
            }
        }
    }

    private static bool IsWrite(StepModel step, Impact impact) =>
        step.Access.Any(access => access.Kind == Access.Write && (access.Harm & impact) != Impact.None);

    // A person who writes decides alone, even if an AI chose the path that leads to this person.
    private static bool IsHelp(Fact fact, StepModel step, HashSet<string> reads) => fact.Kind switch
    {
        FactKind.Tainted => reads.Contains(fact.Type),
        FactKind.Chosen => step.Kind != StepKind.Human,
        FactKind.Reached => step.Kind == StepKind.Ai,
        _ => false,
    };
}
