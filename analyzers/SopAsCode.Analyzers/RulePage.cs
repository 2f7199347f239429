using SopAsCode.Model.Values;

namespace SopAsCode.Analyzers;

/// <summary>The page of a rule.</summary>
internal static class RulePage
{
    /// <summary>Its address.</summary>
    public static string Link(string id) => RepositoryLink.To($"analyzers/docs/{id}.md");
}
