namespace SopAsCode.Runtime;

/// <summary>A worker begins an attempt at the current step. The store made sure that it is the only one.</summary>
internal sealed record BeginStep : RunCommand
{
    public required string Worker { get; init; }

    public required int Visit { get; init; }
}

/// <summary>What an attempt returned.</summary>
internal sealed record FinishStep : RunCommand
{
    public required string Worker { get; init; }

    public required int Visit { get; init; }

    public required int Attempt { get; init; }

    /// <summary>The values it made, as JSON, by their types.</summary>
    public IReadOnlyList<MadeValue> Values { get; init; } = [];

    /// <summary>The inputs of the runs that a hand-off starts, as JSON.</summary>
    public IReadOnlyList<string> HandedOver { get; init; } = [];

    public AgentUsage? Usage { get; init; }

    /// <summary>The prompt that the AI got; null when no AI was asked.</summary>
    public string? Prompt { get; init; }

    /// <summary>The functions that the AI called.</summary>
    public IReadOnlyList<CalledFunction> Called { get; init; } = [];
}

/// <summary>A value as JSON, with the name of its type.</summary>
internal sealed record MadeValue(string Type, string Json);

/// <summary>An attempt failed.</summary>
internal sealed record FailStep : RunCommand
{
    public required string Worker { get; init; }

    public required int Visit { get; init; }

    public required int Attempt { get; init; }

    public required string Error { get; init; }

    public required string Notes { get; init; }

    public string? Prompt { get; init; }

    /// <summary>The functions that the AI called.</summary>
    public IReadOnlyList<CalledFunction> Called { get; init; } = [];
}

/// <summary>No AI is configured: a person gets the rendered prompt.</summary>
internal sealed record AskPerson : RunCommand
{
    public required string Worker { get; init; }

    public required int Visit { get; init; }

    public required int Attempt { get; init; }

    public required string Prompt { get; init; }
}

/// <summary>Time has passed: what is due happens.</summary>
internal sealed record LetTimePass : RunCommand;

/// <summary>An event that waits for the run has found it.</summary>
internal sealed record TakeEvent : RunCommand
{
    public required ArrivedEvent Arrived { get; init; }
}

/// <summary>Tells the run that handed work over how a run ended.</summary>
internal sealed record TellEnd : RunCommand
{
    /// <summary>The run that ended.</summary>
    public required string Run { get; init; }

    /// <summary>The visit of the step that handed over.</summary>
    public required int Visit { get; init; }

    /// <summary>Its end.</summary>
    public required string End { get; init; }

    /// <summary>What it gives back, as JSON; null when nothing.</summary>
    public string? Result { get; init; }

    /// <summary>The approval of what it gives back, without values; null when nobody approved it.</summary>
    public GivenApproval? Approval { get; init; }

    /// <summary>Its steps whose write was released by the approval that came with its input.</summary>
    public IReadOnlyList<string> Used { get; init; } = [];
}
