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
    /// Names the manual path, the state in which the owner or the backup does the work by hand. It may be named wherever a
    /// step may be named: <c>[OnTimeout(Fallback)]</c>. The value is not an identifier, so that no step can have the same
    /// name.
    /// </summary>
    public const string Fallback = "(fallback)";

    /// <summary>The call for which this instance was made; it names the performer. Null on an instance that other code made.</summary>
    internal StepCall? Call { get; set; }

    /// <summary>Ends the step early.</summary>
    internal CancellationToken Cancel { get; set; }

    /// <summary>What the AI used for the answer of this step; null when no AI was asked or the AI did not say.</summary>
    internal AgentUsage? Usage { get; private set; }

    /// <summary>Asks the AI of an AI step, or the performer if the host has no AI. The generated bodies of AI steps call this.</summary>
    /// <typeparam name="TAnswer">What the step returns; <see cref="Nothing"/> for a step without a result.</typeparam>
    /// <param name="request">What is to be done.</param>
    /// <param name="read">Makes the value from the answer's JSON.</param>
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

    /// <summary>Asks the performer for the answer of one step. The generated bodies of partial steps call this.</summary>
    /// <typeparam name="TAnswer">What the step returns; <see cref="Nothing"/> for a step without a result.</typeparam>
    /// <param name="request">What is to be done.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="InvalidOperationException">The step was called on an instance that the dispatcher did not create, so it has no performer.</exception>
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
