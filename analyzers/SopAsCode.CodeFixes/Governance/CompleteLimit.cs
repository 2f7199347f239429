using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Flow;
using SopAsCode.Model.Reading;
using SopAsCode.Model.Shape;
using SopAsCode.Model.Values;

namespace SopAsCode.CodeFixes;

/// <summary>
/// Writes the condition of a limit, if autonomy is meant. There is one offer per condition that can be evaluated there, and the person who applies the fix
/// chooses the condition. How often a day, and since when, is left out, and SOP0208 asks for it.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CompleteLimit)), Shared]
public sealed class CompleteLimit() : ChoiceFix(FixNames.CompleteLimit)
{
    /// <inheritdoc/>
    internal override IEnumerable<FixOffer> Offers(FixPlace place, Diagnostic diagnostic, CancellationToken cancel)
    {
        if (!diagnostic.Properties.TryGetValue(Fix.NameKey, out var name) || name != FixNames.CompleteLimit
            || place.StepAt(diagnostic) is not { } method || place.SopAt(diagnostic, cancel) is not { Symbol: { } type })
        {
            return [];
        }

        // Nothing asks a step that does no harm for more than the text of its limit, and the text is for a person to write.
        var sop = SopReader.Read(type, cancel);
        return sop.Steps.FirstOrDefault(step => step.Name == method.Identifier.ValueText) is { HasWriteEffect: true, Limit: null or { When: null } } step
            ? sop.Conditions
                .Where(condition => CanBeAsked(sop, step, condition))
                .Select(condition => new FixOffer($"Limit it to: {condition.Text}", nameof(CompleteLimit) + condition.Name, [Edit(place, method, condition, cancel)]))
            : [];
    }

    // The values that the condition reads must exist before the step starts, on every path to it.
    private static bool CanBeAsked(SopModel sop, StepModel step, ConditionModel condition)
    {
        var when = new StepReference(condition.Name, IsLiteral: false, step.Place);
        var limit = step.Limit is { } known ? known with { When = when } : new("Limit", when, 0, null, null, null, step.Place);
        var limited = sop with { Steps = sop.Steps.Select(other => other.Name == step.Name ? other with { Limit = limit } : other).ToEquatableArray() };
        return ShapeCheck.Check(FlowBuilder.Build(limited)).All(finding => finding.IsAdvice);
    }

    private static TextEdit Edit(FixPlace place, MethodDeclarationSyntax method, ConditionModel condition, CancellationToken cancel)
    {
        var when = NameStep.Nameof(condition.Name);
        return AttributeText.Find(place, method, "Limit", cancel) is { } limit
            ? AttributeText.SetArgument(place, limit, nameof(LimitModel.When), when)
            : AttributeText.Add(place, method, "Limit", $"({SymbolDisplay.FormatLiteral($"Only when this holds: {condition.Text}", quote: true)}, When = {when})", cancel);
    }
}
