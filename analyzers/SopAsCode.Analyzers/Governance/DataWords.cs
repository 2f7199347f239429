using SopAsCode.Model;

namespace SopAsCode.Analyzers;

/// <summary>Says how sensitive data is.</summary>
internal static class DataWords
{
    /// <summary>As people say it: <c>confidential</c>.</summary>
    public static string Of(DataClass dataClass) => dataClass.ToString().ToLowerInvariant();
}
