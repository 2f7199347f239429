using System.ComponentModel;
using SopAsCode.Runtime;

namespace SopAsCode;

/// <summary>
/// The base of every SOP whose runs need no input. Derive a <c>partial</c> class from it, mark it with
/// <see cref="SopAttribute"/>, and write one method per step.
/// </summary>
public abstract class Sop
{
    /// <summary>
    /// Names the manual path, the state in which the owner or the backup does the work by hand. May stand wherever a step is
    /// named: <c>[OnTimeout(Fallback)]</c>. No identifier, so that no step can be mistaken for it.
    /// </summary>
    public const string Fallback = "(fallback)";

    /// <summary>The call that this instance was made for, which says who performs; null on an instance that somebody made by hand.</summary>
    internal StepCall? Call { get; set; }

    /// <summary>Ends the step early.</summary>
    internal CancellationToken Cancel { get; set; }

    /// <summary>What the AI used for the answer of this step; null when no AI was asked, or it did not say.</summary>
    internal AgentUsage? Usage { get; private set; }

    /// <summary>Asks the AI of an AI step, or the performer where the host has no AI. Called by the generated bodies of AI steps.</summary>
    /// <typeparam name="TAnswer">What the step returns; <see cref="Nothing"/> for a step without a result.</typeparam>
    /// <param name="request">What is to be done.</param>
    /// <param name="read">Makes the value of the answer's JSON.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="AgentAnswerException">The answer does not have the form that was asked for.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected async Task<TAnswer> AskAgentAsync<TAnswer>(StepRequest request, Func<AnswerValue, TAnswer> read)
        where TAnswer : notnull
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(read);
        if (Call?.Agents is not { } agents)
        {
            return await PerformAsync<TAnswer>(request).ConfigureAwait(false);
        }

        var question = new AgentRequest { Sop = request.Sop, Step = request.Step, Prompt = request.Prompt ?? "" };
        var answer = await agents.AskAsync(question, Cancel).ConfigureAwait(false);
        Usage = answer.Usage;
        return request.Step.OutputSchema is null ? read(default) : AnswerValue.Read(request.Step.Name, answer.Json, read);
    }

    /// <summary>Asks the performer for the answer of one step. Called by the generated bodies of partial steps.</summary>
    /// <typeparam name="TAnswer">What the step returns; <see cref="Nothing"/> for a step without a result.</typeparam>
    /// <param name="request">What is to be done.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="InvalidOperationException">The step was called on a bare instance, so nobody is there to perform it.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected Task<TAnswer> PerformAsync<TAnswer>(StepRequest request)
        where TAnswer : notnull
    {
        ArgumentNullException.ThrowIfNull(request);
        return Call?.Performer.PerformAsync<TAnswer>(request, Cancel)
            ?? throw new InvalidOperationException(
                $"Step '{request.Step.Name}' of SOP '{request.Sop.Id}' was called on an instance that has no performer. "
                + "Run the step through the generated Dispatcher, which says who performs it.");
    }
}

/// <summary>The base of an SOP whose runs are each about one <typeparamref name="TInput"/>: a ticket, a lead, an invoice.</summary>
/// <typeparam name="TInput">The first value in the data of every run: a record of the team's own.</typeparam>
public abstract class Sop<TInput> : Sop
    where TInput : notnull;
