using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using SopAsCode.Model;
using SopAsCode.Model.Findings;

namespace SopAsCode.CodeFixes;

/// <summary>Gives an AI step the level that fits what it does.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SetLevel)), Shared]
public sealed class SetLevel() : ChoiceFix(FixNames.SetLevel)
{
    /// <inheritdoc/>
    internal override IEnumerable<FixOffer> Offers(FixPlace place, Diagnostic diagnostic, CancellationToken cancel)
    {
        if (diagnostic.Properties.TryGetValue(Fix.NameKey, out var name) && name == FixNames.SetLevel
            && Enum.TryParse<Level>(diagnostic.Properties[Fix.ValueKey], out var level)
            && place.StepAt(diagnostic) is { } method && LevelText.Edits(place, method, level, cancel) is { } edits)
        {
            yield return new($"Set Level = Level.{level}", nameof(SetLevel), edits);
        }
    }
}
