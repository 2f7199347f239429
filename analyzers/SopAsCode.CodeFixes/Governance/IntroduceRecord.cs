using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SopAsCode.Model.Findings;

namespace SopAsCode.CodeFixes;

/// <summary>Declares a record for a plain value, and uses it throughout the SOP.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(IntroduceRecord)), Shared]
public sealed class IntroduceRecord() : SopFix(FixNames.IntroduceRecord)
{
    /// <inheritdoc/>
    internal override IEnumerable<FixOffer> Offers(FixPlace place, Diagnostic diagnostic, CancellationToken cancel)
    {
        if (diagnostic.Properties.TryGetValue(Fix.ValueKey, out var type)
            && type is not null
            && place.SopAt(diagnostic, cancel) is { } sop
            && RecordText.Of(place, sop.Declaration, sop.Symbol, type, cancel) is { } record
            && record.Edits(cancel) is { } edits)
        {
            yield return new($"Introduce record '{record.Name}'", nameof(IntroduceRecord), edits);
        }
    }
}
