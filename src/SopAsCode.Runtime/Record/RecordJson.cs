using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SopAsCode.Runtime;

/// <summary>How events, states, items and replies are written as JSON, without reflection. Reading is strict.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Strict,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    AllowOutOfOrderMetadataProperties = true,
    Converters = [typeof(RecordedTime)])]
[JsonSerializable(typeof(RunEvent))]
[JsonSerializable(typeof(RunState))]
[JsonSerializable(typeof(PendingItem))]
[JsonSerializable(typeof(RunCommand))]
[JsonSerializable(typeof(Reply))]
[JsonSerializable(typeof(Fields))]
[JsonSerializable(typeof(Digested))]
[JsonSerializable(typeof(AnchorLine))]
[JsonSerializable(typeof(Rejection))]
[JsonSerializable(typeof(Tick))]
internal sealed partial class RecordJsonContext : JsonSerializerContext;

/// <summary>Reads and writes what is stored.</summary>
internal static class RecordJson
{
    // Letters of all languages stay letters, so that a person can read the file.
    private static readonly RecordJsonContext Context = new(new JsonSerializerOptions(RecordJsonContext.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = null,
    });

    public static string Write(RunEvent happened) => CanonicalJson.Of(JsonSerializer.SerializeToUtf8Bytes(happened, Context.RunEvent));

    public static RunEvent ReadEvent(string json)
    {
        try
        {
            return Read(json, Context.RunEvent);
        }
        catch (NotSupportedException e)
        {
            // Without the name of the event nothing says what it is.
            throw new JsonException("It does not say which event it is.", e);
        }
    }

    public static string Write(RunState state) => JsonSerializer.Serialize(state, Context.RunState);

    public static RunState ReadState(string json) => Read(json, Context.RunState);

    public static string Write(PendingItem item) => JsonSerializer.Serialize(item, Context.PendingItem);

    public static PendingItem ReadItem(string json) => Read(json, Context.PendingItem);

    public static string Write(RunCommand command) => JsonSerializer.Serialize(command, Context.RunCommand);

    public static RunCommand ReadCommand(string json) => Read(json, Context.RunCommand);

    public static string Write(Reply reply) => JsonSerializer.Serialize(reply, Context.Reply);

    public static Reply ReadReply(string json) => Read(json, Context.Reply);

    public static string Write(AnchorLine line) => CanonicalJson.Of(JsonSerializer.SerializeToUtf8Bytes(line, Context.AnchorLine));

    public static string Write(Digested digested) => CanonicalJson.Of(JsonSerializer.SerializeToUtf8Bytes(digested, Context.Digested));

    public static AnchorLine ReadAnchor(string json) => Read(json, Context.AnchorLine);

    public static string Write(Rejection rejection) => JsonSerializer.Serialize(rejection, Context.Rejection);

    /// <summary>All that the hash of an event covers.</summary>
    public static string Fields(RecordedEvent recorded)
    {
        using var data = JsonDocument.Parse(recorded.Data);
        return JsonSerializer.Serialize(
            new Fields
            {
                Run = recorded.Run,
                Sequence = recorded.Sequence,
                At = recorded.At,
                Event = recorded.Event,
                Step = recorded.Step,
                Sop = recorded.Sop,
                Version = recorded.Version,
                Fingerprint = recorded.Fingerprint,
                By = recorded.By,
                Data = data.RootElement,
                Previous = recorded.Previous,
            },
            Context.Fields);
    }

    /// <summary>
    /// The canonical form of all that the hash of an event covers, written in one go. <see cref="RecordedEvent.Data"/> is taken letter by letter: it was made
    /// canonical when it was recorded, and a store that holds other letters holds something else.
    /// </summary>
    public static string Canonical(RecordedEvent recorded) => new CanonicalObject()
        .Add("at", IsoTime.Write(recorded.At))
        .AddRaw("by", new CanonicalObject().Add("door", recorded.By.Door).Add("kind", recorded.By.Kind.ToString()).Add("name", recorded.By.Name).ToString())
        .AddRaw("data", recorded.Data)
        .Add("event", recorded.Event)
        .Add("fingerprint", recorded.Fingerprint)
        .Add("previous", recorded.Previous)
        .Add("run", recorded.Run)
        .AddRaw("sequence", recorded.Sequence.ToString(CultureInfo.InvariantCulture))
        .Add("sop", recorded.Sop)
        .Add("step", recorded.Step)
        .Add("version", recorded.Version)
        .ToString();

    /// <summary>An event from what its hash covers.</summary>
    public static RecordedEvent ReadFields(string json, string hash)
    {
        var fields = Read(json, Context.Fields);
        return new()
        {
            Run = fields.Run,
            Sequence = fields.Sequence,
            At = fields.At,
            Event = fields.Event,
            Step = fields.Step,
            Sop = fields.Sop,
            Version = fields.Version,
            Fingerprint = fields.Fingerprint,
            By = fields.By,
            Data = CanonicalJson.Of(fields.Data),
            Previous = fields.Previous,
            Hash = hash,
        };
    }

    private static T Read<T>(string json, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
        where T : class => JsonSerializer.Deserialize(json, type) ?? throw new JsonException("It is null.");
}

/// <summary>The fields of an event that its hash covers.</summary>
internal sealed record Fields
{
    public required string Run { get; init; }

    public required int Sequence { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Event { get; init; }

    public required string Step { get; init; }

    public required string Sop { get; init; }

    public string? Version { get; init; }

    public string? Fingerprint { get; init; }

    public required Actor By { get; init; }

    public required JsonElement Data { get; init; }

    public required string Previous { get; init; }
}

/// <summary>Times in the form of the record.</summary>
internal sealed class RecordedTime : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.GetString() ?? throw new JsonException("A time is missing.");
        try
        {
            return IsoTime.Read(text);
        }
        catch (FormatException e)
        {
            throw new JsonException($"'{text}' is no time of the record.", e);
        }
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(IsoTime.Write(value));
}
