using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using SopAsCode.Model.Findings;

namespace SopAsCode.CodeFixes;

/// <summary>Writes what a metric leaves out, if it follows from the declaration. It invents no number.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CompleteMetric)), Shared]
public sealed class CompleteMetric() : SopFix(FixNames.CompleteMetric)
{
    /// <inheritdoc/>
    internal override IEnumerable<FixOffer> Offers(FixPlace place, Diagnostic diagnostic, CancellationToken cancel)
    {
        if (place.AttributeAt(diagnostic) is { } metric && diagnostic.Properties.TryGetValue(Fix.ValueKey, out var value) && value is { Length: > 0 })
        {
            var arguments = value.Split(';').Select(argument => argument.Split('=')).ToList();
            yield return new(
                $"Write {string.Join(", ", arguments.Select(argument => $"{argument[0]} = {argument[1]}"))}",
                nameof(CompleteMetric),
                [.. arguments.Select(argument => AttributeText.SetArgument(place, metric, argument[0], argument[1]))]);
        }
    }
}
