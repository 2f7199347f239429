using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using SopAsCode.Model;

namespace SopAsCode.CodeFixes;

/// <summary>
/// Hosts the fixes of SOP0001, SOP0003 and SOP0006. Which one fits, and what it writes, the finding says; each fix is a class of its
/// own.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ShapeFixes)), Shared]
public sealed class ShapeFixes : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["SOP0001", "SOP0003", "SOP0006"];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(FixAllAsync);

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var place = await FixPlace.OfAsync(context.Document, context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (place is not null && Offer(place, diagnostic, context.CancellationToken) is { } offer)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(offer.Title, cancel => FixedDocument.MakeAsync(place, [offer], cancel), offer.Key),
                    diagnostic);
            }
        }
    }

    private static async Task<Document?> FixAllAsync(FixAllContext context, Document document, ImmutableArray<Diagnostic> diagnostics)
    {
        if (await FixPlace.OfAsync(document, context.CancellationToken).ConfigureAwait(false) is not { } place)
        {
            return null;
        }

        var offers = diagnostics
            .Select(diagnostic => Offer(place, diagnostic, context.CancellationToken))
            .Where(offer => offer is not null && offer.Key == context.CodeActionEquivalenceKey)
            .Select(offer => offer!)
            .ToList();
        return await FixedDocument.MakeAsync(place, offers, context.CancellationToken).ConfigureAwait(false);
    }

    private static FixOffer? Offer(FixPlace place, Diagnostic diagnostic, CancellationToken cancel)
    {
        diagnostic.Properties.TryGetValue(Fix.NameKey, out var name);
        diagnostic.Properties.TryGetValue(Fix.ValueKey, out var value);
        var node = place.Root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        return name switch
        {
            FixNames.MakePartial => MakePartial.Offer(node),
            FixNames.AddBase => AddBase.Offer(place, node, value ?? "", cancel),
            FixNames.UseNameof => NameStep.Offer(place, node, NameStep.Nameof(value!)),
            FixNames.UseConstant => NameStep.Offer(place, node, NameStep.Constant(place, node, value!)),
            FixNames.WrapInTask => ReturnTask.Offer(place, node, cancel),
            FixNames.MakeStatic => MakeStatic.Offer(place, node, cancel),
            FixNames.MakeInstance => MakeInstance.Offer(place, node, cancel),
            _ => null,
        };
    }
}
