namespace SopAsCode.Runtime;

/// <summary>
/// Counts how often steps started today, over all runs, for the limits with <see cref="LimitAttribute.PerDay"/>. A host has one counter for all its
/// machines; without a counter no step with a limit per day starts. Thread-safe.
/// </summary>
public interface IStartCounter
{
    /// <summary>How often a step started today.</summary>
    /// <param name="sop">The <see cref="Definitions.SopDefinition.Id"/> of the SOP.</param>
    /// <param name="step">The name of the step.</param>
    /// <returns>The count.</returns>
    int Today(string sop, string step);

    /// <summary>Counts one more start, unless the limit of the day is already reached. Checking and counting are one atomic operation.</summary>
    /// <param name="sop">The <see cref="Definitions.SopDefinition.Id"/> of the SOP.</param>
    /// <param name="step">The name of the step.</param>
    /// <param name="perDay">How many starts a day may have.</param>
    /// <returns>Whether the start was counted; if not, the step must not start.</returns>
    bool TryCount(string sop, string step, int perDay);
}

/// <summary>Counts starts in memory, for hosts that run in one process and may lose the counts when it ends. Days begin at midnight UTC. Thread-safe.</summary>
/// <param name="time">The clock; null for the clock of the computer.</param>
public sealed class StartsInMemory(TimeProvider? time = null) : IStartCounter
{
    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private readonly Dictionary<(string Sop, string Step), int> _starts = [];
    private readonly Lock _lock = new();
    private DateOnly _day;

    /// <inheritdoc/>
    public int Today(string sop, string step)
    {
        lock (_lock)
        {
            return StartsOfToday().GetValueOrDefault((sop, step));
        }
    }

    /// <inheritdoc/>
    public bool TryCount(string sop, string step, int perDay)
    {
        lock (_lock)
        {
            var starts = StartsOfToday();
            var already = starts.GetValueOrDefault((sop, step));
            if (already >= perDay)
            {
                return false;
            }

            starts[(sop, step)] = already + 1;
            return true;
        }
    }

    private Dictionary<(string Sop, string Step), int> StartsOfToday()
    {
        var today = DateOnly.FromDateTime(_time.GetUtcNow().UtcDateTime);
        if (today != _day)
        {
            _starts.Clear();
            _day = today;
        }

        return _starts;
    }
}

/// <summary>The step did not start, because other runs used up the starts of the day after the limit was checked.</summary>
public sealed class StartsUsedUpException : InvalidOperationException
{
    internal StartsUsedUpException(SopRun run, int perDay)
        : base($"Step '{run.State}' of run '{run.Id}' did not start: the {perDay} starts of today are used up. LeaveLimit is open.") => Step = run.State;

    /// <summary>The step.</summary>
    public string Step { get; }
}
