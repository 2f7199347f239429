namespace SopAsCode.App;

/// <summary>What a person changed in a text: the lines that went and the lines that came, with some around them.</summary>
internal static class Difference
{
    private const int Around = 2;
    private const int LargestTable = 4_000_000;

    /// <summary>Lines that begin with <c>-</c>, <c>+</c> or a blank, and <c>…</c> where lines are left out; none when nothing was changed.</summary>
    public static IReadOnlyList<string> Of(string before, string after)
    {
        var (old, young) = (before.ReplaceLineEndings("\n").Split('\n'), after.ReplaceLineEndings("\n").Split('\n'));
        var start = 0;
        while (start < old.Length && start < young.Length && old[start] == young[start])
        {
            start++;
        }

        var end = 0;
        while (end < old.Length - start && end < young.Length - start && old[^(end + 1)] == young[^(end + 1)])
        {
            end++;
        }

        List<(char Mark, string Line)> all = [.. old[..start].Select(line => (' ', line)), .. Middle(old[start..^end], young[start..^end]), .. old[^end..].Select(line => (' ', line))];
        return all.TrueForAll(line => line.Mark == ' ') ? [] : Shortened(all);
    }

    // The longest lines that both have in common stay.
    private static List<(char Mark, string Line)> Middle(string[] old, string[] young)
    {
        if ((long)old.Length * young.Length > LargestTable)
        {
            return [.. old.Select(line => ('-', line)), .. young.Select(line => ('+', line))];
        }

        var common = new int[old.Length + 1, young.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
        {
            for (var j = young.Length - 1; j >= 0; j--)
            {
                common[i, j] = old[i] == young[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        List<(char Mark, string Line)> lines = [];
        for (var (i, j) = (0, 0); i < old.Length || j < young.Length;)
        {
            if (i < old.Length && j < young.Length && old[i] == young[j])
            {
                lines.Add((' ', old[i++]));
                j++;
            }
            else if (i < old.Length && (j == young.Length || common[i + 1, j] >= common[i, j + 1]))
            {
                lines.Add(('-', old[i++]));
            }
            else
            {
                lines.Add(('+', young[j++]));
            }
        }

        return lines;
    }

    private static List<string> Shortened(List<(char Mark, string Line)> all)
    {
        List<string> lines = [];
        var last = -1;
        for (var i = 0; i < all.Count; i++)
        {
            var near = all[Math.Max(0, i - Around)..Math.Min(all.Count, i + Around + 1)];
            if (near.Exists(line => line.Mark != ' '))
            {
                if (i > last + 1)
                {
                    lines.Add("…");
                }

                lines.Add($"{all[i].Mark} {all[i].Line}".TrimEnd());
                last = i;
            }
        }

        if (last < all.Count - 1)
        {
            lines.Add("…");
        }

        return lines;
    }
}
