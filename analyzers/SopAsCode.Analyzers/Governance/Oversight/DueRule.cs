using SopAsCode.Model;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Values;

namespace SopAsCode.Analyzers;

/// <summary>SOP0310: a step waits for something, and nothing says for how long, or for so long that nobody is ever told.</summary>
internal sealed class DueRule() : SopRule(
    Id,
    "Waiting without a time to be done by",
    "a checkpoint, wait, outside automation or awaited hand-off without `[Due]`; a time of years",
    new(Starter: Info, Recommended: Warning, Strict: Error),
    new RuleFix(FixNames.AddDue, "add `[Due(…)]`, one offer per time"))
{
    public const string Id = "SOP0310";

    private const long MinutesADay = 24 * 60;

    internal override IEnumerable<Finding> Check(RuleContext sop)
    {
        foreach (var finding in sop.FinishedSteps.SelectMany(step => TooLong(sop, step)).Concat(TooLong(sop)))
        {
            yield return finding;
        }

        foreach (var step in sop.FinishedSteps.Where(step => step.Due is null))
        {
            if (step.OnTimeout is { } late)
            {
                yield return new(
                    Id, late.Place, $"{MessageText.Of(sop.Sop, step)} says with [OnTimeout] where a run goes when the time is up, but no [Due] says when that is: add [Due(…)] with days, hours or minutes");
            }
            else if (Waiting(step) is { } what)
            {
                yield return new(Id, step.NamePlace, $"{what} {MessageText.Of(sop.Sop, step)} has no [Due], so nobody is told when it takes too long: add [Due(…)] with days, hours or minutes");
            }
        }
    }

    // A run has its own time, in which it may wait as long as papers are kept.
    private static IEnumerable<Finding> TooLong(RuleContext sop)
    {
        if (!sop.IsUnfinished && sop.Sop.Due is { By: null } due && due.TotalMinutes > Bounds.DaysOutside * MinutesADay)
        {
            yield return new(Id, due.Place, $"[Due] of SOP '{sop.Sop.Class.Name}' is {EnglishWords.Duration(due.TotalMinutes)}, so nobody is told in time: keep to {EnglishWords.Duration(Bounds.DaysOutside * MinutesADay)} at most");
        }
    }

    private static IEnumerable<Finding> TooLong(RuleContext sop, StepModel step)
    {
        foreach (var task in step.Meanwhile.Where(task => task.Every > Bounds.DaysOfWork * MinutesADay))
        {
            yield return new(
                Id, task.Place.At("Every"), $"[Meanwhile] of {MessageText.Of(sop.Sop, step)} asks again after {EnglishWords.Duration(task.Every)}, which is never: keep to {EnglishWords.Duration(Bounds.DaysOfWork * MinutesADay)} at most");
        }

        foreach (var (word, time) in new[] { ("Due", step.Due), ("After", step.After) })
        {
            // The outside world and another SOP may take years, such as a warranty; a wait may last as long as papers are kept.
            var most = word == "After" || step.Kind is StepKind.Wait or StepKind.Handoff ? Bounds.DaysOutside : Bounds.DaysOfWork;
            if (time is { } stated && stated.TotalMinutes > most * MinutesADay)
            {
                var so = word == "After" ? "so nobody here sees what comes after it" : "so nobody is told in time";
                yield return new(
                    Id, stated.Place, $"[{word}] of {MessageText.Of(sop.Sop, step)} is {EnglishWords.Duration(stated.TotalMinutes)}, {so}: keep to {EnglishWords.Duration(most * MinutesADay)} at most");
            }
        }
    }

    // A wait for time to pass states its own duration, and the work of a person is in the queue of that person.
    private static string? Waiting(StepModel step) =>
        step is { Waits: false } or { After: not null } or { Kind: StepKind.Human } ? null : step.Noun;
}
