using SopAsCode.Model.Declaration;

namespace SopAsCode.Model.Flow;

/// <summary>A limit that depends only on an AI's answer about content from outside.</summary>
/// <param name="Step">The number of the step with the limit.</param>
/// <param name="Maker">The number of the AI step that answered.</param>
/// <param name="Answer">The type of the answer.</param>
/// <param name="Path">A shortest path from the start: the numbers of its states, the step with the limit last.</param>
public sealed record OutsideAnswer(int Step, int Maker, TypeUse Answer, IReadOnlyList<int> Path)
{
    /// <summary>The types of all answers that the limit reads.</summary>
    public IReadOnlyList<string> Answers { get; init; } = [];
}

/// <summary>
/// Finds limits that somebody outside could open by persuading an AI: their condition reads only content from outside and the answer
/// of an AI that read this content, and no person looked at it before.
/// </summary>
public static class OutsideAnswers
{
    private enum Kind
    {
        // The run can get here.
        Reached,

        // The current value of a type came from outside, or automation made it from such a value.
        Outside,

        // The current value of a type is the answer of an AI that read such a value, or was made from such an answer.
        Answer,
    }

    /// <summary>The complete limits that such an answer alone can open.</summary>
    /// <param name="graph">The flow.</param>
    /// <returns>One entry per step, in the order of the source.</returns>
    public static IEnumerable<OutsideAnswer> Of(FlowGraph graph)
    {
        var sop = graph.Sop;
        if (!sop.Steps.Any(IsLimited))
        {
            yield break;
        }

        var rules = new FactRules(graph);
        var live = new LiveValues(graph, [.. sop.Steps.Select(rules.ReadsOrAsks)]);
        Fact[] start = sop.Input is { } input ? [new(Kind.Reached), new(Kind.Outside, input.Key)] : [new(Kind.Reached)];
        var walk = new FactPropagation<Fact>(
            graph,
            (edge, fact, after) => Across(graph, edge, fact, after),
            (state, fact) => fact.Type.Length == 0 || live.Matters(state, fact.Type),
            start);
        for (var state = 0; state < graph.Fallback; state++)
        {
            var step = sop.Steps[state];
            if (IsLimited(step) && sop.Conditions.FirstOrDefault(condition => condition.Name == step.Limit!.When!.Name) is { } condition && Find(graph, walk, state, condition) is { } found)
            {
                yield return found;
            }
        }
    }

    private static bool IsLimited(StepModel step) => step is { HasWriteEffect: true, Limit: { IsComplete: true, When: not null } };

    private static OutsideAnswer? Find(FlowGraph graph, FactPropagation<Fact> walk, int state, ConditionModel condition)
    {
        var read = condition.Parameters.Where(parameter => parameter.Role == ParameterRole.Value).Select(parameter => parameter.Type).ToList();
        var answers = read.Where(type => walk.Holds(state, new(Kind.Answer, type.Key))).ToList();
        if (answers.Count == 0 || !read.TrueForAll(type => answers.Contains(type) || walk.Holds(state, new(Kind.Outside, type.Key))))
        {
            return null;
        }

        var way = walk.WayTo(state, new(Kind.Answer, answers[0].Key)).ToList();
        var maker = way.Find(hop => hop.Before.Kind != Kind.Answer)!.Edge.From;
        return new(state, maker, answers[0], [.. way.Select(hop => hop.Edge.From).Reverse(), state]) { Answers = [.. answers.Select(answer => answer.Key)] };
    }

    private static void Across(FlowGraph graph, FlowEdge edge, Fact fact, List<Fact> after)
    {
        var step = graph.Sop.Steps[edge.From];
        var uses = graph.UsesOf(edge.From);
        var isGone = edge.CarriesOutput && fact.Kind != Kind.Reached
            && (uses.Makes.Any(made => made.Key == fact.Type) || (step.Kind == StepKind.Checkpoint && uses.Approved.Contains(fact.Type)));
        if (!isGone)
        {
            after.Add(fact);
        }

        if (!edge.CarriesOutput)
        {
            return;
        }

        Kind? kind = (step.Kind, fact.Kind) switch
        {
            (StepKind.Wait, Kind.Reached) => Kind.Outside,
            (_, Kind.Reached) => null,
            (StepKind.Ai, _) when uses.Reads.Contains(fact.Type) => Kind.Answer,
            (StepKind.Automated, _) when uses.Reads.Contains(fact.Type) => fact.Kind,
            _ => null,
        };
        if (kind is { } known)
        {
            after.AddRange(uses.Makes.Select(made => new Fact(known, made.Key)));
        }
    }

    private readonly record struct Fact(Kind Kind, string Type = "");
}
