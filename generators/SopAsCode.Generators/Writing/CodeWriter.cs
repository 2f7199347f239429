using System.Text;

namespace SopAsCode.Generators;

/// <summary>Writes indented C#. Lines end with <c>\n</c> on every machine.</summary>
internal sealed class CodeWriter
{
    private const int Width = 4;

    private readonly StringBuilder _text = TextBuffers.Take();
    private int _depth;

    /// <summary>Writes lines; an empty text writes an empty line.</summary>
    public CodeWriter Write(string lines)
    {
        var text = lines.IndexOf('\r') < 0 ? lines : lines.Replace("\r", "");
        var start = 0;
        for (var end = text.IndexOf('\n'); end >= 0; end = text.IndexOf('\n', start))
        {
            Line(text, start, end);
            start = end + 1;
        }

        Line(text, start, text.Length);
        return this;
    }

    /// <summary>Writes an empty line.</summary>
    public CodeWriter Blank() => Write("");

    /// <summary>Writes a header, opens a block, and closes it after the body.</summary>
    public CodeWriter Block(string header, Action body, string end = "}") => Write(header).Braces(body, end);

    /// <summary>Opens a block and closes it after the body.</summary>
    public CodeWriter Braces(Action body, string end = "}")
    {
        Write("{");
        Indent(body);
        return Write(end);
    }

    /// <summary>Writes a constant that is a long text, line by line.</summary>
    public CodeWriter Constant(string declaration, string text)
    {
        var quotes = CSharp.RawQuotes(text);
        return Write($"{declaration} = {quotes}").Indent(() => Write(text).Write($"{quotes};"));
    }

    /// <summary>Writes a body one level deeper.</summary>
    public CodeWriter Indent(Action body)
    {
        _depth++;
        body();
        _depth--;
        return this;
    }

    /// <summary>All that was written. Nothing can be written after it.</summary>
    public string Finish() => TextBuffers.Finish(_text);

    private void Line(string text, int start, int end)
    {
        if (end > start)
        {
            _text.Append(' ', _depth * Width).Append(text, start, end - start);
        }

        _text.Append('\n');
    }
}
