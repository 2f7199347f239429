namespace SopAsCode.Analyzers;

/// <summary>
/// The numbers from which on a bound bounds nothing. They lie far above what a team of up to fifty people does, so that what is above them is a slip, or a
/// number that only silences a rule. The pages of the rules say them.
/// </summary>
internal static class Bounds
{
    /// <summary>
    /// Rounds of one run without a pause, such as retries, ways back or rejects: after a hundred of them nobody expects that the next one ends otherwise,
    /// and each may cost money.
    /// </summary>
    public const int Rounds = 100;

    /// <summary>Rounds of one run in which somebody or something is waited for: once a minute, that is nearly two years.</summary>
    public const int SlowRounds = 1_000_000;

    /// <summary>Different people who say yes at one checkpoint: more never sit at one table.</summary>
    public const int Approvers = 30;

    /// <summary>Starts of a step on one day: more than ten each second, all day.</summary>
    public const int StartsADay = 1_000_000;

    /// <summary>The days within which at least one sample should come, even if the step starts as often as its limit allows.</summary>
    public const int DaysToASample = 365;

    /// <summary>The starts a day of a step whose limit does not say how many there are.</summary>
    public const int UsualStartsADay = 100;

    /// <summary>The days that a person or a machine of the team has: of what is due in more than a year, nobody is told in time.</summary>
    public const int DaysOfWork = 366;

    /// <summary>The days that the outside world has, or that a run waits: laws ask to keep papers for thirty years, and hardly for longer.</summary>
    public const int DaysOutside = 30 * 366;

    /// <summary>
    /// The days by which autonomy may be older than the change log: a team that writes down in code what it does already has done it for a quarter of a year, but
    /// whoever acted by itself for longer has a history that can be told.
    /// </summary>
    public const int DaysBeforeTheLog = 92;

    /// <summary>The days of a pilot: a trial of more than two years is no trial.</summary>
    public const int DaysOfPilot = 2 * 366;

    /// <summary>The days of a waiver that no policy limits more closely: in ten years nobody knows why it was allowed.</summary>
    public const int DaysOfWaiver = 10 * 366;
}
