using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;

namespace SopAsCode.Analyzers;

/// <summary>SOP0908: an SOP says that its input comes approved, and has none, or is started by a schedule, which approves nothing.</summary>
internal sealed class NoApprovedInputRule() : SopRule(
    Id,
    "Approved input that nobody hands over",
    "an SOP with `[ApprovedInput]` that has no input, or that a schedule starts",
    new(Starter: Error, Recommended: Error, Strict: Error))
{
    public const string Id = "SOP0908";

    internal override IEnumerable<Finding> Check(RuleContext of)
    {
        var sop = of.Sop;
        if (!sop.HasApprovedInput)
        {
            yield break;
        }

        if (sop.Input is null or { Plain: "SopAsCode.Tick" })
        {
            yield return new(
                Id, sop.ApprovedInputPlace, $"SOP '{sop.Class.Name}' takes its input as approved and has none that a hand-off could bring: derive it from Sop<TInput> of a record, or remove [ApprovedInput]");
            yield break;
        }

        foreach (var trigger in sop.Triggers.Where(trigger => trigger.Cron is not null))
        {
            yield return new(
                Id, trigger.Place.At("Cron"), $"SOP '{sop.Class.Name}' takes its input as approved, and a schedule approves nothing: let another SOP hand over what somebody approved");
        }
    }
}
