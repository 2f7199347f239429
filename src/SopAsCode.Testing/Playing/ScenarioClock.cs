using SopAsCode.Definitions;

namespace SopAsCode.Testing;

/// <summary>A clock that stands still until the scenario moves it. Real timers of the host go on as always.</summary>
internal sealed class ScenarioClock(DateTimeOffset start) : TimeProvider
{
    private const int Morning = 8;

    // For SOPs that name no day.
    private static readonly DateOnly SomeMonday = new(2026, 1, 5);

    public DateTimeOffset Now { get; set; } = start;

    public override DateTimeOffset GetUtcNow() => Now;

    /// <summary>A Monday morning on which all grants that are given are in force: the first after the newest day that the SOPs name.</summary>
    public static DateTimeOffset MorningFor(SopCatalogue catalogue)
    {
        var days = catalogue.Sops.SelectMany(sop => sop.Changes.Select(change => change.Date).Concat(sop.Grants.Select(grant => grant.On).OfType<DateOnly>())).Append(SomeMonday);
        var newest = days.Max();
        var monday = newest.AddDays(((int)DayOfWeek.Monday - (int)newest.DayOfWeek + 7) % 7);
        return new(monday, new(Morning, 0), TimeSpan.Zero);
    }
}
