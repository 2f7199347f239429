using SopAsCode.Model.Values;

namespace SopAsCode.Analyzers;

/// <summary>Words about the SOPs that work goes to.</summary>
internal static class Handoffs
{
    /// <summary>SOPs as a way: <c>Answer → File → Answer</c>.</summary>
    public static string Print(IEnumerable<string> sops) => string.Join(" → ", sops.Select(Naming.Simple));
}
