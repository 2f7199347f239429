using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SopAsCode.Model.Reading;

namespace SopAsCode.CodeFixes;

/// <summary>The place of the text of a prompt, in the attribute or in a file, and how to change the text there.</summary>
internal sealed class PromptPlace
{
    private readonly DocumentId _document;
    private readonly SourceText _text;
    private readonly TextSpan _span;
    private readonly ExpressionSyntax? _expression;

    private PromptPlace(DocumentId document, SourceText text, TextSpan span, ExpressionSyntax? expression) => (_document, _text, _span, _expression) = (document, text, span, expression);

    /// <summary>The text of the prompt of a step; null when a fix can't change the text where it is written.</summary>
    public static PromptPlace? Of(FixPlace place, MethodDeclarationSyntax method, CancellationToken cancel)
    {
        if (AttributeText.Find(place, method, "Prompt", cancel)?.ArgumentList is not { } list)
        {
            return null;
        }

        if (Argument(list, "File")?.Expression is { } file)
        {
            return place.Model.GetConstantValue(file, cancel).Value is string name ? OfFile(place.Document.Project, name, cancel) : null;
        }

        var text = list.Arguments.FirstOrDefault(argument => argument.NameEquals is null)?.Expression;
        return text is null ? null : new(place.Document.Id, place.Root.GetText(), text.Span, text);
    }

    /// <summary>An argument of an attribute that sets a property.</summary>
    public static AttributeArgumentSyntax? Argument(AttributeArgumentListSyntax? list, string property) =>
        list?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == property);

    /// <summary>Replaces a piece of the prompt everywhere in its text.</summary>
    /// <returns>The changes; none when the source writes the piece in another form.</returns>
    public IReadOnlyList<TextEdit> Replace(string piece, string other)
    {
        // In an interpolated text braces are doubled once more.
        if (_expression?.DescendantNodesAndSelf().Any(node => node is InterpolatedStringExpressionSyntax) == true)
        {
            return [];
        }

        var text = _text.ToString(_span);
        List<TextEdit> edits = [];
        for (var at = text.IndexOf(piece, StringComparison.Ordinal); at >= 0; at = text.IndexOf(piece, at + piece.Length, StringComparison.Ordinal))
        {
            var isDoubled = at > 0 && text[at - 1] == '{' && !piece.StartsWith("{{", StringComparison.Ordinal);
            if (!isDoubled)
            {
                edits.Add(new(_document, new(new(_span.Start + at, piece.Length), other)));
            }
        }

        return edits;
    }

    /// <summary>Adds a line to the end of the prompt; null when the end is not a literal text, such as a constant that is declared elsewhere.</summary>
    public TextEdit? Append(string line)
    {
        if (_expression is null)
        {
            var gap = _text.Length == 0 || _text.Lines[_text.Lines.Count - 1].Span.IsEmpty ? "" : LocalSyntax.EndOfLine(_text);
            return new(_document, new(new(_span.End, 0), gap + line + (gap.Length == 0 ? LocalSyntax.EndOfLine(_text) : "")));
        }

        var last = _expression;
        while (last is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum)
        {
            last = sum.Right;
        }

        return last is LiteralExpressionSyntax literal ? Append(literal.Token, line) : null;
    }

    private TextEdit? Append(SyntaxToken token, string line)
    {
        var written = token.Text;
        var end = LocalSyntax.EndOfLine(_text);
        switch (token.Kind())
        {
            case SyntaxKind.StringLiteralToken when written.StartsWith("@", StringComparison.Ordinal):
                return new(_document, new(new(token.Span.End - 1, 0), end + line));
            case SyntaxKind.StringLiteralToken:
                return new(_document, new(new(token.Span.End - 1, 0), "\\n" + line));
            case SyntaxKind.SingleLineRawStringLiteralToken:
                return new(_document, new(new(token.Span.End - written.TakeWhile(letter => letter == '"').Count(), 0), " " + line));
            case SyntaxKind.MultiLineRawStringLiteralToken:
                // The line is added before the last line, which holds only the quotes.
                var closing = _text.Lines.GetLineFromPosition(token.Span.End);
                var indent = LocalSyntax.Indent(_text, token.Span.End - written.TakeWhile(letter => letter == '"').Count());
                return new(_document, new(new(_text.Lines[closing.LineNumber - 1].End, 0), end + indent + line));
            default:
                return null;
        }
    }

    private static PromptPlace? OfFile(Project project, string name, CancellationToken cancel)
    {
        if (TextFiles.Find(name, project.AnalyzerOptions) is not { } file
            || project.AdditionalDocuments.FirstOrDefault(document => document.FilePath == file.Path) is not { } document
            || file.GetText(cancel) is not { } text)
        {
            return null;
        }

        return new(document.Id, text, new(0, text.Length), null);
    }
}
