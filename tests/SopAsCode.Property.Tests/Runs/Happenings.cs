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

    /// <summary>A value of it is wanted.</summary>
    public bool HasResult { get; init; }

    /// <summary>A person completed it in the manual path, where nobody gives a value.</summary>
    public bool IsByHand { get; set; }

    /// <summary>It did what is awaited of it.</summary>
    public bool IsDone => Completed == true && !(HasResult && IsByHand);

    /// <summary>Whether the run that waits has heard of it.</summary>
    public bool IsTold { get; set; }
}
