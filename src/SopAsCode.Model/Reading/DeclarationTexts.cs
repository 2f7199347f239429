using Microsoft.CodeAnalysis;
using SopAsCode.Model.Places;

namespace SopAsCode.Model.Reading;

/// <summary>A text of a declaration.</summary>
/// <param name="Text">The text.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Word">The attribute without its suffix.</param>
public sealed record PlacedText(string Text, DeclarationPlace Place, string Word = "")
{
    /// <summary>It is Markdown; other texts are shown letter by letter.</summary>
    public bool IsMarkdown => Place.Argument is { } argument && AttributeTable.Of(Word)?.Markdown == argument;
}

/// <summary>
/// Reads every text of a class and its methods, whatever its purpose. The model holds texts by their meaning; a rule that searches all
/// texts for something forbidden uses this class.
/// </summary>
public static class DeclarationTexts
{
    private static readonly string[] Words = ["Role", "Agent", "Tool", "ValueStream", "Policy"];

    /// <summary>Whether a class is a role, agent, tool, value stream or policy.</summary>
    /// <param name="type">The class.</param>
    /// <returns>True when it is.</returns>
    public static bool IsWord(INamedTypeSymbol type) => type.TypeKind == TypeKind.Class && Array.Exists(Words, word => SopSymbols.DerivesFrom(type, word));

    /// <summary>Reads them.</summary>
    /// <param name="type">The class.</param>
    /// <returns>The texts, those of the class first.</returns>
    public static IEnumerable<PlacedText> Read(INamedTypeSymbol type)
    {
        foreach (var text in AttributeReading.AllOn(type, DeclarationPlace.OfClass).SelectMany(attribute => attribute.AllTexts()))
        {
            yield return text;
        }

        Dictionary<string, int> overloads = new(StringComparer.Ordinal);
        foreach (var method in type.GetMembers().OfType<IMethodSymbol>().Where(SopSymbols.IsMarked))
        {
            overloads.TryGetValue(method.Name, out var overload);
            overloads[method.Name] = overload + 1;
            foreach (var text in AttributeReading.AllOn(method, new(method.Name, overload)).SelectMany(attribute => attribute.AllTexts()))
            {
                yield return text;
            }
        }
    }
}
