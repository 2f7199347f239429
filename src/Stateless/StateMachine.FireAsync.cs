namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    /// <summary>Handles a trigger as <see cref="Fire"/> does, and awaits asynchronous actions on the way.</summary>
    /// <param name="trigger">The trigger.</param>
    /// <returns>Done when the last action is. In queued mode, inside another fire: done once the trigger waits.</returns>
    /// <exception cref="InvalidOperationException">The state does not accept the trigger, or several guards hold.</exception>
    public async Task FireAsync(TTrigger trigger)
    {
        if (_mode == FiringMode.Immediate)
        {
            await StepAsync(trigger).ConfigureAwait(false);
            return;
        }

        if (_firing)
        {
            _waiting.Enqueue(trigger);
            return;
        }

        // Unlike Fire, the package starts with the new trigger here and lets what was left over follow.
        _firing = true;
        try
        {
            await StepAsync(trigger).ConfigureAwait(false);
            while (_waiting.TryDequeue(out var next))
                await StepAsync(next).ConfigureAwait(false);
        }
        finally
        {
            _firing = false;
        }
    }

    private async Task StepAsync(TTrigger trigger)
    {
        var from = _read();
        var source = NodeOf(from);
        if (source?.Choose(trigger) is not { } rule)
        {
            _unhandled(from, trigger, source?.GuardsOf(trigger));
            return;
        }

        if (!rule.Leads(out var to))
            return;

        var transition = new Transition(from, to, trigger);
        await source.Exit.RunAsync(transition).ConfigureAwait(false);
        _write(to);
        _transitioned?.Invoke(transition);
        if (NodeOf(to) is { } target)
            await target.Entry.RunAsync(transition).ConfigureAwait(false);
    }
}
