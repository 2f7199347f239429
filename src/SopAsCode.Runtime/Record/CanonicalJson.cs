using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace SopAsCode.Runtime;

/// <summary>
/// JSON in the one form of RFC 8785: members in the order of their names, no white space, numbers and texts written in one way only. The same data
/// therefore always gives the same bytes, and the same hash.
/// </summary>
internal static class CanonicalJson
{
    /// <summary>Brings a JSON text into the canonical form.</summary>
    /// <param name="json">The text.</param>
    /// <returns>The same data in canonical form.</returns>
    /// <exception cref="JsonException">It is no JSON, or data for which RFC 8785 has no form: a member twice, half a surrogate pair, a number without end.</exception>
    public static string Of(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Of(document.RootElement);
    }

    /// <summary>Brings a JSON text in UTF-8 into the canonical form.</summary>
    /// <exception cref="JsonException">As for a text.</exception>
    public static string Of(byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        return Of(document.RootElement);
    }

    /// <summary>Brings a JSON value into the canonical form.</summary>
    public static string Of(JsonElement value)
    {
        var text = new StringBuilder();
        Append(text, value);
        return text.ToString();
    }

    private static void Append(StringBuilder text, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                AppendObject(text, value);
                break;
            case JsonValueKind.Array:
                AppendList(text, value);
                break;
            case JsonValueKind.String:
                AppendText(text, value.GetString()!);
                break;
            case JsonValueKind.Number:
                AppendNumber(text, value.GetDouble());
                break;
            default:
                text.Append(value.GetRawText());
                break;
        }
    }

    private static void AppendObject(StringBuilder text, JsonElement value)
    {
        var members = value.EnumerateObject().Select(member => (member.Name, member.Value)).ToArray();
        Array.Sort(members, static (one, other) => string.CompareOrdinal(one.Name, other.Name));
        text.Append('{');
        for (var i = 0; i < members.Length; i++)
        {
            if (i > 0)
            {
                if (members[i].Name == members[i - 1].Name)
                {
                    throw new JsonException($"Member '{members[i].Name}' stands twice.");
                }

                text.Append(',');
            }

            AppendText(text, members[i].Name);
            text.Append(':');
            Append(text, members[i].Value);
        }

        text.Append('}');
    }

    private static void AppendList(StringBuilder text, JsonElement value)
    {
        var separator = "[";
        foreach (var item in value.EnumerateArray())
        {
            text.Append(separator);
            Append(text, item);
            separator = ",";
        }

        text.Append(separator == "[" ? "[]" : "]");
    }

    private static readonly SearchValues<char> Escaped = SearchValues.Create(
        "\"\\\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f");

    /// <summary>Writes a text, with its quotation marks.</summary>
    public static void AppendText(StringBuilder text, string value)
    {
        text.Append('"');
        if (!value.AsSpan().ContainsAny(Escaped) && !value.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
        {
            text.Append(value).Append('"');
            return;
        }

        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (char.IsSurrogate(c))
            {
                if (!char.IsHighSurrogate(c) || i + 1 == value.Length || !char.IsLowSurrogate(value[i + 1]))
                {
                    throw new JsonException("A text has half of a surrogate pair.");
                }

                text.Append(c).Append(value[++i]);
            }
            else if (Escaped.Contains(c))
            {
                text.Append(Escape(c));
            }
            else
            {
                text.Append(c);
            }
        }

        text.Append('"');
    }

    private static string Escape(char c) => c switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\b' => "\\b",
        '\t' => "\\t",
        '\n' => "\\n",
        '\f' => "\\f",
        '\r' => "\\r",
        _ => "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture),
    };

    // As ECMAScript writes a number: the shortest digits that give it back, with an exponent only below 1e-6 and from 1e21 on.
    private static void AppendNumber(StringBuilder text, double number)
    {
        if (!double.IsFinite(number))
        {
            throw new JsonException("A number is too large.");
        }

        if (number == 0)
        {
            text.Append('0');
            return;
        }

        if (number < 0)
        {
            text.Append('-');
        }

        var round = Math.Abs(number).ToString("R", CultureInfo.InvariantCulture);
        var digits = Digits(round);
        var exponent = Exponent(round);
        if (digits.Length <= exponent && exponent <= 21)
        {
            text.Append(digits).Append('0', exponent - digits.Length);
        }
        else if (exponent is > 0 and <= 21)
        {
            text.Append(digits, 0, exponent).Append('.').Append(digits, exponent, digits.Length - exponent);
        }
        else if (exponent is > -6 and <= 0)
        {
            text.Append("0.").Append('0', -exponent).Append(digits);
        }
        else
        {
            text.Append(digits[0]);
            if (digits.Length > 1)
            {
                text.Append('.').Append(digits, 1, digits.Length - 1);
            }

            text.Append('e').Append(exponent > 0 ? '+' : '-').Append(Math.Abs(exponent - 1).ToString(CultureInfo.InvariantCulture));
        }
    }

    // The digits of a number without point, exponent, and zeros at either end.
    private static string Digits(string round)
    {
        var end = round.IndexOf('E', StringComparison.Ordinal);
        return (end < 0 ? round : round[..end]).Replace(".", "", StringComparison.Ordinal).Trim('0') is { Length: > 0 } digits ? digits : "0";
    }

    // The place of the point, counted from the first digit.
    private static int Exponent(string round)
    {
        var mark = round.IndexOf('E', StringComparison.Ordinal);
        if (mark >= 0)
        {
            return int.Parse(round.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) + 1;
        }

        var point = round.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? round : round[..point];
        if (whole.TrimStart('0').Length is > 0 and var length)
        {
            return length;
        }

        var fraction = round[(point + 1)..];
        return fraction.TrimStart('0').Length - fraction.Length;
    }
}
