using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SopAsCode.Definitions;

/// <summary>Reads and writes an enum as its exact name, never as its number.</summary>
internal sealed class EnumName<T> : JsonConverter<T>
    where T : struct, Enum
{
    private static readonly string[] Names = Enum.GetNames<T>();
    private static readonly T[] Values = Enum.GetValues<T>();

    public static T Read(ref Utf8JsonReader reader)
    {
        for (var i = 0; reader.TokenType == JsonTokenType.String && i < Names.Length; i++)
        {
            if (reader.ValueTextEquals(Names[i]))
            {
                return Values[i];
            }
        }

        throw new JsonException($"This is not the name of a value of {typeof(T).Name}.");
    }

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(ref reader);

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}

/// <summary>Reads and writes impacts as a list of their names; no impact is an empty list.</summary>
internal sealed class ImpactNames : JsonConverter<Impact>
{
    private static readonly Impact[] Single = [.. Enum.GetValues<Impact>().Where(impact => impact != Impact.None)];

    public override Impact Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException("Impacts are a list of names.");
        }

        var impact = Impact.None;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            impact |= EnumName<Impact>.Read(ref reader);
        }

        return impact;
    }

    public override void Write(Utf8JsonWriter writer, Impact value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var impact in Single.Where(one => value.HasFlag(one)))
        {
            writer.WriteStringValue(impact.ToString());
        }

        writer.WriteEndArray();
    }
}

/// <summary>A duration in days, hours and minutes, as ISO text: <c>P1DT2H30M</c>.</summary>
internal sealed class IsoDuration : JsonConverter<TimeSpan>
{
    public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && Parse(reader.GetString()!) is { } time ? time : throw new JsonException("This is not a duration of days, hours and minutes.");

    public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options)
    {
        var clock = Part(value.Hours, 'H') + Part(value.Minutes, 'M');
        writer.WriteStringValue($"P{Part(value.Days, 'D')}{(clock.Length > 0 ? "T" : "")}{clock}");

        static string Part(int number, char unit) => number == 0 ? "" : number.ToString(CultureInfo.InvariantCulture) + unit;
    }

    // Each mark stands at most once and in the order of Marks; hours and minutes come after a T, and each unit has a number before it.
    private static TimeSpan? Parse(string text)
    {
        const string Marks = "PDTHM";
        var (last, number, digits, minutes) = (-1, 0L, 0, 0L);
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c))
            {
                (number, digits) = ((number * 10) + (c - '0'), digits + 1);
                continue;
            }

            var mark = Marks.IndexOf(c, StringComparison.Ordinal);
            if (mark <= last || (last < 0) != (c == 'P') || digits > 9 || (digits == 0) != c is 'P' or 'T' || (c is 'H' or 'M' && last < 2))
            {
                return null;
            }

            minutes += number * (c switch { 'D' => 24 * 60, 'H' => 60, _ => 1 });
            (last, number, digits) = (mark, 0, 0);
        }

        var isWhole = last >= 0 && Marks[last] is 'D' or 'H' or 'M' && digits == 0;
        return isWhole && minutes <= TimeSpan.MaxValue.Ticks / TimeSpan.TicksPerMinute ? TimeSpan.FromMinutes(minutes) : null;
    }
}

/// <summary>Reads and writes a text that is JSON itself, such as a JSON Schema, unchanged.</summary>
internal sealed class EmbeddedJson : JsonConverter<string>
{
    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => JsonElement.ParseValue(ref reader).GetRawText();

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteRawValue(value);
}
