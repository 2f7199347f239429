namespace Stateless.Contract.Tests;

public class PermitTests
{
    [Fact]
    public void A_permitted_trigger_leads_to_its_state()
    {
        var machine = Machines.InDraft();
        machine.Configure(State.Draft).Permit(Trigger.Complete, State.Review).Permit(Trigger.Fail, State.Fallback);

        machine.Fire(Trigger.Fail);

        Assert.Equal(State.Fallback, machine.State);
    }

    [Fact]
    public void A_destination_needs_no_configuration()
    {
        var machine = Machines.InDraft();
        machine.Configure(State.Draft).Permit(Trigger.Complete, State.Completed);

        machine.Fire(Trigger.Complete);

        Assert.Equal(State.Completed, machine.State);
    }

    [Fact]
    public void A_state_can_be_configured_in_several_goes()
    {
        var machine = Machines.InDraft();
        machine.Configure(State.Draft).Permit(Trigger.Complete, State.Review);
        machine.Configure(State.Draft).Permit(Trigger.Fail, State.Fallback);

        Assert.True(machine.CanFire(Trigger.Complete));
        Assert.True(machine.CanFire(Trigger.Fail));
    }

    [Fact]
    public void A_transition_to_the_own_state_is_refused_when_configured() =>
        Assert.Throws<ArgumentException>(() => Machines.InDraft().Configure(State.Draft).Permit(Trigger.Complete, State.Draft));

    [Fact]
    public void A_guarded_transition_to_the_own_state_is_refused_when_configured() =>
        Assert.Throws<ArgumentException>(() => Machines.InDraft().Configure(State.Draft).PermitIf(Trigger.Complete, State.Draft, () => true, "always"));

    [Fact]
    public void Two_transitions_for_one_trigger_are_refused_when_fired()
    {
        var machine = Machines.InDraft();
        machine.Configure(State.Draft).Permit(Trigger.Complete, State.Review).Permit(Trigger.Complete, State.Send);

        machine.Refusal(Trigger.Complete);

        Assert.Equal(State.Draft, machine.State);
    }

    [Fact]
    public void States_and_triggers_may_be_text()
    {
        var machine = new StateMachine<string, string>("draft");
        machine.Configure("draft").Permit("complete", "review");

        machine.Fire("complete");

        Assert.True(machine.IsInState("review"));
    }
}
