using SopAsCode.Tests.Sops;

namespace SopAsCode.Tests.Flow;

public class MachineOverACursor
{
    [Fact]
    public void One_machine_serves_one_run_after_another()
    {
        var cursor = new RunCursor<Plain.State>(new SopRun("a"));
        var machine = Plain.CreateMachine(cursor);
        machine.Fire(Plain.Trigger.Complete);

        var first = cursor.Run;
        cursor.Run = new SopRun("b") { State = (int)Plain.State.Third };
        machine.Fire(Plain.Trigger.Complete);

        Assert.Equal((int)Plain.State.Second, first.State);
        Assert.Equal(Plain.State.Completed, cursor.State);
    }

    [Fact]
    public void The_machine_accepts_exactly_the_transitions_of_the_definition()
    {
        foreach (var (definition, machine) in new[] { (Plain.Definition, Plain.CreateSopMachine()), (Choices.Definition, Choices.CreateSopMachine()) })
        {
            foreach (var state in definition.States)
            {
                // Values and counters decide among the ways of one trigger, not whether the trigger is known; a limit is the exception.
                var run = Machine.At(machine, state, new Order(7, 300));
                var known = definition.Transitions.Where(transition => transition.From == state).Select(transition => transition.Trigger).Distinct().Order();
                var open = run.Open.Append(state == "Fallback" ? SopTrigger.Resume : SopTrigger.Cancel).Distinct().Order();
                Assert.Equal(known, definition.IsEnd(run.Run.State) ? run.Open : open);
            }
        }
    }

    [Fact]
    public void What_the_machine_says_of_itself_is_what_the_definition_says()
    {
        var info = Choices.CreateMachine(new(new SopRun("a"))).GetInfo();
        var told = info.States.SelectMany(state =>
            state.FixedTransitions.Select(way => $"{state} {way.Trigger} {way.DestinationState}")
                .Concat(state.DynamicTransitions.SelectMany(way =>
                    way.PossibleDestinationStates!.Select(to => $"{state} {way.Trigger} {to.DestinationState}"))));
        var declared = Choices.Definition.Transitions.Select(way => $"{way.From} {way.Trigger} {way.To}");
        Assert.Equal(declared.Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_machine_needs_a_run() => Assert.Throws<ArgumentNullException>(() => Plain.CreateMachine(null!));
}
