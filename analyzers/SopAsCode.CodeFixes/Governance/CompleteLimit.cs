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
/// Writes a limit, or what it lacks, if autonomy is meant. There is one offer per condition that can be evaluated there, and the
/// person who applies the fix chooses the condition.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CompleteLimit)), Shared]
public sealed class CompleteLimit() : SopFix(FixNames.CompleteLimit)
{
    private const int PerDay = 10;

    /// <inheritdoc/>
    internal override IEnumerable<FixOffer> Offers(FixPlace place, Diagnostic diagnostic, CancellationToken cancel)
    {
        if (!diagnostic.Properties.TryGetValue(Fix.NameKey, out var name) || name != FixNames.CompleteLimit
            || place.StepAt(diagnostic) is not { } method || place.SopAt(diagnostic, cancel) is not { Symbol: { } type })
        {
            yield break;
        }

        var sop = SopReader.Read(type, cancel);
        var since = diagnostic.Properties[Fix.ValueKey] ?? "";
        if (sop.Steps.FirstOrDefault(step => step.Name == method.Identifier.ValueText) is not { } step)
        {
            yield break;
        }

        if (!step.HasWriteEffect)
        {
            yield return new("Add a limit", nameof(CompleteLimit), [Edit(place, method, step, null, since, cancel)]);
            yield break;
        }

        if (since.Length == 0 && step.Limit?.Since is null)
        {
            // The day since which the limit holds is not known, and a limit without it is not complete.
            yield break;
        }

        if (step.Limit?.When is not null)
        {
            yield return new("Complete the limit", nameof(CompleteLimit), Edits(place, method, step, null, since, cancel));
            yield break;
        }

        foreach (var condition in sop.Conditions.Where(condition => CanBeAsked(sop, step, condition)))
        {
            yield return new($"Limit it to: {condition.Text}", nameof(CompleteLimit) + condition.Name, Edits(place, method, step, condition, since, cancel));
        }
    }

    // The values that the condition reads must exist before the step starts, on every path to it.
    private static bool CanBeAsked(SopModel sop, StepModel step, ConditionModel condition)
    {
        var when = new StepReference(condition.Name, IsLiteral: false, step.Place);
        var limit = step.Limit is { } known ? known with { When = when, PerDay = PerDay } : new("Limit", when, PerDay, null, null, null, step.Place);
        var limited = sop with { Steps = sop.Steps.Select(other => other.Name == step.Name ? other with { Limit = limit } : other).ToEquatableArray() };
        return ShapeCheck.Check(FlowBuilder.Build(limited)).All(finding => finding.IsAdvice);
    }

    private static List<TextEdit> Edits(FixPlace place, MethodDeclarationSyntax method, StepModel step, ConditionModel? condition, string since, CancellationToken cancel) =>
        AttributeText.Find(place, method, "Limit", cancel) is { } limit && step.Limit is { } stated
            ? Missing(place, limit, stated, condition, since)
            : [Edit(place, method, step, condition, since, cancel)];

    private static TextEdit Edit(FixPlace place, MethodDeclarationSyntax method, StepModel step, ConditionModel? condition, string since, CancellationToken cancel)
    {
        var text = condition is null ? $"Nothing but this: {step.Title}" : $"Only when this holds: {condition.Text}";
        List<string> arguments = [SymbolDisplay.FormatLiteral(text, quote: true)];
        if (condition is not null)
        {
            arguments.Add($"When = {NameStep.Nameof(condition.Name)}");
        }

        arguments.Add($"PerDay = {PerDay}");
        if (since.Length > 0)
        {
            arguments.Add($"Since = \"{since}\"");
        }

        return AttributeText.Add(place, method, "Limit", $"({string.Join(", ", arguments)})", cancel);
    }

    // An argument that says nothing is replaced; new arguments are added together after the last one.
    private static List<TextEdit> Missing(FixPlace place, AttributeSyntax limit, LimitModel stated, ConditionModel? condition, string since)
    {
        List<TextEdit> edits = [];
        List<string> added = [];
        foreach (var name in stated.Missing)
        {
            var value = name switch
            {
                nameof(LimitModel.When) => NameStep.Nameof(condition!.Name),
                nameof(LimitModel.PerDay) => $"{PerDay}",
                _ => $"\"{since}\"",
            };
            if (limit.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == name) is { } written)
            {
                edits.Add(new(place.Document.Id, new(written.Expression.Span, value)));
            }
            else
            {
                added.Add($"{name} = {value}");
            }
        }

        return added.Count == 0 ? edits : [.. edits, AttributeText.AddArgument(place, limit, string.Join(", ", added))];
    }
}
