using SopAsCode.Model;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Flow;
using SopAsCode.Model.Values;

namespace SopAsCode.Analyzers;

/// <summary>
/// SOP0907: an SOP takes its input as approved, and what is handed over to it is not: nobody approved it on some way, it was made after that, or the code of the
/// hand-off makes it.
/// </summary>
internal sealed class ApprovedInputRule() : SopRule(
    Id,
    "Unapproved hand-off to an SOP with approved input",
    "a hand-off to an SOP with `[ApprovedInput]` of what nobody approved, or of what the hand-off makes itself",
    new(Starter: Error, Recommended: Error, Strict: Error))
{
    public const string Id = "SOP0907";

    public override bool FollowsPaths => true;

    public override Waiving Waiving => Waiving.WithLeave;

    internal override Requires Requires => Requires.Handoff;

    internal override IEnumerable<Finding> Check(RuleContext sop)
    {
        var unapproved = HandoffTaint.UnapprovedInputs(sop.Writes.Open);
        HashSet<int> told = [.. unapproved.Select(handoff => handoff.Step)];
        foreach (var handoff in unapproved)
        {
            yield return new(Id, sop.Sop.Steps[handoff.Step].NamePlace, Words(sop.Graph, handoff)) { RelatedPlaces = PathSearch.Places(sop.Graph, handoff.Path) };
        }

        foreach (var again in WriteEffects.RepeatedHandoffs(sop.Writes.Open).Where(again => told.Add(again.Step)))
        {
            var step = sop.Sop.Steps[again.Step];
            yield return new(
                Id,
                step.NamePlace,
                $"{sop.Graph.Print(again.Path)}: {Hands(sop.Sop, step)} again and again, and an approval releases it once: lead that way through {CheckpointWords.Approval}")
            {
                RelatedPlaces = PathSearch.Places(sop.Graph, again.Path),
            };
        }

        for (var state = 0; state < sop.Graph.Fallback; state++)
        {
            var step = sop.Sop.Steps[state];
            if (step is { ApprovedHandoff: { Target: { Input: { } input } } } && sop.IsFinished(step) && sop.Graph.IsReached(state) && told.Add(state)
                && sop.Bodies.Of(step) is { } body && !new TakenUnchanged(sop.Bodies).Returns(body))
            {
                yield return new(
                    Id,
                    step.NamePlace,
                    $"{MessageText.Of(sop.Sop, step)} hands over a '{input.Short}' that its own code makes, and {Takes(step)}: hand over an approved value, or parts of one, unchanged");
            }
        }
    }

    private static string Words(FlowGraph graph, UnsafeWrite handoff)
    {
        var step = graph.Sop.Steps[handoff.Step];
        var way = handoff.Path.Count > 1 ? $"{graph.Print(handoff)}: " : "";
        var name = MessageText.Of(graph.Sop, step);
        var approver = handoff.Approver is { } last ? graph.Sop.Steps[last] : null;
        return handoff switch
        {
            { Kind: UnsafeWriteKind.MadeAfter, Value: { } value, Maker: { } maker } =>
                $"{way}{name} hands on the '{value.Short}' that '{graph.NameOf(maker)}' made after {(approver is null ? "its input was approved" : $"'{approver.Name}'")}, and {Takes(step)}: "
                + $"put {CheckpointWords.For(graph.Sop.Steps[maker])} before it",
            { Kind: UnsafeWriteKind.NotShown, Value: { } value, Maker: { } maker } when approver is not null =>
                $"{way}{name} hands on the '{value.Short}' that '{graph.NameOf(maker)}' made, '{approver.Name}' showed {CheckpointWords.Shown(approver)}, and {Takes(step)}: show the '{value.Short}' there too",
            { Kind: UnsafeWriteKind.UnreviewedAi, Value: { } value, Maker: { } maker } =>
                $"{way}{name} hands on the unreviewed '{value.Short}' {UnreviewedAiRule.Origin(graph.Sop.Steps[maker], value)}, and {Takes(step)}: {CheckpointWords.Show(graph, handoff, value)}",
            { Kind: UnsafeWriteKind.UnreviewedAi, Maker: { } maker, Question: not null } =>
                $"{way}{name} hands on because of an answer of {UnreviewedAiRule.Who(graph.Sop.Steps[maker])} ({UnreviewedAiRule.Asked(graph, handoff)}), unreviewed, and {Takes(step)}: "
                + $"put {CheckpointWords.Review} before it",
            _ => $"{way}{Hands(graph.Sop, step)}, and nobody approves it{(handoff.Path.Count > 1 ? "" : " at the very start")}: put {CheckpointWords.Approval} that shows it before '{step.Name}'",
        };
    }

    private static string Hands(SopModel sop, StepModel step) => $"{MessageText.Of(sop, step)} hands '{step.ApprovedHandoff!.Target.Input?.Short}' to SOP '{Naming.Simple(step.ApprovedHandoff.Target.Type)}' as approved";

    private static string Takes(StepModel step) => $"SOP '{Naming.Simple(step.ApprovedHandoff!.Target.Type)}' takes it as approved";
}
