using System.Text.RegularExpressions;
using SopAsCode.Model.Values;

namespace SopAsCode.Build;

/// <summary>Reads what a lock file stores about an SOP from the values of its summary.</summary>
internal static class LockedSops
{
    private const int Retired = 8;

    /// <summary>The data for the lock file; null when the SOP has no version, or is an idea.</summary>
    public static LockedSop? Of(string type, IReadOnlyDictionary<string, object?> values)
    {
        if (Text("Id") is not { Length: > 0 } id
            || Text("Version") is not { } version
            || !Version.TryParse(version, out _)
            || Text("Fingerprint") is not { Length: > 0 } fingerprint
            || Text("Definition") is not { } definition
            || definition.Contains("\"stage\":\"Idea\"")
            || DayOf(definition, version) is not { } day)
        {
            return null;
        }

        var state = values.TryGetValue("Facts", out var facts) && facts is int flags && (flags & Retired) != 0 ? LockState.Retired : LockState.Active;
        return new(new(id, version, day, fingerprint, state), id != Naming.Kebab(type.Substring(type.LastIndexOfAny(['.', '+']) + 1)));

        string? Text(string name) => values.TryGetValue(name, out var value) ? value as string : null;
    }

    // A plain search is enough, because the definition is canonical and quotes inside its texts are escaped.
    private static string? DayOf(string definition, string version)
    {
        var match = Regex.Match(definition, $"\"version\":\"{Regex.Escape(version)}\",\"date\":\"(?<day>[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        return match.Success ? match.Groups["day"].Value : null;
    }
}
