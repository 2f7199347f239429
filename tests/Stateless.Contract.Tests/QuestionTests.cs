namespace Stateless.Contract.Tests;

public class QuestionTests
{
    [Fact]
    public void A_permitted_trigger_can_be_fired_and_others_can_not()
    {
        var machine = Machines.InDraft();
        machine.Configure(State.Draft).Permit(Trigger.Complete, State.Review);

        Assert.True(machine.CanFire(Trigger.Complete));
        Assert.False(machine.CanFire(Trigger.Approve));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_guarded_trigger_can_be_fired_while_its_guard_holds(bool holds)
    {
        var machine = Machines.InDraft();
        machine.Configure(State.Draft).PermitIf(Trigger.Complete, State.Review, () => holds, "holds");

        Assert.Equal(holds, machine.CanFire(Trigger.Complete));
    }

    [Fact]
    public void CanFire_moves_nothing_and_runs_no_action()
    {
        var exited = false;
        var cursor = new Cursor(State.Draft);
        var machine = Machines.Over(cursor);
        machine.Configure(State.Draft).OnExit(() => exited = true).Permit(Trigger.Complete, State.Review);

        machine.CanFire(Trigger.Complete);

        Assert.False(exited);
        Assert.Empty(cursor.Written);
    }

    [Fact]
    public void CanFire_calls_no_handler_for_unhandled_triggers()
    {
        var machine = Machines.InDraft();
        machine.OnUnhandledTrigger((_, _) => throw new OutageException());

        Assert.False(machine.CanFire(Trigger.Complete));
    }

    [Fact]
    public void CanFire_refuses_several_guards_that_hold_as_Fire_does()
    {
        var machine = Machines.InDraft();
        machine.Configure(State.Draft)
            .PermitIf(Trigger.Complete, State.Send, () => true, "one")
            .PermitIf(Trigger.Complete, State.Review, () => true, "two");

        Assert.Throws<InvalidOperationException>(() => machine.CanFire(Trigger.Complete));
        Assert.Throws<InvalidOperationException>(() => machine.CanFire(Trigger.Complete, out _));
    }

    [Fact]
    public void IsInState_is_true_for_the_current_state_only()
    {
        var machine = Machines.InDraft();
        machine.Configure(State.Draft).Permit(Trigger.Complete, State.Review);
        machine.Fire(Trigger.Complete);

        Assert.True(machine.IsInState(State.Review));
        Assert.False(machine.IsInState(State.Draft));
        Assert.False(machine.IsInState(State.Completed));
    }
}
