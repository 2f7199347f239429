using SopAsCode.Definitions;

namespace SopAsCode.Runtime;

/// <summary>
/// Asks an AI. A host implements only this interface to let a model do the AI steps. Without it AI steps go to the <see
/// cref="IPerformer"/>, as work for a person.
/// </summary>
public interface IAgentService
{
    /// <summary>Asks the AI for the answer of an AI step.</summary>
    /// <param name="request">The prompt, the form of the answer, and what the AI may use.</param>
    /// <param name="cancel">Ends it early.</param>
    /// <returns>The answer as JSON, and what it used.</returns>
    Task<AgentAnswer> AskAsync(AgentRequest request, CancellationToken cancel);

    /// <summary>Whether an AI answers for the agent of a step. Where none does, the step is an item for a person, with the prompt, as on a host without any AI.</summary>
    /// <param name="step">The AI step.</param>
    /// <returns>True, unless the service knows better.</returns>
    bool AnswersFor(StepDefinition step) => true;
}

/// <summary>One question to an AI.</summary>
public sealed class AgentRequest
{
    private readonly List<AgentCall> _calls = [];

    /// <summary>The SOP.</summary>
    public required SopDefinition Sop { get; init; }

    /// <summary>
    /// The step: its performer is the agent, its <see cref="StepDefinition.Model"/> the model, its
    /// <see cref="StepDefinition.OutputSchema"/> the form of the answer (null when any answer is accepted).
    /// </summary>
    public required StepDefinition Step { get; init; }

    /// <summary>The rendered prompt.</summary>
    public required string Prompt { get; init; }

    /// <summary>Whether the host may offer the AI a function of a tool. It may offer only what the step declares.</summary>
    /// <param name="tool">The type of the tool, with its namespace.</param>
    /// <param name="access">What the function does with the tool.</param>
    /// <returns>True when the step declares exactly that access.</returns>
    public bool MayUse(string tool, Access access) => Step.Access.Any(declared => declared.Tool.Type == tool && declared.Kind == access);

    /// <summary>Says that the AI called a function, so that the record of the run names it, also when the step fails. Thread-safe.</summary>
    /// <param name="call">The call.</param>
    public void Called(AgentCall call)
    {
        ArgumentNullException.ThrowIfNull(call);
        lock (_calls)
        {
            _calls.Add(call);
        }
    }

    /// <summary>The functions that the AI has called so far.</summary>
    /// <returns>The calls, in their order.</returns>
    public IReadOnlyList<AgentCall> Calls()
    {
        lock (_calls)
        {
            return [.. _calls];
        }
    }
}

/// <summary>A function of a tool that an AI called while it worked on its answer.</summary>
public sealed record AgentCall
{
    /// <summary>The name of the function, as the AI was offered it.</summary>
    public required string Function { get; init; }

    /// <summary>The type of the tool, with its namespace.</summary>
    public required string Tool { get; init; }

    /// <summary>The arguments, as JSON; null when there were none.</summary>
    public string? Arguments { get; init; }

    /// <summary>What it returned, as JSON; null when it failed.</summary>
    public string? Result { get; init; }

    /// <summary>Whether it failed.</summary>
    public bool Failed { get; init; }
}

/// <summary>What an AI answered.</summary>
public sealed record AgentAnswer
{
    /// <summary>The answer, as JSON of the form that was asked for.</summary>
    public required string Json { get; init; }

    /// <summary>What it used; null when the service does not say.</summary>
    public AgentUsage? Usage { get; init; }
}

/// <summary>What an answer used.</summary>
public sealed record AgentUsage
{
    /// <summary>Tokens that went in.</summary>
    public required long InputTokens { get; init; }

    /// <summary>Tokens that came out.</summary>
    public required long OutputTokens { get; init; }

    /// <summary>What it cost, in <see cref="Currency"/>; null when not known.</summary>
    public decimal? Cost { get; init; }

    /// <summary>The currency, as its ISO code; null when not known.</summary>
    public string? Currency { get; init; }
}

/// <summary>An AI's answer does not have the form that its step asks for. The attempt at the step has failed.</summary>
public sealed class AgentAnswerException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="step">The step.</param>
    /// <param name="problem">What is wrong with the answer, as the rest of a sentence.</param>
    /// <param name="inner">The error of the code that read the answer.</param>
    public AgentAnswerException(string step, string problem, Exception? inner = null)
        : base($"The AI's answer to step '{step}' {problem}.", inner) => Step = step;

    /// <summary>The step.</summary>
    public string Step { get; }
}
