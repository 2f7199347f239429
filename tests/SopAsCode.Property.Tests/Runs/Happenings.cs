namespace SopAsCode.Property.Tests.Runs;

/// <summary>What becomes of an attempt of a worker.</summary>
internal enum Outcome
{
    Success,
    Failure,
    Crash,
}

/// <summary>A run that was handed work to.</summary>
internal sealed class Child(string run)
{
    public string Run { get; } = run;

    /// <summary>Whether it ended completed; null while it runs.</summary>
    public bool? Completed { get; set; }

    /// <summary>It gives a value back.</summary>
    public bool HasResult { get; init; }

    /// <summary>Whether the run that waits has heard of it.</summary>
    public bool IsTold { get; set; }
}
