using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using SopAsCode.Model;

namespace SopAsCode.CodeFixes;

/// <summary>SOP0207, SOP0208: gives an AI step the level that fits what it does.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SetLevel)), Shared]
public sealed class SetLevel : TextFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["SOP0207", "SOP0208"];

    /// <inheritdoc/>
    internal override IEnumerable<TextOffer> Offers(FixPlace place, Diagnostic diagnostic, CancellationToken cancel)
    {
        if (diagnostic.Properties.TryGetValue(Fix.NameKey, out var name) && name == FixNames.SetLevel
            && Enum.TryParse<Level>(diagnostic.Properties[Fix.ValueKey], out var level)
            && place.StepAt(diagnostic) is { } method && LevelText.Edits(place, method, level, cancel) is { } edits)
        {
            yield return new($"Set Level = Level.{level}", nameof(SetLevel), edits);
        }
    }
}
