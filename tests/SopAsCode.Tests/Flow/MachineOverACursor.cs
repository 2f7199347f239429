using SopAsCode.Runtime;
using SopAsCode.Tests.Running;
using SopAsCode.Tests.Sops;

namespace SopAsCode.Tests.Flow;

public class MachineOverACursor
{
    [Fact]
    public void One_machine_serves_one_run_after_another()
    {
        var cursor = new RunCursor<Plain.State>(new SopRun(Plain.Definition, "a"));
        var machine = Plain.CreateMachine(cursor);
        machine.Fire(Plain.Trigger.Start);
        machine.Fire(Plain.Trigger.Complete);

        var first = cursor.Run;
        cursor.Run = Runs.At(Plain.Definition, "Third");
        machine.Fire(Plain.Trigger.Complete);

        Assert.Equal("Second", first.State);
        Assert.Equal(Plain.State.Completed, cursor.State);
    }

    [Fact]
    public void It_counts_like_the_machine_of_hosts()
    {
        var cursor = new RunCursor<Choices.State>(Runs.At(Choices.Definition, "Write", new Order(7, 10)));
        var machine = Choices.CreateMachine(cursor);
        machine.Fire(Choices.Trigger.Fail);
        Assert.Equal((Choices.State.Write, 1, "1 retry"), (cursor.State, cursor.FailuresInVisit, cursor.LastMove.Reason));
        machine.Fire(Choices.Trigger.Start);
        machine.Fire(Choices.Trigger.Fail);
        Assert.Equal((Choices.State.Takeover, 0), (cursor.State, cursor.FailuresInVisit));

        foreach (var expected in new[] { Choices.State.Write, Choices.State.Write, Choices.State.Takeover })
        {
            cursor.State = Choices.State.Check;
            machine.Fire(Choices.Trigger.Start);
            machine.Fire(Choices.Trigger.Reject);
            Assert.Equal(expected, cursor.State);
        }

        cursor.State = Choices.State.Write;
        machine.Fire(Choices.Trigger.Start);
        machine.Fire(Choices.Trigger.Complete);
        Assert.Equal(("Write when IsCheap", 1), (cursor.LastMove.BoundedEntry, cursor.Run.Taken("Write when IsCheap")));
    }

    [Fact]
    public void It_refuses_what_was_not_started_and_what_is_outside_its_limit()
    {
        var starts = new CountedStarts();
        var cursor = new RunCursor<Choices.State>(Runs.At(Choices.Definition, "Send", new Order(7, 10))) { Starts = starts };
        var machine = Choices.CreateMachine(cursor);
        machine.Fire(Choices.Trigger.SwitchToManual);
        machine.Fire(Choices.Trigger.Resume);
        Assert.False(machine.CanFire(Choices.Trigger.Complete));
        Assert.Throws<InvalidOperationException>(() => machine.Fire(Choices.Trigger.Complete));

        machine.Fire(Choices.Trigger.Start);
        Assert.Equal(1, starts.Counts["Send"]);
        Assert.True(machine.CanFire(Choices.Trigger.Complete));
        machine.Fire(Choices.Trigger.SwitchToManual);
        machine.Fire(Choices.Trigger.Resume);
        starts.Counts["Send"] = 3;
        Assert.Throws<InvalidOperationException>(() => machine.Fire(Choices.Trigger.Start));
        machine.Fire(Choices.Trigger.LeaveLimit);
        Assert.Equal(Choices.State.Judge, cursor.State);
    }

    [Fact]
    public void A_start_that_another_run_took_is_refused_and_the_run_is_untouched()
    {
        var cursor = new RunCursor<Choices.State>(new SopRun(Choices.Definition, "a")) { Starts = new TakenMeanwhile() };
        cursor.Run.Values.Set(new Order(7, 10));
        cursor.State = Choices.State.Send;
        var machine = Choices.CreateMachine(cursor);
        var error = Assert.Throws<StartsUsedUpException>(() => machine.Fire(Choices.Trigger.Start));
        Assert.Equal("Step 'Send' of run 'a' did not start: the 3 starts of today are used up. LeaveLimit is open.", error.Message);
        Assert.Equal((Choices.State.Send, false), (cursor.State, cursor.IsStarted));
    }

    [Fact]
    public void What_a_guard_asked_is_not_said_of_the_next_move()
    {
        var run = Runs.At(Choices.Definition, "Check", new Order(7, 10));
        var cursor = new RunCursor<Choices.State>(run);
        var machine = Choices.CreateMachine(cursor);
        machine.Fire(Choices.Trigger.Approve);
        run.Values.Set(new Order(7, 1000));
        Assert.True(machine.CanFire(Choices.Trigger.Resume));
        machine.Fire(Choices.Trigger.Cancel);
        Assert.Null(cursor.LastMove.Reason);
    }

    [Fact]
    public void A_run_of_another_sop_is_refused()
    {
        var run = new SopRun(Plain.Definition, "a");
        Assert.Throws<ArgumentException>(() => new RunCursor<Choices.State>(run));
        var error = Assert.Throws<ArgumentException>(() => Choices.CreateSopMachine().Fire(run, SopTrigger.Start));
        Assert.StartsWith("Run 'a' follows another definition than this machine of SOP 'choices': it is of 'plain'.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_machine_accepts_exactly_the_transitions_of_the_definition()
    {
        foreach (var (definition, machine) in new[] { (Plain.Definition, Plain.CreateSopMachine()), (Choices.Definition, Choices.CreateSopMachine()) })
        {
            foreach (var state in definition.States)
            {
                // Values and counters decide among the ways of one trigger, not whether the trigger is known; a limit is the exception.
                var run = Machine.At(machine, state, new Order(7, 10));
                var open = run.Open.ToList();
                if (machine.Start(run.Run).Moved)
                {
                    open.AddRange(run.Open);
                }

                run.Run.Values.Set(new Order(7, 300));
                run.GoTo(state);
                open.AddRange(run.Open);
                var known = definition.Transitions.Where(transition => transition.From == state).Select(transition => transition.Trigger);
                Assert.Equal(known.Distinct().Order(), state == "Fallback" ? open.Concat([SopTrigger.Resume, SopTrigger.DoneByHand]).Distinct().Order() : open.Distinct().Order());
            }
        }
    }

    [Fact]
    public void What_the_machine_says_of_itself_is_what_the_definition_says()
    {
        var info = Choices.CreateMachine(new(new SopRun(Choices.Definition, "a"))).GetInfo();
        var told = info.States.SelectMany(state =>
            state.FixedTransitions.Select(way => $"{state} {way.Trigger} {way.DestinationState}")
                .Concat(state.DynamicTransitions.SelectMany(way =>
                    way.PossibleDestinationStates!.Select(to => $"{state} {way.Trigger} {to.DestinationState}"))));
        var declared = Choices.Definition.Transitions.Select(way => $"{way.From} {way.Trigger} {way.To}");
        Assert.Equal(declared.Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_machine_needs_a_run() => Assert.Throws<ArgumentNullException>(() => Plain.CreateMachine(null!));

    // Says that there is one left, and then there is none.
    private sealed class TakenMeanwhile : IStartCounter
    {
        public int Today(string sop, string step) => 2;

        public bool TryCount(string sop, string step, int perDay) => false;
    }
}
