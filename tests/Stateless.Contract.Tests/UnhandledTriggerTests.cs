namespace Stateless.Contract.Tests;

public class UnhandledTriggerTests
{
    [Fact]
    public void A_trigger_the_state_does_not_know_is_refused_by_name_and_nothing_moves()
    {
        var cursor = new Cursor(State.Draft);
        var machine = Machines.Over(cursor);
        machine.Configure(State.Draft).Permit(Trigger.Complete, State.Review);

        var message = machine.Refusal(Trigger.Approve);

        Assert.Contains("Approve", message, StringComparison.Ordinal);
        Assert.Contains("Draft", message, StringComparison.Ordinal);
        Assert.Empty(cursor.Written);
    }

    [Fact]
    public void A_state_without_configuration_refuses_every_trigger() => Machines.InDraft().Refusal(Trigger.Complete);

    [Fact]
    public void A_handler_takes_the_place_of_the_exception()
    {
        var seen = new List<(State, Trigger)>();
        var machine = Machines.InDraft();
        machine.OnUnhandledTrigger((state, trigger) => seen.Add((state, trigger)));

        machine.Fire(Trigger.Approve);

        Assert.Equal([(State.Draft, Trigger.Approve)], seen);
        Assert.Equal(State.Draft, machine.State);
    }

    [Fact]
    public void A_handler_can_be_told_the_unmet_guards()
    {
        var told = new List<string>();
        var machine = Machines.InDraft();
        machine.Configure(State.Draft).PermitIf(Trigger.Complete, State.Review, () => false, "a reviewer is there");
        machine.OnUnhandledTrigger((_, _, unmet) => told.AddRange(unmet ?? []));

        machine.Fire(Trigger.Complete);

        Assert.Equal(["a reviewer is there"], told);
    }

    [Fact]
    public void A_handler_is_told_null_when_the_state_does_not_know_the_trigger()
    {
        ICollection<string>? told = [];
        var machine = Machines.InDraft();
        machine.OnUnhandledTrigger((_, _, unmet) => told = unmet);

        machine.Fire(Trigger.Complete);

        Assert.Null(told);
    }

    [Fact]
    public void The_last_handler_counts()
    {
        var log = new List<string>();
        var machine = Machines.InDraft();
        machine.OnUnhandledTrigger((_, _) => log.Add("first"));
        machine.OnUnhandledTrigger((_, _, _) => log.Add("second"));

        machine.Fire(Trigger.Complete);

        Assert.Equal(["second"], log);
    }

    [Fact]
    public void What_a_handler_throws_comes_out_of_the_fire()
    {
        var machine = Machines.InDraft();
        machine.OnUnhandledTrigger((_, _) => throw new OutageException());

        Assert.Throws<OutageException>(() => machine.Fire(Trigger.Complete));
    }

    [Fact]
    public void Several_guards_that_hold_are_no_matter_for_the_handler()
    {
        var machine = Machines.InDraft();
        machine.Configure(State.Draft).Permit(Trigger.Complete, State.Review).Permit(Trigger.Complete, State.Send);
        machine.OnUnhandledTrigger((_, _) => { });

        machine.Refusal(Trigger.Complete);
    }
}
