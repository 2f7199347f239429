namespace SopAsCode.Model.Findings;

/// <summary>
/// The distance between two names: the number of letters that must be added, removed, changed or swapped with the next letter, ignoring case.
/// </summary>
public static class EditDistance
{
    /// <summary>Counts these letters.</summary>
    /// <param name="from">One name.</param>
    /// <param name="to">The other.</param>
    /// <returns>How many.</returns>
    public static int Between(string from, string to)
    {
        int[] above = [];
        var last = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var row = new int[to.Length + 1];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var change = last[j - 1] + (Same(from[i - 1], to[j - 1]) ? 0 : 1);
                row[j] = Math.Min(change, Math.Min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && Same(from[i - 1], to[j - 2]) && Same(from[i - 2], to[j - 1]))
                {
                    row[j] = Math.Min(row[j], above[j - 2] + 1);
                }
            }

            (above, last) = (last, row);
        }

        return last[to.Length];
    }

    private static bool Same(char one, char other) => char.ToUpperInvariant(one) == char.ToUpperInvariant(other);
}
