using System.ComponentModel;
using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace SopAsCode.Runtime;

/// <summary>
/// A value in an AI's answer. Generated code uses it to read answers without reflection. Its errors say exactly which part of an
/// answer does not fit.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct AnswerValue
{
    private readonly JsonElement _json;
    private readonly string _path;

    internal AnswerValue(JsonElement json, string path)
    {
        _json = json;
        _path = path;
    }

    /// <summary>The value is missing or null.</summary>
    public bool IsNull => _json.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null;

    /// <summary>A property of a record. Names are matched without regard to case.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The value; <see cref="IsNull"/> is true for it when the property is missing.</returns>
    public AnswerValue this[string name]
    {
        get
        {
            Expect(JsonValueKind.Object, "a record");
            foreach (var property in _json.EnumerateObject())
            {
                if (string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase))
                {
                    return new(property.Value, Below(name));
                }
            }

            return new(default, Below(name));
        }
    }

    /// <summary>The elements of a list.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="read">Reads one element.</param>
    /// <returns>The elements.</returns>
    public IReadOnlyList<T> List<T>(Func<AnswerValue, T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        Expect(JsonValueKind.Array, "a list");
        List<T> elements = new(_json.GetArrayLength());
        foreach (var element in _json.EnumerateArray())
        {
            elements.Add(read(new(element, $"{_path}[{elements.Count.ToString(CultureInfo.InvariantCulture)}]")));
        }

        return elements;
    }

    /// <summary>A text.</summary>
    /// <returns>The text.</returns>
    public string Text()
    {
        Expect(JsonValueKind.String, "a text");
        return _json.GetString()!;
    }

    /// <summary>A truth value.</summary>
    /// <returns>The value.</returns>
    public bool Truth() => _json.ValueKind is JsonValueKind.True or JsonValueKind.False ? _json.GetBoolean() : throw Unfit("must be true or false");

    /// <summary>A number.</summary>
    /// <typeparam name="T">The type of number.</typeparam>
    /// <returns>The number.</returns>
    public T Number<T>()
        where T : INumber<T>
    {
        Expect(JsonValueKind.Number, "a number");
        return T.TryParse(_json.GetRawText(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Unfit($"must be a number that fits '{typeof(T).Name}', and is {_json.GetRawText()}");
    }

    /// <summary>A date, a time, an identifier or a similar value; a number if its type is a number.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <returns>The value.</returns>
    public T Formatted<T>()
        where T : IParsable<T>
    {
        var text = _json.ValueKind == JsonValueKind.Number ? _json.GetRawText() : Text();
        return T.TryParse(text, CultureInfo.InvariantCulture, out var value) ? value : throw Unfit($"must be a '{typeof(T).Name}', and is '{text}'");
    }

    /// <summary>One of the named values of an enum.</summary>
    /// <typeparam name="T">The enum.</typeparam>
    /// <returns>The value.</returns>
    public T Named<T>()
        where T : struct, Enum
    {
        // Only names are accepted, although an enum could also be parsed from its number.
        var name = Text();
        return Enum.GetNames<T>().Contains(name, StringComparer.OrdinalIgnoreCase) && Enum.TryParse<T>(name, ignoreCase: true, out var value)
            ? value
            : throw Unfit($"must be one of {string.Join(", ", Enum.GetNames<T>())}, and is '{name}'");
    }

    /// <summary>Generated code calls this for a type that can't be read from an answer.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="type">The type in words.</param>
    /// <returns>It never returns.</returns>
    /// <exception cref="InvalidOperationException">Always.</exception>
    public static T Unreadable<T>(string type) => throw new InvalidOperationException(
        $"'{type}' can't be read from an AI's answer: use a record, an enum, a list of these, text, numbers and dates.");

    internal static T Read<T>(string step, string json, Func<AnswerValue, T> read)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return read(new(document.RootElement, ""));
        }
        catch (JsonException error)
        {
            throw new AgentAnswerException(step, $"is no JSON: {error.Message.TrimEnd('.')}", error);
        }
        catch (UnfitException unfit)
        {
            throw new AgentAnswerException(step, unfit.Message, unfit);
        }
    }

    private string Below(string name) => _path.Length == 0 ? name : $"{_path}.{name}";

    private void Expect(JsonValueKind kind, string words)
    {
        if (_json.ValueKind != kind)
        {
            throw Unfit(IsNull ? $"must have {words}, and it is missing" : $"must have {words}");
        }
    }

    private UnfitException Unfit(string problem) => new(_path.Length == 0 ? $"does not fit: it {problem}" : $"does not fit: '{_path}' {problem}");

    private sealed class UnfitException(string message) : Exception(message);
}
