using SopAsCode.Definitions;

namespace SopAsCode.Runtime;

/// <summary>
/// Does the steps that have no code of their own: it asks the AI of an AI step, the person of a human step or checkpoint, or
/// the outside automation of an automated step. Hosts implement it.
/// </summary>
public interface IPerformer
{
    /// <summary>Asks for a step to be done.</summary>
    /// <typeparam name="TAnswer">What the step returns; <see cref="Nothing"/> for a step without a result.</typeparam>
    /// <param name="request">What must be done, and who must do it.</param>
    /// <param name="cancel">Ends it early.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="StepRejectedException">A person said no at a checkpoint.</exception>
    Task<TAnswer> PerformAsync<TAnswer>(StepRequest request, CancellationToken cancel)
        where TAnswer : notnull;
}

/// <summary>One request to a performer.</summary>
public sealed class StepRequest
{
    /// <summary>The SOP.</summary>
    public required SopDefinition Sop { get; init; }

    /// <summary>The step. Its kind and performer say who is asked.</summary>
    public required StepDefinition Step { get; init; }

    /// <summary>The rendered prompt of an AI step; null for the other kinds.</summary>
    public string? Prompt { get; init; }

    /// <summary>The values the step asks for, by parameter name, in the order of the parameters.</summary>
    public IReadOnlyList<KeyValuePair<string, object?>> Inputs { get; init; } = [];
}

/// <summary>The answer of a step that has no result.</summary>
public readonly record struct Nothing;

/// <summary>A person said no at a checkpoint.</summary>
public sealed class StepRejectedException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="reason">What the person wrote.</param>
    /// <param name="by">Who it was.</param>
    public StepRejectedException(string reason, string by)
        : base($"Rejected by {by}: {reason}")
    {
        Reason = reason;
        By = by;
    }

    /// <summary>What the person wrote.</summary>
    public string Reason { get; }

    /// <summary>Who it was.</summary>
    public string By { get; }
}
