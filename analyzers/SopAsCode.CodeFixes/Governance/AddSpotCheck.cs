using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using SopAsCode.Model.Findings;

namespace SopAsCode.CodeFixes;

/// <summary>Lets a person look at every twentieth output. There is one offer per role, and the person who applies the fix chooses the role.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddSpotCheck)), Shared]
public sealed class AddSpotCheck() : ChoiceFix(FixNames.AddSpotCheck)
{
    /// <inheritdoc/>
    internal override IEnumerable<FixOffer> Offers(FixPlace place, Diagnostic diagnostic, CancellationToken cancel) =>
        place.StepAt(diagnostic) is { } step && place.SopAt(diagnostic, cancel) is { } sop
            ? RolesInScope.Of(sop.Symbol, place.Model.Compilation).Select(role => new FixOffer(
                $"Let {role.Name} look at one in 20",
                nameof(AddSpotCheck) + RolesInScope.FullName(role),
                [AttributeText.Add(place, step, "SpotCheck", $"<{LocalSyntax.Type(place.Model, step.SpanStart, role)}>(OneIn = 20)", cancel)]))
            : [];
}
