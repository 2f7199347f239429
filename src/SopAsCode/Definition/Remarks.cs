namespace SopAsCode.Definitions;

/// <summary>What an SOP or a step tells its readers besides what it does.</summary>
public sealed record Remarks
{
    /// <summary>Nothing.</summary>
    public static Remarks None { get; } = new();

    /// <summary>How it changes when more people join; null when not stated.</summary>
    public string? TeamMode { get; init; }

    /// <summary>Who is asked for an opinion.</summary>
    public IReadOnlyList<NamedType> Consulted { get; init => field = ValueList<NamedType>.Of(value); } = ValueList<NamedType>.Empty;

    /// <summary>Who is told when it is done.</summary>
    public IReadOnlyList<NamedType> Informed { get; init => field = ValueList<NamedType>.Of(value); } = ValueList<NamedType>.Empty;

    /// <summary>Rare cases, and what to do then.</summary>
    public IReadOnlyList<EdgeCaseDefinition> EdgeCases { get; init => field = ValueList<EdgeCaseDefinition>.Of(value); } = ValueList<EdgeCaseDefinition>.Empty;

    /// <summary>Examples.</summary>
    public IReadOnlyList<ExampleDefinition> Examples { get; init => field = ValueList<ExampleDefinition>.Of(value); } = ValueList<ExampleDefinition>.Empty;

    /// <summary>Messages that people send.</summary>
    public IReadOnlyList<TemplateDefinition> Templates { get; init => field = ValueList<TemplateDefinition>.Of(value); } = ValueList<TemplateDefinition>.Empty;

    /// <summary>Notes, as Markdown.</summary>
    public IReadOnlyList<string> Notes { get; init => field = ValueList<string>.Of(value); } = ValueList<string>.Empty;

    /// <summary>Links.</summary>
    public IReadOnlyList<LinkDefinition> Links { get; init => field = ValueList<LinkDefinition>.Of(value); } = ValueList<LinkDefinition>.Empty;

    /// <summary>Exceptions to rules.</summary>
    public IReadOnlyList<WaiverDefinition> Waivers { get; init => field = ValueList<WaiverDefinition>.Of(value); } = ValueList<WaiverDefinition>.Empty;
}

/// <summary>A rare case.</summary>
public sealed record EdgeCaseDefinition
{
    /// <summary>The case.</summary>
    public required string Case { get; init; }

    /// <summary>What to do, as Markdown.</summary>
    public required string Handling { get; init; }
}

/// <summary>An example.</summary>
public sealed record ExampleDefinition
{
    /// <summary>What it shows.</summary>
    public required string Title { get; init; }

    /// <summary>The example, as Markdown; null when it stands in a file.</summary>
    public string? Text { get; init; }

    /// <summary>The file, by its path from the page; null when the example is given as text.</summary>
    public string? File { get; init; }
}

/// <summary>A message that people send.</summary>
public sealed record TemplateDefinition
{
    /// <summary>What it is for.</summary>
    public required string Title { get; init; }

    /// <summary>The message, with blanks such as <c>{ticket.Name}</c>; <c>{{</c> and <c>}}</c> stand for braces.</summary>
    public required string Text { get; init; }
}

/// <summary>A part of the page with a heading of its own.</summary>
public sealed record SectionDefinition
{
    /// <summary>The heading.</summary>
    public required string Title { get; init; }

    /// <summary>What it says, as Markdown.</summary>
    public required string Text { get; init; }
}

/// <summary>A group of lines to tick.</summary>
public sealed record ChecklistDefinition
{
    /// <summary>What the lines have in common; null when it is the only group.</summary>
    public string? Title { get; init; }

    /// <summary>The lines.</summary>
    public IReadOnlyList<string> Items { get; init => field = ValueList<string>.Of(value); } = ValueList<string>.Empty;
}

/// <summary>A link.</summary>
public sealed record LinkDefinition
{
    /// <summary>What it leads to.</summary>
    public required string Title { get; init; }

    /// <summary>The address.</summary>
    public required string Url { get; init; }
}

/// <summary>An exception to a rule.</summary>
public sealed record WaiverDefinition
{
    /// <summary>The rule.</summary>
    public required string Rule { get; init; }

    /// <summary>Why; null when not stated.</summary>
    public string? Because { get; init; }

    /// <summary>The role that allows it; null when not stated.</summary>
    public NamedType? By { get; init; }

    /// <summary>The last day; null when not stated.</summary>
    public DateOnly? Until { get; init; }
}
