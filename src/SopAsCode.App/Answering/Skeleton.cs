using System.Text.Json;
using System.Text.Json.Nodes;
using SopAsCode.Definitions;

namespace SopAsCode.App;

/// <summary>An empty value of a JSON Schema, for a person to fill in.</summary>
internal static class Skeleton
{
    private const int Deepest = 8;

    /// <summary>Makes it.</summary>
    public static string Of(string schema)
    {
        using var document = JsonDocument.Parse(schema);
        return Text(Value(document.RootElement, document.RootElement, 0));
    }

    /// <summary>An empty input of an SOP; null when it needs none, or no step shows its form.</summary>
    public static string? OfInput(SopDefinition sop)
    {
        foreach (var step in sop.Steps)
        {
            if (step is { InputSchema: { } schema } && step.Inputs.FirstOrDefault(input => input.Type == sop.Input) is { } input)
            {
                using var document = JsonDocument.Parse(schema);
                return document.RootElement.TryGetProperty("properties", out var all) && all.TryGetProperty(input.Name, out var one) ? Text(Value(one, document.RootElement, 0)) : null;
            }
        }

        return null;
    }

    /// <summary>JSON as people edit it: indented, with the letters of all languages.</summary>
    public static string Text(JsonNode? value)
    {
        using MemoryStream text = new();
        using (Utf8JsonWriter json = new(text, new() { Indented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            if (value is null)
            {
                json.WriteNullValue();
            }
            else
            {
                value.WriteTo(json);
            }
        }

        return System.Text.Encoding.UTF8.GetString(text.ToArray());
    }

    private static JsonNode? Value(JsonElement schema, JsonElement root, int depth)
    {
        if (depth > Deepest || schema.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        if (schema.TryGetProperty("$ref", out var reference))
        {
            return Find(root, reference.GetString()!) is { } found ? Value(found, root, depth + 1) : null;
        }

        if (schema.TryGetProperty("enum", out var choices) && choices.GetArrayLength() > 0)
        {
            return JsonNode.Parse(choices[0].GetRawText());
        }

        return TypeOf(schema) switch
        {
            "object" => Members(schema, root, depth),
            "array" => new JsonArray(),
            "string" => JsonValue.Create(""),
            "integer" or "number" => JsonValue.Create(0),
            "boolean" => JsonValue.Create(false),
            _ => null,
        };
    }

    // What may be null is null until somebody says otherwise.
    private static string? TypeOf(JsonElement schema) => schema.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String ? type.GetString() : null;

    private static JsonObject Members(JsonElement schema, JsonElement root, int depth)
    {
        JsonObject members = [];
        if (schema.TryGetProperty("properties", out var properties))
        {
            foreach (var property in properties.EnumerateObject())
            {
                members[property.Name] = Value(property.Value, root, depth + 1);
            }
        }

        return members;
    }

    private static JsonElement? Find(JsonElement root, string reference)
    {
        var found = root;
        foreach (var part in reference.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (found.ValueKind != JsonValueKind.Object || !found.TryGetProperty(part, out found))
            {
                return null;
            }
        }

        return found;
    }
}
