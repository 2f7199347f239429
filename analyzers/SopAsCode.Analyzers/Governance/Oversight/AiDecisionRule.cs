using SopAsCode.Model;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Flow;

namespace SopAsCode.Analyzers;

/// <summary>SOP0319: an AI's value that nobody reviewed decides that a run is rejected, or which role approves, and that role is not shown the value.</summary>
internal sealed class AiDecisionRule() : SopRule(
    Id,
    "Reject or choice of approver by an AI alone",
    "an AI's value that nobody reviewed and that rejects, or that chooses an approver who is not shown it",
    new(Starter: Info, Recommended: Warning, Strict: Error))
{
    public const string Id = "SOP0319";

    internal override IEnumerable<Finding> Check(RuleContext sop)
    {
        HashSet<(int Step, string Question)> rejecting = [];
        HashSet<int> unshown = [];
        var choices = AiChoices.Of(sop.Graph).ToList();
        foreach (var choice in choices)
        {
            if (AiChoices.Rejecting(sop.Graph, choice) is { } way)
            {
                if (!way.Any(state => IsTold(sop, state)) && rejecting.Add((choice.Edge.From, choice.Question)))
                {
                    yield return Rejects(sop.Graph, choice, way);
                }
            }
            else if (Approver(sop.Graph, choices, choice) is { } approver && unshown.Add(approver[approver.Count - 1]))
            {
                yield return Chooses(sop.Graph, choice, approver);
            }
        }
    }

    // That an AI's value leads to a write is said at the write.
    private static bool IsTold(RuleContext sop, int state) => sop.Writes.ByStep.TryGetValue(state, out var rule) && sop.GivesWay(Id, rule);

    // The way to a checkpoint that does not show the value, where the other answer leads to another role which need not look any more.
    private static IReadOnlyList<int>? Approver(FlowGraph graph, List<AiChoice> choices, AiChoice choice)
    {
        if (AiChoices.ToApprover(graph, choice.Edge) is not { } way || graph.Sop.Steps[way[way.Count - 1]] is not { Performer: { } role } checkpoint)
        {
            return null;
        }

        var shown = PathSearch.Reads(checkpoint);
        return !choice.Values.Any(value => shown.Contains(value.Key))
            && choices.Exists(other => other.Question == choice.Question && other.Edge.From == choice.Edge.From
                && AiChoices.ToApprover(graph, other.Edge) is { } another && graph.Sop.Steps[another[another.Count - 1]].Performer?.Type is { } otherRole
                && !role.Covers(otherRole) && AiChoices.DecidesWithout(graph, way[way.Count - 1], otherRole)) ? way : null;
    }

    private static Finding Rejects(FlowGraph graph, AiChoice choice, IReadOnlyList<int> way)
    {
        var step = graph.Sop.Steps[choice.Edge.From];
        return new(Id, step.NamePlace, $"{graph.Print(way)}: {MessageText.Of(graph.Sop, step)} rejects by '{choice.Question}', {About(choice)}, which nobody reviewed: let a person decide at a checkpoint")
        {
            RelatedPlaces = PathSearch.Places(graph, way),
        };
    }

    private static Finding Chooses(FlowGraph graph, AiChoice choice, IReadOnlyList<int> way)
    {
        var checkpoint = graph.Sop.Steps[way[way.Count - 1]];
        return new(
            Id,
            checkpoint.NamePlace,
            $"{graph.Print(way)}: '{choice.Question}', {About(choice)}, chooses '{checkpoint.Performer!.Name}' to approve at {MessageText.Of(graph.Sop, checkpoint)}, which does not show it: show the '{choice.Values[0].Short}' there")
        {
            RelatedPlaces = PathSearch.Places(graph, way),
        };
    }

    private static string About(AiChoice choice) => $"about {MessageText.And([.. choice.Values.Select(value => $"the '{value.Short}'")])} of an AI";
}
