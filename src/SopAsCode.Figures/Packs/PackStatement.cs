namespace SopAsCode.Figures;

/// <summary>What an audit pack says about itself: the file <c>pack.json</c>.</summary>
public sealed record PackStatement
{
    /// <summary>The form that this version writes and reads.</summary>
    public const int CurrentForm = 1;

    /// <summary>The form of the pack.</summary>
    public required int Form { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset Made { get; init; }

    /// <summary>The days: each run that was open on one of them is in the pack.</summary>
    public required Period Period { get; init; }

    /// <summary>The only SOP whose runs are in the pack; null for all.</summary>
    public string? Sop { get; init; }

    /// <summary>The seed of the sample.</summary>
    public required string Seed { get; init; }

    /// <summary>How many runs were to be drawn.</summary>
    public required int Sample { get; init; }

    /// <summary>Whether the contents of the sampled runs are in the pack, with all that is personal in them.</summary>
    public required bool WithContent { get; init; }

    /// <summary>How many runs there are.</summary>
    public required int Runs { get; init; }

    /// <summary>How many events there are.</summary>
    public required int Events { get; init; }

    /// <summary>All other files, apart from seal and signature.</summary>
    public required IReadOnlyList<PackedFile> Files { get; init; }
}

/// <summary>A file of a pack.</summary>
public sealed record PackedFile
{
    /// <summary>Its name, with <c>/</c> between folder and file.</summary>
    public required string Name { get; init; }

    /// <summary>The SHA-256 of its bytes, as lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }
}

/// <summary>A content as a pack has it.</summary>
internal sealed record PackedContent
{
    public required string Run { get; init; }

    public required string Hash { get; init; }

    public required string Salt { get; init; }

    public required string Text { get; init; }
}
