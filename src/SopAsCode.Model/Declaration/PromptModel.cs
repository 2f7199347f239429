using SopAsCode.Model.Places;
using SopAsCode.Model.Values;

namespace SopAsCode.Model.Declaration;

/// <summary>The prompt of an AI step.</summary>
/// <param name="Text">The text as written; empty until the text of a file is known.</param>
/// <param name="Parts">Text and placeholders, in order.</param>
/// <param name="Place">Where it stands.</param>
public sealed record PromptModel(string Text, EquatableArray<PromptPart> Parts, DeclarationPlace Place)
{
    /// <summary>The file that holds the text; null when it stands in the declaration.</summary>
    public string? File { get; init; }

    /// <summary>The version of the prompt.</summary>
    public string? Version { get; init; }

    /// <summary>The text is known: it is in the declaration, or its file was found.</summary>
    public bool IsKnown { get; init; }

    /// <summary>Where the text stands, or the name of its file.</summary>
    public DeclarationPlace TextPlace => Place.At(File is null ? "text" : "File");

    /// <summary>Where a piece of the text stands; for a piece of a file, the name of the file.</summary>
    /// <param name="piece">The piece.</param>
    /// <returns>The site.</returns>
    public DeclarationPlace PlaceOf(string piece) => File is null ? TextPlace with { Piece = piece } : TextPlace;
}

/// <summary>How a part of a prompt is written.</summary>
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
/// <param name="Path">The parameter or property that a placeholder names, as written: <c>ticket.Subject</c>; empty for text.</param>
/// <param name="Type">The type of a JSON placeholder's value; null for the others.</param>
public sealed record PromptPart(PromptPartKind Kind, string Text, string Path = "", TypeUse? Type = null);

/// <summary>The form of the values of a data type.</summary>
public enum DataKind
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A truth value.</summary>
    Truth,

    /// <summary>A date, time, duration or identifier, which is text with a fixed form.</summary>
    Formatted,

    /// <summary>One of named values.</summary>
    Enum,

    /// <summary>A set of named values.</summary>
    Record,

    /// <summary>Several values of one type.</summary>
    List,

    /// <summary>Something else; JSON contains its text.</summary>
    Other,
}

/// <summary>A type that steps pass on, or a part of such a type.</summary>
public sealed record DataModel
{
    /// <summary>The type.</summary>
    public required TypeUse Type { get; init; }

    /// <summary>The form of its values.</summary>
    public required DataKind Kind { get; init; }

    /// <summary>How sensitive it is; null when not stated.</summary>
    public DataClass? Class { get; init; }

    /// <summary>It has an attribute that somebody is still typing and that may state how sensitive it is.</summary>
    public bool IsUnfinished { get; init; }

    /// <summary>It renders as one text: it is a text, number, date, truth value or enum.</summary>
    public bool IsScalar => Kind is DataKind.Text or DataKind.Number or DataKind.Truth or DataKind.Formatted or DataKind.Enum;

    /// <summary>Its text can be read back.</summary>
    public bool IsParsable { get; init; }

    /// <summary>The properties of a record, or of a list.</summary>
    public EquatableArray<DataProperty> Properties { get; init; }

    /// <summary>How a record is made from its properties; null when that is not possible.</summary>
    public CreationModel? Creation { get; init; }

    /// <summary>The element of a list.</summary>
    public TypeUse? Element { get; init; }

    /// <summary>The types inside a value that shows only its text: the parts of a tuple, or the value of a <c>Lazy</c>.</summary>
    public EquatableArray<TypeUse> Inside { get; init; }

    /// <summary>
    /// The members that are no properties of a record, but that its own text may show: for a type that writes its text itself, fields and all properties. They
    /// count where a value shows its text, and not where it becomes JSON.
    /// </summary>
    public EquatableArray<DataProperty> Hidden { get; init; }

    /// <summary>Nothing is known about its values: an <c>object</c>, for example, can hold any record.</summary>
    public bool IsAnything { get; init; }

    /// <summary>The names of an enum's values.</summary>
    public EquatableArray<string> Values { get; init; }
}

/// <summary>A property of a record.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type.</param>
/// <param name="Class">How sensitive it is; null when not stated.</param>
public sealed record DataProperty(string Name, TypeUse Type, DataClass? Class)
{
    /// <summary>An event from outside finds its run by this property, if the record is the input of the run.</summary>
    public bool IsKey { get; init; }

    /// <summary>Its class is the one of what it is computed from.</summary>
    public bool IsComputed { get; init; }
}

/// <summary>How a record is made from its properties.</summary>
/// <param name="Arguments">The arguments of its constructor, in order.</param>
/// <param name="Settable">The properties that are set after the constructor.</param>
public sealed record CreationModel(EquatableArray<CreationArgument> Arguments, EquatableArray<string> Settable);

/// <summary>An argument of a constructor.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Property">The property whose value it is.</param>
public sealed record CreationArgument(string Parameter, string Property);
