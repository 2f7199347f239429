namespace SopAsCode;

/// <summary>
/// What other SOPs' rules need to know about one SOP, also across assemblies, where its steps can't be seen. Generated; never
/// written by hand.
/// </summary>
/// <param name="sop">The SOP.</param>
/// <param name="format">The version of this attribute's format; a reader skips one it does not know.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class SopSummaryAttribute(Type sop, int format) : Attribute
{
    /// <summary>The SOP.</summary>
    public Type Sop { get; } = sop;

    /// <summary>The version of the format.</summary>
    public int Format { get; } = format;

    /// <summary>The stable name of the SOP.</summary>
    public string? Id { get; set; }
}
