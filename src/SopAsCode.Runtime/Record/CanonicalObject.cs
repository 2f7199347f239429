using System.Text;

namespace SopAsCode.Runtime;

/// <summary>Writes an object in the canonical form whose members are given in their order. Members without a value are left out.</summary>
internal sealed class CanonicalObject
{
    private readonly StringBuilder _text = new("{", 1024);

    public CanonicalObject Add(string name, string? value)
    {
        if (value is not null)
        {
            Name(name);
            CanonicalJson.AppendText(_text, value);
        }

        return this;
    }

    /// <summary>Adds a member whose value is canonical JSON already.</summary>
    public CanonicalObject AddRaw(string name, string json)
    {
        Name(name);
        _text.Append(json);
        return this;
    }

    public override string ToString() => _text.ToString() + "}";

    private void Name(string name) => _text.Append(_text.Length == 1 ? "\"" : ",\"").Append(name).Append("\":");
}
