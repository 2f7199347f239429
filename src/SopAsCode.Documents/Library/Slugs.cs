using System.Text;
using SopAsCode.Documents.Words;

namespace SopAsCode.Documents.Library;

/// <summary>Names for pages and anchors: small letters, digits and hyphens, so that they are files on every system; each name once.</summary>
internal sealed class Slugs
{
    private const int Longest = 80;

    /// <summary>Names that are devices on Windows.</summary>
    private static readonly HashSet<string> Devices = new(
        new[] { "con", "prn", "aux", "nul" }.Concat(Enumerable.Range(0, 10).SelectMany(n => new[] { $"com{n}", $"lpt{n}" })), StringComparer.Ordinal);

    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>The name of a text. A text that was named before gets another one with a number.</summary>
    public string Of(string text)
    {
        var slug = Clean(text);
        var name = slug;
        for (var number = 2; !_taken.Add(name); number++)
        {
            name = $"{slug}-{number}";
        }

        return name;
    }

    /// <summary>The simple name of a type as words with hyphens: <c>Team.SupportLead</c> becomes "support-lead".</summary>
    public static string Kebab(string type)
    {
        var simple = StepWords.Simple(type);
        var words = new StringBuilder();
        for (var i = 0; i < simple.Length; i++)
        {
            if (i > 0 && char.IsUpper(simple[i]) && (!char.IsUpper(simple[i - 1]) || (i + 1 < simple.Length && char.IsLower(simple[i + 1]))))
            {
                words.Append('-');
            }

            words.Append(simple[i]);
        }

        return words.ToString();
    }

    private static string Clean(string text)
    {
        var slug = new StringBuilder();
        foreach (var c in text.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                slug.Append(c);
            }
            else if (c > 127)
            {
                slug.Append(System.Globalization.CultureInfo.InvariantCulture, $"u{(int)c:x}");
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        var name = slug.ToString(0, Math.Min(slug.Length, Longest)).Trim('-');
        return name.Length == 0 ? "unnamed" : Devices.Contains(name) ? name + "-" : name;
    }
}
