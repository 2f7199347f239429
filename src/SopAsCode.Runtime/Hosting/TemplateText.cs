using System.Text;
using System.Text.Json;

namespace SopAsCode.Runtime;

/// <summary>Fills in the blanks of messages, such as <c>{ticket.Name}</c>, from values as JSON.</summary>
internal static class TemplateText
{
    /// <summary>The message with its blanks filled in. A blank that has no value stays as it is, so that somebody sees it.</summary>
    public static string Fill(string template, IReadOnlyDictionary<string, JsonElement> values)
    {
        var text = new StringBuilder();
        for (var i = 0; i < template.Length; i++)
        {
            var c = template[i];
            if (c is '{' or '}' && i + 1 < template.Length && template[i + 1] == c)
            {
                text.Append(c);
                i++;
            }
            else if (c == '{' && template.IndexOf('}', i) is > 0 and var end)
            {
                text.Append(Value(template[(i + 1)..end], values) ?? template[i..(end + 1)]);
                i = end;
            }
            else
            {
                text.Append(c);
            }
        }

        return text.ToString();
    }

    private static string? Value(string path, IReadOnlyDictionary<string, JsonElement> values)
    {
        var names = path.Split('.', StringSplitOptions.TrimEntries);
        if (!values.TryGetValue(names[0], out var value))
        {
            return null;
        }

        foreach (var name in names.Skip(1))
        {
            if (value.ValueKind == JsonValueKind.Null)
            {
                return "";
            }

            if (value.ValueKind != JsonValueKind.Object || !TryMember(value, name, out value))
            {
                return null;
            }
        }

        return value.ValueKind switch
        {
            JsonValueKind.Null => "",
            JsonValueKind.String => value.GetString(),
            _ => value.GetRawText(),
        };
    }

    private static bool TryMember(JsonElement value, string name, out JsonElement member)
    {
        foreach (var one in value.EnumerateObject())
        {
            if (string.Equals(one.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                member = one.Value;
                return true;
            }
        }

        member = default;
        return false;
    }
}
