using SopAsCode.Definitions;

namespace SopAsCode.Runtime;

/// <summary>When steps and runs are due, and when somebody is reminded.</summary>
internal static class DueTimes
{
    /// <summary>When a step that a run enters is due, and the reminders before. A wait for time to pass is due when the time has passed.</summary>
    public static (DateTimeOffset? Due, IReadOnlyList<DateTimeOffset>? Reminders) Of(KnownSop sop, StepDefinition? step, DateTimeOffset entered)
    {
        if (step is { Kind: StepKind.Wait, After: { } pause })
        {
            return (entered + pause, null);
        }

        return step?.Due is { } time ? With(sop.Hours.After(entered, time), step.Reminders, entered) : (null, null);
    }

    /// <summary>When a run is due, and the reminders before.</summary>
    public static (DateTimeOffset? Due, IReadOnlyList<DateTimeOffset>? Reminders) OfRun(KnownSop sop, DateTimeOffset started) =>
        sop.Definition.Due is { } time ? With(sop.Hours.After(started, time), sop.Definition.Reminders, started) : (null, null);

    /// <summary>When a run must be looked at next; null for never.</summary>
    public static DateTimeOffset? Next(RunState state) => state.HeldSince is not null ? null
        : new[] { state.Due, state.RunDue }.Concat(state.Reminders.Cast<DateTimeOffset?>()).Concat(state.RunReminders.Cast<DateTimeOffset?>()).Min();

    /// <summary>The pause before another attempt: longer each time, and never more than an hour.</summary>
    public static TimeSpan PauseAfter(int failures)
    {
        var pause = TimeSpan.FromSeconds(10 * Math.Pow(3, Math.Min(failures, 10) - 1));
        return pause < TimeSpan.FromHours(1) ? pause : TimeSpan.FromHours(1);
    }

    private static (DateTimeOffset? Due, IReadOnlyList<DateTimeOffset>? Reminders) With(DateTimeOffset due, IReadOnlyList<TimeSpan> before, DateTimeOffset from)
    {
        var reminders = before.Select(time => due - time).Where(at => at > from).Order().ToList();
        return (due, reminders.Count > 0 ? reminders : null);
    }
}
