using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SopAsCode.Analyzers;

/// <summary>
/// Tells whether an attribute may be one of a few, judged by its text, so that the many other attributes of a project need not be bound. A
/// <c>using</c> can give any type another name, so a name that some file of the compilation declares may mean anything.
/// </summary>
internal sealed class WrittenNames(Compilation compilation)
{
    private const string Suffix = "Attribute";

    private static readonly ConditionalWeakTable<SyntaxTree, IReadOnlyList<string>> Aliases = new();

    private readonly Lazy<HashSet<string>> _aliases = new(() =>
        new(compilation.SyntaxTrees.SelectMany(tree => Aliases.GetValue(tree, static key => In(key))), StringComparer.Ordinal));

    /// <summary>Whether an attribute may be one of those with the given names.</summary>
    /// <param name="attribute">The attribute, as it is written.</param>
    /// <param name="words">Their names without "Attribute".</param>
    /// <returns>False when it is certainly none of them.</returns>
    public bool MayBe(AttributeSyntax attribute, params string[] words)
    {
        var name = SimpleName(attribute.Name)?.Identifier.ValueText ?? "";
        return words.Any(word => name == word || name == word + Suffix) || _aliases.Value.Contains(name) || _aliases.Value.Contains(name + Suffix);
    }

    /// <summary>Whether an attribute may stand in a file, judged by the text of the file alone.</summary>
    /// <param name="tree">The file.</param>
    /// <param name="word">Its name without "Attribute", or what several such names have in common.</param>
    /// <param name="cancel">Ends the search early.</param>
    /// <returns>False when certainly none stands there.</returns>
    public bool MayStandIn(SyntaxTree tree, string word, CancellationToken cancel)
    {
        var text = tree.GetText(cancel).ToString();

        // An alias may be used without its suffix, a letter of a name may be written as its number, and letters that nobody sees may stand in a name.
        return Has(word) || _aliases.Value.Any(alias => Has(WithoutSuffix(alias))) || Has("\\u") || Has("\\U") || HasUnseen(text);

        bool Has(string part) => text.IndexOf(part, StringComparison.Ordinal) >= 0;
    }

    private static string WithoutSuffix(string name) => name.EndsWith(Suffix, StringComparison.Ordinal) ? name.Substring(0, name.Length - Suffix.Length) : name;

    private static bool HasUnseen(string text)
    {
        // Most files have only letters of one byte, and this is the fastest way to know.
        if (Encoding.UTF8.GetByteCount(text) == text.Length)
        {
            return false;
        }

        foreach (var c in text)
        {
            if (c > '\u007f' && char.GetUnicodeCategory(c) == UnicodeCategory.Format)
            {
                return true;
            }
        }

        return false;
    }

    private static SimpleNameSyntax? SimpleName(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => qualified.Right,
        AliasQualifiedNameSyntax qualified => qualified.Name,
        SimpleNameSyntax simple => simple,
        _ => null,
    };

    private static IReadOnlyList<string> In(SyntaxTree tree) =>
    [
        .. tree.GetRoot()
            .DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .OfType<UsingDirectiveSyntax>()
            .Select(written => written.Alias?.Name.Identifier.ValueText)
            .OfType<string>(),
    ];
}
