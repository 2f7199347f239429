using System.Text.Json;

namespace SopAsCode.Runtime;

/// <summary>Finds the contents that an event names.</summary>
internal static class ContentNames
{
    private static readonly HashSet<string> Members = ["content", "notes", "prompt", "before", "after", "key"];

    /// <summary>The hashes in the data of an event.</summary>
    public static IReadOnlyList<string> In(string data)
    {
        try
        {
            using var document = JsonDocument.Parse(data);
            List<string> found = [];
            Collect(document.RootElement, found);
            return found;
        }
        catch (JsonException)
        {
            // The chain says that it was changed.
            return [];
        }
    }

    private static void Collect(JsonElement value, List<string> found)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray())
            {
                Collect(item, found);
            }
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in value.EnumerateObject())
            {
                if (member.Value.ValueKind == JsonValueKind.String && Members.Contains(member.Name) && member.Value.GetString() is { Length: 64 } hash)
                {
                    found.Add(hash);
                }
                else
                {
                    Collect(member.Value, found);
                }
            }
        }
    }
}
