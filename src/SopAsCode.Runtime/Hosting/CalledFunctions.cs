using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SopAsCode.Runtime;

/// <summary>All calls of one function in an attempt at a step, with their arguments and results as JSON.</summary>
internal sealed record CalledFunction(string Function, string Tool, int Count, int Failed, string Json);

/// <summary>Adds up the calls of functions by an AI for the record.</summary>
internal static class CalledFunctions
{
    // What is longer is cut, and says so: a function may return a whole file.
    private const int LongestPart = 100_000;

    /// <summary>The functions, in the order in which they were first called.</summary>
    public static IReadOnlyList<CalledFunction> Of(IEnumerable<AgentCall> calls) =>
        [.. calls.GroupBy(call => (call.Function, call.Tool)).Select(same => new CalledFunction(same.Key.Function, same.Key.Tool, same.Count(), same.Count(call => call.Failed), Json(same)))];

    private static string Json(IEnumerable<AgentCall> calls)
    {
        using MemoryStream text = new();
        using (Utf8JsonWriter json = new(text, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartArray();
            var left = Sizes.Longest;
            foreach (var call in calls)
            {
                json.WriteStartObject();
                left -= Write(json, "arguments", call.Arguments, left);
                if (call.Failed)
                {
                    json.WriteBoolean("failed", true);
                }
                else
                {
                    left -= Write(json, "result", call.Result, left);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(text.ToArray());
    }

    private static int Write(Utf8JsonWriter json, string name, string? value, int left)
    {
        var longest = Math.Clamp(left, 0, LongestPart);
        switch (value)
        {
            case null:
                return 0;
            case { } part when part.Length > longest:
                json.WriteString(name, $"{part[..longest]}… ({part.Length} letters)");
                return longest;
            default:
                try
                {
                    using var document = JsonDocument.Parse(value);
                    json.WritePropertyName(name);
                    document.RootElement.WriteTo(json);
                }
                catch (JsonException)
                {
                    json.WriteString(name, value);
                }

                return value.Length;
        }
    }
}
