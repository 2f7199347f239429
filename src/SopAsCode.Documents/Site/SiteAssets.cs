using System.Reflection;

namespace SopAsCode.Documents.Site;

/// <summary>The files of the site that are the same for everybody.</summary>
internal static class SiteAssets
{
    /// <summary>The styles that a chart needs: the colours, and what the style sheet says of charts.</summary>
    public static string ChartStyle
    {
        get
        {
            var style = Read("site.css");
            return style[..style.IndexOf("\n* {", StringComparison.Ordinal)] + Part(style, "/* Charts. */", ".legend");
        }
    }

    /// <summary>The text of a file.</summary>
    public static string Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private static string Part(string text, string from, string to)
    {
        var start = text.IndexOf(from, StringComparison.Ordinal);
        return text[start..text.IndexOf(to, start, StringComparison.Ordinal)];
    }
}
