namespace Stateless.Contract.Tests;

public enum State
{
    Draft,
    Review,
    Send,
    Fallback,
    Completed,
}

public enum Trigger
{
    Complete,
    Approve,
    Reject,
    Fail,
    Cancel,
}

/// <summary>Outside state, kept as a host keeps it.</summary>
internal sealed class Cursor(State state)
{
    private State _state = state;

    public int Reads { get; private set; }

    public List<State> Written { get; } = [];

    public State State
    {
        get
        {
            Reads++;
            return _state;
        }

        set
        {
            Written.Add(value);
            _state = value;
        }
    }
}

internal static class Machines
{
    /// <summary>A machine as generated code makes it.</summary>
    public static StateMachine<State, Trigger> Over(Cursor cursor, FiringMode mode = FiringMode.Immediate) =>
        new(() => cursor.State, to => cursor.State = to, mode);

    public static StateMachine<State, Trigger> InDraft(FiringMode mode = FiringMode.Immediate) => Over(new Cursor(State.Draft), mode);

    /// <summary>Fires and expects the machine's own refusal.</summary>
    public static string Refusal(this StateMachine<State, Trigger> machine, Trigger trigger) =>
        Assert.Throws<InvalidOperationException>(() => machine.Fire(trigger)).Message;
}

/// <summary>Thrown by guards, selectors and actions under test, so that it can't be mistaken for the machine's own exceptions.</summary>
internal sealed class OutageException() : Exception("outage");
