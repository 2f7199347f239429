namespace SopAsCode.Runtime;

/// <summary>
/// A text that somebody wrote, or a value as JSON. It is kept beside the record, which has only its salted hash; when text and salt are erased, the
/// hash reveals nothing.
/// </summary>
public sealed record Content
{
    /// <summary>The salted hash, by which events name it.</summary>
    public required string Hash { get; init; }

    /// <summary>The salt.</summary>
    public required string Salt { get; init; }

    /// <summary>The text.</summary>
    public required string Text { get; init; }

    /// <summary>Whether the text still has the hash: the SHA-256 of salt, line feed and text.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsWhole => Hashing.Of(Salt, Text) == Hash;
}
