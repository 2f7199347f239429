using Microsoft.CodeAnalysis.CodeFixes;

namespace SopAsCode.CodeFixes;

/// <summary>
/// Hosts a fix whose offers say something that only a person can say: who owns, who decides, how often, how sensitive. The title of an offer says it in full,
/// and the person who chooses the offer says it. So it is applied to one finding at a time, and never by a tool such as <c>dotnet format</c>.
/// </summary>
/// <param name="names">What it does: some of the names that rules use for their fixes.</param>
public abstract class ChoiceFix(params string[] names) : SopFix(names)
{
    /// <inheritdoc/>
    public sealed override FixAllProvider? GetFixAllProvider() => null;
}
