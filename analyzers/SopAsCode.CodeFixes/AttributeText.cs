using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SopAsCode.Model.Reading;

namespace SopAsCode.CodeFixes;

/// <summary>
/// Writes attributes where people would write them: after those that usually come before them, and on a line of their own if the
/// others have one.
/// </summary>
internal static class AttributeText
{
    /// <summary>Adds an attribute to a class.</summary>
    /// <param name="place">The document.</param>
    /// <param name="type">The class; an SOP, or any other that has an attribute list.</param>
    /// <param name="word">The attribute without its suffix: <c>Trigger</c>.</param>
    /// <param name="rest">The text after the word: <c>("A ticket comes in")</c>.</param>
    /// <param name="cancel">Ends the work early.</param>
    public static TextEdit Add(FixPlace place, TypeDeclarationSyntax type, string word, string rest, CancellationToken cancel) =>
        Add(place, type, type.AttributeLists, word, rest, cancel);

    /// <summary>Adds an attribute to a step.</summary>
    public static TextEdit Add(FixPlace place, MethodDeclarationSyntax method, string word, string rest, CancellationToken cancel) =>
        Add(place, method, method.AttributeLists, word, rest, cancel);

    /// <summary>Adds an argument to an attribute, after the others: <c>Unit = "minutes"</c>.</summary>
    public static TextEdit AddArgument(FixPlace place, AttributeSyntax attribute, string argument)
    {
        TextChange change = attribute.ArgumentList is not { } list ? new(new(attribute.Span.End, 0), $"({argument})")
            : list.Arguments.Count == 0 ? new(list.Span, $"({argument})")
            : new(new(list.Arguments.Last().Span.End, 0), $", {argument}");
        return new(place.Document.Id, change);
    }

    /// <summary>Gives an argument of an attribute another value, or adds it after the others: <c>AtMost</c>, <c>3</c>.</summary>
    public static TextEdit SetArgument(FixPlace place, AttributeSyntax attribute, string property, string value) =>
        attribute.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == property) is { } stated
            ? new(place.Document.Id, new(stated.Expression.Span, value))
            : AddArgument(place, attribute, $"{property} = {value}");

    /// <summary>Removes an attribute, and its line if nothing else is on it.</summary>
    public static TextEdit Remove(FixPlace place, AttributeSyntax attribute)
    {
        var list = (AttributeListSyntax)attribute.Parent!;
        if (list.Attributes.Count > 1)
        {
            var number = list.Attributes.IndexOf(attribute);
            var span = number == 0
                ? TextSpan.FromBounds(attribute.SpanStart, list.Attributes[1].SpanStart)
                : TextSpan.FromBounds(list.Attributes[number - 1].Span.End, attribute.Span.End);
            return new(place.Document.Id, new(span, ""));
        }

        return Remove(place, list);
    }

    /// <summary>Removes several attributes of one declaration.</summary>
    public static IEnumerable<TextEdit> RemoveAll(FixPlace place, IReadOnlyCollection<AttributeSyntax> attributes)
    {
        foreach (var group in attributes.GroupBy(attribute => (AttributeListSyntax)attribute.Parent!))
        {
            var kept = group.Key.Attributes.Where(attribute => !attributes.Contains(attribute)).Select(attribute => attribute.ToString()).ToList();
            yield return kept.Count == 0 ? Remove(place, group.Key)
                : group.Count() == 1 ? Remove(place, group.First())
                : new(place.Document.Id, new(TextSpan.FromBounds(group.Key.Attributes.First().SpanStart, group.Key.Attributes.Last().Span.End), string.Join(", ", kept)));
        }
    }

    /// <summary>The first attribute of the language with this word on a declaration; null when there is none.</summary>
    public static AttributeSyntax? Find(FixPlace place, MemberDeclarationSyntax member, string word, CancellationToken cancel) =>
        FindAll(place, member, word, cancel).FirstOrDefault();

    /// <summary>All attributes of the language with this word on a declaration.</summary>
    public static IEnumerable<AttributeSyntax> FindAll(FixPlace place, MemberDeclarationSyntax member, string word, CancellationToken cancel) => member.AttributeLists
        .SelectMany(list => list.Attributes)
        .Where(attribute => Word(place, attribute, cancel) == word);

    private static TextEdit Remove(FixPlace place, AttributeListSyntax list)
    {
        var text = place.Root.GetText();
        var first = text.Lines.GetLineFromPosition(list.SpanStart);
        var last = text.Lines.GetLineFromPosition(list.Span.End);
        var isAlone = LocalSyntax.Indent(text, list.SpanStart) is not null && string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(list.Span.End, last.End)));
        return new(place.Document.Id, new(isAlone ? TextSpan.FromBounds(first.Start, last.EndIncludingLineBreak) : list.Span, ""));
    }

    private static TextEdit Add(
        FixPlace place, MemberDeclarationSyntax member, SyntaxList<AttributeListSyntax> lists, string word, string rest, CancellationToken cancel)
    {
        var rank = AttributeTable.RankOf(word);
        var above = lists.LastOrDefault(list => list.Attributes.Any(attribute => AttributeTable.RankOf(Word(place, attribute, cancel)) is >= 0 and var other && other <= rank))
            ?? lists.LastOrDefault();
        var text = place.Root.GetText();
        var attribute = $"[{LocalSyntax.Attribute(place.Model, member.SpanStart, word)}{rest}]";
        if (above is null)
        {
            var indent = LocalSyntax.Indent(text, member.SpanStart);
            return new(place.Document.Id, new(new(member.SpanStart, 0), indent is null ? $"{attribute} " : $"{attribute}{LocalSyntax.EndOfLine(text)}{indent}"));
        }

        var line = text.Lines.GetLineFromPosition(above.Span.End);
        var hasOwnLine = LocalSyntax.Indent(text, above.SpanStart) is not null && string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(above.Span.End, line.End)));
        return new(
            place.Document.Id,
            new(new(above.Span.End, 0), hasOwnLine ? $"{LocalSyntax.EndOfLine(text)}{LocalSyntax.Indent(text, above.SpanStart)}{attribute}" : $" {attribute}"));
    }

    private static string? Word(FixPlace place, AttributeSyntax attribute, CancellationToken cancel)
    {
        const string suffix = "Attribute";
        return place.Model.GetSymbolInfo(attribute, cancel).Symbol?.ContainingType is { } type && SopSymbols.IsOurs(type, type.Name) && type.Name.EndsWith(suffix, StringComparison.Ordinal)
            ? type.Name.Substring(0, type.Name.Length - suffix.Length)
            : null;
    }
}
