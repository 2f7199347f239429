using System.Globalization;
using SopAsCode.Model;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Values;

namespace SopAsCode.Analyzers;

/// <summary>SOP0208: a step is autonomous without a limit, or its limit does not state enough to be checked.</summary>
internal sealed class LimitRule() : AutonomyRule(
    Id,
    "Autonomy without a limit that somebody can check",
    "autonomy without a limit that can be checked",
    new(Starter: Error, Recommended: Error, Strict: Error),
    new RuleFix(FixNames.CompleteLimit, "write the limit with its condition, one offer per condition"),
    new RuleFix(FixNames.SetLevel))
{
    public const string Id = "SOP0208";

    public override bool LooksAtDates => true;

    public override IEnumerable<Finding> Check(RuleContext sop, int state)
    {
        var step = sop.Sop.Steps[state];
        if (step.Limit is { IsComplete: false } limit && step.HasWriteEffect)
        {
            yield return new(Id, limit.Place, $"The [Limit] of {MessageText.Of(sop.Sop, step)} has {Lacks(limit)}, so nobody can check it: say under which condition, how often a day, and since when")
            {
                Fix = new(FixNames.CompleteLimit),
            };
        }
        else if (step.Limit is { IsComplete: true } whole && step.HasWriteEffect && IsoDay.Of(whole.Since) > sop.AsOf)
        {
            yield return new(
                Id, whole.Place.At("Since"), $"{MessageText.Of(sop.Sop, step)} acts by itself from {whole.Since} on, and that day is still to come: let a person approve it in place of the [Limit] until then");
        }
        else if (step.Limit is { IsComplete: true, PerDay: > Bounds.StartsADay and var starts } open && step.HasWriteEffect)
        {
            yield return new(
                Id,
                open.Place.At("PerDay"),
                $"{MessageText.Of(sop.Sop, step)} may act by itself {Text(starts)} times a day, which limits nothing: set PerDay to what should happen at most, below {Text(Bounds.StartsADay)}");
        }
        else if (step.Limit is { When: { } when } checkedBy && sop.Severity(Id) is not null && Constancy(sop, when) is { } words)
        {
            yield return new(
                Id, checkedBy.Place.At("When"), $"The [Limit] of {MessageText.Of(sop.Sop, step)} does not limit it, because condition '{when.Name}' {words}: ask a value that tells what it may do by itself");
        }
        else if (step is { Kind: StepKind.Ai, Level: Level.Autonomous, Limit: null })
        {
            yield return step.Access.Any(access => access.Kind == Access.Write) ? Unlimited(sop, step) : Idle(sop, step);
        }
    }

    /// <summary>What makes a write safe besides a checkpoint, if autonomy is meant; null when it is not meant or not allowed.</summary>
    public static string? Instead(RuleContext sop, StepModel step) => step.Limit is not { IsComplete: false } limit || CapRule.Forbids(sop.Policy, step) ? null
        : step.Kind == StepKind.Ai ? $": its own has {Lacks(limit)}"
        : $", or complete its [Limit], which has {Lacks(limit)}";

    /// <summary>The fix that completes a limit; null when no limit is meant or allowed.</summary>
    public static Fix? Completed(RuleContext sop, StepModel step) => IsMeant(step) && !CapRule.Forbids(sop.Policy, step) ? new(FixNames.CompleteLimit) : null;

    // A condition that never holds lets nothing through, which is another rule's business.
    private static string? Constancy(RuleContext sop, StepReference when) =>
        sop.Sop.Conditions.FirstOrDefault(condition => condition.Name == when.Name) is { } condition && ConstantConditionRule.ResultOf(sop, condition) != false ? ConstantConditionRule.Words(sop, condition) : null;

    private static bool IsMeant(StepModel step) => step.Limit is { IsComplete: false } || step is { Kind: StepKind.Ai, Level: Level.Autonomous, Limit: null };

    private static Finding Unlimited(RuleContext sop, StepModel step) => new(
        Id,
        step.Place.At("Level"),
        $"{MessageText.Of(sop.Sop, step)} acts by itself without a [Limit]: add one that says what it may do, or lower its level")
    {
        Fix = new(FixNames.CompleteLimit),
    };

    private static Finding Idle(RuleContext sop, StepModel step)
    {
        var level = step.Access.Any(access => access.Kind == Access.Draft) ? Level.DraftOnly : Level.ReadOnly;
        return new(Id, step.Place.At("Level"), $"{MessageText.Of(sop.Sop, step)} is Autonomous without a [Limit], and writes nothing: lower it to Level.{level}")
        {
            Fix = new(FixNames.SetLevel, level.ToString()),
        };
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Lacks(LimitModel limit) => MessageText.And([.. limit.Missing.Select(name => $"no {name}")]);
}
