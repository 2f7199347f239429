namespace Stateless.Contract.Tests;

public class GuardTests
{
    [Theory]
    [InlineData(true, State.Send)]
    [InlineData(false, State.Review)]
    public void The_transition_whose_guard_holds_is_taken(bool small, State expected)
    {
        var machine = Machines.InDraft();
        machine.Configure(State.Draft)
            .PermitIf(Trigger.Complete, State.Send, () => small, "the amount is small")
            .PermitIf(Trigger.Complete, State.Review, () => !small, "otherwise");

        machine.Fire(Trigger.Complete);

        Assert.Equal(expected, machine.State);
    }

    [Fact]
    public void A_guard_is_not_asked_while_configuring()
    {
        var asked = 0;

        Machines.InDraft().Configure(State.Draft).PermitIf(Trigger.Complete, State.Review, () => ++asked > 0);

        Assert.Equal(0, asked);
    }

    [Fact]
    public void A_guard_is_asked_anew_at_each_fire()
    {
        var ready = false;
        var machine = Machines.InDraft();
        machine.Configure(State.Draft).PermitIf(Trigger.Complete, State.Review, () => ready, "ready");

        machine.Refusal(Trigger.Complete);
        ready = true;
        machine.Fire(Trigger.Complete);

        Assert.Equal(State.Review, machine.State);
    }

    [Fact]
    public void Guards_of_other_triggers_are_not_asked()
    {
        var machine = Machines.InDraft();
        machine.Configure(State.Draft)
            .PermitIf(Trigger.Fail, State.Fallback, () => throw new OutageException())
            .Permit(Trigger.Complete, State.Review);

        machine.Fire(Trigger.Complete);

        Assert.Equal(State.Review, machine.State);
    }

    [Fact]
    public void Several_guards_that_hold_are_refused_and_nothing_moves()
    {
        var cursor = new Cursor(State.Draft);
        var machine = Machines.Over(cursor);
        machine.Configure(State.Draft)
            .PermitIf(Trigger.Complete, State.Send, () => true, "one")
            .PermitIf(Trigger.Complete, State.Review, () => true, "two");

        machine.Refusal(Trigger.Complete);

        Assert.Empty(cursor.Written);
    }

    [Fact]
    public void Several_guards_that_hold_are_refused_even_for_the_same_destination()
    {
        var machine = Machines.InDraft();
        machine.Configure(State.Draft)
            .PermitIf(Trigger.Complete, State.Review, () => true, "one")
            .PermitIf(Trigger.Complete, State.Review, () => true, "two");

        machine.Refusal(Trigger.Complete);
    }

    [Fact]
    public void A_guard_that_holds_beside_a_transition_without_guard_is_refused()
    {
        var machine = Machines.InDraft();
        machine.Configure(State.Draft)
            .PermitIf(Trigger.Complete, State.Send, () => true, "small")
            .Permit(Trigger.Complete, State.Review);

        machine.Refusal(Trigger.Complete);
    }

    [Fact]
    public void A_guard_that_holds_beside_a_dynamic_transition_is_refused()
    {
        var machine = Machines.InDraft();
        machine.Configure(State.Draft)
            .PermitIf(Trigger.Complete, State.Send, () => true, "small")
            .PermitDynamic(Trigger.Complete, () => State.Review);

        machine.Refusal(Trigger.Complete);
    }

    [Fact]
    public void A_guard_that_does_not_hold_leaves_the_transition_without_guard()
    {
        var machine = Machines.InDraft();
        machine.Configure(State.Draft)
            .PermitIf(Trigger.Complete, State.Send, () => false, "small")
            .Permit(Trigger.Complete, State.Review);

        machine.Fire(Trigger.Complete);

        Assert.Equal(State.Review, machine.State);
    }
}
