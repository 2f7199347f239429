using SopAsCode.Model;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Flow;

namespace SopAsCode.Analyzers;

/// <summary>
/// SOP0302: a value of an AI is written unreviewed where it does little harm, or a person passes it on where it can hurt and has no
/// checklist.
/// </summary>
internal sealed class UnreviewedValueRule() : SopRule(
    Id,
    "Unreviewed AI output that is passed on",
    "an AI's value in a write that does little harm, or in a person's write without a checklist, unreviewed",
    new(Starter: Info, Recommended: Warning, Strict: Warning),
    new RuleFix(FixNames.InsertCheckpoint, "insert a checkpoint"),
    new RuleFix(FixNames.AddChecklist, "add a checklist to fill in"))
{
    public const string Id = "SOP0302";

    internal override IEnumerable<Finding> Check(RuleContext sop)
    {
        var graph = sop.Graph;
        for (var state = 0; state < graph.Fallback; state++)
        {
            var step = sop.Sop.Steps[state];
            var isByHand = IsByHand(step);
            if ((isByHand || IsPlainWrite(step))
                && sop.IsFinished(step)
                && graph.Taint.WayTo(state) is { Value: { } value, Maker: { } maker } read
                && !(step.NeedsApproval && sop.Writes.ByStep.TryGetValue(state, out var other) && sop.GivesWay(Id, other)))
            {
                var origin = $"the unreviewed '{value.Short}' {UnreviewedAiRule.Origin(graph.StepOf(maker)!, value)}";
                yield return new(Id, step.NamePlace, isByHand ? ByHand(graph, step, read, origin) : Plain(graph, step, read, origin))
                {
                    RelatedPlaces = PathSearch.Places(graph, read.Path),
                    Fix = isByHand ? new(FixNames.AddChecklist) : null,
                };
            }
        }
    }

    // The rules about levels report what an AI step writes itself.
    private static bool IsPlainWrite(StepModel step) => step is { Kind: StepKind.Automated, Limit: null } && step.Access.Any(IsPlain);

    private static bool IsPlain(AccessModel access) => access is { Kind: Access.Write, HasEffect: false };

    private static bool IsByHand(StepModel step) =>
        step.Kind == StepKind.Human && step.Access.Any(access => access.HasEffect) && step.Checklist.All(PlaceholderText.Is);

    private static string Plain(FlowGraph graph, StepModel step, UnsafeWrite read, string origin)
    {
        var tools = string.Join(" and ", step.Access.Where(IsPlain).Select(access => $"'{access.Tool.Name}'").Distinct(StringComparer.Ordinal));
        return $"{graph.Print(read)}: {MessageText.Of(graph.Sop, step)} writes to {tools} {origin}: {CheckpointWords.Show(graph, read, read.Value!)}";
    }

    private static string ByHand(FlowGraph graph, StepModel step, UnsafeWrite read, string origin) =>
        $"{graph.Print(read)}: a person at {MessageText.Of(graph.Sop, step)} writes to {WriteWords.Tools(step)} from {origin}: add [Checklist(…)] with what to look at";
}
