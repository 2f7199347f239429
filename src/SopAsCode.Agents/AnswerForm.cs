using System.Text.Json;
using System.Text.Json.Nodes;

namespace SopAsCode.Agents;

/// <summary>
/// The form of an answer: the schema that goes to the service, and whether an answer has it. Services want an object at the top, so a list or a single value
/// stands in a member.
/// </summary>
internal sealed class AnswerForm
{
    private const string Member = "answer";
    private readonly bool _isWrapped;

    private AnswerForm(JsonElement schema, bool isWrapped) => (Schema, _isWrapped) = (schema, isWrapped);

    /// <summary>The schema that goes to the service.</summary>
    public JsonElement Schema { get; }

    /// <summary>Makes it of the schema of a step.</summary>
    public static AnswerForm Of(string schema)
    {
        // References count from the top, so the definitions stay or move there.
        var inner = JsonNode.Parse(schema)!.AsObject();
        inner.Remove("$defs", out var definitions);
        var named = inner["$ref"]?.GetValue<string>() is { } reference ? definitions?[reference[(reference.LastIndexOf('/') + 1)..]] : inner;
        var isWrapped = named?["type"] is not JsonValue type || !type.TryGetValue<string>(out var kind) || kind != "object";
        var whole = isWrapped
            ? new JsonObject
            {
                ["type"] = "object",
                ["properties"] = new JsonObject { [Member] = inner },
                ["required"] = new JsonArray(JsonValue.Create(Member)),
                ["additionalProperties"] = false,
            }
            : named!.DeepClone().AsObject();
        if (definitions is not null)
        {
            whole["$defs"] = definitions;
        }

        using var document = JsonDocument.Parse(whole.ToJsonString());
        return new(document.RootElement.Clone(), isWrapped);
    }

    /// <summary>What is wrong with an answer, as the rest of a sentence; null when it fits.</summary>
    /// <param name="text">The answer.</param>
    /// <param name="json">The value in it, as the step wants it.</param>
    public string? Problem(string text, out string json)
    {
        json = text;
        try
        {
            using var document = JsonDocument.Parse(text, new() { AllowDuplicateProperties = false });
            if (SchemaCheck.Problem(document.RootElement, Schema) is { } problem)
            {
                return "does not fit: " + problem;
            }

            json = _isWrapped ? document.RootElement.GetProperty(Member).GetRawText() : text;
            return null;
        }
        catch (JsonException error)
        {
            return text.Length == 0 ? "is empty" : $"is no JSON: {error.Message.TrimEnd('.')}";
        }
    }
}
