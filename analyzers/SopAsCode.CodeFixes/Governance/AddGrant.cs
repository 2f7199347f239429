using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SopAsCode.Analyzers;
using SopAsCode.Model;
using SopAsCode.Model.Findings;

namespace SopAsCode.CodeFixes;

/// <summary>
/// Appends a grant to Grants.cs. The team must fill in who grants it, since when and why; SOP0306 and SOP0212 report it until somebody does. Each grant is asked
/// for by itself, never several at once.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddGrant)), Shared]
public sealed class AddGrant : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => Rules.FixedBy(FixNames.AddGrant);

    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await WantedAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false) is { } wanted)
            {
                context.RegisterCodeFix(
                    CodeAction.Create($"Append a grant to {GrantsFile.Name}", cancel => GrantsFile.AppendAsync(context.Document.Project, [wanted], cancel), nameof(AddGrant)),
                    diagnostic);
            }
        }
    }

    /// <summary>The grant that a finding needs.</summary>
    internal static async Task<WantedGrant?> WantedAsync(Document document, Diagnostic diagnostic, CancellationToken cancel)
    {
        if (await FixPlace.OfAsync(document, cancel).ConfigureAwait(false) is { } place
            && diagnostic.Properties.TryGetValue(Fix.ValueKey, out var value) && Enum.TryParse<Impact>(value, out var impact)
            && place.Root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<AttributeSyntax>() is { } writes
            && place.Model.GetSymbolInfo(writes, cancel).Symbol?.ContainingType.TypeArguments.FirstOrDefault() is INamedTypeSymbol tool
            && writes.FirstAncestorOrSelf<ClassDeclarationSyntax>() is { } type
            && place.Model.GetDeclaredSymbol(type, cancel) is INamedTypeSymbol sop)
        {
            return new(sop, tool, impact);
        }

        return null;
    }
}

/// <summary>A grant to be written.</summary>
/// <param name="Sop">The SOP that writes.</param>
/// <param name="Tool">The tool it writes to.</param>
/// <param name="Impact">Where the writes may hurt.</param>
internal sealed record WantedGrant(INamedTypeSymbol Sop, INamedTypeSymbol Tool, Impact Impact);
