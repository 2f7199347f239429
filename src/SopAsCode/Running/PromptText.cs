using System.ComponentModel;
using System.Globalization;
using System.Text;

namespace SopAsCode.Runtime;

/// <summary>Renders the values of a prompt in the same way on every computer, whatever its culture. Generated code uses it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PromptText
{
    private readonly StringBuilder _text = new();

    /// <summary>Adds text unchanged.</summary>
    /// <param name="text">The text; null adds nothing.</param>
    /// <returns>This.</returns>
    public PromptText Add(string? text)
    {
        _text.Append(text);
        return this;
    }

    /// <summary>Adds a truth value as JSON writes it.</summary>
    /// <param name="value">The value; null adds nothing.</param>
    /// <returns>This.</returns>
    public PromptText Add(bool? value) => value is { } known ? Add(known ? "true" : "false") : this;

    /// <summary>Adds a number, date, time or identifier in the invariant culture; dates and times in ISO form.</summary>
    /// <param name="value">The value; null adds nothing.</param>
    /// <returns>This.</returns>
    public PromptText Add(IFormattable? value)
    {
        var format = value switch
        {
            DateTime or DateTimeOffset or DateOnly or TimeOnly => "O",
            TimeSpan => "c",
            _ => null,
        };
        _text.Append(value?.ToString(format, CultureInfo.InvariantCulture));
        return this;
    }

    /// <summary>Adds anything else, as JSON.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value; null adds nothing.</param>
    /// <param name="write">Writes the value.</param>
    /// <returns>This.</returns>
    public PromptText AddJson<T>(T? value, Action<System.Text.Json.Utf8JsonWriter, T> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        if (value is null)
        {
            return this;
        }

        using var stream = new MemoryStream();
        using (var json = new System.Text.Json.Utf8JsonWriter(stream, PromptJson.Options))
        {
            write(json, value);
        }

        return Add(Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length));
    }

    /// <summary>The whole prompt.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => _text.ToString();
}

/// <summary>Writes JSON for a prompt: indented, and with characters that are not escaped unless JSON requires it.</summary>
internal static class PromptJson
{
    public static readonly System.Text.Json.JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
