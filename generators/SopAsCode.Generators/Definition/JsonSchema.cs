using SopAsCode.Model.Declaration;

namespace SopAsCode.Generators;

/// <summary>Writes the JSON Schema (draft 2020-12) of what a step takes and returns. An AI must answer in the form of the second one.</summary>
internal sealed class JsonSchema
{
    private readonly SopModel _sop;
    private readonly List<string> _named = [];

    private JsonSchema(SopModel sop) => _sop = sop;

    /// <summary>The values a step asks for, one property each; not stated when it asks for none.</summary>
    public static void WriteInputs(JsonWriter json, string name, SopModel sop, StepModel step) =>
        WriteValues(json, name, sop, step.Method.Parameters.Where(parameter => parameter.Role == ParameterRole.Value).Select(input => (input.Name, input.Type)).ToList());

    /// <summary>The value a step returns; not stated when it returns none.</summary>
    public static void WriteOutput(JsonWriter json, string name, SopModel sop, StepModel step)
    {
        if (step.Method.Elements.Count > 0)
        {
            WriteValues(json, name, sop, step.Method.Elements.Select(part => (part.Short, part)).ToList());
        }
        else
        {
            json.Object(name, step.Method.Result, (json, result) =>
            {
                var schema = new JsonSchema(sop);
                schema.Body(json, result);
                schema.Definitions(json);
            });
        }
    }

    private static void WriteValues(JsonWriter json, string name, SopModel sop, List<(string Name, TypeUse Type)> values) => json.Object(name, values.Count == 0 ? null : values, (json, values) =>
    {
        var schema = new JsonSchema(sop);
        schema.Properties(json, values);
        schema.Definitions(json);
    });

    // Each record is written once, under "$defs", so that a record may contain itself. A record that is written there may name further records.
    private void Definitions(JsonWriter json) => json.Object("$defs", _named.Count == 0 ? null : _named, (json, named) =>
    {
        for (var i = 0; i < named.Count; i++)
        {
            json.Object(Name(named[i]), DataOf(named[i]), (json, record) => Properties(json, record.Properties.Select(property => (property.Name, property.Type)).ToList()));
        }
    });

    private void Properties(JsonWriter json, List<(string Name, TypeUse Type)> properties)
    {
        json.Text("type", "object");
        json.Object("properties", properties, (json, all) =>
        {
            foreach (var (name, type) in all)
            {
                json.Object(name, type, Nullable);
            }
        });
        json.Texts("required", properties.Select(property => property.Name), isRequired: true);
        json.Truth("additionalProperties", false);
    }

    private void Nullable(JsonWriter json, TypeUse type)
    {
        if (!type.IsNullable)
        {
            Body(json, type);
            return;
        }

        json.Objects<TypeUse?>("anyOf", [type, null], (json, one) =>
        {
            if (one is null)
            {
                json.Text("type", "null");
            }
            else
            {
                Body(json, one);
            }
        });
    }

    private void Body(JsonWriter json, TypeUse type)
    {
        var data = DataOf(type.Key);
        switch (data?.Kind)
        {
            case DataKind.Record:
                json.Text("$ref", "#/$defs/" + Reference(type.Key));
                break;

            case DataKind.List when data.Element is { } element:
                json.Text("type", "array");
                json.Object("items", element, Nullable);
                break;

            case DataKind.Enum:
                json.Text("type", "string");
                json.Texts("enum", data.Values);
                break;

            case DataKind.Number:
                json.Text("type", type.Key is "int" or "long" or "short" or "byte" or "uint" or "ulong" or "ushort" or "sbyte" ? "integer" : "number");
                break;

            case DataKind.Truth:
                json.Text("type", "boolean");
                break;

            default:
                json.Text("type", type.Key == "decimal" && data?.Kind == DataKind.Formatted ? "number" : "string");
                json.Text("format", data?.Kind == DataKind.Formatted ? Format(type.Key) : null);
                break;
        }
    }

    private string Reference(string key)
    {
        if (!_named.Contains(key))
        {
            _named.Add(key);
        }

        return Name(key);
    }

    // The name is short if no other record has the same short name.
    private string Name(string key)
    {
        var type = DataOf(key)!.Type;
        return _sop.Data.Count(data => data.Type.Short == type.Short) == 1 ? type.Short : type.Plain;
    }

    private DataModel? DataOf(string key) => _sop.Data.FirstOrDefault(data => data.Type.Key == key);

    private static string? Format(string key) => key switch
    {
        "global::System.DateOnly" => "date",
        "global::System.DateTime" or "global::System.DateTimeOffset" => "date-time",
        "global::System.Guid" => "uuid",
        _ => null,
    };
}
