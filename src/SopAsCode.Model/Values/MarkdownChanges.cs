using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace SopAsCode.Model.Values;

/// <summary>What must change in a Markdown text so that it can't reach beyond itself; see <see cref="AuthorMarkdown"/>.</summary>
internal sealed class MarkdownChanges
{
    // Between two braces it keeps readers of templates from seeing a template. It is not visible, and no line breaks at it.
    private const string Joiner = "\u2060";

    private readonly string _text;
    private readonly SortedDictionary<int, (int Length, string New)> _changes = [];

    public MarkdownChanges(string text, MarkdownDocument document)
    {
        _text = text;
        foreach (var block in document.Descendants())
        {
            switch (block)
            {
                case HtmlBlock html:
                    EscapeAngles(html.Span);
                    break;
                case HeadingBlock heading:
                    MakeBold(heading);
                    break;
                case FencedCodeBlock { ClosingFencedCharCount: 0 } fence:
                    Close(fence);
                    break;
                case HtmlInline html:
                    EscapeAngles(html.Span);
                    break;
                case AutolinkInline link:
                    WriteOut(link);
                    break;
                case LinkInline link when !LeadsSomewhereSafe(link.Url ?? ""):
                    Insert(_text.IndexOf('[', link.Span.Start), "\\");
                    break;
                case LiteralInline literal:
                    EscapeForOtherReaders(literal.Span);
                    break;
            }
        }
    }

    /// <summary>Nothing must change.</summary>
    public bool IsEmpty => _changes.Count == 0;

    /// <summary>The line that opens a fence which nothing closes.</summary>
    public string? OpenFence { get; private set; }

    /// <summary>The text with the changes.</summary>
    public string Apply()
    {
        var changed = new StringBuilder();
        var at = 0;
        foreach (var change in _changes)
        {
            if (change.Key >= at)
            {
                changed.Append(_text, at, change.Key - at).Append(change.Value.New);
                at = change.Key + change.Value.Length;
            }
        }

        return changed.Append(_text, at, _text.Length - at).ToString();
    }

    private static bool LeadsSomewhereSafe(string url)
    {
        var end = url.IndexOfAny(['/', '?', '#']);
        var start = end < 0 ? url : url.Substring(0, end);
        return start.IndexOf(':') is var colon && (colon < 0 || start.Substring(0, colon).ToLowerInvariant() is "http" or "https" or "mailto");
    }

    private void EscapeAngles(SourceSpan span)
    {
        for (var i = span.Start; i <= span.End && i < _text.Length; i++)
        {
            if (_text[i] == '<')
            {
                Replace(i, 1, "&lt;");
            }
        }
    }

    // Readers of Markdown with components and templates take < and braces for code.
    private void EscapeForOtherReaders(SourceSpan span)
    {
        for (var i = span.Start; i <= span.End && i < _text.Length; i++)
        {
            var isEscaped = i > 0 && _text[i - 1] == '\\';
            var isSecond = i > 0 && _text[i - 1] == '{' && _text[i] is '{' or '%';
            if (_text[i] is '{' or '}' && !isEscaped)
            {
                Insert(i, isSecond ? Joiner + "\\" : "\\");
                if (_text[i] == '}' && (i + 1 == _text.Length || _text[i + 1] is '\n'))
                {
                    Insert(i + 1, Joiner);
                }
            }
            else if (isSecond)
            {
                Insert(i, Joiner);
            }
            else if (_text[i] == '{' && isEscaped && i > 1 && _text[i - 2] == '{')
            {
                Insert(i - 1, Joiner);
            }
            else if (!isEscaped && (_text[i] == '*' || (_text[i] == '_' && !IsInWord(i))))
            {
                // It marks nothing here; formatters write it so.
                Insert(i, "\\");
            }
            else if (_text[i] == '<')
            {
                Replace(i, 1, i > 0 && _text[i - 1] == '\\' ? "<" : "&lt;");
            }
        }
    }

    private bool IsInWord(int at) => at > 0 && at + 1 < _text.Length && (char.IsLetterOrDigit(_text[at - 1]) || _text[at - 1] == '_') && (char.IsLetterOrDigit(_text[at + 1]) || _text[at + 1] == '_');

    // An address in angle brackets is taken for a tag by readers with components.
    private void WriteOut(AutolinkInline link)
    {
        if (LeadsSomewhereSafe(link.IsEmail ? "mailto:" + link.Url : link.Url))
        {
            Replace(link.Span.Start, link.Span.Length, $"[{Escaped(link.Url)}]({(link.IsEmail ? "mailto:" : "")}{link.Url.Replace("(", "%28").Replace(")", "%29")})");
        }
        else
        {
            EscapeAngles(link.Span);
        }
    }

    private static string Escaped(string words)
    {
        var escaped = new StringBuilder(words.Length);
        foreach (var c in words)
        {
            if (c is '_' or '*' or '[' or ']' or '\\' or '`' or '{' or '}' or '~' or '<' or '>' or '|')
            {
                escaped.Append('\\');
            }

            escaped.Append(c);
        }

        return escaped.ToString();
    }

    private void MakeBold(HeadingBlock heading)
    {
        var words = heading.Inline is { FirstChild: not null } inline ? _text.Substring(inline.Span.Start, inline.Span.Length).Trim() : "";
        var bold = words.Length == 0 || (words.StartsWith("**", StringComparison.Ordinal) && words.EndsWith("**", StringComparison.Ordinal)) ? words : $"**{words}**";
        var prefix = PrefixOf(heading.Span.Start);
        var before = heading.Span.Start > 0 && heading.Parent is { } parent && parent.IndexOf(heading) > 0 ? "\n" + prefix : "";
        Replace(heading.Span.Start, EndOfLine(heading.Span.End) - heading.Span.Start, $"{before}{bold}\n{prefix.TrimEnd()}");
    }

    private void Close(FencedCodeBlock fence)
    {
        var prefix = PrefixOf(fence.Span.Start);
        var lines = Enumerable.Range(0, fence.Lines.Count).Select(i => fence.Lines.Lines[i].Slice).Where(line => !line.IsEmptyOrWhitespace()).Select(line => line.End);
        Insert(EndOfLine(lines.Append(fence.Span.Start).Max()), $"\n{prefix}{new string(fence.FencedChar, fence.OpeningFencedCharCount)}");
        OpenFence ??= _text.Substring(fence.Span.Start, EndOfLine(fence.Span.Start) - fence.Span.Start).Trim();
    }

    private int EndOfLine(int from) => _text.IndexOf('\n', Math.Min(from, _text.Length)) is >= 0 and var end ? end : _text.Length;

    // What the further lines of a block start with: marks of quotes, and blanks below marks of lists.
    private string PrefixOf(int start)
    {
        var line = start == 0 ? 0 : _text.LastIndexOf('\n', start - 1) + 1;
        return new([.. _text.Substring(line, start - line).Select(c => c is '>' or '\t' ? c : ' ')]);
    }

    private void Insert(int at, string text) => Replace(at, 0, text);

    private void Replace(int at, int length, string text)
    {
        if (at >= 0 && (length > 0 || text.Length > 0) && !_changes.ContainsKey(at) && !(length == text.Length && string.CompareOrdinal(_text, at, text, 0, length) == 0))
        {
            _changes.Add(at, (length, text));
        }
    }
}
