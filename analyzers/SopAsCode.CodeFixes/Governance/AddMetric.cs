using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using SopAsCode.Model;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Values;

namespace SopAsCode.CodeFixes;

/// <summary>
/// Adds metrics. The team must fill in the numbers; SOP0703 reports the metrics until it does.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddMetric)), Shared]
public sealed class AddMetric() : SopFix(FixNames.AddMetric)
{
    /// <inheritdoc/>
    internal override IEnumerable<FixOffer> Offers(FixPlace place, Diagnostic diagnostic, CancellationToken cancel)
    {
        if (place.SopAt(diagnostic, cancel) is not { } sop || !diagnostic.Properties.TryGetValue(Fix.ValueKey, out var value) || value is not { Length: > 0 })
        {
            yield break;
        }

        var type = LocalSyntax.Type(place.Model, sop.Declaration.SpanStart, "Measure");
        var metrics = value.Split(';').Select(metric => metric.Split('=')).ToList();
        yield return new(
            $"Measure {string.Join(" and ", metrics.Select(metric => Naming.Phrase(metric[0]).ToLowerInvariant()))}",
            nameof(AddMetric),
            [.. metrics.Select(metric => AttributeText.Add(place, sop.Declaration, "Metric", $"({type}.{metric[0]}{Unit(metric[1])})", cancel))]);
    }

    private static string Unit(string unit) => unit.Length == 0 ? "" : $", Unit = \"{unit}\"";
}
