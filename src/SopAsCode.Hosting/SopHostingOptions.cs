namespace SopAsCode.Hosting;

/// <summary>How a host works in the background.</summary>
public sealed record SopHostingOptions
{
    /// <summary>How many steps of code and AI it does at the same time.</summary>
    public int StepsAtOnce { get; set; } = 8;

    /// <summary>How long it waits before it looks for work again, when there was none.</summary>
    public TimeSpan Pause { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long it waits when the store can't be reached.</summary>
    public TimeSpan PauseAfterTrouble { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How far back it looks for the last time of a schedule that nobody started because no host was running. Only a schedule that has started runs before
    /// is caught up, and only its last time.
    /// </summary>
    public TimeSpan CatchUp { get; set; } = TimeSpan.FromDays(1);

    /// <summary>How long it waits for a step that does not end although it was told to, when the time to stop is over.</summary>
    public TimeSpan LastWait { get; set; } = TimeSpan.FromSeconds(2);
}
