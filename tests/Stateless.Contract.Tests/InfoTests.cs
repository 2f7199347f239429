using Stateless.Reflection;

namespace Stateless.Contract.Tests;

/// <summary>What can be read back from a configured machine.</summary>
public class InfoTests
{
    private readonly StateMachine<State, Trigger> _machine = Machines.InDraft();

    [Fact]
    public void The_types_of_states_and_triggers()
    {
        var info = _machine.GetInfo();

        Assert.Equal(typeof(State), info.StateType);
        Assert.Equal(typeof(Trigger), info.TriggerType);
    }

    [Fact]
    public void The_initial_state_is_the_one_the_machine_was_made_in()
    {
        _machine.Configure(State.Draft).Permit(Trigger.Complete, State.Review);
        _machine.Fire(Trigger.Complete);

        Assert.Equal(State.Draft, _machine.GetInfo().InitialState.UnderlyingState);
    }

    [Fact]
    public void The_initial_state_is_only_named_its_transitions_stand_among_the_states()
    {
        _machine.Configure(State.Draft).Permit(Trigger.Complete, State.Review);

        var info = _machine.GetInfo();

        Assert.Empty(info.InitialState.Transitions ?? []);
        Assert.DoesNotContain(info.InitialState, info.States);
        Assert.Single(Of(State.Draft).Transitions);
    }

    [Fact]
    public void Configured_states_come_first_then_those_fixed_transitions_lead_to()
    {
        _machine.Configure(State.Send);
        _machine.Configure(State.Draft).Permit(Trigger.Fail, State.Fallback).Permit(Trigger.Complete, State.Review);

        Assert.Equal([State.Send, State.Draft, State.Fallback, State.Review], _machine.GetInfo().States.Select(s => s.UnderlyingState).Cast<State>());
    }

    [Fact]
    public void A_state_that_only_a_selector_selects_is_not_among_them()
    {
        _machine.Configure(State.Draft).PermitDynamic(Trigger.Complete, () => State.Review, null, new() { { State.Review, "always" } });

        Assert.Equal([State.Draft], _machine.GetInfo().States.Select(s => s.UnderlyingState).Cast<State>());
    }

    [Fact]
    public void States_and_triggers_as_text()
    {
        _machine.Configure(State.Draft).Permit(Trigger.Complete, State.Review);

        Assert.Equal("Draft", Of(State.Draft).ToString());
        Assert.Equal("Complete", Of(State.Draft).Transitions.Single().Trigger.ToString());
    }

    [Fact]
    public void A_fixed_transition_with_trigger_and_destination()
    {
        _machine.Configure(State.Draft).Permit(Trigger.Complete, State.Review);

        var transition = Assert.Single(Of(State.Draft).FixedTransitions);

        Assert.Equal(Trigger.Complete, transition.Trigger.UnderlyingTrigger);
        Assert.Equal(State.Review, transition.DestinationState.UnderlyingState);
        Assert.Empty(transition.GuardConditionsMethodDescriptions);
    }

    [Fact]
    public void The_destination_is_one_of_the_states()
    {
        _machine.Configure(State.Draft).Permit(Trigger.Complete, State.Review);

        var info = _machine.GetInfo();

        Assert.Same(Of(info, State.Review), Of(info, State.Draft).FixedTransitions.Single().DestinationState);
    }

    [Fact]
    public void A_re_entry_as_a_transition_to_the_own_state()
    {
        _machine.Configure(State.Draft).PermitReentry(Trigger.Fail);

        Assert.Equal(State.Draft, Assert.Single(Of(State.Draft).FixedTransitions).DestinationState.UnderlyingState);
    }

    [Fact]
    public void Guards_in_words()
    {
        _machine.Configure(State.Draft)
            .PermitIf(Trigger.Complete, State.Send, () => true, "the amount is small")
            .PermitIf(Trigger.Complete, State.Review, IsLarge)
            .PermitIf(Trigger.Complete, State.Fallback, () => false);

        var guards = Of(State.Draft).FixedTransitions.SelectMany(t => t.GuardConditionsMethodDescriptions).ToList();

        Assert.Equal(["the amount is small", nameof(IsLarge), InvocationInfo.DefaultFunctionDescription], guards.Select(g => g.Description), StringComparer.Ordinal);
        Assert.Equal(nameof(IsLarge), guards[1].MethodName);
        Assert.All(guards, g => Assert.False(g.IsAsync));
    }

