using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace SopAsCode.Definitions;

/// <summary>Reads definitions from JSON, and writes them as the generator does.</summary>
internal static class DefinitionJson
{
    private static readonly Lazy<JsonSerializerOptions> Writing = new(() => new(DefinitionContext.Default.Options)
    {
        TypeInfoResolver = DefinitionContext.Default.WithAddedModifier(WriteWhatIsStated),
    });

    /// <summary>Reads a definition.</summary>
    /// <exception cref="FormatException">The text is not a definition.</exception>
    public static T Read<T>(string json, JsonTypeInfo<T> type, string what)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            return JsonSerializer.Deserialize(json, type) ?? throw new JsonException("It is null.");
        }
        catch (JsonException e)
        {
            var place = e.Path is { } path && !e.Message.Contains(path, StringComparison.Ordinal) ? $" Path: {path}." : "";
            throw new FormatException($"This is no {what} that this version of SopAsCode can read. If a newer version wrote it, use that version here. {e.Message}{place}", e);
        }
    }

    /// <summary>Writes a definition, with one line for each member of the SOP and for each item of its lists of objects.</summary>
    public static string Write(SopDefinition definition)
    {
        var json = new StringBuilder();
        Append(json, JsonSerializer.SerializeToElement(definition, (JsonTypeInfo<SopDefinition>)Writing.Value.GetTypeInfo(typeof(SopDefinition))), 0);
        return json.ToString();
    }

    private static void Append(StringBuilder json, JsonElement value, int depth)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                var line = depth == 0 ? "\n" : "";
                var separator = line;
                json.Append('{');
                foreach (var member in value.EnumerateObject())
                {
                    json.Append(separator);
                    JsonText.Append(json, member.Name);
                    json.Append(':');
                    Append(json, member.Value, depth + 1);
                    separator = "," + line;
                }

                json.Append(line).Append('}');
                break;

            case JsonValueKind.Array:
                var between = "";
                json.Append('[');
                foreach (var item in value.EnumerateArray())
                {
                    json.Append(between).Append(depth == 1 && item.ValueKind == JsonValueKind.Object ? "\n" : "");
                    Append(json, item, depth + 1);
                    between = ",";
                }

                json.Append(']');
                break;

            case JsonValueKind.String:
                JsonText.Append(json, value.GetString()!);
                break;

            default:
                json.Append(value.GetRawText());
                break;
        }
    }

    // A required member is written even when it is false, zero or empty; any other member is then left out.
    private static void WriteWhatIsStated(JsonTypeInfo type)
    {
        foreach (var member in type.Properties)
        {
            if (member.IsRequired)
            {
                member.ShouldSerialize = static (_, _) => true;
            }
            else if (!member.PropertyType.IsValueType)
            {
                member.ShouldSerialize = static (_, value) => value is not (null or IReadOnlyCollection<object> { Count: 0 } or IReadOnlyCollection<TimeSpan> { Count: 0 }) && !Remarks.None.Equals(value);
            }
        }
    }
}
