using SopAsCode.Model;

namespace SopAsCode.Analyzers;

/// <summary>Words for how sensitive data is.</summary>
internal static class DataWords
{
    /// <summary>The class in words: <c>confidential</c>.</summary>
    public static string Of(DataClass dataClass) => dataClass.ToString().ToLowerInvariant();
}
