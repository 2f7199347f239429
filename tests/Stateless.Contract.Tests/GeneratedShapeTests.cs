namespace Stateless.Contract.Tests;

/// <summary>A machine written the way the generator writes one: flat, over a cursor, guards and selectors that only read.</summary>
public class GeneratedShapeTests
{
    private readonly Run _run = new();
    private readonly StateMachine<State, Trigger> _machine;

    public GeneratedShapeTests() => _machine = CreateMachine(_run);

    [Fact]
    public void A_run_that_goes_well_completes() =>
        Assert.Equal(State.Completed, After(Trigger.Complete, Trigger.Approve, Trigger.Complete));

    [Fact]
    public void The_first_entry_that_holds_wins()
    {
        _run.IsHighValue = true;

        Assert.Equal(State.Fallback, After(Trigger.Complete));
    }

    [Fact]
    public void Rework_ends_when_its_rounds_are_used_up()
    {
        Assert.Equal(State.Draft, After(Trigger.Complete, Trigger.Reject));
        _run.Rejections = 2;

        Assert.Equal(State.Fallback, After(Trigger.Complete, Trigger.Reject));
    }

    [Fact]
    public void Retries_stay_in_the_state_until_they_are_used_up()
    {
        After(Trigger.Complete, Trigger.Approve);
        Assert.Equal(State.Send, After(Trigger.Fail));
        _run.Failures = 3;

        Assert.Equal(State.Fallback, After(Trigger.Fail));
    }

    [Fact]
    public void Resume_leads_back_to_where_the_run_came_from()
    {
        _run.CameFrom = State.Review;
        _run.State = State.Fallback;

        Assert.Equal(State.Review, After(Trigger.Complete));
    }

    [Fact]
    public void An_end_accepts_nothing()
    {
        _run.State = State.Completed;

        Assert.All(Enum.GetValues<Trigger>(), trigger => Assert.False(_machine.CanFire(trigger)));
    }

    private static StateMachine<State, Trigger> CreateMachine(Run run)
    {
        var machine = new StateMachine<State, Trigger>(() => run.State, to => run.State = to, FiringMode.Immediate);
        machine.Configure(State.Draft)
            .PermitDynamic(Trigger.Complete, () => run.IsHighValue ? State.Fallback : State.Review, "first entry that holds",
                new() { { State.Fallback, "The customer is high-value" }, { State.Review, "otherwise" } })
            .Permit(Trigger.Fail, State.Fallback);
        machine.Configure(State.Review)
            .Permit(Trigger.Approve, State.Send)
            .PermitDynamic(Trigger.Reject, () => run.Rejections < 2 ? State.Draft : State.Fallback, "at most 2 rounds",
                new() { { State.Draft, "rounds 1 to 2" }, { State.Fallback, "afterwards" } });
        machine.Configure(State.Send)
            .Permit(Trigger.Complete, State.Completed)
            .PermitDynamic(Trigger.Fail, () => run.Failures < 3 ? State.Send : State.Fallback, "3 retries",
                new() { { State.Send, "retries 1 to 3" }, { State.Fallback, "afterwards" } });
        machine.Configure(State.Fallback)
            .PermitIf(Trigger.Complete, State.Draft, () => run.CameFrom == State.Draft, "came from Draft")
            .PermitIf(Trigger.Complete, State.Review, () => run.CameFrom == State.Review, "came from Review");
        return machine;
    }

    private State After(params ReadOnlySpan<Trigger> triggers)
    {
        foreach (var trigger in triggers)
            _machine.Fire(trigger);

        return _run.State;
    }

    private sealed class Run
    {
        public State State { get; set; } = State.Draft;

        public State CameFrom { get; set; }

        public bool IsHighValue { get; set; }

        public int Rejections { get; set; }

        public int Failures { get; set; }
    }
}
