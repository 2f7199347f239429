using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SopAsCode.Model;
using SopAsCode.Model.Reading;

namespace SopAsCode.CodeFixes;

/// <summary>Lets an AI that writes by itself only draft, and sets its level for that.</summary>
internal static class LowerToDraft
{
    /// <summary>The changes in the text; null when the step is not an AI step.</summary>
    public static IReadOnlyList<TextChange>? Changes(SemanticModel model, MethodDeclarationSyntax method, CancellationToken cancel)
    {
        var attributes = method.AttributeLists.SelectMany(list => list.Attributes).ToList();
        if (attributes.Find(attribute => Is(attribute, "AiStepAttribute")) is not { } step)
        {
            return null;
        }

        return [.. attributes.Where(attribute => Is(attribute, "WritesAttribute")).SelectMany(Draft).Concat(Level(model, step)).OrderBy(change => change.Span.Start)];

        bool Is(AttributeSyntax attribute, string name) => SopSymbols.IsOurs(model.GetSymbolInfo(attribute, cancel).Symbol?.ContainingType, name);
    }

    private static IEnumerable<TextChange> Draft(AttributeSyntax writes)
    {
        if (writes.Name.DescendantNodesAndSelf().OfType<GenericNameSyntax>().FirstOrDefault() is { } name)
        {
            yield return new(name.Identifier.Span, name.Identifier.ValueText.Replace("Writes", "Drafts"));
            if (writes.ArgumentList is { } arguments)
            {
                yield return new(arguments.Span, "");
            }
        }
    }

    // A step at the level PrepareForApproval may draft; a ReadOnly step may not draft, and this fix removes the level Autonomous.
    private static IEnumerable<TextChange> Level(SemanticModel model, AttributeSyntax step)
    {
        var level = $"{LocalSyntax.Type(model, step.SpanStart, "Level")}.{nameof(SopAsCode.Model.Level.DraftOnly)}";
        var argument = step.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == "Level");
        if (argument is not null)
        {
            if (model.GetConstantValue(argument.Expression).Value is (int)SopAsCode.Model.Level.ReadOnly or (int)SopAsCode.Model.Level.Autonomous)
            {
                yield return new(argument.Expression.Span, level);
            }
        }
        else if (step.ArgumentList is { Arguments: { Count: > 0 } arguments })
        {
            yield return new(new(arguments.Last().Span.End, 0), $", Level = {level}");
        }
        else
        {
            yield return new(step.ArgumentList?.Span ?? new(step.Span.End, 0), $"(Level = {level})");
        }
    }
}
