using System.Globalization;
using SopAsCode.Model.Values;

namespace SopAsCode.Generators;

/// <summary>Names of generated files. They start with the full name of the class; a suffix distinguishes classes whose names differ only in case.</summary>
internal static class HintNames
{
    /// <summary>The class names that differ from another one only in case, in ordinal order.</summary>
    public static EquatableArray<string> Ambiguous(IEnumerable<string> names) => names
        .GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
        .Where(group => group.Count() > 1)
        .SelectMany(group => group)
        .OrderBy(name => name, StringComparer.Ordinal)
        .ToEquatableArray();

    /// <summary>The start of the names of the files of one class.</summary>
    public static string Of(string fullName, EquatableArray<string> ambiguous)
    {
        var name = new string([.. fullName.Select(c => char.IsLetterOrDigit(c) || c is '.' or '_' ? c : '_')]);
        var needsMark = name != fullName || ambiguous.Any(other => other == fullName);
        return needsMark ? $"{name}.{Hash(fullName).ToString("x8", CultureInfo.InvariantCulture)}" : name;
    }

    // FNV-1a gives the same hash on every machine and in every run.
    private static uint Hash(string text) => text.Aggregate(2166136261u, (hash, c) => unchecked((hash ^ c) * 16777619u));
}
