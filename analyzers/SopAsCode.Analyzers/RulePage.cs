namespace SopAsCode.Analyzers;

/// <summary>The page of a rule.</summary>
internal static class RulePage
{
    /// <summary>Its address.</summary>
    public static string Link(string id) => $"https://github.com/sopascode/SopAsCode/blob/main/analyzers/docs/{id}.md";
}
