namespace SopAsCode.Definitions;

/// <summary>A role, agent, tool or value stream: its type and what people call it.</summary>
public sealed record NamedType
{
    /// <summary>The type, with its namespace.</summary>
    public required string Type { get; init; }

    /// <summary>What people call it.</summary>
    public required string Title { get; init; }
}

/// <summary>Another SOP, with what its class alone says about it.</summary>
public sealed record OtherSop
{
    /// <summary>Its class, with its namespace.</summary>
    public required string Type { get; init; }

    /// <summary>What people call it.</summary>
    public required string Title { get; init; }

    /// <summary>Its stable name.</summary>
    public required string Id { get; init; }
}
