using SopAsCode.Model;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Flow;

namespace SopAsCode.Analyzers;

/// <summary>
/// SOP0410: rejects send work back to an AI any number of times. A person decides each time, so the loop can end; but nothing says when the person should
/// stop asking the AI and do it by hand.
/// </summary>
internal sealed class ReworkRule() : SopRule(
    Id,
    "Rework by an AI any number of times",
    "rejects that send work back to an AI without an `AtMost`, or behind it too",
    new(Starter: Info, Recommended: Info, Strict: Warning),
    new RuleFix(FixNames.AddAtMost, "bound it"))
{
    public const string Id = "SOP0410";

    internal override Requires Requires => Requires.Active | Requires.Steps | Requires.Methods;

    internal override IEnumerable<Finding> Check(RuleContext sop)
    {
        var graph = sop.Graph;
        for (var state = 0; state < graph.Fallback; state++)
        {
            if (sop.Sop.Steps[state] is { OnReject: { } reject } step
                && graph.IsReached(state)
                && (reject.AtMost == 0 ? reject.Step : reject.Then) is { } back
                && Round(graph, state, back.Name) is { } round)
            {
                var advice = reject.AtMost == 0 ? "add AtMost to its [OnReject], and Then with who does it by hand" : "lead Then, behind its AtMost, to who does it by hand";
                yield return new(Id, back.Place, $"{graph.Print(round)}: {MessageText.Of(sop.Sop, step)} may send the work of an AI back any number of times: {advice}")
                {
                    RelatedPlaces = PathSearch.Places(graph, round),
                    Fix = reject.AtMost == 0 ? new(FixNames.AddAtMost) : null,
                };
            }
        }
    }

    // The way of a reject back to its checkpoint, on which an AI works and no person does. A way that a count ends is bounded by it.
    private static IReadOnlyList<int>? Round(FlowGraph graph, int checkpoint, string to)
    {
        if (graph.StateOf(to) is not { } start || start == checkpoint)
        {
            return null;
        }

        var found = PathSearch.Find(
            [(State: start, HasAi: IsAi(graph, start))],
            at => at.State == checkpoint || PathSearch.IsPerson(graph, at.State)
                ? []
                : PathSearch.From(graph, at.State).Where(edge => edge.AtMost == 0).Select(edge => (State: edge.To, HasAi: at.HasAi || IsAi(graph, edge.To))),
            at => at.State == checkpoint && at.HasAi);
        return found is null ? null : [checkpoint, .. found.Select(at => at.State)];
    }

    private static bool IsAi(FlowGraph graph, int state) => graph.StepOf(state) is { Kind: StepKind.Ai };
}
