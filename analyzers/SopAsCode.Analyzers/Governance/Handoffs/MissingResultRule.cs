using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Flow;
using SopAsCode.Model.Values;

namespace SopAsCode.Analyzers;

/// <summary>
/// SOP0909: a hand-off waits for a value that the other SOP need not have when it completes. The step then fails, so nothing is reported where <c>[OnFailure]</c> says what happens.
/// </summary>
internal sealed class MissingResultRule() : SopRule(
    Id,
    "Awaited result that may not come",
    "a hand-off that waits for a value without which the other SOP can complete",
    new(Starter: Warning, Recommended: Warning, Strict: Error))
{
    public const string Id = "SOP0909";

    internal override Requires Requires => Requires.Active | Requires.Handoff;

    internal override IEnumerable<Finding> Check(RuleContext sop) =>
        from step in sop.Sop.Steps
        where step.OnFailure is null && sop.IsFinished(step)
        from handoff in step.Handoffs
        where handoff is { Wait: true, Result: { CanBeData: true, IsUnknown: false } }
        let other = sop.Others.Find(handoff.Target.Type)
        where other is not null && other.Input != handoff.Result!.Plain && !other.CompletesWith.Contains(handoff.Result.Plain, StringComparer.Ordinal)
        let flow = sop.Others.OwnFlow(handoff.Target.Type)
        where flow is null || DefiniteValues.SaysWhatIsMade(flow)
        select new Finding(Id, handoff.Place.At("Result"), Words(sop.Sop, step, handoff, flow));

    private static string Words(SopModel sop, StepModel step, HandoffModel handoff, FlowGraph? flow)
    {
        var (name, type, target) = (MessageText.Of(sop, step), handoff.Result!, Naming.Simple(handoff.Target.Type));
        return flow is null ? Said("")
            : !flow.Sop.Steps.SelectMany(made => made.Makes).Any(made => made.Key == type.Key)
            ? $"{name} waits for a '{type.Short}', which no step of SOP '{target}' returns: name a type that it returns, or remove Result"
            : Said(DefiniteValues.WayWithout(flow, type.Key) is { } way ? $" ({flow.Print(way)})" : "");

        string Said(string way) =>
            $"{name} fails when SOP '{target}' completes without a '{type.Short}'{way}: return one on each way there, or add [OnFailure]";
    }
}
