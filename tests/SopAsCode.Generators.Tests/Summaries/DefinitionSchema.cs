using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SopAsCode.Generators.Tests.Summaries;

/// <summary>
/// The JSON Schema of a definition, made of the types of the definition, as <see cref="DefinitionAsJson"/> is of its values. Open: a newer
/// generator may say more.
/// </summary>
internal static class DefinitionSchema
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write()
    {
        var definitions = new SortedDictionary<string, JsonNode>(StringComparer.Ordinal);
        var root = Record(typeof(SopDefinition), definitions);
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "The definition of an SOP",
            ["description"] = "What SopSummaryAttribute.Definition holds: the declaration of one SOP. What is not stated is left out.",
        };
        foreach (var (name, value) in root.ToList())
        {
            root.Remove(name);
            schema[name] = value;
        }

        schema["$defs"] = new JsonObject(definitions.Select(entry => KeyValuePair.Create(entry.Key, (JsonNode?)entry.Value)));
        return schema.ToJsonString(Readable) + "\n";
    }

    private static JsonObject Record(Type type, SortedDictionary<string, JsonNode> definitions)
    {
        var members = type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(member => member.CanWrite).ToList();
        var required = members.Where(IsAlwaysThere).Select(member => (JsonNode)DefinitionAsJson.Name(member.Name)).ToArray();
        var schema = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject(members.Select(member => KeyValuePair.Create(DefinitionAsJson.Name(member.Name), (JsonNode?)Member(member, definitions)))),
        };
        if (required.Length > 0)
        {
            schema["required"] = new JsonArray(required);
        }

        return schema;
    }

    private static bool IsAlwaysThere(PropertyInfo member) =>
        DefinitionAsJson.IsRequired(member) && new NullabilityInfoContext().Create(member).WriteState != NullabilityState.Nullable;

    private static JsonObject Member(PropertyInfo member, SortedDictionary<string, JsonNode> definitions) =>
        DefinitionAsJson.IsSchema(member) ? new JsonObject { ["type"] = "object" } : Of(Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType, definitions);

    // A list of flags says None by being empty.
    private static IEnumerable<string> Words(Type type) =>
        Enum.GetNames(type).Where(name => !type.IsDefined(typeof(FlagsAttribute)) || Convert.ToInt32(Enum.Parse(type, name), CultureInfo.InvariantCulture) != 0);

    private static JsonObject Of(Type type, SortedDictionary<string, JsonNode> definitions)
    {
        if (type.IsEnum)
        {
            var words = new JsonObject { ["enum"] = new JsonArray([.. Words(type).Select(name => (JsonNode)name)]) };
            return type.IsDefined(typeof(FlagsAttribute)) ? new() { ["type"] = "array", ["items"] = words } : words;
        }

        if (type == typeof(string) || type == typeof(bool) || type == typeof(int))
        {
            return new() { ["type"] = type == typeof(string) ? "string" : type == typeof(bool) ? "boolean" : "integer" };
        }

        if (type == typeof(double))
        {
            return new() { ["anyOf"] = new JsonArray(new JsonObject { ["type"] = "number" }, new JsonObject { ["enum"] = new JsonArray("Infinity", "-Infinity") }) };
        }

        if (type == typeof(DateOnly) || type == typeof(TimeSpan))
        {
            return new() { ["type"] = "string", ["format"] = type == typeof(DateOnly) ? "date" : "duration" };
        }

        if (type == typeof(IReadOnlyDictionary<string, string>))
        {
            return new() { ["type"] = "object", ["additionalProperties"] = new JsonObject { ["type"] = "string" } };
        }

        if (typeof(IEnumerable).IsAssignableFrom(type))
        {
            return new() { ["type"] = "array", ["items"] = Of(type.GetGenericArguments()[0], definitions) };
        }

        if (!definitions.ContainsKey(type.Name))
        {
            definitions[type.Name] = new JsonObject(); // a record may hold itself
            definitions[type.Name] = Record(type, definitions);
        }

        return new() { ["$ref"] = "#/$defs/" + type.Name };
    }
}
