using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using SopAsCode.Model.Values;

namespace SopAsCode.Documents.Html;

/// <summary>A text that is HTML already.</summary>
/// <param name="Text">The HTML.</param>
internal readonly record struct Markup(string Text)
{
    public static Markup None { get; } = new("");

    public bool IsEmpty => Text.Length == 0;

    /// <summary>HTML with values in it; each value is escaped unless it is HTML itself.</summary>
    public static Markup Of(HtmlText.Handler html) => new(html.ToString());

    /// <summary>Several parts with something between them.</summary>
    public static Markup Join(string between, IEnumerable<Markup> parts) => new(string.Join(between, parts.Select(part => part.Text)));

    public override string ToString() => Text;
}

/// <summary>Writes HTML. Whatever stands in braces is escaped, as text or as the value of an attribute in double quotes, unless it is HTML itself.</summary>
internal sealed class HtmlText
{
    private readonly StringBuilder _html = new();

    /// <summary>Writes HTML with values in it.</summary>
    public HtmlText Add([InterpolatedStringHandlerArgument("")] Handler html)
    {
        _ = html;
        return this;
    }

    /// <summary>Writes HTML.</summary>
    public HtmlText Add(Markup html)
    {
        _html.Append(html.Text);
        return this;
    }

    public Markup ToMarkup() => new(_html.ToString());

    public override string ToString() => _html.ToString();

    /// <summary>A text as HTML shows it. Characters that nobody sees are left out.</summary>
    public static string Escape(string text)
    {
        var html = new StringBuilder(text.Length);
        Escape(html, text);
        return html.ToString();
    }

    private static void Escape(StringBuilder html, string text)
    {
        foreach (var c in CleanText.Of(text))
        {
            _ = c switch
            {
                '&' => html.Append("&amp;"),
                '<' => html.Append("&lt;"),
                '>' => html.Append("&gt;"),
                '"' => html.Append("&quot;"),
                '\'' => html.Append("&#39;"),
                _ => html.Append(c),
            };
        }
    }

    /// <summary>What the compiler makes of an interpolated text.</summary>
    [InterpolatedStringHandler]
    public readonly struct Handler
    {
        private readonly StringBuilder _html;

        public Handler(int literalLength, int formattedCount) => _html = new(literalLength + (formattedCount * 16));

        public Handler(int literalLength, int formattedCount, HtmlText target)
        {
            _ = literalLength + formattedCount;
            _html = target._html;
        }

        public void AppendLiteral(string html) => _html.Append(html);

        public void AppendFormatted(string? text) => Escape(_html, text ?? "");

        public void AppendFormatted(int number) => _html.Append(number.ToString(CultureInfo.InvariantCulture));

        public void AppendFormatted(Markup html) => _html.Append(html.Text);

        public override string ToString() => _html.ToString();
    }
}
