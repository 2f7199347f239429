using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Values;

namespace SopAsCode.CodeFixes;

/// <summary>
/// Writes the first entry of the change log, with the day of the build if it states one, or else with today. What changed is left to fill in.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddChange)), Shared]
public sealed class AddChange() : ChoiceFix(FixNames.AddChange)
{
    /// <inheritdoc/>
    internal override IEnumerable<FixOffer> Offers(FixPlace place, Diagnostic diagnostic, CancellationToken cancel)
    {
        if (diagnostic.Properties.TryGetValue(Fix.NameKey, out var name) && name == FixNames.AddChange && place.SopAt(diagnostic, cancel) is { } sop)
        {
            var day = diagnostic.Properties[Fix.ValueKey] is { Length: > 0 } said ? said : IsoDay.Text(DateTime.Now);
            yield return new(
                $"Start the change log with 1.0.0 of {day}",
                nameof(AddChange),
                [AttributeText.Add(place, sop.Declaration, "Change", $"(\"1.0.0\", \"{day}\", \"{ToFillIn}\")", cancel)]);
        }
    }
}
