using System.Globalization;
using SopAsCode.Model;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Values;

namespace SopAsCode.Analyzers;

/// <summary>SOP0209: a step is autonomous, and nothing shows that it earned this.</summary>
internal sealed class EvidenceRule() : AutonomyRule(
    Id,
    "Autonomy without evidence that it was earned",
    "autonomy that nothing shows was earned",
    new(Starter: Info, Recommended: Warning, Strict: Error),
    new RuleFix(FixNames.LowerLevel, "lower the level; a checkpoint in place of the limit"))
{
    public const string Id = "SOP0209";

    public override bool LooksAtDates => true;

    public override IEnumerable<Finding> Check(RuleContext sop, int state)
    {
        var step = sop.Sop.Steps[state];
        if (step.Limit is not { IsComplete: true } limit || !step.HasWriteEffect)
        {
            yield break;
        }

        var fix = new Fix(FixNames.LowerLevel, LevelRule.Lowered(sop.Graph, state, Level.PrepareForApproval).ToString());
        if (PlaceholderText.Is(limit.Evidence))
        {
            var site = limit.Evidence is null ? limit.Place : limit.Place.At("Evidence");
            yield return new(
                Id, site, $"{MessageText.Of(sop.Sop, step)} writes by itself, and nothing shows that it earned that: say what does with Evidence = \"…\", or let a person approve it") { Fix = fix };
        }
        else if (First(sop.Sop) is { } first && IsoDay.Of(limit.Since) is { } since && (first - since).TotalDays > Bounds.DaysBeforeTheLog)
        {
            yield return new(
                Id,
                limit.Place.At("Since"),
                $"{MessageText.Of(sop.Sop, step)} writes by itself since {limit.Since}, but the first version of the SOP is of {IsoDay.Text(first)}: correct Since, or add the older [Change]")
            {
                Fix = fix,
            };
        }
        else if (Trial(sop, limit) is { } trial)
        {
            yield return new(Id, limit.Place.At("Since"), $"{MessageText.Of(sop.Sop, step)} {trial}: let a person approve it until then") { Fix = fix };
        }
    }

    private static DateTime? First(SopModel sop) => sop.Changes.Select(change => IsoDay.Of(change.Date)).Min();

    // A step needs no trial if it has been autonomous for long enough, or if its SOP was old enough when the step became autonomous.
    private static string? Trial(RuleContext sop, LimitModel limit)
    {
        if (sop.Policy is not { MinimumTrial: > 0 and var minimum }
            || sop.AsOf is not { } today
            || IsoDay.Of(limit.Since) is not { } since
            || (today - since).Days >= minimum)
        {
            return null;
        }

        var first = First(sop.Sop);
        if (first is { } begun && (since - begun).Days >= minimum)
        {
            return null;
        }

        var tried = first is { } day && day <= since ? $"{(since - day).Days.ToString(CultureInfo.InvariantCulture)} days after the first version" : "and no change before that says when its trial began";
        return $"writes by itself since {limit.Since}, {tried}, but the policy asks for {minimum.ToString(CultureInfo.InvariantCulture)} days under a person's eyes";
    }
}
