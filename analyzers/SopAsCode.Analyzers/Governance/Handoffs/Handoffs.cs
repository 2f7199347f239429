using SopAsCode.Model.Values;

namespace SopAsCode.Analyzers;

/// <summary>Words about the SOPs to which work goes.</summary>
internal static class Handoffs
{
    /// <summary>A path of SOPs: <c>Answer → File → Answer</c>.</summary>
    public static string Print(IEnumerable<string> sops) => string.Join(" → ", sops.Select(Naming.Simple));
}
