using SopAsCode.Definitions;

namespace SopAsCode.Runtime;

/// <summary>An item with all that a person needs to answer it.</summary>
public sealed record ItemView
{
    /// <summary>The item.</summary>
    public required PendingItem Item { get; init; }

    /// <summary>What is shown, as JSON, by the names of the parameters. A value that is missing is null.</summary>
    public required IReadOnlyList<KeyValuePair<string, string?>> Values { get; init; }

    /// <summary>How to do it, as Markdown; null when not stated.</summary>
    public string? Instructions { get; init; }

    /// <summary>The lines to tick, in groups.</summary>
    public IReadOnlyList<ChecklistDefinition> Checklists { get; init; } = [];

    /// <summary>Messages to copy, with their blanks filled in.</summary>
    public IReadOnlyList<TemplateDefinition> Templates { get; init; } = [];

    /// <summary>
    /// The JSON Schema of the value that the answer makes, in the manual path of that which the step makes that a person can do by hand; null when it makes none.
    /// </summary>
    public string? AnswerSchema { get; init; }

    /// <summary>The prompt that the AI would have got; null for the other kinds.</summary>
    public string? Prompt { get; init; }

    /// <summary>What else there is to know; null when nothing.</summary>
    public string? Notes { get; init; }
}
