namespace SopAsCode.Runtime;

/// <summary>The starts of the day as the store had them, and those that a command adds. The store counts them when it records the command.</summary>
internal sealed class CountedStarts(IReadOnlyDictionary<string, int> before, DateOnly day) : IStartCounter
{
    private readonly List<CountedStart> _added = [];

    /// <summary>What the command adds.</summary>
    public IReadOnlyList<CountedStart> Added => _added;

    /// <inheritdoc/>
    public int Today(string sop, string step) => before.GetValueOrDefault(step) + _added.Count(start => start.Step == step);

    /// <inheritdoc/>
    public bool TryCount(string sop, string step, int perDay)
    {
        if (Today(sop, step) >= perDay)
        {
            return false;
        }

        _added.Add(new() { Sop = sop, Step = step, Day = day, PerDay = perDay });
        return true;
    }
}
