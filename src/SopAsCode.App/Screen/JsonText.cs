using System.Globalization;
using System.Text;
using System.Text.Json;
using SopAsCode.Definitions;
using SopAsCode.Runtime;

namespace SopAsCode.App;

/// <summary>Answers as JSON for other programs: one document each, of ASCII letters only, so that it is harmless on a terminal too.</summary>
internal static class JsonText
{
    /// <summary>Writes a document.</summary>
    public static string Of(Action<Utf8JsonWriter> write)
    {
        using MemoryStream text = new();
        using (Utf8JsonWriter json = new(text, new() { Indented = true, NewLine = "\n" }))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(text.ToArray());
    }

    /// <summary>The answer to a command, and what waits in the run now.</summary>
    public static void Reply(Utf8JsonWriter json, Reply reply, IEnumerable<string> waiting)
    {
        json.WriteStartObject();
        if (reply.Run.Length > 0)
        {
            json.WriteString("run", reply.Run);
        }

        if (reply.State is { } state)
        {
            json.WriteString("state", state);
            json.WriteNumber("sequence", reply.Sequence);
            Texts(json, "items", waiting);
        }

        json.WriteEndObject();
    }

    /// <summary>Why nothing was done.</summary>
    public static void Refusal(Utf8JsonWriter json, string? kind, string message)
    {
        json.WriteStartObject("refusal");
        Optional(json, "kind", kind);
        json.WriteString("message", message);
        json.WriteEndObject();
    }

    /// <summary>An item, without what it shows.</summary>
    public static void Item(Utf8JsonWriter json, PendingItem item)
    {
        json.WriteString("item", item.Id);
        json.WriteNumber("revision", item.Revision);
        json.WriteString("run", item.Run);
        json.WriteString("sop", item.Sop);
        json.WriteString("step", item.Step);
        json.WriteString("kind", item.Kind.ToString());
        json.WriteString("title", item.Title);
        json.WriteString("status", item.Status.ToString());
        Texts(json, "roles", item.Roles);
        json.WriteString("asked", Time(item.Asked));
        Optional(json, "due", item.Due is { } due ? Time(due) : null);
        Optional(json, "person", item.Person);
    }

    /// <summary>An item with all that it shows.</summary>
    public static void View(Utf8JsonWriter json, ItemView view)
    {
        json.WriteStartObject();
        Item(json, view.Item);
        json.WriteString("digest", view.Item.Digest);
        json.WriteStartObject("values");
        foreach (var (name, value) in view.Values)
        {
            json.WritePropertyName(name);
            Raw(json, value);
        }

        json.WriteEndObject();
        Texts(json, "tick", view.Checklists.SelectMany(list => list.Items));
        Optional(json, "instructions", view.Instructions);
        if (view.AnswerSchema is { } schema)
        {
            json.WritePropertyName("answerSchema");
            Raw(json, schema);
        }

        Optional(json, "prompt", view.Prompt);
        Optional(json, "notes", view.Notes);
        json.WriteStartArray("templates");
        foreach (var template in view.Templates)
        {
            json.WriteStartObject();
            json.WriteString("title", template.Title);
            json.WriteString("text", template.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>A run in a list.</summary>
    public static void Run(Utf8JsonWriter json, RunSummary run)
    {
        json.WriteString("run", run.Run);
        json.WriteString("sop", run.Sop);
        Optional(json, "version", run.Version);
        json.WriteString("state", run.State);
        json.WriteString("started", Time(run.Started));
        Optional(json, "ended", run.Ended is { } ended ? Time(ended) : null);
        json.WriteNumber("sequence", run.Sequence);
    }

    /// <summary>An SOP in a list.</summary>
    public static void Sop(Utf8JsonWriter json, SopDefinition sop)
    {
        json.WriteStartObject();
        json.WriteString("sop", sop.Id);
        json.WriteString("title", sop.Title);
        Optional(json, "version", sop.Version);
        Optional(json, "owner", sop.Owner?.Title);
        Optional(json, "input", sop.Input);
        Texts(json, "triggers", sop.Triggers.Select(trigger => trigger.When));
        Texts(json, "metrics", sop.Metrics.Select(metric => metric.Name));
        json.WriteEndObject();
    }

    /// <summary>A JSON text as part of a document.</summary>
    public static void Raw(Utf8JsonWriter json, string? value)
    {
        if (value is null)
        {
            json.WriteNullValue();
            return;
        }

        using var document = JsonDocument.Parse(value);
        document.RootElement.WriteTo(json);
    }

    /// <summary>A member that is left out when there is nothing.</summary>
    public static void Optional(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    /// <summary>A list of texts.</summary>
    public static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    /// <summary>A time, in UTC.</summary>
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
}
