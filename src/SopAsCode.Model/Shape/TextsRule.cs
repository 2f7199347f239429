using System.Globalization;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Flow;
using SopAsCode.Model.Places;
using SopAsCode.Model.Values;

namespace SopAsCode.Model.Shape;

/// <summary>SOP0005: a text, number or enum value does not have the form that it must have.</summary>
public sealed class TextsRule() : ShapeRule(
    Id,
    "Date, version, number or name that can't be read",
    "a date, version, number or name that can't be read")
{
    /// <summary>Its id.</summary>
    public const string Id = "SOP0005";

    // From the year 2026 on, a time that is longer than this ends where no date can be computed any more.
    private const long LongestMinutes = (9999 - 2025) * 366L * 24 * 60;

    internal override IEnumerable<Finding> Check(FlowGraph graph)
    {
        var sop = graph.Sop;
        foreach (var unknown in sop.UnknownValues)
        {
            yield return Unknown(unknown, $"SOP '{sop.Class.Name}'");
        }

        if (sop.HasOwnId && !IsId(sop.Id) && sop.Id != Naming.Kebab(sop.Class.Name))
        {
            yield return new(Id, sop.AttributePlace.At("Id"), $"Id '{MessageText.Text(sop.Id)}' of SOP '{sop.Class.Name}' must be lower-case words with hyphens, such as '{Naming.Kebab(sop.Class.Name)}'");
        }

        if (sop.Review is { Last: { } last } review && !IsDate(last))
        {
            yield return Date(review.Place.At("Last"), $"the last review of SOP '{sop.Class.Name}'", last);
        }

        foreach (var trigger in sop.Triggers)
        {
            if (trigger.Cron is { } cron && CronText.Problem(cron) is { } problem)
            {
                yield return new(Id, trigger.Place.At("Cron"), $"Schedule '{MessageText.Text(cron)}' of SOP '{sop.Class.Name}' {problem}: five fields (minute, hour, day, month, day of week), such as '0 8 * * MON'");
            }
        }

        if (sop.Pilot is { } pilot)
        {
            foreach (var (argument, text, of) in new[] { ("start", pilot.Start, "start"), ("decideBy", pilot.DecideBy, "decision") })
            {
                if (!IsDate(text))
                {
                    yield return Date(pilot.Place.At(argument), $"the {of} of the pilot of SOP '{sop.Class.Name}'", text);
                }
            }
        }

        foreach (var (score, value) in Scores(sop.Assessment))
        {
            if (value is < 0 or > 5)
            {
                yield return new(Id, sop.Assessment!.Place.At(score), $"{score} of SOP '{sop.Class.Name}' is {value.ToString(CultureInfo.InvariantCulture)}, but scores go from 1 to 5");
            }
        }

        foreach (var finding in RunTimes(sop))
        {
            yield return finding;
        }

        foreach (var waiver in sop.Remarks.Waivers.Concat(sop.Steps.SelectMany(step => step.Remarks.Waivers)))
        {
            if (waiver.Until is { } until && !IsDate(until))
            {
                yield return Date(waiver.Place.At("Until"), $"the end of the waiver of {waiver.Rule}", until);
            }
        }

        foreach (var change in sop.Changes)
        {
            if (change.Moves is { } moves && MovesProblem(sop, moves) is { } wrong)
            {
                yield return new(Id, change.Place.At("Moves"), $"Moves '{MessageText.Text(moves)}' of SOP '{sop.Class.Name}' {wrong}: write 'OldStep -> NewStep', several with commas");
            }

            if (!IsVersion(change.Version))
            {
                yield return new(Id, change.Place.At("version"), $"Version '{MessageText.Text(change.Version)}' in the change log of SOP '{sop.Class.Name}' must be three numbers, such as '1.2.0'");
            }

            if (!IsDate(change.Date))
            {
                yield return Date(change.Place.At("date"), $"change '{MessageText.Text(change.Version)}' of SOP '{sop.Class.Name}'", change.Date);
            }
        }

        foreach (var finding in sop.Steps.SelectMany(step => Check(sop, step)))
        {
            yield return finding;
        }
    }

    private static IEnumerable<Finding> Check(SopModel sop, StepModel step) => [.. Times(sop, step), .. Counts(sop, step), .. Autonomy(sop, step)];

    private static IEnumerable<(string Name, int Value)> Scores(AssessmentModel? assessment) => assessment is null
        ? []
        : [("Repeatability", assessment.Repeatability), ("Risk", assessment.Risk), ("DataReadiness", assessment.DataReadiness), ("Judgement", assessment.Judgement)];

    // Each entry must lead to an existing step. The old step no longer exists, so only the form of its name can be checked.
    private static string? MovesProblem(SopModel sop, string moves)
    {
        foreach (var entry in moves.Split(','))
        {
            var sides = entry.Split(["->"], StringSplitOptions.None).Select(side => side.Trim()).ToList();
            if (sides.Count != 2 || sides.Exists(side => side.Length == 0))
            {
                return "says no move";
            }

            if (sop.Steps.All(step => step.Name != sides[1]) && sides[1] != "Fallback")
            {
                return $"leads to '{MessageText.Text(sides[1])}', which is no step";
            }
        }

        return null;
    }

    private static IEnumerable<Finding> Times(SopModel sop, StepModel step) =>
    [
        .. Time(MessageText.Of(sop, step), step.Due, "Due"),
        .. Time(MessageText.Of(sop, step), step.After, "After"),
        .. Reminders(MessageText.Of(sop, step), step.Reminders, step.Due),
    ];

    private static IEnumerable<Finding> RunTimes(SopModel sop)
    {
        var name = $"SOP '{sop.Class.Name}'";
        foreach (var finding in Time(name, sop.Due, "Due").Concat(Reminders(name, sop.Reminders, sop.Due)))
        {
            yield return finding;
        }

        foreach (var finding in sop.OwnHours is { } own ? Hours(name, own.Hours, own.Zone, own.Place) : [])
        {
            yield return finding;
        }
    }

    /// <summary>The findings about office hours.</summary>
    /// <param name="of">The SOP or policy that has them, in words.</param>
    /// <param name="hours">The hours as written.</param>
    /// <param name="zone">The time zone as written; null when not stated.</param>
    /// <param name="place">Where they stand.</param>
    /// <returns>At most one for each of the two.</returns>
    public static IEnumerable<Finding> Hours(string of, string hours, string? zone, DeclarationPlace place)
    {
        if (OfficeHoursText.Problem(hours) is { } problem)
        {
            yield return new(Id, place.At("hours"), $"Office hours '{MessageText.Text(hours)}' of {of} {problem}: days and hours, such as 'MON-FRI 09:00-17:00'");
        }

        if (zone is not null && !OfficeHoursText.IsZone(zone))
        {
            yield return new(Id, place.At("Zone"), $"Time zone '{MessageText.Text(zone)}' of {of} has no IANA name, which is an area and a city: write it so, such as 'Europe/Berlin', or 'UTC'");
        }
    }

    // A reminder comes before the time is over, and after it began.
    private static IEnumerable<Finding> Reminders(string of, EquatableArray<DueModel> reminders, DueModel? due)
    {
        foreach (var reminder in reminders)
        {
            foreach (var finding in Time(of, reminder, "Remind"))
            {
                yield return finding;
            }

            if (due is null)
            {
                yield return new(Id, reminder.Place, $"[Remind] of {of} reminds of nothing, because there is no [Due] beside it: add the time that is due");
            }
            else if (reminder.TotalMinutes >= due.TotalMinutes && due.TotalMinutes > 0)
            {
                yield return new(
                    Id,
                    reminder.Place,
                    $"[Remind] of {of} comes {EnglishWords.Duration(reminder.TotalMinutes)} before the end of {EnglishWords.Duration(due.TotalMinutes)}, so never: remind later");
            }
        }
    }

    private static IEnumerable<Finding> Time(string of, DueModel? stated, string word)
    {
        if (stated is not { } due)
        {
            yield break;
        }

        if (due.By is { } by)
        {
            if (due is not { Minutes: 0, Hours: 0, Days: 0 })
            {
                yield return new(Id, by.Place, $"[{word}] of {of} gives a time and asks '{MessageText.Text(by.Name)}' for another one: keep one of the two");
            }

            yield break;
        }

        foreach (var (name, value) in new[] { ("Minutes", due.Minutes), ("Hours", due.Hours), ("Days", due.Days) })
        {
            if (value < 0)
            {
                yield return Count(of, due.Place, word, name, value);
            }
        }

        if (due.TotalMinutes > LongestMinutes)
        {
            yield return new(Id, due.Place, $"[{word}] of {of} ends after the year 9999, with which the calendar ends: give a shorter time");
        }

        if (due is { Minutes: 0, Hours: 0, Days: 0 })
        {
            yield return new(Id, due.Place, $"[{word}] of {of} gives no time: set Minutes, Hours or Days");
        }
    }

    private static IEnumerable<Finding> Counts(SopModel sop, StepModel step)
    {
        foreach (var next in step.Next)
        {
            if (next.AtMost < 0)
            {
                yield return Count(MessageText.Of(sop, step), next.Place, "Next", "AtMost", next.AtMost);
            }
        }

        if (step.OnReject is { AtMost: < 0 } reject)
        {
            yield return Count(MessageText.Of(sop, step), reject.Place, "OnReject", "AtMost", reject.AtMost);
        }

        if (step.Approvals < 1)
        {
            yield return new(
                Id,
                step.Place.At("Approvals"),
                $"Approvals in [Checkpoint] of {MessageText.Of(sop, step)} is {step.Approvals.ToString(CultureInfo.InvariantCulture)}, but at least one person must approve");
        }

        foreach (var task in step.Meanwhile)
        {
            if (task.Every < 0)
            {
                yield return Count(MessageText.Of(sop, step), task.Place, "Meanwhile", "Every", task.Every);
            }
        }

        if (step.OnFailure is { Retries: < 0 } failure)
        {
            yield return Count(MessageText.Of(sop, step), failure.Place, "OnFailure", "Retries", failure.Retries);
        }
    }

    private static IEnumerable<Finding> Autonomy(SopModel sop, StepModel step)
    {
        if (step.Limit is { PerDay: < 0 } limit)
        {
            yield return Count(MessageText.Of(sop, step), limit.Place, "Limit", "PerDay", limit.PerDay);
        }

        if (step.Limit is { Since: { } since } autonomy && !IsDate(since))
        {
            yield return Date(autonomy.Place.At("Since"), $"the limit of {MessageText.Of(sop, step)}", since);
        }

        if (step.SpotCheck is { OneIn: <= 0 } spot)
        {
            yield return new(Id, spot.Place.At("OneIn"), $"[SpotCheck] of {MessageText.Of(sop, step)} must say one in how many outputs is looked at, such as OneIn = 20");
        }
    }

    private static Finding Date(DeclarationPlace site, string of, string text) => new(Id, site, DateMessage(of, text));

    /// <summary>The finding about a number that stands for no value of its enum.</summary>
    /// <param name="unknown">The number.</param>
    /// <param name="of">The thing that has the attribute, in words.</param>
    /// <returns>The finding.</returns>
    public static Finding Unknown(UnknownValue unknown, string of) => new(Id, unknown.Place, UnknownMessage(unknown.Word, unknown.Enum, unknown.Number, of));

    /// <summary>What is said about a number that stands for no value of its enum.</summary>
    /// <param name="word">The attribute, without its suffix.</param>
    /// <param name="type">The enum.</param>
    /// <param name="number">The number.</param>
    /// <param name="of">The thing that has the attribute, in words.</param>
    /// <returns>The message.</returns>
    public static string UnknownMessage(string word, string type, long number, string of) =>
        $"[{word}] of {of} says ({type}){number.ToString(CultureInfo.InvariantCulture)}, and no {type} has that number: name a value, such as {type}.{Example(type)}";

    private static string Example(string type) => type switch
    {
        nameof(Level) => nameof(Level.PrepareForApproval),
        nameof(Impact) => nameof(Impact.Money),
        nameof(DataClass) => nameof(DataClass.Internal),
        nameof(Measure) => nameof(Measure.ErrorRate),
        nameof(Cadence) => nameof(Cadence.Yearly),
        nameof(Stage) => nameof(Stage.Active),
        nameof(Duty) => nameof(Duty.Builder),
        nameof(Access) => nameof(Access.Read),
        _ => "…",
    };

    /// <summary>The finding that a text is not a day.</summary>
    /// <param name="of">The thing whose day it is.</param>
    /// <param name="text">The text.</param>
    /// <returns>The message.</returns>
    public static string DateMessage(string of, string text) => $"Date '{MessageText.Text(text)}' of {of} must be a day of the calendar in ISO form, such as '2026-11-02'";

    private static Finding Count(string of, DeclarationPlace attribute, string word, string property, int value) =>
        new(Id, attribute.At(property), $"{property} in [{word}] of {of} is {value.ToString(CultureInfo.InvariantCulture)}, but can't be negative");

    private static bool IsDate(string text) => IsoDay.Of(text) is not null;

    private static bool IsVersion(string text)
    {
        var parts = text.Split('.');
        return parts.Length == 3 && parts.All(part => part.Length is > 0 and < 10 && part.All(c => c is >= '0' and <= '9'));
    }

    private static bool IsId(string text) =>
        text.Split('-').All(word => word.Length > 0 && word.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9')));
}
