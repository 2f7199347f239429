namespace SopAsCode.Benchmarks.Generating;

/// <summary>What happens between two runs of a generator.</summary>
public enum Change
{
    /// <summary>There was no run before.</summary>
    Cold,

    /// <summary>The body of a method changes in a file that no SOP names: most of all typing.</summary>
    UnrelatedBody,

    /// <summary>A type is added to a file that no SOP names: it could hide one that they name.</summary>
    UnrelatedType,

    /// <summary>A comment inside one SOP changes.</summary>
    Comment,

    /// <summary>One SOP says something else.</summary>
    EditOne,

    /// <summary>An SOP is added.</summary>
    AddOne,
}
