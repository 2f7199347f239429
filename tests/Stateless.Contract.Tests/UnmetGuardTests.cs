namespace Stateless.Contract.Tests;

public class UnmetGuardTests
{
    private static readonly Func<bool> Never = () => false;

    [Fact]
    public void The_refusal_names_trigger_state_and_guards()
    {
        var machine = Machines.InDraft();
        machine.Configure(State.Draft)
            .PermitIf(Trigger.Complete, State.Send, Never, "the amount is small")
            .PermitIf(Trigger.Complete, State.Review, Never, "a reviewer is there");

        var message = machine.Refusal(Trigger.Complete);

        Assert.Contains("Complete", message, StringComparison.Ordinal);
        Assert.Contains("Draft", message, StringComparison.Ordinal);
        Assert.Contains("the amount is small, a reviewer is there", message, StringComparison.Ordinal);
    }

    [Fact]
    public void CanFire_tells_them_in_the_order_of_configuration()
    {
        var machine = Machines.InDraft();
        machine.Configure(State.Draft)
            .PermitIf(Trigger.Complete, State.Send, Never, "second letter")
            .PermitIf(Trigger.Complete, State.Review, Never, "first letter");

        Assert.False(machine.CanFire(Trigger.Complete, out var unmet));

        Assert.Equal(["second letter", "first letter"], unmet);
    }

    [Fact]
    public void A_wording_is_told_once()
    {
        var machine = Machines.InDraft();
        machine.Configure(State.Draft)
            .PermitIf(Trigger.Complete, State.Send, Never, "small")
            .PermitIf(Trigger.Complete, State.Review, Never, "small");

        machine.CanFire(Trigger.Complete, out var unmet);

        Assert.Equal(["small"], unmet);
    }

    [Fact]
    public void A_guard_without_wording_is_told_by_the_name_of_its_method()
    {
        var machine = Machines.InDraft();
        machine.Configure(State.Draft).PermitIf(Trigger.Complete, State.Send, IsSmall);

        machine.CanFire(Trigger.Complete, out var unmet);

        Assert.Equal([nameof(IsSmall)], unmet);
    }

    [Fact]
    public void A_lambda_without_wording_is_told_by_the_default()
    {
        var machine = Machines.InDraft();
        machine.Configure(State.Draft).PermitIf(Trigger.Complete, State.Send, () => false);

        machine.CanFire(Trigger.Complete, out var unmet);

        Assert.Equal([Reflection.InvocationInfo.DefaultFunctionDescription], unmet);
    }

    [Fact]
    public void There_are_none_when_the_trigger_can_be_fired()
    {
        var machine = Machines.InDraft();
        machine.Configure(State.Draft)
            .PermitIf(Trigger.Complete, State.Send, Never, "small")
            .Permit(Trigger.Complete, State.Review);

        Assert.True(machine.CanFire(Trigger.Complete, out var unmet));

        Assert.NotNull(unmet);
        Assert.Empty(unmet);
    }

    [Fact]
    public void They_are_null_when_the_state_does_not_know_the_trigger()
    {
        var machine = Machines.InDraft();
        machine.Configure(State.Draft).Permit(Trigger.Complete, State.Review);

        Assert.False(machine.CanFire(Trigger.Fail, out var unmet));

        Assert.Null(unmet);
    }

    private static bool IsSmall() => false;
}
