using SopAsCode.Model;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Flow;
using SopAsCode.Model.Summaries;
using SopAsCode.Model.Values;

namespace SopAsCode.Analyzers;

/// <summary>
/// SOP0906: work goes, unapproved, to an SOP that writes unapproved and that no build says anything about here: it is in another project, whose profile and
/// waivers are not known, or its own finding is waived.
/// </summary>
internal sealed class UnapprovedHandoffRule() : SopRule(
    Id,
    "Unapproved hand-off to an SOP that writes unapproved",
    "an unapproved hand-off to an SOP of another project, or one with a waiver, that writes unapproved",
    new(Starter: Info, Recommended: Warning, Strict: Error))
{
    public const string Id = "SOP0906";

    public override bool FollowsPaths => true;

    internal override Requires Requires => Requires.Handoff;

    internal override IEnumerable<Finding> Check(RuleContext sop)
    {
        Dictionary<string, IReadOnlyList<SopSummary>?> writing = new(StringComparer.Ordinal);
        HashSet<int>? told = null;
        var unapproved = HandoffTaint.Unapproved(sop.Graph);
        foreach (var handoff in unapproved)
        {
            var step = sop.Sop.Steps[handoff.Step];
            var way = WayOf(step);

            told ??= sop.GivesWay(Id, UnreviewedHandoffRule.Id) ? [.. UnreviewedHandoffRule.Told(sop)] : [];
            if (way is not null && !told.Contains(handoff.Step))
            {
                yield return new(Id, step.NamePlace, Words(sop.Graph, handoff, way)) { RelatedPlaces = PathSearch.Places(sop.Graph, handoff.Path) };
            }
        }

        // What its own code makes of it, nobody approved either.
        for (var state = 0; state < sop.Graph.Fallback; state++)
        {
            var step = sop.Sop.Steps[state];
            if (step is { ApprovedHandoff: null, Handoff.Target.Input: { } input } && sop.IsFinished(step) && sop.Graph.IsReached(state) && !unapproved.Any(handoff => handoff.Step == state)
                && WayOf(step) is { } way && sop.Bodies.Of(step) is { } body && !new TakenUnchanged(sop.Bodies).Returns(body))
            {
                yield return new(
                    Id,
                    step.NamePlace,
                    $"{MessageText.Of(sop.Sop, step)} hands a '{input.Short}' that its own code makes to {There(way)} unapproved: hand over an approved value, or parts of one, unchanged");
            }
        }

        IReadOnlyList<SopSummary>? WayOf(StepModel step) => step.Handoffs.Select(other => Way(other.Target.Type)).FirstOrDefault(found => found is not null);

        IReadOnlyList<SopSummary>? Way(string target)
        {
            if (!writing.TryGetValue(target, out var way))
            {
                writing[target] = way = IsSilent(sop, target) ? sop.Others.Way(target, other => sop.Others.IsOwn(other) ? [] : other.HandsOverUnapproved, other => other.UnapprovedWrites != Impact.None) : null;
            }

            return way;
        }
    }

    // Whether no finding of this build speaks at the other SOP.
    private static bool IsSilent(RuleContext sop, string target) =>
        sop.Others.OwnFlow(target) is not { } own
        || PlacedWaiver.Of(own.Sop).Any(waiver => waiver.Rule is UnapprovedWriteRule.Id or UnreviewedAiRule.Id);

    private static string Words(FlowGraph graph, UnsafeWrite handoff, IReadOnlyList<SopSummary> way)
    {
        var step = graph.Sop.Steps[handoff.Step];
        return $"{graph.Print(handoff)}: {MessageText.Of(graph.Sop, step)} hands work to {There(way)} unapproved: put {CheckpointWords.Approval} before it";
    }

    private static string There(IReadOnlyList<SopSummary> way)
    {
        var last = way[way.Count - 1];
        var there = way.Count > 1 ? $"SOP '{Naming.Simple(way[0].Sop)}', and so to '{Naming.Simple(last.Sop)}'" : $"SOP '{Naming.Simple(last.Sop)}'";
        return $"{there}, which writes {WriteWords.What(last.UnapprovedWrites)}";
    }
}
