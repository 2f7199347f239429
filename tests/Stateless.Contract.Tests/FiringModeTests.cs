namespace Stateless.Contract.Tests;

/// <summary>What becomes of a trigger fired inside another fire.</summary>
public class FiringModeTests
{
    private readonly List<string> _log = [];

    [Fact]
    public void Immediate_handles_it_at_once()
    {
        var machine = WithFireInEntry(FiringMode.Immediate);

        machine.Fire(Trigger.Complete);

        Assert.Equal(["Draft to Review", "review begins", "Review to Send", "send", "review goes on in Send"], _log);
    }

    [Fact]
    public void Queued_handles_it_when_the_first_is_done()
    {
        var machine = WithFireInEntry(FiringMode.Queued);

        machine.Fire(Trigger.Complete);

        Assert.Equal(["Draft to Review", "review begins", "review goes on in Review", "Review to Send", "send"], _log);
    }

    [Theory]
    [InlineData(FiringMode.Immediate)]
    [InlineData(FiringMode.Queued)]
    public void Both_end_in_the_same_state(FiringMode mode)
    {
        var machine = WithFireInEntry(mode);

        machine.Fire(Trigger.Complete);

        Assert.Equal(State.Send, machine.State);
    }

    [Fact]
    public void Immediate_handles_it_before_the_entry_actions_when_it_is_fired_in_OnTransitioned()
    {
        var machine = Machines.InDraft();
        machine.Configure(State.Draft).Permit(Trigger.Complete, State.Review);
        machine.Configure(State.Review).OnEntry(() => _log.Add("review")).Permit(Trigger.Approve, State.Send);
        machine.Configure(State.Send).OnEntry(() => _log.Add("send"));
        machine.OnTransitioned(t =>
        {
            if (t.Destination == State.Review)
                machine.Fire(Trigger.Approve);
        });

        machine.Fire(Trigger.Complete);

        Assert.Equal(["send", "review"], _log);
        Assert.Equal(State.Send, machine.State);
    }

    [Fact]
    public void A_re_entry_can_be_left_by_a_trigger_of_its_entry_action()
    {
        var machine = Machines.InDraft();
        machine.Configure(State.Draft).PermitReentry(Trigger.Fail).Permit(Trigger.Complete, State.Review).OnEntry(() => machine.Fire(Trigger.Complete));

        machine.Fire(Trigger.Fail);

        Assert.Equal(State.Review, machine.State);
    }

    [Fact]
    public void Queued_is_what_one_gets_without_asking()
    {
        var cursor = new Cursor(State.Draft);
        foreach (var machine in new[] { new(State.Draft), new StateMachine<State, Trigger>(() => cursor.State, to => cursor.State = to) })
        {
            _log.Clear();
            Configure(machine).Fire(Trigger.Complete);

            Assert.Equal("review goes on in Review", _log[2]);
        }
    }

    [Fact]
    public void Queued_triggers_are_handled_in_the_order_they_came()
    {
        var machine = Machines.InDraft(FiringMode.Queued);
        machine.Configure(State.Draft).Permit(Trigger.Complete, State.Review);
        machine.Configure(State.Review).Permit(Trigger.Approve, State.Send).OnEntry(() =>
        {
            machine.Fire(Trigger.Approve);
            machine.Fire(Trigger.Complete);
        });
        machine.Configure(State.Send).Permit(Trigger.Complete, State.Completed);

        machine.Fire(Trigger.Complete);

        Assert.Equal(State.Completed, machine.State);
    }

    [Fact]
    public void After_an_exception_a_queue_runs_what_is_left_over_in_the_next_run()
    {
        var run = new Cursor(State.Draft);
        var machine = new StateMachine<State, Trigger>(() => run.State, to => run.State = to, FiringMode.Queued);
        BreakAfterFiringInEntry(machine);
        Assert.Throws<OutageException>(() => machine.Fire(Trigger.Complete));
        var next = run = new Cursor(State.Review);

        machine.Fire(Trigger.Fail);

        Assert.Equal([State.Send, State.Fallback], next.Written);
    }

    [Fact]
    public void After_an_exception_nothing_is_left_over_in_immediate_mode()
    {
        var run = new Cursor(State.Draft);
        var machine = new StateMachine<State, Trigger>(() => run.State, to => run.State = to, FiringMode.Immediate);
        BreakAfterFiringInEntry(machine);
        Assert.Throws<OutageException>(() => machine.Fire(Trigger.Complete));
        Assert.Equal(State.Send, run.State);
        var next = run = new Cursor(State.Send);

        machine.Fire(Trigger.Fail);

        Assert.Equal([State.Fallback], next.Written);
    }

    private static void BreakAfterFiringInEntry(StateMachine<State, Trigger> machine)
    {
        machine.Configure(State.Draft).Permit(Trigger.Complete, State.Review);
        machine.Configure(State.Review).Permit(Trigger.Approve, State.Send).OnEntry(() =>
        {
            machine.Fire(Trigger.Approve);
            throw new OutageException();
        });
        machine.Configure(State.Send).Permit(Trigger.Fail, State.Fallback);
    }

    private StateMachine<State, Trigger> WithFireInEntry(FiringMode mode) => Configure(Machines.InDraft(mode));

    private StateMachine<State, Trigger> Configure(StateMachine<State, Trigger> machine)
    {
        machine.Configure(State.Draft).Permit(Trigger.Complete, State.Review);
        machine.Configure(State.Review).Permit(Trigger.Approve, State.Send).OnEntry(() =>
        {
            _log.Add("review begins");
            machine.Fire(Trigger.Approve);
            _log.Add($"review goes on in {machine.State}");
        });
        machine.Configure(State.Send).OnEntry(() => _log.Add("send"));
        machine.OnTransitioned(t => _log.Add($"{t.Source} to {t.Destination}"));
        return machine;
    }
}
