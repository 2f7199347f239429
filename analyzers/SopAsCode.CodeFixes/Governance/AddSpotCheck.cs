using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using SopAsCode.Model.Findings;

namespace SopAsCode.CodeFixes;

/// <summary>Somebody looks at every twentieth output. Who, the person who fixes it says: there is one offer per role.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddSpotCheck)), Shared]
public sealed class AddSpotCheck() : SopFix(FixNames.AddSpotCheck)
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
