using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Reading;

namespace SopAsCode.CodeFixes;

/// <summary>
/// Puts a waiver in place of a pragma or <c>[SuppressMessage]</c> that gives a reason. The waiver names the owner, until
/// somebody changes it. The fix is offered only if the waiver is complete and covers the same SOP or step.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(WaiveInstead)), Shared]
public sealed class WaiveInstead() : SopFix(FixNames.WaiveInstead)
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
        return edits is null ? [] : [new($"Waive {rule} by the owner instead", nameof(WaiveInstead), edits)];
    }

    /// <summary>The arguments of the waiver; null when the SOP does not say enough.</summary>
    internal static string? Arguments(FixPlace place, INamedTypeSymbol sop, int position, string rule, string because, CancellationToken cancel)
    {
        var owner = sop.GetAttributes().FirstOrDefault(attribute => SopSymbols.IsOurs(attribute, "OwnerAttribute"))?.AttributeClass?.TypeArguments.FirstOrDefault();
        return owner is INamedTypeSymbol { TypeKind: not TypeKind.Error } role && WaiverEnd.For(place, sop, cancel) is { } until
            ? $"(\"{rule}\", Because = {because}, By = typeof({LocalSyntax.Type(place.Model, position, role)}), Until = \"{until}\")"
            : null;
    }

    private static IReadOnlyList<TextEdit>? ReplaceAttribute(FixPlace place, AttributeSyntax suppression, string rule, CancellationToken cancel)
    {
        var reason = suppression.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == "Justification")?.Expression;
        if (reason is null || !SaysWhy(place.Model.GetConstantValue(reason, cancel).Value as string) || SopOf(place, suppression.Parent?.Parent, cancel) is not { } sop)
        {
            return null;
        }

        return Arguments(place, sop, suppression.SpanStart, rule, reason.ToString(), cancel) is { } arguments
            ? [new(place.Document.Id, new(suppression.Span, LocalSyntax.Attribute(place.Model, suppression.SpanStart, "Waive") + arguments))]
            : null;
    }

    /// <summary>Whether a text is a reason; editors write "Pending" in its place.</summary>
    internal static bool SaysWhy(string? reason) => !PlaceholderText.Is(reason) && !string.Equals(reason!.Trim().Trim('<', '>'), "Pending", StringComparison.OrdinalIgnoreCase);

    private static INamedTypeSymbol? SopOf(FixPlace place, SyntaxNode? declaration, CancellationToken cancel) => declaration switch
    {
        ClassDeclarationSyntax type when place.Model.GetDeclaredSymbol(type, cancel) is { } symbol && SopSymbols.IsSop(symbol) => symbol,
        MethodDeclarationSyntax method when place.Model.GetDeclaredSymbol(method, cancel) is { } symbol && SopSymbols.IsMarked(symbol) && SopSymbols.IsSop(symbol.ContainingType) => symbol.ContainingType,
        _ => null,
    };
}
