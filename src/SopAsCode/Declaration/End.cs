namespace SopAsCode;

/// <summary>
/// The four ends of every SOP, so that results compare across SOPs. They may stand wherever a step is named. No
/// identifiers, so that no step can be mistaken for one of them.
/// </summary>
public static class End
{
    /// <summary>The work is done.</summary>
    public const string Completed = "(completed)";

    /// <summary>A person said no at a checkpoint.</summary>
    public const string Rejected = "(rejected)";

    /// <summary>The run left the SOP for somebody to deal with; an item stays in the owner's queue.</summary>
    public const string Escalated = "(escalated)";

    /// <summary>Somebody called the run off.</summary>
    public const string Cancelled = "(cancelled)";
}
