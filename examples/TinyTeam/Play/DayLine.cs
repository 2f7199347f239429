namespace TinyTeam.Play;

/// <summary>One thing that happened in the day, in words.</summary>
/// <param name="At">When.</param>
/// <param name="Step">The step, or empty.</param>
/// <param name="Who">Who or what did it, or who is waited for.</param>
/// <param name="By">Which kind of performer that is.</param>
/// <param name="Words">What happened.</param>
internal sealed record DayLine(DateTimeOffset At, string Step, string Who, Doer By, string Words);

/// <summary>Who does something.</summary>
internal enum Doer
{
    /// <summary>The runtime itself.</summary>
    Runtime,

    /// <summary>A person.</summary>
    Person,

    /// <summary>An AI.</summary>
    AI,

    /// <summary>Code of the team.</summary>
    Automation,
}
