using SopAsCode.Model;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Flow;

namespace SopAsCode.Analyzers;

/// <summary>SOP0201: a way to a write on which nobody approved anything, nothing since the last time, or nothing of what is written.</summary>
internal sealed class UnapprovedWriteRule() : UnsafeWriteRule(
    Id,
    "Unapproved write that can hurt",
    "a write that can hurt, on a way on which nobody approved anything, or was shown nothing of what is written",
    new(Starter: Error, Recommended: Error, Strict: Error),
    new RuleFix(FixNames.InsertCheckpoint, "insert a checkpoint"),
    new RuleFix(FixNames.LowerToDraft, "let an AI draft only"),
    new RuleFix(FixNames.CompleteLimit))
{
    public const string Id = "SOP0201";

    public override Waiving Waiving => Waiving.WithLeave;

    internal override IEnumerable<Finding> Check(RuleContext sop) => [.. base.Check(sop), .. Repeated(sop)];

    /// <inheritdoc/>
    protected override string Words(FlowGraph graph, UnsafeWrite write)
    {
        var step = graph.Sop.Steps[write.Step];
        if (write is { Kind: UnsafeWriteKind.NothingShown, Approver: { } approver, Maker: { } maker, Value: { } value })
        {
            var checkpoint = graph.Sop.Steps[approver];
            return $"{graph.Print(write)}: {MessageText.Of(graph.Sop, step)} writes to {WriteWords.Tools(step)} the '{value.Short}' that '{graph.NameOf(maker)}' made, "
                + $"and '{checkpoint.Name}' showed {CheckpointWords.Shown(checkpoint)}: show the '{value.Short}' there";
        }

        var (way, when) = write.Path.Count > 1 ? ($"{graph.Print(write)}: ", "") : ("", " at the very start");
        return $"{way}{MessageText.Of(graph.Sop, step)} writes to {WriteWords.Target(step)}, and {Lack(graph, write)}{when}: put {CheckpointWords.Approval} before it";
    }

    // A later reject ends an earlier approval. The message says so, because a reader would otherwise point to the earlier approval.
    private static string Lack(FlowGraph graph, UnsafeWrite write)
    {
        var hops = write.Hops.ToList();
        var last = hops.FindLastIndex(hop => hop.Trigger is SopTrigger.Reject or SopTrigger.TimeOut && graph.StepOf(hop.From)?.Kind == StepKind.Checkpoint);
        return last < 0 || !hops.Take(last).Any(graph.IsApproval) ? "nobody approves it"
            : $"{(hops[last].Trigger == SopTrigger.Reject ? "the no" : "no answer")} at '{graph.NameOf(hops[last].From)}' takes the approval before it back";
    }

    // Writes that a run can reach again. A write that nobody approves at all is reported as such.
    private static IEnumerable<Finding> Repeated(RuleContext sop) => WriteEffects.Repeated(sop.Writes.Open)
        .Where(again => sop.Writes.All.All(write => write.Step != again.Step) && !ImpactRule.TellsAll(sop, Id, sop.Sop.Steps[again.Step]))
        .Select(again => new Finding(Id, sop.Sop.Steps[again.Step].NamePlace, AgainWords(sop.Graph, again)) { RelatedPlaces = PathSearch.Places(sop.Graph, again.Path) });

    private static string AgainWords(FlowGraph graph, UnsafeWrite again)
    {
        var step = graph.Sop.Steps[again.Step];
        return $"{graph.Print(again.Path)}: {MessageText.Of(graph.Sop, step)} writes to {WriteWords.Tools(step)} again and again, and an approval releases it once: lead that way through {CheckpointWords.Approval}";
    }
}
