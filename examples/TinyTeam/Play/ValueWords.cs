using System.Globalization;
using System.Text.Json;
using SopAsCode;

namespace TinyTeam.Play;

/// <summary>Values of runs, which are JSON, as people read them.</summary>
internal static class ValueWords
{
    /// <summary>All members of a record that say something; a text alone stands for itself.</summary>
    public static string Of(string json)
    {
        using var document = JsonDocument.Parse(json);
        var members = document.RootElement.EnumerateObject().Where(member => member.Value.ValueKind != JsonValueKind.Null).ToList();
        return members is [{ Name: "Text" } only] ? $"\"{only.Value.GetString()}\"" : string.Join(", ", members.Select(Words));
    }

    /// <summary>The first member of a record, which is its number or its name.</summary>
    public static string First(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.EnumerateObject().First().Value.ToString();
    }

    /// <summary>The reason of a rejection.</summary>
    public static string Reason(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.EnumerateObject().Single(member => string.Equals(member.Name, nameof(Rejection.Reason), StringComparison.OrdinalIgnoreCase)).Value.GetString()!;
    }

    private static string Words(JsonProperty member) => member.Value.ValueKind switch
    {
        JsonValueKind.Array when member.Value.EnumerateArray().Any(element => element.ValueKind != JsonValueKind.String) => string.Create(CultureInfo.InvariantCulture, $"{member.Value.GetArrayLength()} {Name(member.Name)}"),
        JsonValueKind.Array => $"{Name(member.Name)} {string.Join(", ", member.Value.EnumerateArray().Select(element => Quoted(element.GetString()!)))}",
        JsonValueKind.String => $"{Name(member.Name)} {Quoted(member.Value.GetString()!)}",
        JsonValueKind.True => $"{Name(member.Name)}: yes",
        JsonValueKind.False => $"{Name(member.Name)}: no",
        _ => $"{Name(member.Name)} {member.Value}",
    };

    private static string Quoted(string text) => text.Contains(' ', StringComparison.Ordinal) ? $"\"{text}\"" : text;

    // IsBack becomes "is back".
    private static string Name(string member) =>
        string.Concat(member.Select((letter, i) => char.IsAsciiLetterUpper(letter) ? (i == 0 ? "" : " ") + char.ToLowerInvariant(letter) : letter.ToString()));
}
