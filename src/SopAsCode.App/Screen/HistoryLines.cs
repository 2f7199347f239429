using System.Globalization;
using System.Text.Json;
using SopAsCode.Runtime;

namespace SopAsCode.App;

/// <summary>The record of a run, an event a line.</summary>
internal static class HistoryLines
{
    /// <summary>Writes events, and below each the texts that it names.</summary>
    public static void Write(Page page, IReadOnlyList<RecordedEvent> events, IReadOnlyDictionary<string, string>? contents)
    {
        var steps = events.Max(recorded => recorded.Step.Length);
        var names = events.Max(recorded => recorded.Event.Length);
        foreach (var recorded in events)
        {
            var at = recorded.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
            // Here the command line is the usual door, and most lines fit without it.
            var by = recorded.By.Name + (recorded.By.Door is { } door and not CommandLines.Door ? $" ({door})" : "");
            page.Line($"{recorded.Sequence,3} {at} {recorded.Step.PadRight(steps)} {recorded.Event.PadRight(names)} {by}{Move(recorded)}");
            foreach (var called in Called(recorded))
            {
                page.Line(called, 6);
            }

            foreach (var text in contents is null ? [] : Named(recorded.Data).Select(contents.GetValueOrDefault).OfType<string>())
            {
                page.Text(text, 6);
            }
        }
    }

    /// <summary>Writes an event as JSON.</summary>
    public static void Json(Utf8JsonWriter json, RecordedEvent recorded)
    {
        json.WriteStartObject();
        json.WriteNumber("sequence", recorded.Sequence);
        json.WriteString("at", JsonText.Time(recorded.At));
        json.WriteString("event", recorded.Event);
        json.WriteString("step", recorded.Step);
        JsonText.Optional(json, "version", recorded.Version);
        json.WriteString("by", recorded.By.Name);
        json.WriteString("byKind", recorded.By.Kind.ToString());
        JsonText.Optional(json, "door", recorded.By.Door);
        json.WritePropertyName("data");
        JsonText.Raw(json, recorded.Data);
        json.WriteString("hash", recorded.Hash);
        json.WriteEndObject();
    }

    private static string Move(RecordedEvent recorded)
    {
        try
        {
            return recorded.Read() is MovingEvent { Move: { } move } && move.From != move.To ? $" → {move.To}{(move.Reason is { } reason ? $" ({reason})" : "")}" : "";
        }
        catch (JsonException)
        {
            return " (can't be read: a newer version wrote it, or it was changed)";
        }
    }

    // The functions that an AI called.
    private static IEnumerable<string> Called(RecordedEvent recorded)
    {
        try
        {
            var functions = recorded.Read() switch
            {
                StepCompleted { Agent: { } agent } => agent.Functions,
                StepFailed { Agent: { } agent } => agent.Functions,
                _ => null,
            };
            return (functions ?? []).Select(one => $"called {one.Function} of {one.Tool[(one.Tool.LastIndexOf('.') + 1)..]}, {Page.Count(one.Count, "time")}{(one.Failed is { } failed ? $", failed {Page.Count(failed, "time")}" : "")}");
        }
        catch (JsonException)
        {
            return [];
        }
    }

    // The hashes of contents that the data of an event names.
    private static IEnumerable<string> Named(string data)
    {
        try
        {
            using var document = JsonDocument.Parse(data);
            List<string> found = [];
            Collect(document.RootElement, found);
            return found.Distinct(StringComparer.Ordinal);
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static void Collect(JsonElement value, List<string> found)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String when value.GetString() is { Length: 64 } hash:
                found.Add(hash);
                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                {
                    Collect(item, found);
                }

                break;
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject())
                {
                    Collect(member.Value, found);
                }

                break;
        }
    }
}
