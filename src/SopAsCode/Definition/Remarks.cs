namespace SopAsCode;

/// <summary>What an SOP or a step says to its readers beside what it does.</summary>
public sealed record Remarks
{
    /// <summary>Nothing.</summary>
    public static Remarks None { get; } = new();

    /// <summary>How it changes when more people join; null when not stated.</summary>
    public string? TeamMode { get; init; }

    /// <summary>Rare cases, and what to do then.</summary>
    public IReadOnlyList<EdgeCaseDefinition> EdgeCases { get; init; } = [];

    /// <summary>Examples.</summary>
    public IReadOnlyList<ExampleDefinition> Examples { get; init; } = [];

    /// <summary>Notes.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Links.</summary>
    public IReadOnlyList<LinkDefinition> Links { get; init; } = [];

    /// <summary>Exceptions to rules.</summary>
    public IReadOnlyList<WaiverDefinition> Waivers { get; init; } = [];
}

/// <summary>A rare case.</summary>
/// <param name="Case">The case.</param>
/// <param name="Handling">What to do.</param>
public sealed record EdgeCaseDefinition(string Case, string Handling);

/// <summary>An example.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Text">The example; null when it stands in a file.</param>
/// <param name="File">The file, by its path from the page; null when the text stands here.</param>
public sealed record ExampleDefinition(string Title, string? Text, string? File);

/// <summary>A link.</summary>
/// <param name="Title">What it leads to.</param>
/// <param name="Url">The address.</param>
public sealed record LinkDefinition(string Title, string Url);

/// <summary>An exception to a rule.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Because">Why; null when not stated.</param>
/// <param name="By">The role that allows it; null when not stated.</param>
/// <param name="Until">The last day; null when not stated.</param>
public sealed record WaiverDefinition(string Rule, string? Because, NamedType? By, DateOnly? Until);
