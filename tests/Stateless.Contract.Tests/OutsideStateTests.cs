namespace Stateless.Contract.Tests;

public class OutsideStateTests
{
    [Fact]
    public void The_constructor_reads_the_accessor_once_and_writes_nothing()
    {
        var cursor = new Cursor(State.Draft);

        Machines.Over(cursor);

        Assert.Equal(1, cursor.Reads);
        Assert.Empty(cursor.Written);
    }

    [Fact]
    public void What_the_accessor_throws_comes_out_of_the_constructor() =>
        Assert.Throws<OutageException>(() => new StateMachine<State, Trigger>(() => throw new OutageException(), _ => { }, FiringMode.Immediate));

    [Fact]
    public void A_missing_accessor_or_mutator_is_refused()
    {
        Assert.Throws<ArgumentNullException>("stateAccessor", () => new StateMachine<State, Trigger>(null!, _ => { }, FiringMode.Immediate));
        Assert.Throws<ArgumentNullException>("stateMutator", () => new StateMachine<State, Trigger>(() => State.Draft, null!, FiringMode.Immediate));
    }

    [Fact]
    public void Configuring_does_not_look_at_the_state()
    {
        var cursor = new Cursor(State.Draft);
        var machine = Machines.Over(cursor);

        machine.Configure(State.Draft).Permit(Trigger.Complete, State.Review).Ignore(Trigger.Fail).PermitReentry(Trigger.Reject);

        Assert.Equal(1, cursor.Reads);
    }

    [Fact]
    public void State_is_what_the_accessor_says_now()
    {
        var cursor = new Cursor(State.Draft);
        var machine = Machines.Over(cursor);

        cursor.State = State.Review;

        Assert.Equal(State.Review, machine.State);
    }

    [Fact]
    public void Fire_starts_where_the_outside_state_stands()
    {
        var cursor = new Cursor(State.Draft);
        var machine = Machines.Over(cursor);
        machine.Configure(State.Draft).Permit(Trigger.Complete, State.Review);
        machine.Configure(State.Send).Permit(Trigger.Complete, State.Completed);
        cursor.State = State.Send;

        machine.Fire(Trigger.Complete);

        Assert.Equal(State.Completed, cursor.State);
    }

    [Fact]
    public void Fire_writes_the_destination_once()
    {
        var cursor = new Cursor(State.Draft);
        var machine = Machines.Over(cursor);
        machine.Configure(State.Draft).Permit(Trigger.Complete, State.Review);

        machine.Fire(Trigger.Complete);

        Assert.Equal([State.Review], cursor.Written);
    }

    [Fact]
    public void One_machine_serves_one_run_after_another()
    {
        var run = new Cursor(State.Draft);
        var machine = new StateMachine<State, Trigger>(() => run.State, to => run.State = to, FiringMode.Immediate);
        machine.Configure(State.Draft).Permit(Trigger.Complete, State.Review);
        machine.Configure(State.Review).Permit(Trigger.Approve, State.Send);
        var first = run;
        var second = new Cursor(State.Review);

        machine.Fire(Trigger.Complete);
        run = second;
        machine.Fire(Trigger.Approve);

        Assert.Equal(State.Review, first.State);
        Assert.Equal(State.Send, second.State);
    }

    [Fact]
    public void A_mutator_that_throws_stops_the_step_after_the_exit_actions()
    {
        var log = new List<string>();
        var machine = new StateMachine<State, Trigger>(() => State.Draft, _ => throw new OutageException(), FiringMode.Immediate);
        machine.Configure(State.Draft).OnExit(() => log.Add("exit")).Permit(Trigger.Complete, State.Review);
        machine.Configure(State.Review).OnEntry(() => log.Add("entry"));
        machine.OnTransitioned(_ => log.Add("transition"));

        Assert.Throws<OutageException>(() => machine.Fire(Trigger.Complete));

        Assert.Equal(["exit"], log);
    }

    [Fact]
    public void Without_outside_state_the_machine_keeps_its_own()
    {
        var machine = new StateMachine<State, Trigger>(State.Draft);
        machine.Configure(State.Draft).Permit(Trigger.Complete, State.Review);

        machine.Fire(Trigger.Complete);

        Assert.Equal(State.Review, machine.State);
    }

    [Fact]
    public void Configuration_belongs_to_one_machine()
    {
        var cursor = new Cursor(State.Draft);
        Machines.Over(cursor).Configure(State.Draft).Permit(Trigger.Complete, State.Review);

        Assert.False(Machines.Over(cursor).CanFire(Trigger.Complete));
    }
}
