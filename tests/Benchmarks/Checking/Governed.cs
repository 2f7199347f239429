namespace SopAsCode.Benchmarks.Checking;

/// <summary>How well the procedures are kept.</summary>
public enum Governed
{
    /// <summary>They say everything that is asked.</summary>
    Clean,

    /// <summary>Nobody owns them, nobody reviews them, nothing is granted.</summary>
    FullOfGaps,
}
