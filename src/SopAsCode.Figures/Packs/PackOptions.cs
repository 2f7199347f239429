namespace SopAsCode.Figures;

/// <summary>What goes into an audit pack.</summary>
public sealed record PackOptions
{
    /// <summary>How many runs are drawn where nobody says how many.</summary>
    public const int UsualSample = 25;

    /// <summary>The days: each run that was open on one of them is in the pack, with all its events.</summary>
    public required Period Period { get; init; }

    /// <summary>The only SOP whose runs are taken; null for all.</summary>
    public string? Sop { get; init; }

    /// <summary>How many runs are drawn for a page of their own.</summary>
    public int Sample { get; init; } = UsualSample;

    /// <summary>The seed of the sample; null for the days. An auditor who names one can be sure that nobody foresaw the sample.</summary>
    public string? Seed { get; init; }

    /// <summary>Whether the contents of the sampled runs go into the pack, with all that is personal in them.</summary>
    public bool WithContent { get; init; }

    /// <summary>When it is made.</summary>
    public required DateTimeOffset Made { get; init; }

    /// <summary>A private key of ECDSA, as PEM, that signs the pack; null for no signature.</summary>
    public string? SigningKey { get; init; }
}

/// <summary>A pack that was made.</summary>
public sealed record MadePack
{
    /// <summary>What it says about itself.</summary>
    public required PackStatement Statement { get; init; }

    /// <summary>The SHA-256 of <c>pack.json</c>. Whoever keeps it elsewhere sees each later change of the pack.</summary>
    public required string Seal { get; init; }

    /// <summary>What is wrong with the record that was exported; nothing when it is whole.</summary>
    public required IReadOnlyList<PackProblem> Problems { get; init; }
}

/// <summary>Something that does not fit in a pack.</summary>
public sealed record PackProblem
{
    /// <summary>The file.</summary>
    public required string File { get; init; }

    /// <summary>The run; null when it is about the file.</summary>
    public string? Run { get; init; }

    /// <summary>The number of the event; null when it is about the run or the file.</summary>
    public int? Sequence { get; init; }

    /// <summary>What is wrong, in words.</summary>
    public required string Problem { get; init; }

    /// <summary>All of it as a sentence.</summary>
    /// <returns>The sentence.</returns>
    public override string ToString() => $"{File}{(Run is null ? "" : $", {Run}")}{(Sequence is { } sequence ? $", event {sequence}" : "")}: {Problem}";
}

/// <summary>A pack can't be made or read.</summary>
/// <param name="message">Why, and what to do.</param>
/// <param name="inner">The error behind it.</param>
public sealed class PackException(string message, Exception? inner = null) : Exception(message, inner);
