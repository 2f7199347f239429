namespace SopAsCode.Analyzers;

/// <summary>Words about the SOPs that work goes to.</summary>
internal static class Handoffs
{
    /// <summary>The name of a class, of its full name.</summary>
    public static string NameOf(string type) => type.Substring(type.LastIndexOf('.') + 1);

    /// <summary>SOPs as a way: <c>Answer → File → Answer</c>.</summary>
    public static string Print(IEnumerable<string> sops) => string.Join(" → ", sops.Select(NameOf));
}
