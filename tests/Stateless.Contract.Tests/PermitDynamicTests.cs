namespace Stateless.Contract.Tests;

public class PermitDynamicTests
{
    [Theory]
    [InlineData(State.Review)]
    [InlineData(State.Fallback)]
    public void The_selector_says_where_to_go(State selected)
    {
        var machine = Machines.InDraft();
        machine.Configure(State.Draft).PermitDynamic(Trigger.Complete, () => selected);

        machine.Fire(Trigger.Complete);

        Assert.Equal(selected, machine.State);
    }

    [Fact]
    public void The_selector_is_asked_anew_at_each_fire()
    {
        var rejections = 0;
        var cursor = new Cursor(State.Review);
        var machine = Machines.Over(cursor);
        machine.Configure(State.Review).PermitDynamic(Trigger.Reject, () => ++rejections <= 1 ? State.Draft : State.Fallback);
        machine.Configure(State.Draft).Permit(Trigger.Complete, State.Review);

        machine.Fire(Trigger.Reject);
        machine.Fire(Trigger.Complete);
        machine.Fire(Trigger.Reject);

        Assert.Equal([State.Draft, State.Review, State.Fallback], cursor.Written);
    }

    [Fact]
    public void The_selector_is_asked_once_before_the_state_is_left()
    {
        var log = new List<string>();
        var machine = Machines.InDraft();
        machine.Configure(State.Draft)
            .OnExit(() => log.Add("exit"))
            .PermitDynamic(Trigger.Complete, () =>
            {
                log.Add("selector");
                return State.Review;
            });

        machine.Fire(Trigger.Complete);

        Assert.Equal(["selector", "exit"], log);
    }

    [Fact]
    public void The_own_state_means_a_re_entry()
    {
        var log = new List<string>();
        var machine = Machines.InDraft();
        machine.Configure(State.Draft)
            .OnExit(() => log.Add("exit"))
            .OnEntry(() => log.Add("entry"))
            .PermitDynamic(Trigger.Fail, () => State.Draft);
        machine.OnTransitioned(t => log.Add(t.IsReentry ? "re-entry" : "transition"));

        machine.Fire(Trigger.Fail);

        Assert.Equal(["exit", "re-entry", "entry"], log);
        Assert.Equal(State.Draft, machine.State);
    }

    [Fact]
    public void Described_destinations_do_not_bind_the_selector()
    {
        var machine = Machines.InDraft();
        machine.Configure(State.Draft)
            .PermitDynamic(Trigger.Complete, () => State.Fallback, "first entry that holds", new() { { State.Review, "otherwise" } });

        machine.Fire(Trigger.Complete);

        Assert.Equal(State.Fallback, machine.State);
    }

    [Fact]
    public void Two_for_one_trigger_are_refused_when_fired()
    {
        var machine = Machines.InDraft();
        machine.Configure(State.Draft)
            .PermitDynamic(Trigger.Complete, () => State.Review)
            .PermitDynamic(Trigger.Complete, () => State.Send);

        machine.Refusal(Trigger.Complete);

        Assert.Equal(State.Draft, machine.State);
    }

    [Fact]
    public void CanFire_does_not_ask_the_selector()
    {
        var machine = Machines.InDraft();
        machine.Configure(State.Draft).PermitDynamic(Trigger.Complete, () => throw new OutageException());

        Assert.True(machine.CanFire(Trigger.Complete));
    }

    [Fact]
    public void A_missing_selector_is_refused_when_configured() =>
        Assert.Throws<ArgumentNullException>(() => Machines.InDraft().Configure(State.Draft).PermitDynamic(Trigger.Complete, null!));
}
