using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;

namespace SopAsCode.CodeFixes;

/// <summary>Evaluates the same condition, with the same path, again after the checkpoint. It is offered only if the rule found that this is valid.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RepeatCondition)), Shared]
public sealed class RepeatCondition() : SopFix(FixNames.RepeatCondition)
{
    /// <inheritdoc/>
    internal override IEnumerable<FixOffer> Offers(FixPlace place, Diagnostic diagnostic, CancellationToken cancel)
    {
        if (!diagnostic.Properties.TryGetValue(Fix.NameKey, out var fix) || fix != FixNames.RepeatCondition
            || place.StepAt(diagnostic) is not { } step)
        {
            yield break;
        }

        var value = diagnostic.Properties[Fix.ValueKey]!.Split('|');
        var (question, then, otherwise) = (value[0], value[1], value[2]);
        var rest = $"({Reference(place, step, then)}, When = {NameStep.Nameof(question)})";
        List<TextEdit> edits = AttributeText.Find(place, step, "Next", cancel) is { } first
            ? [Before(place, first, rest)]
            : [AttributeText.Add(place, step, "Next", rest, cancel), AttributeText.Add(place, step, "Next", $"({Reference(place, step, otherwise)})", cancel)];
        yield return new($"Ask '{question}' again", nameof(RepeatCondition) + question, edits);
    }

    // The entries are tried in order, so the condition comes before the others.
    private static TextEdit Before(FixPlace place, AttributeSyntax first, string rest)
    {
        var attribute = $"{LocalSyntax.Attribute(place.Model, first.SpanStart, "Next")}{rest}";
        var list = (AttributeListSyntax)first.Parent!;
        var text = place.Root.GetText();
        return list.Attributes[0] == first && LocalSyntax.Indent(text, list.SpanStart) is { } indent
            ? new(place.Document.Id, new(new(list.SpanStart, 0), $"[{attribute}]{LocalSyntax.EndOfLine(text)}{indent}"))
            : new(place.Document.Id, new(new(first.SpanStart, 0), $"{attribute}, "));
    }

    // The constants have parentheses, so that no step can have the same name.
    private static string Reference(FixPlace place, SyntaxNode at, string name) =>
        name == "(fallback)" ? NameStep.Constant(place, at, "Fallback")
        : name.StartsWith("(", StringComparison.Ordinal) ? NameStep.Constant(place, at, $"End.{char.ToUpperInvariant(name[1])}{name.Substring(2).TrimEnd(')')}")
        : NameStep.Nameof(name);
}
