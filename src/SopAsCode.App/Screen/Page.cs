using System.Text;
using SopAsCode.Figures;

namespace SopAsCode.App;

/// <summary>Writes texts for people: harmless, and broken between words where the terminal ends.</summary>
internal sealed class Page(TextWriter to, int width, bool hasColor)
{
    private const int DeepestIndent = 12;

    /// <summary>How many columns there are; 0 when lines are not broken.</summary>
    public int Width => width;

    /// <summary>So many of something, in words: 1 run, 2 runs.</summary>
    public static string Count(int count, string one) => count == 1 ? $"1 {one}" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{count} {one}s");

    /// <summary>Names in a sentence: a, b and c.</summary>
    public static string List(IReadOnlyList<string> names) => names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}";

    /// <summary>A title.</summary>
    public void Title(string text)
    {
        var clean = VisibleText.Line(text);
        foreach (var line in Broken(clean, width, 0))
        {
            to.Write(hasColor ? $"\u001b[1m{line}\u001b[0m\n" : line + "\n");
        }
    }

    /// <summary>A paragraph. Line breaks in it stay.</summary>
    public void Text(string text, int indent = 0)
    {
        foreach (var line in VisibleText.Lines(text).TrimEnd('\n').Split('\n'))
        {
            Wrapped(line, indent, indent);
        }
    }

    /// <summary>One line, whose continuation stands further to the right.</summary>
    public void Line(string text, int indent = 0) => Wrapped(VisibleText.Line(text), indent, indent + 2);

    /// <summary>Lines that fit already, as they are.</summary>
    public void Fitted(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            to.Write(VisibleText.Line(line).TrimEnd() + "\n");
        }
    }

    /// <summary>An empty line.</summary>
    public void Gap() => to.Write('\n');

    private void Wrapped(string line, int indent, int hanging)
    {
        var first = true;
        var deep = Math.Min(hanging, DeepestIndent);
        foreach (var part in Broken(line, width == 0 ? 0 : width - deep, deep - Math.Min(indent, DeepestIndent)))
        {
            to.Write(new string(' ', first ? Math.Min(indent, DeepestIndent) : deep));
            to.Write(part + "\n");
            first = false;
        }
    }

    /// <summary>A line in parts that fit. The first part may be longer, because it is less indented.</summary>
    public static List<string> Broken(string line, int columns, int more)
    {
        if (columns <= 0 || TextWidth.Columns(line) <= columns + more)
        {
            return [line];
        }

        // What is set in stays so.
        var blanks = line.Length - line.TrimStart(' ').Length;
        List<string> parts = [];
        StringBuilder part = new(line[..Math.Min(blanks, columns / 2)]);
        var isBegun = false;
        var room = columns + more;
        foreach (var word in line[blanks..].Split(' '))
        {
            var needed = TextWidth.Columns(word);
            var taken = TextWidth.Columns(part.ToString());
            if (isBegun && taken + 1 + needed > room)
            {
                End();
                isBegun = false;
            }

            if (isBegun)
            {
                part.Append(' ');
            }

            isBegun = true;

            foreach (var rune in word.EnumerateRunes())
            {
                // A word that is longer than a line is broken where the line ends.
                if (TextWidth.Columns(part.ToString()) + TextWidth.Columns(rune.ToString()) > room)
                {
                    End();
                }

                part.Append(rune.ToString());
            }
        }

        End();
        return parts;

        void End()
        {
            parts.Add(part.ToString());
            part.Clear();
            room = columns;
        }
    }
}
