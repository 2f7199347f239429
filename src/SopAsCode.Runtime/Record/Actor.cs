namespace SopAsCode.Runtime;

/// <summary>Who or what does something to a run.</summary>
public enum ActorKind
{
    /// <summary>A person, by the name with which the policy names holders of roles.</summary>
    Person = 0,

    /// <summary>An AI. It can never decide anything.</summary>
    Agent = 1,

    /// <summary>Code of the team, or an outside automation.</summary>
    Automation = 2,

    /// <summary>The host itself, for what follows from time and from other runs.</summary>
    Host = 3,
}

/// <summary>Who or what did something, and through which door it came.</summary>
public sealed record Actor
{
    /// <summary>Whether it is a person, an AI, an automation or the host.</summary>
    [System.Text.Json.Serialization.JsonConverter(typeof(System.Text.Json.Serialization.JsonStringEnumConverter<ActorKind>))]
    public required ActorKind Kind { get; init; }

    /// <summary>The name: of a person as the policy has it, of an agent its type.</summary>
    public required string Name { get; init; }

    /// <summary>The door it came through, such as <c>command line</c>, <c>web</c> or <c>mcp</c>; null when not stated.</summary>
    public string? Door { get; init; }

    /// <summary>A person.</summary>
    /// <param name="name">The name, as the policy has it: <c>ana@example.com</c>.</param>
    /// <param name="door">The door.</param>
    /// <returns>The actor.</returns>
    public static Actor Person(string name, string? door = null) => new() { Kind = ActorKind.Person, Name = name, Door = door };

    /// <summary>An AI.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="door">The door.</param>
    /// <returns>The actor.</returns>
    public static Actor Agent(string name, string? door = null) => new() { Kind = ActorKind.Agent, Name = name, Door = door };

    /// <summary>An automation.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="door">The door.</param>
    /// <returns>The actor.</returns>
    public static Actor Automation(string name, string? door = null) => new() { Kind = ActorKind.Automation, Name = name, Door = door };

    /// <summary>The host.</summary>
    internal static Actor TheHost { get; } = new() { Kind = ActorKind.Host, Name = "host" };
}
