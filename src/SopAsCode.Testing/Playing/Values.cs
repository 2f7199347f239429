using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using SopAsCode.Definitions;

namespace SopAsCode.Testing;

/// <summary>Writes the values that a test gives as JSON, and reads those of a run.</summary>
internal sealed class Values(IJsonTypeInfoResolver resolver)
{
    private readonly JsonSerializerOptions _options = new()
    {
        TypeInfoResolver = resolver,
        PropertyNameCaseInsensitive = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>A value as JSON; a <see cref="JsonNode"/> is taken as it stands.</summary>
    public string? Write(object? value) => value switch
    {
        null => null,
        JsonNode json => json.ToJsonString(),
        _ => JsonSerializer.Serialize(value, _options.GetTypeInfo(value.GetType())),
    };

    /// <summary>What a step makes as JSON: for several values, a tuple or an object with the names of their types.</summary>
    public string? Write(StepDefinition? step, object? value)
    {
        if (value is not ITuple tuple || step is null || step.Outputs.Count != tuple.Length)
        {
            return Write(value);
        }

        JsonObject several = [];
        for (var i = 0; i < tuple.Length; i++)
        {
            several[step.Outputs[i][(step.Outputs[i].LastIndexOf('.') + 1)..]] = JsonNode.Parse(Write(tuple[i]) ?? "null");
        }

        return several.ToJsonString();
    }

    /// <summary>Reads a value.</summary>
    public T Read<T>(string json)
        where T : notnull => (T)JsonSerializer.Deserialize(json, _options.GetTypeInfo(typeof(T)))!;
}
