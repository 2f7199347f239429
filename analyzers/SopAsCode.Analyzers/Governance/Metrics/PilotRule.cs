using SopAsCode.Model;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Values;

namespace SopAsCode.Analyzers;

/// <summary>SOP0707: a pilot is over and nobody has decided about it.</summary>
internal sealed class PilotRule() : SopRule(
    Id,
    "Pilot that nobody decided on",
    "a pilot that nobody decided on, or decides on only years later",
    new(Starter: Info, Recommended: Warning, Strict: Warning))
{
    public const string Id = "SOP0707";

    public override bool LooksAtDates => true;

    internal override Requires Requires => Requires.Active | Requires.Class;

    internal override IEnumerable<Finding> Check(RuleContext sop)
    {
        if (sop.Sop.Pilot is not { } pilot)
        {
            yield break;
        }

        if (PlaceholderText.Is(pilot.DecideBy))
        {
            yield return new(Id, pilot.Place.At("decideBy"), $"The pilot of SOP '{sop.Sop.Class.Name}' states no day on which you decide to scale, revise or retire it: write one, such as 30 days after the start");
        }
        else if (IsoDay.Of(pilot.Start) is { } start && IsoDay.Of(pilot.DecideBy) is { } end && (end - start).Days > Bounds.DaysOfPilot)
        {
            yield return new(
                Id,
                pilot.Place.At("decideBy"),
                $"The pilot of SOP '{sop.Sop.Class.Name}' is decided on {EnglishWords.Duration((long)(end - start).Days * 24 * 60)} after its start, which is no trial any more: decide by an earlier day");
        }
        else if (sop.AsOf is { } today && IsoDay.Of(pilot.DecideBy) is { } day && day < today)
        {
            yield return new(
                Id,
                pilot.Place.At("decideBy"),
                $"The pilot of SOP '{sop.Sop.Class.Name}' was to be decided on by {pilot.DecideBy}: scale it (remove [Pilot]), revise it (write a new day) or retire it (Stage.Retired)");
        }
    }
}
