using System.Text.Json;

namespace SopAsCode.App;

/// <summary>Shows a value as lines that people read, in place of JSON.</summary>
internal static class ValueLines
{
    // What stands before each value of a list.
    private const string Item = "-";

    /// <summary>Writes a value with its name.</summary>
    public static void Write(Page page, string name, string? json, int indent = 0)
    {
        if (json is null)
        {
            page.Line($"{name}: none", indent);
            return;
        }

        try
        {
            using var document = JsonDocument.Parse(json);
            Write(page, name, document.RootElement, indent);
        }
        catch (JsonException)
        {
            page.Line($"{name}: {json}", indent);
        }
    }

    private static void Write(Page page, string name, JsonElement value, int indent)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object when name == Item && value.EnumerateObject().Any():
                var isFirst = true;
                foreach (var member in value.EnumerateObject())
                {
                    Write(page, isFirst ? $"{Item} {member.Name}" : member.Name, member.Value, isFirst ? indent : indent + 2);
                    isFirst = false;
                }

                break;
            case JsonValueKind.Object:
                page.Line($"{name}:", indent);
                foreach (var member in value.EnumerateObject())
                {
                    Write(page, member.Name, member.Value, indent + 2);
                }

                break;
            case JsonValueKind.Array:
                page.Line(value.GetArrayLength() == 0 ? $"{name}: none" : $"{name}:", indent);
                foreach (var item in value.EnumerateArray())
                {
                    Write(page, Item, item, indent + 2);
                }

                break;
            case JsonValueKind.String when value.GetString()!.Contains('\n', StringComparison.Ordinal):
                page.Line($"{name}:", indent);
                page.Text(value.GetString()!, indent + 2);
                break;
            default:
                var text = value.ValueKind switch
                {
                    JsonValueKind.String => value.GetString()!,
                    JsonValueKind.True => "yes",
                    JsonValueKind.False => "no",
                    JsonValueKind.Null => "none",
                    _ => value.GetRawText(),
                };
                page.Line(name == Item ? $"{Item} {text}" : $"{name}: {text}", indent);
                break;
        }
    }
}
