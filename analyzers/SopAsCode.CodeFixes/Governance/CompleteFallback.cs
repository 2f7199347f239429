using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SopAsCode.Model;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Reading;

namespace SopAsCode.CodeFixes;

/// <summary>Adds the manual path, or when to switch to it, to fill in.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CompleteFallback)), Shared]
public sealed class CompleteFallback() : SopFix(FixNames.CompleteFallback)
{
    /// <inheritdoc/>
    internal override IEnumerable<FixOffer> Offers(FixPlace place, Diagnostic diagnostic, CancellationToken cancel)
    {
        if (place.SopAt(diagnostic, cancel) is not { Declaration: { } type })
        {
            yield break;
        }

        if (AttributeText.Find(place, type, "Fallback", cancel) is not { } fallback)
        {
            yield return new(AddFallback.Title, nameof(CompleteFallback), [AttributeText.Add(place, type, "Fallback", AddFallback.Text, cancel)]);
        }
        else if (fallback.ArgumentList?.Arguments.All(argument => argument.NameEquals?.Name.Identifier.ValueText != "SwitchWhen") != false)
        {
            yield return new("Add when to work by hand, to fill in", nameof(CompleteFallback), [AttributeText.AddArgument(place, fallback, $"SwitchWhen = \"{ToFillIn}\"")]);
        }
    }
}
