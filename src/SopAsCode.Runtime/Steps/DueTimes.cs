using SopAsCode.Definitions;

namespace SopAsCode.Runtime;

/// <summary>When steps and runs are due, and when somebody is reminded.</summary>
internal static class DueTimes
{
    // Far enough that nobody meets it, and near enough that hours can be added to it and taken from it.
    private static readonly DateTimeOffset Earliest = new(1900, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Latest = new(9000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>When a wait for time to pass, which a run enters now, is over; null for any other step.</summary>
    public static Deadline? PauseOf(RunInHand hand, StepDefinition? step, RunValues values) => step switch
    {
        { Kind: StepKind.Wait, After: { } pause } => At(hand.TimesFrom + pause, [], hand.TimesFrom),
        { Kind: StepKind.Wait, AfterUntil: { } until } => Asked(hand, until, values, [], static (_, from, time) => from + time),
        _ => null,
    };

    /// <summary>When a step that a run enters now is due, and the reminders before.</summary>
    public static Deadline? Of(RunInHand hand, StepDefinition? step, RunValues values)
    {
        var now = hand.TimesFrom;
        return step switch
        {
            { Due: { } time } => At(hand.Sop.Hours.After(now, step.DueDays, time - TimeSpan.FromDays(step.DueDays)), step.Reminders, now),
            { DueBy: { } by } => Asked(hand, by, values, step.Reminders, InOfficeHours),
            _ => null,
        };
    }

    /// <summary>When a run that begins now is due, and the reminders before.</summary>
    public static Deadline? OfRun(RunInHand hand, RunValues values)
    {
        var (sop, now) = (hand.Definition, hand.Moment.Now);
        return sop.Due is { } time ? At(hand.Sop.Hours.After(now, sop.DueDays, time - TimeSpan.FromDays(sop.DueDays)), sop.Reminders, now)
            : sop.DueBy is { } by ? Asked(hand, by, values, sop.Reminders, InOfficeHours)
            : null;
    }

    /// <summary>When a run must be looked at next; null for never.</summary>
    public static DateTimeOffset? Next(RunState state) => state.HeldSince is not null ? null
        : Times(state.Deadline).Concat(Times(state.Pause)).Concat(Times(state.RunDeadline)).Concat(state.TasksAgain.Select(task => task.At)).Cast<DateTimeOffset?>().Min();

    /// <summary>The pause before another attempt: longer each time, and never more than an hour.</summary>
    public static TimeSpan PauseAfter(int failures)
    {
        var pause = TimeSpan.FromSeconds(10 * Math.Pow(3, Math.Min(failures, 10) - 1));
        return pause < TimeSpan.FromHours(1) ? pause : TimeSpan.FromHours(1);
    }

    private static DateTimeOffset InOfficeHours(KnownSop sop, DateTimeOffset from, TimeSpan time) => sop.Hours.After(from, 0, time);

    // The method of the team is asked once. Whatever it throws, nobody knows the time then, and the run goes on.
    private static Deadline Asked(RunInHand hand, string method, RunValues values, IReadOnlyList<TimeSpan> before, Func<KnownSop, DateTimeOffset, TimeSpan, DateTimeOffset> count)
    {
        var now = hand.Moment.Now;
        try
        {
            var asked = hand.Sop.Dispatcher.TimeOf(method, values, now);
            return asked.At is { } moment
                ? At(moment, before, now) with { IsMoment = true }
                : At(asked.Within is not { } time || time <= TimeSpan.Zero ? now : time > Latest - now ? Latest : count(hand.Sop, now, time), before, now);
        }
#pragma warning disable CA1031 // a method of the team may throw anything
        catch (Exception error)
#pragma warning restore CA1031
        {
            return new() { Unknown = method, Thrown = error.GetType().FullName, Notes = hand.Keep(error.Message.Length > Sizes.Longest ? error.Message[..Sizes.Longest] : error.Message) };
        }
    }

    private static Deadline At(DateTimeOffset due, IReadOnlyList<TimeSpan> before, DateTimeOffset from)
    {
        var at = IsoTime.Cut(due < Earliest ? Earliest : due > Latest ? Latest : due);
        var reminders = before.Select(time => at - time).Where(reminder => reminder > from).Order().ToList();
        return new() { Due = at, Reminders = reminders.Count > 0 ? reminders : null };
    }

    private static IEnumerable<DateTimeOffset> Times(Deadline? deadline)
    {
        if (deadline?.Due is { } due)
        {
            yield return due;
        }

        foreach (var reminder in deadline?.Reminders ?? [])
        {
            yield return reminder;
        }
    }
}
