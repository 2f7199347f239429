namespace SopAsCode.Build;

/// <summary>What an assembly says about its SOPs.</summary>
/// <param name="Assembly">The name of the assembly.</param>
/// <param name="Sops">The SOPs that have a page, in the order of their ids.</param>
/// <param name="Skipped">The SOPs whose summary has a newer format than this reader knows.</param>
/// <param name="Catalogue">The generated class that lists all SOPs; null when there is none.</param>
internal sealed record AssemblySops(string Assembly, IReadOnlyList<SopText> Sops, IReadOnlyList<string> Skipped, string? Catalogue);

/// <summary>One SOP and its page.</summary>
/// <param name="Class">The full name of the class.</param>
/// <param name="Id">The stable name.</param>
/// <param name="Markdown">The page, as it is in the assembly.</param>
internal sealed record SopText(string Class, string Id, string Markdown);
