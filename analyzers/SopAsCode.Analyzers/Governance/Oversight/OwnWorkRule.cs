using SopAsCode.Model;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Flow;

namespace SopAsCode.Analyzers;

/// <summary>SOP0305: the person who made a value approves it. Roles are compared first, then the people whom the policy names.</summary>
internal sealed class OwnWorkRule() : SopRule(
    Id,
    "Checkpoint at which people approve their own work",
    "a checkpoint at which the one who made a value approves it",
    new(Starter: Info, Recommended: Warning, Strict: Error))
{
    public const string Id = "SOP0305";

    internal override IEnumerable<Finding> Check(RuleContext sop)
    {
        if (sop.Policy?.House.IsOnePerson == true)
        {
            yield break;
        }

        var makers = Enumerable.Range(0, sop.Graph.Fallback)
            .Where(state => sop.Sop.Steps[state] is { Kind: StepKind.Human, Performer: not null } && sop.Graph.IsReached(state))
            .SelectMany(state => sop.Sop.Steps[state].Makes, (state, made) => (State: state, made.Key))
            .ToLookup(made => made.Key, made => made.State, StringComparer.Ordinal);
        for (var state = 0; state < sop.Graph.Fallback && makers.Count > 0; state++)
        {
            var step = sop.Sop.Steps[state];
            if (step is { Kind: StepKind.Checkpoint, Performer: not null } && sop.IsFinished(step) && sop.Graph.IsReached(state) && Of(sop, makers, state, step) is { } finding
                && !(sop.GivesWay(Id, QuorumRule.Id) && QuorumRule.Says(sop, state)))
            {
                yield return finding;
            }
        }
    }

    // Each checkpoint gets one finding, because another role at the checkpoint solves all of them.
    private static Finding? Of(RuleContext sop, ILookup<string, int> makers, int state, StepModel checkpoint)
    {
        var graph = sop.Graph;
        foreach (var shown in checkpoint.Approved)
        {
            foreach (var maker in makers[shown.Type.Key])
            {
                // Whom the checkpoint keeps away does not approve, and whether anybody is left says another rule.
                if (graph.Sop.Steps[maker].Name != checkpoint.NotBy?.Name && Words(sop, checkpoint, graph.Sop.Steps[maker], shown.Type) is { } words
                    && WayOf(graph, shown.Type.Key, maker, state) is { } path
                    && !IsBackground(graph, state, checkpoint, shown.Type.Key))
                {
                    return new(Id, checkpoint.Place, words) { RelatedPlaces = PathSearch.Places(graph, path) };
                }
            }
        }

        return null;
    }

    /// <summary>The human steps whose values a checkpoint approves as they made them.</summary>
    public static IEnumerable<int> Makers(RuleContext sop, int state, StepModel checkpoint) =>
        from shown in checkpoint.Approved
        from maker in Enumerable.Range(0, sop.Graph.Fallback)
        where sop.Sop.Steps[maker] is { Kind: StepKind.Human, Performer: not null } made
            && made.Makes.Any(value => value.Key == shown.Type.Key)
            && sop.Graph.IsReached(maker)
            && WayOf(sop.Graph, shown.Type.Key, maker, state) is not null
            && !IsBackground(sop.Graph, state, checkpoint, shown.Type.Key)
        select maker;

    // A value that is shown beside an AI's value, is not returned and is written nowhere is only background for the approval.
    private static bool IsBackground(FlowGraph graph, int state, StepModel checkpoint, string type) =>
        graph.Taint.At(state).Any(PathSearch.Approved(checkpoint).Contains)
        && checkpoint.Makes.All(made => made.Key != type)
        && !graph.Sop.Steps.Any(step => (step.Kind == StepKind.Handoff || step.Access.Any(access => access.Kind == Access.Write)) && PathSearch.Reads(step).Contains(type));

    // The path on which the value is still the one that the human step made.
    private static IReadOnlyList<int>? WayOf(FlowGraph graph, string type, int maker, int checkpoint)
    {
        var path = PathSearch.Find(
            PathSearch.From(graph, maker).Where(edge => PathSearch.IsMadeOn(graph, edge, type)).Select(edge => edge.To),
            state => PathSearch.From(graph, state).Where(edge => !PathSearch.IsMadeOn(graph, edge, type) && graph.Taint.IsStillRead(edge.To, type)).Select(edge => edge.To),
            state => state == checkpoint);
        return path is null ? null : [maker, .. path];
    }

    private static string? Words(RuleContext sop, StepModel checkpoint, StepModel made, TypeUse value)
    {
        var (approver, maker) = (checkpoint.Performer!, made.Performer!);
        if (approver.Type == maker.Type)
        {
            // If a role has several holders, one can make the value and another can approve it.
            return People.Holding(sop.Policy, approver.Type).Count > 1
                ? null
                : $"At checkpoint {MessageText.Of(sop.Sop, checkpoint)} '{approver.Name}' approves the '{value.Short}' that '{maker.Name}' made in '{made.Name}', so nobody else looks at it: let another role decide";
        }

        return People.WhoAloneHolds(sop.Policy, approver.Type, maker.Type) is { } person
            ? $"At checkpoint {MessageText.Of(sop.Sop, checkpoint)} '{approver.Name}' approves the '{value.Short}' that '{maker.Name}' made in '{made.Name}', and '{person}' is the only holder of both roles: "
                + "let another role decide, or name another holder in the policy"
            : null;
    }
}
