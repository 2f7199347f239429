namespace SopAsCode.Definitions;

/// <summary>A role, agent, tool or value stream: its type and what people call it.</summary>
public sealed record NamedType
{
    /// <summary>The type, with its namespace.</summary>
    public required string Type { get; init; }

    /// <summary>What people call it.</summary>
    public required string Title { get; init; }

    /// <summary>The types of the roles that a role derives from, the nearest first; empty for everything else.</summary>
    public IReadOnlyList<string> DerivesFrom { get; init => field = ValueList<string>.Of(value); } = ValueList<string>.Empty;

    /// <summary>Whether whoever holds this role may do what another role may: it is that role, or derives from it.</summary>
    /// <param name="role">The type of the other role, with its namespace.</param>
    /// <returns>True when it is.</returns>
    public bool Covers(string role) => Type == role || DerivesFrom.Contains(role, StringComparer.Ordinal);

    /// <summary>The name that definitions have for a type: with its namespace, and with a point before a type inside another.</summary>
    /// <param name="type">The type, which has no type parameters.</param>
    /// <returns>The name, as in <see cref="Type"/>.</returns>
    public static string NameOf(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return (type.FullName ?? type.Name).Replace('+', '.');
    }
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
