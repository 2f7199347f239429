using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using SopAsCode.Model.Findings;

namespace SopAsCode.CodeFixes;

/// <summary>Gives the duties that nobody has to the owner. Without an owner there is no such fix.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AssignDuties)), Shared]
public sealed class AssignDuties() : ChoiceFix(FixNames.AssignDuties)
{
    /// <inheritdoc/>
    internal override IEnumerable<FixOffer> Offers(FixPlace place, Diagnostic diagnostic, CancellationToken cancel)
    {
        if (place.SopAt(diagnostic, cancel) is not { } sop
            || !diagnostic.Properties.TryGetValue(Fix.ValueKey, out var duties)
            || AttributeText.Find(place, sop.Declaration, "Owner", cancel) is not { } written
            || place.Model.GetSymbolInfo(written, cancel).Symbol?.ContainingType.TypeArguments.FirstOrDefault() is not { } owner)
        {
            yield break;
        }

        var at = sop.Declaration.SpanStart;
        var role = LocalSyntax.Type(place.Model, at, owner);
        var word = LocalSyntax.Attribute(place.Model, at, "Responsible");
        var rest = duties!.Split(',').Select(duty => $"<{role}>({LocalSyntax.Type(place.Model, at, "Duty")}.{duty})");
        yield return new(
            $"Give the open duties to the owner, {owner.Name}",
            nameof(AssignDuties),
            [AttributeText.Add(place, sop.Declaration, "Responsible", string.Join($", {word}", rest), cancel)]);
    }
}
