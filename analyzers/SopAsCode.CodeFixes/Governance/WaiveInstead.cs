using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Reading;

namespace SopAsCode.CodeFixes;

/// <summary>
/// Puts a waiver in place of a pragma or <c>[SuppressMessage]</c> that gives a reason, if it covers the same SOP or step. The reason is kept; who allows the
/// waiver, and until when, is left out, and SOP1101 asks for it.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(WaiveInstead)), Shared]
public sealed class WaiveInstead() : ChoiceFix(FixNames.WaiveInstead)
{
    /// <inheritdoc/>
    internal override IEnumerable<FixOffer> Offers(FixPlace place, Diagnostic diagnostic, CancellationToken cancel)
    {
        if (!diagnostic.Properties.TryGetValue(Fix.ValueKey, out var rule) || rule is null)
        {
            return [];
        }

        var edits = place.Root.FindTrivia(diagnostic.Location.SourceSpan.Start).GetStructure() is PragmaWarningDirectiveTriviaSyntax pragma
            ? new SilencedRegion(place, pragma, rule).Replace(cancel)
            : place.AttributeAt(diagnostic) is { } suppression ? ReplaceAttribute(place, suppression, rule, cancel) : null;
        return edits is null ? [] : [new($"Waive {rule} instead, to be allowed by somebody", nameof(WaiveInstead), edits)];
    }

    /// <summary>The arguments of the waiver.</summary>
    internal static string Arguments(string rule, string because) => $"(\"{rule}\", Because = {because}, By = null, Until = null)";

    private static IReadOnlyList<TextEdit>? ReplaceAttribute(FixPlace place, AttributeSyntax suppression, string rule, CancellationToken cancel)
    {
        var reason = suppression.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == "Justification")?.Expression;
        if (reason is null || !SaysWhy(place.Model.GetConstantValue(reason, cancel).Value as string) || !IsOfSop(place, suppression.Parent?.Parent, cancel))
        {
            return null;
        }

        return [new(place.Document.Id, new(suppression.Span, LocalSyntax.Attribute(place.Model, suppression.SpanStart, "Waive") + Arguments(rule, reason.ToString())))];
    }

    /// <summary>Whether a text is a reason; editors write "Pending" in its place.</summary>
    internal static bool SaysWhy(string? reason) => !PlaceholderText.Is(reason) && !string.Equals(reason!.Trim().Trim('<', '>'), "Pending", StringComparison.OrdinalIgnoreCase);

    private static bool IsOfSop(FixPlace place, SyntaxNode? declaration, CancellationToken cancel) => declaration switch
    {
        ClassDeclarationSyntax type => place.Model.GetDeclaredSymbol(type, cancel) is { } symbol && SopSymbols.IsSop(symbol),
        MethodDeclarationSyntax method => place.Model.GetDeclaredSymbol(method, cancel) is { } symbol && SopSymbols.IsMarked(symbol) && SopSymbols.IsSop(symbol.ContainingType),
        _ => false,
    };
}
