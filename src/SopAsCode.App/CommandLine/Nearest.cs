namespace SopAsCode.App;

/// <summary>Finds what somebody meant who mistyped a name.</summary>
internal static class Nearest
{
    private const int LongestName = 100;

    /// <summary>A sentence that asks for the nearest name; empty when none is near.</summary>
    public static string Hint(string typed, IEnumerable<string> names) => Find(typed, names) is { } name ? $" Did you mean '{name}'?" : "";

    /// <summary>The nearest of several names; null when none is near.</summary>
    public static string? Find(string typed, IEnumerable<string> names)
    {
        if (typed.Length > LongestName)
        {
            return null;
        }

        // One wrong letter in three is still a slip of the hand. What begins the same was cut short.
        var best = names
            .Select(name => (Name: name, Distance: Distance(typed.ToLowerInvariant(), name.ToLowerInvariant())))
            .OrderBy(one => one.Distance)
            .ThenBy(one => one.Name, StringComparer.Ordinal)
            .FirstOrDefault();
        return best.Name is null || best.Distance > Math.Max(1, typed.Length / 3)
            ? typed.Length >= 3 ? names.Where(name => name.StartsWith(typed, StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal).FirstOrDefault() : null
            : best.Name;
    }

    // Letters to add, drop, replace or swap with their neighbour.
    private static int Distance(string a, string b)
    {
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            rows[i, 0] = i;
        }

        for (var j = 0; j <= b.Length; j++)
        {
            rows[0, j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = rows[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                rows[i, j] = Math.Min(replaced, Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
                }
            }
        }

        return rows[a.Length, b.Length];
    }
}
