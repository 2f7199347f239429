namespace Stateless.Contract.Tests;

public class IgnoredTriggerTests
{
    [Fact]
    public void An_ignored_trigger_runs_nothing_and_writes_nothing()
    {
        var log = new List<string>();
        var cursor = new Cursor(State.Draft);
        var machine = Machines.Over(cursor);
        machine.Configure(State.Draft).OnExit(() => log.Add("exit")).OnEntry(() => log.Add("entry")).Ignore(Trigger.Cancel);
        machine.OnTransitioned(_ => log.Add("transition"));
        machine.OnUnhandledTrigger((_, _) => log.Add("unhandled"));

        machine.Fire(Trigger.Cancel);

        Assert.Empty(log);
        Assert.Empty(cursor.Written);
    }

    [Fact]
    public void An_ignored_trigger_can_be_fired()
    {
        var machine = Machines.InDraft();
        machine.Configure(State.Draft).Ignore(Trigger.Cancel);

        Assert.True(machine.CanFire(Trigger.Cancel));
    }

    [Fact]
    public void A_trigger_is_ignored_while_the_guard_beside_does_not_hold()
    {
        var machine = Machines.InDraft();
        machine.Configure(State.Draft).PermitIf(Trigger.Cancel, State.Completed, () => false, "never").Ignore(Trigger.Cancel);

        machine.Fire(Trigger.Cancel);

        Assert.Equal(State.Draft, machine.State);
    }

    [Fact]
    public void A_trigger_that_is_ignored_and_permitted_is_refused()
    {
        var machine = Machines.InDraft();
        machine.Configure(State.Draft).Permit(Trigger.Cancel, State.Completed).Ignore(Trigger.Cancel);

        machine.Refusal(Trigger.Cancel);
    }
}
