using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Reading;

namespace SopAsCode.CodeFixes;

/// <summary>States where the run goes: to the next step, as it does now, or to its end.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(WriteNext)), Shared]
public sealed class WriteNext() : SopFix(FixNames.WriteNext)
{
    /// <inheritdoc/>
    internal override IEnumerable<FixOffer> Offers(FixPlace place, Diagnostic diagnostic, CancellationToken cancel)
    {
        if (place.StepAt(diagnostic) is not { } method || place.SopAt(diagnostic, cancel) is not { } sop)
        {
            yield break;
        }

        var steps = SopReader.Read(sop.Symbol, cancel).Steps.ToList();
        var number = steps.FindIndex(step => step.Name == method.Identifier.ValueText);
        if (number >= 0 && number + 1 < steps.Count)
        {
            var following = steps[number + 1].Name;
            yield return Offer(place, method, $"Go on to '{following}', as today", "GoOn", NameStep.Nameof(following), cancel);
            yield return Offer(place, method, "End the run completed", "Complete", NameStep.Constant(place, method, "End.Completed"), cancel);
        }
    }

    private static FixOffer Offer(FixPlace place, MethodDeclarationSyntax method, string title, string key, string to, CancellationToken cancel) =>
        new(title, nameof(WriteNext) + key, [AttributeText.Add(place, method, "Next", $"({to})", cancel)]);
}
