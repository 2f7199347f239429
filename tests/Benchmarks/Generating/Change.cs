namespace SopAsCode.Benchmarks.Generating;

/// <summary>What happens between two runs of a generator.</summary>
public enum Change
{
    /// <summary>There was no run before.</summary>
    Cold,

    /// <summary>A file that no SOP names changes.</summary>
    UnrelatedFile,

    /// <summary>A comment inside one SOP changes.</summary>
    Comment,

    /// <summary>One SOP says something else.</summary>
    EditOne,

    /// <summary>An SOP is added.</summary>
    AddOne,
}