    [Fact]
    public void A_dynamic_transition_with_its_selector_in_words()
    {
        _machine.Configure(State.Draft).PermitDynamic(Trigger.Complete, () => State.Review, "first entry that holds");

        var transition = Assert.Single(Of(State.Draft).DynamicTransitions);

        Assert.Equal(Trigger.Complete, transition.Trigger.UnderlyingTrigger);
        Assert.Equal("first entry that holds", transition.DestinationStateSelectorDescription.Description);
        Assert.Empty(transition.GuardConditionsMethodDescriptions);
    }

    [Fact]
    public void Described_destinations_and_their_criteria()
    {
        _machine.Configure(State.Draft).PermitDynamic(
            Trigger.Complete,
            () => State.Review,
            "first entry that holds",
            new() { { State.Send, "the amount is small" }, { State.Review, "otherwise" }, { "Elsewhere", "as text" } });

        var destinations = Of(State.Draft).DynamicTransitions.Single().PossibleDestinationStates;

        Assert.Equal(
            [("Send", "the amount is small"), ("Review", "otherwise"), ("Elsewhere", "as text")],
            destinations!.Select(d => (d.DestinationState, d.Criterion)));
    }

    [Fact]
    public void Destinations_that_nobody_described_are_null()
    {
        _machine.Configure(State.Draft).PermitDynamic(Trigger.Complete, () => State.Review);

        Assert.Null(Of(State.Draft).DynamicTransitions.Single().PossibleDestinationStates);
    }

    [Fact]
    public void Transitions_are_the_fixed_ones_then_the_dynamic_ones()
    {
        _machine.Configure(State.Draft)
            .PermitDynamic(Trigger.Complete, () => State.Review)
            .Permit(Trigger.Fail, State.Fallback)
            .Ignore(Trigger.Cancel)
            .Permit(Trigger.Approve, State.Send);

        Assert.Equal([Trigger.Fail, Trigger.Approve, Trigger.Complete], Of(State.Draft).Transitions.Select(t => t.Trigger.UnderlyingTrigger).Cast<Trigger>());
    }

    [Fact]
    public void Ignored_triggers()
    {
        _machine.Configure(State.Draft).Ignore(Trigger.Cancel);

        Assert.Equal(Trigger.Cancel, Assert.Single(Of(State.Draft).IgnoredTriggers).Trigger.UnderlyingTrigger);
    }

    [Fact]
    public void Entry_and_exit_actions_in_words()
    {
        _machine.Configure(State.Draft)
            .OnEntry(() => { }, "tell the owner")
            .OnEntryAsync(() => Task.CompletedTask, "open the file")
            .OnExit(() => { }, "close the file");

        var draft = Of(State.Draft);

        Assert.Equal([("tell the owner", false), ("open the file", true)], draft.EntryActions.Select(a => (a.Method.Description, a.Method.IsAsync)));
        Assert.Equal([("close the file", false)], draft.ExitActions.Select(a => (a.Description, a.IsAsync)));
    }

    [Fact]
    public void Reading_it_asks_neither_state_nor_guards_nor_selectors()
    {
        var cursor = new Cursor(State.Draft);
        var machine = Machines.Over(cursor);
        machine.Configure(State.Draft)
            .PermitIf(Trigger.Complete, State.Review, () => throw new OutageException())
            .PermitDynamic(Trigger.Fail, () => throw new OutageException());

        machine.GetInfo();

        Assert.Equal(1, cursor.Reads);
    }

    private static StateInfo Of(StateMachineInfo info, State state) => info.States.Single(s => s.UnderlyingState.Equals(state));

    private static bool IsLarge() => false;

    private StateInfo Of(State state) => Of(_machine.GetInfo(), state);
}
