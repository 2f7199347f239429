using System.Globalization;
using System.Text.Json;

namespace SopAsCode.Agents;

/// <summary>Checks a value strictly by the schemas that the generator writes for steps: types, members, enums, lists, references.</summary>
internal static class SchemaCheck
{
    /// <summary>What is wrong, with the place; null when nothing is.</summary>
    public static string? Problem(JsonElement value, JsonElement schema) => Problem(value, schema, schema, "");

    private static string? Problem(JsonElement value, JsonElement schema, JsonElement root, string path)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            return Problem(value, Find(root, reference.GetString()!), root, path);
        }

        if (schema.TryGetProperty("anyOf", out var choices))
        {
            // The choice that is not null says best what was expected.
            var problems = choices.EnumerateArray().Select(choice => Problem(value, choice, root, path)).ToList();
            return problems.Contains(null) ? null : problems.Find(problem => !problem!.EndsWith("must be null", StringComparison.Ordinal)) ?? problems[0];
        }

        if (schema.TryGetProperty("enum", out var names) && !names.EnumerateArray().Any(name => JsonElement.DeepEquals(name, value)))
        {
            return $"{Place(path)} must be one of {string.Join(", ", names.EnumerateArray())}";
        }

        return TypeProblem(value, schema, path) ?? value.ValueKind switch
        {
            JsonValueKind.Object => MemberProblem(value, schema, root, path),
            JsonValueKind.Array when schema.TryGetProperty("items", out var items) => value.EnumerateArray()
                .Select((item, number) => Problem(item, items, root, $"{path}[{number.ToString(CultureInfo.InvariantCulture)}]"))
                .FirstOrDefault(problem => problem is not null),
            _ => null,
        };
    }

    private static string? TypeProblem(JsonElement value, JsonElement schema, string path)
    {
        if (!schema.TryGetProperty("type", out var stated))
        {
            return null;
        }

        List<string> types = stated.ValueKind == JsonValueKind.Array ? [.. stated.EnumerateArray().Select(type => type.GetString()!)] : [stated.GetString()!];
        return types.Exists(type => IsOf(value, type)) ? null : $"{Place(path)} must be {string.Join(" or ", types)}";
    }

    private static bool IsOf(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind == JsonValueKind.Null,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) && decimal.IsInteger(number),
        _ => value.ValueKind == JsonValueKind.Number,
    };

    private static string? MemberProblem(JsonElement value, JsonElement schema, JsonElement root, string path)
    {
        if (!schema.TryGetProperty("properties", out var properties))
        {
            return null;
        }

        foreach (var member in value.EnumerateObject())
        {
            var problem = properties.TryGetProperty(member.Name, out var known)
                ? Problem(member.Value, known, root, Below(path, member.Name))
                : schema.TryGetProperty("additionalProperties", out var others) && others.ValueKind == JsonValueKind.False ? $"'{Below(path, member.Name)}' is unknown" : null;
            if (problem is not null)
            {
                return problem;
            }
        }

        return schema.TryGetProperty("required", out var required)
            ? required.EnumerateArray().Select(name => name.GetString()!).Where(name => !value.TryGetProperty(name, out _)).Select(name => $"'{Below(path, name)}' is missing").FirstOrDefault()
            : null;
    }

    private static JsonElement Find(JsonElement root, string reference)
    {
        var found = root;
        foreach (var part in reference.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            found = found.GetProperty(part);
        }

        return found;
    }

    private static string Below(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private static string Place(string path) => path.Length == 0 ? "it" : $"'{path}'";
}
