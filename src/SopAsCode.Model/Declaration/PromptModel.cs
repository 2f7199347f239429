using SopAsCode.Model.Places;
using SopAsCode.Model.Values;

namespace SopAsCode.Model.Declaration;

/// <summary>The prompt of an AI step.</summary>
/// <param name="Text">As written; empty while the text of a file is not known.</param>
/// <param name="Parts">Text and placeholders, in order.</param>
/// <param name="Place">Where it stands.</param>
public sealed record PromptModel(string Text, EquatableArray<PromptPart> Parts, DeclarationPlace Place)
{
    /// <summary>The file that holds the text; null when it stands in the declaration.</summary>
    public string? File { get; init; }

    /// <summary>The version of the prompt.</summary>
    public string? Version { get; init; }

    /// <summary>The text is known: it stands in the declaration, or its file was found.</summary>
    public bool IsKnown { get; init; }

    /// <summary>Where the text stands, or the name of its file.</summary>
    public DeclarationPlace TextPlace => Place.At(File is null ? "text" : "File");

    /// <summary>Where a piece of the text stands; for a piece of a file, the name of the file.</summary>
    /// <param name="piece">The piece.</param>
    /// <returns>The site.</returns>
    public DeclarationPlace PlaceOf(string piece) => File is null ? TextPlace with { Piece = piece } : TextPlace;
}

/// <summary>How a value gets into a prompt.</summary>
public enum PromptPartKind
{
    /// <summary>Text between placeholders.</summary>
    Text,

    /// <summary>A placeholder that renders as text, number, date, truth value or enum.</summary>
    Scalar,

    /// <summary>A placeholder that renders as JSON.</summary>
    Json,

    /// <summary>A placeholder that names nothing.</summary>
    Unknown,
}

/// <summary>A piece of a prompt.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The text, or the C# expression of the placeholder.</param>
/// <param name="Path">What a placeholder names, as written: <c>ticket.Subject</c>; empty for text.</param>
/// <param name="Type">The type of a JSON placeholder's value; null for the others.</param>
public sealed record PromptPart(PromptPartKind Kind, string Text, string Path = "", TypeUse? Type = null);

/// <summary>What the value of a data type looks like.</summary>
public enum DataKind
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A truth value.</summary>
    Truth,

    /// <summary>A date, time, duration or identifier: text with a fixed form.</summary>
    Formatted,

    /// <summary>One of named values.</summary>
    Enum,

    /// <summary>Named values side by side.</summary>
    Record,

    /// <summary>Several of one type.</summary>
    List,

    /// <summary>Something else; in JSON as its text.</summary>
    Other,
}

/// <summary>A type that steps pass on, or a part of one.</summary>
public sealed record DataModel
{
    /// <summary>The type.</summary>
    public required TypeUse Type { get; init; }

    /// <summary>What its value looks like.</summary>
    public required DataKind Kind { get; init; }

    /// <summary>How sensitive it is; null when nothing is said.</summary>
    public DataClass? Class { get; init; }

    /// <summary>It has an attribute that is still being typed: that may say how sensitive it is.</summary>
    public bool IsUnfinished { get; init; }

    /// <summary>It renders as one text: text, number, date, truth value, enum.</summary>
    public bool IsScalar => Kind is DataKind.Text or DataKind.Number or DataKind.Truth or DataKind.Formatted or DataKind.Enum;

    /// <summary>Its text can be read back.</summary>
    public bool IsParsable { get; init; }

    /// <summary>The properties of a record, or of a list.</summary>
    public EquatableArray<DataProperty> Properties { get; init; }

    /// <summary>How a record is made of its properties; null when it can't be.</summary>
    public CreationModel? Creation { get; init; }

    /// <summary>The element of a list.</summary>
    public TypeUse? Element { get; init; }

    /// <summary>What is in a value that shows nothing but its text: the parts of a tuple, what a lazy value will be.</summary>
    public EquatableArray<TypeUse> Inside { get; init; }

    /// <summary>The names of an enum's values.</summary>
    public EquatableArray<string> Values { get; init; }
}

/// <summary>A property of a record.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type.</param>
/// <param name="Class">How sensitive it is; null when nothing is said.</param>
public sealed record DataProperty(string Name, TypeUse Type, DataClass? Class)
{
    /// <summary>An event from outside finds its run by it, when the record is what a run is about.</summary>
    public bool IsKey { get; init; }
}

/// <summary>How a record is made of its properties.</summary>
/// <param name="Arguments">What its constructor takes, in order.</param>
/// <param name="Settable">The properties that are set after it.</param>
public sealed record CreationModel(EquatableArray<CreationArgument> Arguments, EquatableArray<string> Settable);

/// <summary>An argument of a constructor.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Property">The property it becomes.</param>
public sealed record CreationArgument(string Parameter, string Property);
