namespace Stateless.Contract.Tests;

public class ReentryTests
{
    [Fact]
    public void The_state_is_left_and_entered_again()
    {
        var log = new List<string>();
        var machine = Machines.InDraft();
        machine.Configure(State.Draft)
            .OnExit(() => log.Add("exit"))
            .OnEntry(() => log.Add("entry"))
            .PermitReentry(Trigger.Fail);
        machine.OnTransitioned(_ => log.Add("transition"));

        machine.Fire(Trigger.Fail);

        Assert.Equal(["exit", "transition", "entry"], log);
    }

    [Fact]
    public void The_transition_says_that_it_is_one()
    {
        StateMachine<State, Trigger>.Transition? seen = null;
        var machine = Machines.InDraft();
        machine.Configure(State.Draft).PermitReentry(Trigger.Fail);
        machine.OnTransitioned(t => seen = t);

        machine.Fire(Trigger.Fail);

        Assert.NotNull(seen);
        Assert.True(seen.IsReentry);
        Assert.Equal(State.Draft, seen.Source);
        Assert.Equal(State.Draft, seen.Destination);
    }

    [Fact]
    public void The_state_is_written_again()
    {
        var cursor = new Cursor(State.Draft);
        var machine = Machines.Over(cursor);
        machine.Configure(State.Draft).PermitReentry(Trigger.Fail);

        machine.Fire(Trigger.Fail);

        Assert.Equal([State.Draft], cursor.Written);
    }

    [Fact]
    public void A_transition_to_another_state_is_none()
    {
        var reentry = true;
        var machine = Machines.InDraft();
        machine.Configure(State.Draft).Permit(Trigger.Complete, State.Review);
        machine.OnTransitioned(t => reentry = t.IsReentry);

        machine.Fire(Trigger.Complete);

        Assert.False(reentry);
    }
}
