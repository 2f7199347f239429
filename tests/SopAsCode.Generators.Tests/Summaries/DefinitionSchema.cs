using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using System.Xml.Linq;
using SopAsCode.Definitions;

namespace SopAsCode.Generators.Tests.Summaries;

/// <summary>
/// The JSON Schema of a definition, made of its records and of what their documentation says. Open: a newer generator may say more.
/// </summary>
internal sealed class DefinitionSchema
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly SortedDictionary<string, JsonNode> _records = new(StringComparer.Ordinal);
    private readonly Dictionary<Type, JsonObject> _lists = [];
    private readonly XDocument _documentation = XDocument.Load(Path.ChangeExtension(typeof(SopDefinition).Assembly.Location, ".xml"));

    /// <summary>Writes it.</summary>
    public static string Write()
    {
        var writer = new DefinitionSchema();
        var root = DefinitionContext.Default.Options.GetJsonSchemaAsNode(
            typeof(SopDefinition),
            new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = writer.Transform }).AsObject();
        root.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        root.Insert(1, "title", "The definition of an SOP");
        root["$defs"] = new JsonObject(writer._records.Select(record => KeyValuePair.Create(record.Key, (JsonNode?)record.Value)));
        return root.ToJsonString(Readable) + "\n";
    }

    // What the framework can't know is what our own converters write. Each record but the first stands once, under "$defs"; the framework
    // would refer to the place where it or a list of it stood first.
    private JsonObject Transform(JsonSchemaExporterContext context, JsonNode node)
    {
        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        var schema = context.PropertyInfo is { Name: "inputSchema" or "outputSchema" } ? new() { ["type"] = "object" }
            : type == typeof(Impact) ? new() { ["type"] = "array", ["items"] = new JsonObject { ["enum"] = Names(type) } }
            : type.IsEnum ? new() { ["enum"] = Names(type) }
            : type == typeof(TimeSpan) ? new() { ["type"] = "string", ["format"] = "duration" }
            : type == typeof(double) ? new() { ["anyOf"] = new JsonArray(new JsonObject { ["type"] = "number" }, new JsonObject { ["enum"] = new JsonArray("Infinity", "-Infinity") }) }
            : node["$ref"] is not null && _lists.TryGetValue(type, out var list) ? list.DeepClone().AsObject()
            : WithoutNull((JsonObject)node);
        if (context.TypeInfo.Kind == JsonTypeInfoKind.Enumerable)
        {
            _lists.TryAdd(type, schema.DeepClone().AsObject());
        }
        else if (context.TypeInfo.Kind == JsonTypeInfoKind.Object)
        {
            if (schema["$ref"] is null)
            {
                schema.Insert(0, "description", Summary($"T:{type.FullName}"));
            }

            if (!context.Path.IsEmpty)
            {
                _records.TryAdd(type.Name, schema);
                schema = new() { ["$ref"] = "#/$defs/" + type.Name };
            }
        }

        if (context.PropertyInfo?.AttributeProvider is PropertyInfo member && !context.Path[^1].Equals("items", StringComparison.Ordinal))
        {
            schema.Insert(0, "description", Summary($"P:{member.DeclaringType!.FullName}.{member.Name}"));
        }

        return schema;
    }

    // A definition leaves out what is not stated.
    private static JsonObject WithoutNull(JsonObject schema)
    {
        if (schema["type"] is JsonArray types)
        {
            schema["type"] = types.Select(one => one!.GetValue<string>()).Single(one => one != "null");
        }

        return schema;
    }

    // A list of flags says None by being empty.
    private static JsonArray Names(Type type) => [.. Enum.GetNames(type).Where(name => name != nameof(Impact.None)).Select(name => JsonValue.Create(name))];

    private string Summary(string member)
    {
        var summary = _documentation.Descendants("member").Single(one => one.Attribute("name")!.Value == member).Element("summary")!;
        return string.Join(' ', string.Concat(summary.Nodes().Select(Words)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static string Words(XNode node) => node switch
    {
        XElement { Name.LocalName: "see" } see => see.Attribute("cref")!.Value.Split('(')[0].Split('.', ':')[^1],
        XElement element => element.Value,
        XText text => text.Value,
        _ => "",
    };
}
