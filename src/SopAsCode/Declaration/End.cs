namespace SopAsCode;

/// <summary>
/// The four ends of every SOP. All SOPs have the same ones, so that their results can be compared. An end may be named
/// wherever a step may be named. The values are not identifiers, so that no step can have the same name.
/// </summary>
public static class End
{
    /// <summary>The work is done.</summary>
    public const string Completed = "(completed)";

    /// <summary>A person said no at a checkpoint.</summary>
    public const string Rejected = "(rejected)";

    /// <summary>The run left the SOP and somebody must deal with it; an item stays in the owner's queue.</summary>
    public const string Escalated = "(escalated)";

    /// <summary>Somebody cancelled the run.</summary>
    public const string Cancelled = "(cancelled)";
}
