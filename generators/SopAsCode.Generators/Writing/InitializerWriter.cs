namespace SopAsCode.Generators;

/// <summary>Writes the members of an object initializer, and leaves out what is not stated.</summary>
/// <param name="writer">Where to write.</param>
internal sealed class InitializerWriter(CodeWriter writer)
{
    /// <summary>A text.</summary>
    public void Text(string name, string? text) => Value(name, text is null ? null : CSharp.Literal(text));

    /// <summary>A value that is C# already.</summary>
    public void Value(string name, string? value)
    {
        if (value is not null)
        {
            writer.Write($"{name} = {value},");
        }
    }

    /// <summary>A list, one line per item.</summary>
    public void List(string name, IEnumerable<string> items, bool isRequired = false)
    {
        var all = items.ToList();
        if (all.Count > 0)
        {
            writer.Write($"{name} =").Write("[").Indent(() => all.ForEach(item => writer.Write(item + ","))).Write("],");
        }
        else if (isRequired)
        {
            writer.Write($"{name} = [],");
        }
    }

    /// <summary>A list of objects, each with an initializer of its own.</summary>
    public void Objects<T>(string name, IEnumerable<T> items, Action<T> write)
    {
        writer.Write($"{name} =").Write("[").Indent(() =>
        {
            foreach (var item in items)
            {
                writer.Write("new()").Braces(() => write(item), "},");
            }
        }).Write("],");
    }

    /// <summary>One object with an initializer of its own.</summary>
    public void Object(string name, Action write) => writer.Write($"{name} = new()").Braces(write, "},");
}
