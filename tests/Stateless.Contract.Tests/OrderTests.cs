namespace Stateless.Contract.Tests;

public class OrderTests
{
    [Fact]
    public void Exit_sees_the_old_state_transition_and_entry_the_new_one()
    {
        var log = new List<string>();
        var machine = Machines.InDraft();
        machine.Configure(State.Draft).OnExit(() => log.Add($"exit in {machine.State}")).Permit(Trigger.Complete, State.Review);
        machine.Configure(State.Review).OnEntry(() => log.Add($"entry in {machine.State}"));
        machine.OnTransitioned(_ => log.Add($"transition in {machine.State}"));

        machine.Fire(Trigger.Complete);

        Assert.Equal(["exit in Draft", "transition in Review", "entry in Review"], log);
    }

    [Fact]
    public void Several_actions_run_in_the_order_of_configuration()
    {
        var log = new List<string>();
        var machine = Machines.InDraft();
        machine.Configure(State.Draft).OnExit(() => log.Add("exit 1")).OnExit(_ => log.Add("exit 2")).Permit(Trigger.Complete, State.Review);
        machine.Configure(State.Review).OnEntry(_ => log.Add("entry 1")).OnEntry(() => log.Add("entry 2"));
        machine.OnTransitioned(_ => log.Add("transition 1"));
        machine.OnTransitioned(_ => log.Add("transition 2"));

        machine.Fire(Trigger.Complete);

        Assert.Equal(["exit 1", "exit 2", "transition 1", "transition 2", "entry 1", "entry 2"], log);
    }

    [Fact]
    public void All_three_see_source_destination_and_trigger()
    {
        var log = new List<(State, State, Trigger)>();
        void See(StateMachine<State, Trigger>.Transition t) => log.Add((t.Source, t.Destination, t.Trigger));
        var machine = Machines.InDraft();
        machine.Configure(State.Draft).OnExit(See).Permit(Trigger.Complete, State.Review);
        machine.Configure(State.Review).OnEntry(See);
        machine.OnTransitioned(See);

        machine.Fire(Trigger.Complete);

        Assert.Equal(Enumerable.Repeat((State.Draft, State.Review, Trigger.Complete), 3), log);
    }

    [Fact]
    public void Entry_actions_do_not_run_for_the_state_a_machine_starts_in()
    {
        var entered = false;
        var machine = Machines.InDraft();
        machine.Configure(State.Draft).OnEntry(() => entered = true).Permit(Trigger.Complete, State.Review);

        machine.Fire(Trigger.Complete);

        Assert.False(entered);
    }

    [Fact]
    public void A_missing_action_is_refused_when_configured()
    {
        var machine = Machines.InDraft();

        Assert.Throws<ArgumentNullException>(() => machine.Configure(State.Draft).OnEntry((Action)null!));
        Assert.Throws<ArgumentNullException>(() => machine.Configure(State.Draft).OnExit((Action)null!));
        Assert.Throws<ArgumentNullException>(() => machine.OnTransitioned(null!));
        Assert.Throws<ArgumentNullException>(() => machine.OnUnhandledTrigger((Action<State, Trigger>)null!));
    }
}
