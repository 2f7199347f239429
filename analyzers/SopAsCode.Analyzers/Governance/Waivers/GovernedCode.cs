using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SopAsCode.Model.Reading;

namespace SopAsCode.Analyzers;

/// <summary>
/// Finds code at which rules report: a part of an SOP, a role, agent, tool, value stream or policy, anything else with an attribute of the language,
/// and attributes of the language on the assembly.
/// </summary>
internal static class GovernedCode
{
    /// <summary>The first such code that stands in a region of a file.</summary>
    /// <param name="model">The semantic model of the file.</param>
    /// <param name="root">The file.</param>
    /// <param name="region">The region.</param>
    /// <param name="cancel">Ends the search early.</param>
    /// <returns>What it is, in words; null when there is none.</returns>
    public static string? First(SemanticModel model, CompilationUnitSyntax root, TextSpan region, CancellationToken cancel)
    {
        foreach (var node in root.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax).Where(node => node.Span.IntersectsWith(region)))
        {
            cancel.ThrowIfCancellationRequested();
            var words = node switch
            {
                AttributeListSyntax { Target: not null, Parent: CompilationUnitSyntax } list => OfAssembly(model, list, region, cancel),
                TypeDeclarationSyntax type => OfType(model, type, region, cancel),
                _ => null,
            };
            if (words is not null)
            {
                return words;
            }
        }

        return null;
    }

    private static string? OfAssembly(SemanticModel model, AttributeListSyntax list, TextSpan region, CancellationToken cancel) => list.Attributes
        .Where(attribute => attribute.Span.IntersectsWith(region))
        .Select(attribute => WordOf(model, attribute, cancel))
        .OfType<string>()
        .Select(word => $"[assembly: {word}]")
        .FirstOrDefault();

    private static string? OfType(SemanticModel model, TypeDeclarationSyntax written, TextSpan region, CancellationToken cancel)
    {
        if (model.GetDeclaredSymbol(written, cancel) is not { } type)
        {
            return null;
        }

        var isSop = SopSymbols.IsSop(type);
        if (isSop || DeclarationTexts.IsWord(type) || HasOurs(type.GetAttributes()))
        {
            if (IsOfPlatform(model, written, cancel))
            {
                return null;
            }

            // A rule reports at the name, at the attributes and bases before and behind it, and about an SOP at its members too.
            var head = TextSpan.FromBounds(written.SpanStart, written.OpenBraceToken.IsKind(SyntaxKind.None) || written.OpenBraceToken.IsMissing ? written.Span.End : written.OpenBraceToken.SpanStart);
            return head.IntersectsWith(region) || (isSop && written.Members.Any(member => member.Span.IntersectsWith(region))) ? $"{(isSop ? "SOP " : "")}'{type.Name}'" : null;
        }

        return written.Members
            .Where(member => member is not BaseTypeDeclarationSyntax && member.Span.IntersectsWith(region))
            .SelectMany(member => member.AttributeLists)
            .Concat(written.ParameterList?.Parameters.Where(parameter => parameter.Span.IntersectsWith(region)).SelectMany(parameter => parameter.AttributeLists) ?? [])
            .SelectMany(list => list.Attributes)
            .Any(attribute => WordOf(model, attribute, cancel) is not null)
            ? $"'{type.Name}'"
            : null;
    }

    // The part that a generator of .NET adds to a class for its partial methods. Nobody else can write one: a method has one body.
    private static bool IsOfPlatform(SemanticModel model, TypeDeclarationSyntax written, CancellationToken cancel) =>
        written is { AttributeLists.Count: 0, BaseList: null, Members.Count: > 0 }
        && written.Members.All(member => model.GetDeclaredSymbol(member, cancel)?.GetAttributes().Any(IsForPlatform) == true);

    private static bool IsForPlatform(AttributeData attribute) => attribute.AttributeClass is { Name: "GeneratedRegexAttribute" or "LoggerMessageAttribute" or "LibraryImportAttribute" } type
        && type.ContainingNamespace.ToDisplayString() is "System.Text.RegularExpressions" or "Microsoft.Extensions.Logging" or "System.Runtime.InteropServices"
        && !type.Locations.Any(static place => place.IsInSource);

    private static bool HasOurs(IEnumerable<AttributeData> attributes) => attributes.Any(attribute => SopSymbols.Word(attribute) is not null);

    private static string? WordOf(SemanticModel model, AttributeSyntax attribute, CancellationToken cancel) =>
        model.GetSymbolInfo(attribute, cancel).Symbol?.ContainingType is { } type ? SopSymbols.Word(type) : null;
}
