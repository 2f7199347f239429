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

    private IPerformer? _performer;
    private CancellationToken _cancel;

    /// <summary>Says who performs the steps that have no code of their own. Called by the generated dispatcher.</summary>
    /// <param name="performer">Who is asked.</param>
    /// <param name="cancel">Ends the step early.</param>
    protected void PerformedBy(IPerformer performer, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(performer);
        _performer = performer;
        _cancel = cancel;
    }

    /// <summary>Asks the performer for the answer of one step. Called by the generated bodies of partial steps.</summary>
    /// <typeparam name="TAnswer">What the step returns; <see cref="Nothing"/> for a step without a result.</typeparam>
    /// <param name="request">What is to be done.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="InvalidOperationException">The step was called on a bare instance, so nobody is there to perform it.</exception>
    protected Task<TAnswer> PerformAsync<TAnswer>(StepRequest request)
        where TAnswer : notnull
    {
        ArgumentNullException.ThrowIfNull(request);
        if (_performer is null)
        {
            throw new InvalidOperationException(
                $"Step '{request.Step.Name}' of SOP '{request.Sop.Id}' was called on an instance that has no performer. "
                + "Run the step through the generated Dispatcher, which says who performs it.");
        }

        return _performer.PerformAsync<TAnswer>(request, _cancel);
    }
}

/// <summary>The base of an SOP whose runs are each about one <typeparamref name="TInput"/>: a ticket, a lead, an invoice.</summary>
/// <typeparam name="TInput">The first value in the data of every run: a record of the team's own.</typeparam>
public abstract class Sop<TInput> : Sop
    where TInput : notnull;
