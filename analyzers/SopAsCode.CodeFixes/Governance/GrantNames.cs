using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SopAsCode.Model;
using SopAsCode.Model.Reading;

namespace SopAsCode.CodeFixes;

/// <summary>How a grant names types in the file of grants, and which usings it needs for that.</summary>
/// <param name="model">The semantic model of the file.</param>
/// <param name="position">The position of the grant.</param>
/// <param name="isSpelledOut">Names are written in full, because short names would mean something else.</param>
internal sealed class GrantNames(SemanticModel model, int position, bool isSpelledOut)
{
    private readonly SortedSet<string> _usings = new(StringComparer.Ordinal);

    /// <summary>The namespaces that must be imported and are not yet.</summary>
    public IReadOnlyList<string> Usings => [.. _usings];

    /// <summary>Whether an attribute has the name of a grant.</summary>
    public static bool LooksLikeGrant(AttributeSyntax attribute) =>
        attribute.Name.DescendantNodesAndSelf().OfType<GenericNameSyntax>().FirstOrDefault()?.Identifier.ValueText is "Grant" or "GrantAttribute";

    /// <summary>The line of a grant.</summary>
    /// <param name="grant">The grant.</param>
    /// <param name="lineBreak">The text before the reason: a line break with indent; null for one line.</param>
    public string Line(WantedGrant grant, string? lineBreak)
    {
        var attribute = Grant();
        var impact = Ours("Impact", "Impact");
        var impacts = Enum.GetValues(typeof(Impact)).Cast<Impact>()
            .Where(one => one != Impact.None && grant.Impact.HasFlag(one))
            .Select(one => $"{impact}.{one}");
        return $"[assembly: {attribute}<{Name(grant.Sop)}, {Name(grant.Tool)}>({string.Join(" | ", impacts)}, By = null, On = null,{lineBreak ?? " "}Because = \"\")]";
    }

    /// <summary>The attribute itself.</summary>
    public string Grant() => Ours("Grant", "GrantAttribute");

    /// <summary>A type.</summary>
    public string Name(INamedTypeSymbol type)
    {
        var outer = type;
        var name = Escaped(type.Name);
        while (outer.ContainingType is { } container)
        {
            outer = container;
            name = $"{Escaped(outer.Name)}.{name}";
        }

        var found = model.LookupNamespacesAndTypes(position, name: outer.Name);
        if (isSpelledOut || found.Any(symbol => !IsSame(symbol, outer)))
        {
            return type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        }

        if (found.IsEmpty)
        {
            _usings.Add(outer.ContainingNamespace.ToDisplayString());
        }

        return name;
    }

    private string Ours(string written, string type)
    {
        var found = model.LookupNamespacesAndTypes(position, name: type);
        if (isSpelledOut || found.Any(symbol => !SopSymbols.IsOurs(symbol as ITypeSymbol, type)))
        {
            return $"global::{SopSymbols.Home}.{written}";
        }

        if (found.IsEmpty)
        {
            _usings.Add(SopSymbols.Home);
        }

        return written;
    }

    // The file may be new, and then it belongs to another compilation than the finding.
    private static bool IsSame(ISymbol one, ISymbol other) =>
        one.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) == other.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)
        && one.ContainingAssembly?.Name == other.ContainingAssembly?.Name;

    private static string Escaped(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;
}
