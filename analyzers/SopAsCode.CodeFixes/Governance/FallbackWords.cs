using Microsoft.CodeAnalysis.CSharp;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Values;

namespace SopAsCode.CodeFixes;

/// <summary>First texts of a <c>[Fallback]</c>, made from the titles of the steps.</summary>
internal static class FallbackWords
{
    /// <summary>How the work of some steps is done by hand, as code writes it.</summary>
    public static string How(IEnumerable<StepModel> steps) => Literal($"Do this by hand: {string.Join("; ", steps.Select(step => Inside(step.Title)))}");

    /// <summary>When to do it by hand, as code writes it.</summary>
    /// <param name="workers">Who can fail: <c>Support assistant</c>, <c>The AI</c>.</param>
    public static string When(string workers) => Literal($"{workers} does not answer, or is wrong twice in a row");

    /// <summary>A text as code writes it.</summary>
    public static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    // The form of the text inside a sentence, in which names and abbreviations keep their capitals.
    private static string Inside(string title)
    {
        var said = title.Trim().TrimEnd('.');
        return said.Length == 0 ? said : Naming.Inside(said);
    }
}
