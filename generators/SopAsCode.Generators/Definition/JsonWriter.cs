using System.Globalization;
using System.Text;
using SopAsCode.Model;
using SopAsCode.Model.Declaration;

namespace SopAsCode.Generators;

/// <summary>
/// Writes canonical JSON: members in the order in which they are written, no blanks, and nothing that is not stated. Each line is a member
/// of the outermost object, or an item of its lists of objects.
/// </summary>
internal sealed class JsonWriter
{
    private readonly StringBuilder _text = TextBuffers.Take();
    private int _depth;

    /// <summary>Writes one object.</summary>
    public static string Write<T>(T value, Action<JsonWriter, T> members)
    {
        var json = new JsonWriter();
        json.Braces(value, members);
        return TextBuffers.Finish(json._text);
    }

    /// <summary>A text.</summary>
    public void Text(string name, string? text)
    {
        if (text is not null)
        {
            Name(name);
            JsonText.Append(_text, text);
        }
    }

    /// <summary>Texts; not written when there are none, unless the list is required.</summary>
    public void Texts(string name, IEnumerable<string> texts, bool isRequired = false) =>
        List(name, texts, isOnLines: false, isRequired, static (json, text) => JsonText.Append(json._text, text));

    /// <summary>A whole number.</summary>
    public void Number(string name, long? number)
    {
        if (number is { } stated)
        {
            Name(name);
            _text.Append(stated.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>A fractional number; it is a text when JSON has no number for it, and is not written for NaN.</summary>
    public void Fraction(string name, double number)
    {
        if (double.IsInfinity(number))
        {
            Text(name, number > 0 ? "Infinity" : "-Infinity");
        }
        else if (!double.IsNaN(number))
        {
            Name(name);
            _text.Append(number.ToString("R", CultureInfo.InvariantCulture));
        }
    }

    /// <summary>A truth value.</summary>
    public void Truth(string name, bool isTrue)
    {
        Name(name);
        _text.Append(isTrue ? "true" : "false");
    }

    /// <summary>A truth value that is written only when it is true.</summary>
    public void Flag(string name, bool isTrue)
    {
        if (isTrue)
        {
            Truth(name, isTrue);
        }
    }

    /// <summary>One value of an enum, by name.</summary>
    public void Word<T>(string name, T? value)
        where T : struct, Enum
    {
        if (value is { } stated)
        {
            Text(name, EnumNames.Of(stated));
        }
    }

    /// <summary>The values that are set in an enum of flags, by name; an empty list for none.</summary>
    public void Words<T>(string name, T value)
        where T : struct, Enum => Texts(name, EnumNames.OfEach(value), isRequired: true);

    /// <summary>A day, as ISO text; not written when the text is not a day.</summary>
    public void Date(string name, string? text)
    {
        if (DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            Text(name, text);
        }
    }

    /// <summary>A duration, as ISO text: <c>P1DT2H30M</c>.</summary>
    public void Duration(string name, DueModel? time)
    {
        if (time is not null)
        {
            Text(name, Iso(time));
        }
    }

    /// <summary>Durations.</summary>
    public void Durations(string name, IEnumerable<DueModel> times) => Texts(name, times.Select(Iso));

    private static string Iso(DueModel time)
    {
        var (days, hours, minutes) = (time.TotalMinutes / (24 * 60), time.TotalMinutes / 60 % 24, time.TotalMinutes % 60);
        var clock = Part(hours, 'H') + Part(minutes, 'M');
        return $"P{Part(days, 'D')}{(clock.Length > 0 ? "T" : "")}{clock}";

        static string Part(long number, char unit) => number == 0 ? "" : number.ToString(CultureInfo.InvariantCulture) + unit;
    }

    /// <summary>An object.</summary>
    public void Object<T>(string name, T? value, Action<JsonWriter, T> members)
        where T : class
    {
        if (value is not null)
        {
            Name(name);
            Braces(value, members);
        }
    }

    /// <summary>Objects; not written when there are none, unless the list is required.</summary>
    public void Objects<T>(string name, IEnumerable<T> items, Action<JsonWriter, T> members, bool isRequired = false) =>
        List(name, items, isOnLines: _depth == 1, isRequired, (json, item) => json.Braces(item, members));

    private void Braces<T>(T value, Action<JsonWriter, T> members)
    {
        _text.Append('{');
        _depth++;
        members(this, value);
        _depth--;
        _text.Append(_depth == 0 ? "\n}" : "}");
    }

    private void List<T>(string name, IEnumerable<T> items, bool isOnLines, bool isRequired, Action<JsonWriter, T> write)
    {
        using var rest = items.GetEnumerator();
        var more = rest.MoveNext();
        if (!more && !isRequired)
        {
            return;
        }

        Name(name);
        _text.Append('[');
        _depth++;
        for (; more; more = rest.MoveNext())
        {
            Separate(isOnLines);
            write(this, rest.Current);
        }

        _depth--;
        _text.Append(']');
    }

    private void Name(string name)
    {
        Separate(isOnLine: _depth == 1);
        JsonText.Append(_text, name);
        _text.Append(':');
    }

    private void Separate(bool isOnLine)
    {
        if (_text[_text.Length - 1] is not ('{' or '['))
        {
            _text.Append(',');
        }

        if (isOnLine)
        {
            _text.Append('\n');
        }
    }
}
