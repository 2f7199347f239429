using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SopAsCode.Model.Findings;

namespace SopAsCode.CodeFixes;

/// <summary>Leads a time-out to the manual path, where a person takes over.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TimeOutToFallback)), Shared]
public sealed class TimeOutToFallback() : SopFix(FixNames.TimeOutToFallback)
{
    /// <inheritdoc/>
    internal override IEnumerable<FixOffer> Offers(FixPlace place, Diagnostic diagnostic, CancellationToken cancel) =>
        place.Root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<AttributeArgumentSyntax>() is { Expression: { } old }
            ? [new("Lead the time-out to Fallback", nameof(TimeOutToFallback), [new(place.Document.Id, new(old.Span, NameStep.Constant(place, old, "Fallback")))])]
            : [];
}
