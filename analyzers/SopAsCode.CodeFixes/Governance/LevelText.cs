using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SopAsCode.Model;

namespace SopAsCode.CodeFixes;

/// <summary>Sets the level of an AI step, and removes what that level may not do.</summary>
internal static class LevelText
{
    /// <summary>The changes in the text; null when the step is not an AI step.</summary>
    public static IReadOnlyList<TextEdit>? Edits(FixPlace place, MethodDeclarationSyntax method, Level level, CancellationToken cancel)
    {
        if (AttributeText.Find(place, method, "AiStep", cancel) is not { } step)
        {
            return null;
        }

        List<TextEdit> edits = [Level(place, step, level)];
        if (level == SopAsCode.Model.Level.Autonomous)
        {
            return edits;
        }

        edits.AddRange(Access(place, method, "Writes", level == SopAsCode.Model.Level.ReadOnly ? "Reads" : "Drafts", cancel));
        if (level == SopAsCode.Model.Level.ReadOnly)
        {
            edits.AddRange(Access(place, method, "Drafts", "Reads", cancel));
        }

        if (AttributeText.Find(place, method, "Limit", cancel) is { } limit)
        {
            edits.Add(AttributeText.Remove(place, limit));
        }

        return edits;
    }

    private static TextEdit Level(FixPlace place, AttributeSyntax step, Level level)
    {
        var code = $"{LocalSyntax.Type(place.Model, step.SpanStart, nameof(Level))}.{level}";
        return step.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == nameof(Level)) is { } argument
            ? new(place.Document.Id, new(argument.Expression.Span, code))
            : AttributeText.AddArgument(place, step, $"{nameof(Level)} = {code}");
    }

    private static IEnumerable<TextEdit> Access(FixPlace place, MethodDeclarationSyntax method, string word, string other, CancellationToken cancel)
    {
        foreach (var attribute in AttributeText.FindAll(place, method, word, cancel))
        {
            if (attribute.Name.DescendantNodesAndSelf().OfType<GenericNameSyntax>().FirstOrDefault() is { } name)
            {
                yield return new(place.Document.Id, new(name.Identifier.Span, name.Identifier.ValueText.Replace(word, other)));
                if (attribute.ArgumentList is { } arguments)
                {
                    yield return new(place.Document.Id, new(arguments.Span, ""));
                }
            }
        }
    }
}
