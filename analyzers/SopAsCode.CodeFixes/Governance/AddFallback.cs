using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using SopAsCode.Model;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Reading;

namespace SopAsCode.CodeFixes;

/// <summary>Adds the manual path to fill in. Only a person can say how the work is done by hand, and when.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddFallback)), Shared]
public sealed class AddFallback() : SopFix(FixNames.AddFallback)
{
    /// <summary>What the editor shows.</summary>
    internal const string Title = "Add the way by hand to fill in";

    /// <summary>The arguments of the attribute.</summary>
    internal const string Text = $"(\"{ToFillIn}\", SwitchWhen = \"{ToFillIn}\")";

    /// <inheritdoc/>
    internal override IEnumerable<FixOffer> Offers(FixPlace place, Diagnostic diagnostic, CancellationToken cancel)
    {
        if (place.SopAt(diagnostic, cancel) is { Declaration: { } type } && AttributeText.Find(place, type, "Fallback", cancel) is null)
        {
            yield return new(Title, nameof(AddFallback), [AttributeText.Add(place, type, "Fallback", Text, cancel)]);
        }
    }
}
