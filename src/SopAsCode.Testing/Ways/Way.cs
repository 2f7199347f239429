using SopAsCode.Definitions;
using SopAsCode.Runtime;

namespace SopAsCode.Testing;

/// <summary>One way through an SOP, from the start of a run to its end. Its text is its name, in which test frameworks show it.</summary>
public sealed record Way
{
    /// <summary>The SOP.</summary>
    public required SopDefinition Sop { get; init; }

    /// <summary>The moves, in their order. Starts of steps and further attempts are none.</summary>
    public required IReadOnlyList<WayMove> Moves { get; init; }

    /// <summary>The states it comes to, from the first step.</summary>
    public IReadOnlyList<string> States => Moves.Count == 0 ? [] : [Moves[0].From, .. Moves.Select(move => move.To)];

    /// <summary>The state in which it ends: an end, or <c>Fallback</c> where ways are followed up to the manual path only.</summary>
    public string End => Moves[^1].To;

    /// <summary>Whether it comes to a state.</summary>
    /// <param name="state">A step by <c>nameof</c>, an end by <see cref="SopAsCode.End"/>, or <see cref="SopAsCode.Sop.Fallback"/>.</param>
    /// <returns>Whether it does.</returns>
    /// <exception cref="ScenarioException">The SOP has no such state.</exception>
    public bool ComesTo(string state) => States.Contains(StateNames.Of(Sop, state), StringComparer.Ordinal);

    /// <summary>Whether somebody approves at a checkpoint on it.</summary>
    /// <param name="checkpoint">The checkpoint, by <c>nameof</c>.</param>
    /// <returns>Whether somebody does.</returns>
    /// <exception cref="ScenarioException">The SOP has no such step.</exception>
    public bool IsApprovedAt(string checkpoint) => Has(SopTrigger.Approve, checkpoint);

    /// <summary>Whether somebody rejects at a checkpoint on it.</summary>
    /// <param name="checkpoint">The checkpoint, by <c>nameof</c>.</param>
    /// <returns>Whether somebody does.</returns>
    /// <exception cref="ScenarioException">The SOP has no such step.</exception>
    public bool IsRejectedAt(string checkpoint) => Has(SopTrigger.Reject, checkpoint);

    /// <summary>The name: all states, and what happened where it was not simply done.</summary>
    /// <returns>The name, as in <c>Draft → Review –rejected→ Draft → Review → Send → Completed</c>.</returns>
    public override string ToString() => Moves.Count == 0 ? Sop.Id : Moves[0].From + string.Concat(Moves.Select(move => move.ToString()));

    private bool Has(SopTrigger trigger, string step)
    {
        var state = StateNames.Of(Sop, step);
        return Moves.Any(move => move.Trigger == trigger && move.From == state);
    }
}

/// <summary>One move on a way.</summary>
public sealed record WayMove
{
    /// <summary>The state it leaves.</summary>
    public required string From { get; init; }

    /// <summary>What happened.</summary>
    public required SopTrigger Trigger { get; init; }

    /// <summary>The state it leads to.</summary>
    public required string To { get; init; }

    /// <summary>When it is taken, in words; null when it is always taken.</summary>
    public string? Label { get; init; }

    /// <summary>The move as part of the name of its way.</summary>
    /// <returns>The text, as in <c> –rejected→ Draft</c>.</returns>
    public override string ToString() => Trigger switch
    {
        SopTrigger.Complete or SopTrigger.Approve when Label is "a condition could not be decided" => $" –undecided→ {To}",
        SopTrigger.Complete or SopTrigger.Approve => $" → {To}",
        SopTrigger.Reject => $" –rejected→ {To}",
        SopTrigger.Fail => $" –failed→ {To}",
        SopTrigger.TimeOut => $" –timed out→ {To}",
        SopTrigger.LeaveLimit => $" –outside its limit→ {To}",
        SopTrigger.SwitchToManual => $" –taken over by hand→ {To}",
        SopTrigger.Resume => $" –resumed→ {To}",
        SopTrigger.DoneByHand => $" –done by hand→ {To}",
        SopTrigger.Escalate => $" –passed on→ {To}",
        _ => $" –cancelled→ {To}",
    };
}

/// <summary>How far ways are followed.</summary>
public sealed record WayBounds
{
    /// <summary>How often a way comes to the same state at most; 3 when not stated.</summary>
    public int Visits { get; init; } = 3;

    /// <summary>
    /// Whether ways have what people may do in each step: switch to the manual path, pass on, cancel. They then go on from the manual path too; without it they
    /// end there.
    /// </summary>
    public bool WithInterventions { get; init; }

    /// <summary>How many ways there may be at most; 2000 when not stated.</summary>
    public int Most { get; init; } = 2000;
}
