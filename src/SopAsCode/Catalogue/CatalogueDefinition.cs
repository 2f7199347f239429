namespace SopAsCode.Definitions;

/// <summary>What the SOPs of an assembly share, as data. The generator writes it once, as JSON.</summary>
public sealed record CatalogueDefinition
{
    /// <summary>The tools that SOPs name, in the order of their titles.</summary>
    public IReadOnlyList<ToolDefinition> Tools { get; init => field = ValueList<ToolDefinition>.Of(value); } = ValueList<ToolDefinition>.Empty;

    /// <summary>The agents that SOPs name, in the order of their titles.</summary>
    public IReadOnlyList<AgentDefinition> Agents { get; init => field = ValueList<AgentDefinition>.Of(value); } = ValueList<AgentDefinition>.Empty;

    /// <summary>The policy that counts; null when there is none.</summary>
    public PolicyDefinition? Policy { get; init; }

    /// <summary>Reads the data of a catalogue. Members it does not know are ignored.</summary>
    /// <param name="json">The JSON.</param>
    /// <returns>The data.</returns>
    /// <exception cref="FormatException">The text is not the data of a catalogue, or it contains something that only a newer version can read.</exception>
    public static CatalogueDefinition Parse(string json) => DefinitionJson.Read(json, DefinitionContext.Default.CatalogueDefinition, "data of a catalogue");
}

/// <summary>A tool, with everything said about it.</summary>
public sealed record ToolDefinition
{
    /// <summary>The tool.</summary>
    public required NamedType Tool { get; init; }

    /// <summary>What it is; null when not stated.</summary>
    public string? Description { get; init; }

    /// <summary>Links.</summary>
    public IReadOnlyList<LinkDefinition> Links { get; init => field = ValueList<LinkDefinition>.Of(value); } = ValueList<LinkDefinition>.Empty;

    /// <summary>Where writes to it can hurt; null when not stated.</summary>
    public Impact? Touches { get; init; }

    /// <summary>The highest class of data in it; null when not stated.</summary>
    public DataClass? Holds { get; init; }

    /// <summary>What it passes on by itself.</summary>
    public IReadOnlyList<FeedDefinition> Feeds { get; init => field = ValueList<FeedDefinition>.Of(value); } = ValueList<FeedDefinition>.Empty;
}

/// <summary>What a tool passes on by itself.</summary>
public sealed record FeedDefinition
{
    /// <summary>The tool that gets it.</summary>
    public required NamedType To { get; init; }

    /// <summary>What it gets.</summary>
    public required string What { get; init; }

    /// <summary>How; null when not stated.</summary>
    public string? Via { get; init; }
}

/// <summary>An agent, with everything said about it.</summary>
public sealed record AgentDefinition
{
    /// <summary>The agent.</summary>
    public required NamedType Agent { get; init; }

    /// <summary>What it is for; null when not stated.</summary>
    public string? Description { get; init; }

    /// <summary>Its model; null when not stated.</summary>
    public string? Model { get; init; }

    /// <summary>Who runs the model; null when not stated.</summary>
    public string? Provider { get; init; }

    /// <summary>Links.</summary>
    public IReadOnlyList<LinkDefinition> Links { get; init => field = ValueList<LinkDefinition>.Of(value); } = ValueList<LinkDefinition>.Empty;
}
