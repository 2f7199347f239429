namespace SopAsCode.Model;

/// <summary>How far two names are apart: the letters that must be added, removed or changed, ignoring case.</summary>
public static class EditDistance
{
    /// <summary>Counts them.</summary>
    /// <param name="from">One name.</param>
    /// <param name="to">The other.</param>
    /// <returns>How many.</returns>
    public static int Between(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var change = diagonal + (char.ToUpperInvariant(from[i - 1]) == char.ToUpperInvariant(to[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(change, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[to.Length];
    }
}
