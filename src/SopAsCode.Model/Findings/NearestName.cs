namespace SopAsCode.Model.Findings;

/// <summary>Finds the name that an author probably meant.</summary>
public static class NearestName
{
    // Shorter texts are the beginning of too many names, or similar to too many.
    private const int FewestLetters = 3;

    /// <summary>The nearest of several names, if at most a third of it must change. If there is no such name, a short name that is clearly meant.</summary>
    /// <param name="name">What was written.</param>
    /// <param name="candidates">What could have been meant.</param>
    /// <returns>The name; null when no name is near.</returns>
    public static string? Of(string name, IEnumerable<string> candidates)
    {
        var all = candidates.Distinct(StringComparer.Ordinal).Select(candidate => (Name: candidate, Distance: EditDistance.Between(name, candidate))).ToList();
        return all
            .Where(candidate => candidate.Distance <= Math.Max(1, Math.Max(name.Length, candidate.Name.Length) / 3))
            .OrderBy(candidate => candidate.Distance)
            .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .Select(candidate => candidate.Name)
            .FirstOrDefault()
            ?? (name.Length >= FewestLetters ? Clear(name, all) : null);
    }

    // The only name that begins with the written text.
    private static string? Clear(string name, List<(string Name, int Distance)> all)
    {
        var begun = all.FindAll(candidate => candidate.Name.StartsWith(name, StringComparison.OrdinalIgnoreCase));
        return begun.Count == 0 ? Short(name, all) : begun.Count == 1 ? begun[0].Name : null;
    }

    // A third of a short word is a single letter. Two letters may differ if half of the word stays, including its beginning, and no other name is as near.
    private static string? Short(string name, List<(string Name, int Distance)> all)
    {
        const int letters = 2;
        var near = all.FindAll(candidate => candidate.Distance <= letters);
        return near.Count == 1 && Math.Max(name.Length, near[0].Name.Length) >= 2 * letters && char.ToUpperInvariant(name[0]) == char.ToUpperInvariant(near[0].Name[0])
            ? near[0].Name
            : null;
    }
}
