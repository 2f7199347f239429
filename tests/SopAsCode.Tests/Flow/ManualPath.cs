using SopAsCode.Runtime;
using SopAsCode.Tests.Sops;
using static SopAsCode.Runtime.SopTrigger;

namespace SopAsCode.Tests.Flow;

public class ManualPath
{
    private static Machine At(string state) => Machine.At(Choices.CreateSopMachine(), state, new Order(7, 300));

    public static TheoryData<string> Steps => [.. Choices.Definition.Steps.Select(step => step.Name)];

    [Theory, MemberData(nameof(Steps))]
    public void Every_working_state_can_be_switched_to_manual_and_resumed(string step)
    {
        var run = At(step);
        Assert.Equal("Fallback", run.Fire(SwitchToManual));
        Assert.Equal(step, run.Fire(Resume));
    }

    [Theory, MemberData(nameof(Steps))]
    public void Every_working_state_can_be_cancelled(string step) => Assert.Equal("Cancelled", At(step).Fire(Cancel));

    [Theory, MemberData(nameof(Steps))]
    public void Exactly_the_states_that_wait_for_somebody_can_be_escalated(string step)
    {
        var waits = Choices.Definition.Steps.Single(candidate => candidate.Name == step).Waits;
        Assert.Equal(waits, At(step).Open.Contains(Escalate));
    }

    [Fact]
    public void An_outside_automation_can_be_escalated_code_can_not()
    {
        Assert.Contains(Escalate, Machine.At(Plain.CreateSopMachine(), "Third").Open);
        Assert.DoesNotContain(Escalate, Machine.At(Plain.CreateSopMachine(), "First").Open);
    }

    [Theory]
    [InlineData(Complete, "Completed")]
    [InlineData(Escalate, "Escalated")]
    [InlineData(Cancel, "Cancelled")]
    public void The_owner_can_end_it(SopTrigger trigger, string end)
    {
        var run = At("Write");
        run.Fire(SwitchToManual);
        Assert.Equal(end, run.Fire(trigger));
    }

    [Fact]
    public void A_run_that_came_from_nowhere_can_not_resume()
    {
        var run = At("Fallback");
        Assert.DoesNotContain(Resume, run.Open);
        Assert.StartsWith("refused", run.Fire(Resume), StringComparison.Ordinal);
    }

    [Fact]
    public void The_manual_path_has_no_other_way_out()
    {
        var run = At("Write");
        run.Fire(SwitchToManual);
        Assert.Equal([Complete, Escalate, Resume, Cancel], run.Open);
        run = At("Pack");
        run.Fire(SwitchToManual);
        Assert.Equal([Complete, Escalate, Resume, Cancel, DoneByHand], run.Open);
    }

    [Fact]
    public void Behind_a_step_that_a_person_did_the_run_goes_on_where_the_step_leads()
    {
        var run = At("Pack");
        Assert.Equal("Fallback", run.Do(Fail));
        Assert.Equal("Write", run.Fire(DoneByHand));
        Assert.Equal("Pack was done by hand: the first time", run.Reason);
        Assert.Equal(1, run.Run.Taken("Pack"));
        Assert.True(run.Run.CameFromIsDone);
        Assert.Contains(Choices.Definition.Transitions, way => way is { From: "Fallback", Trigger: DoneByHand, To: "Write" } && way.Label == run.Reason);
    }

    [Fact]
    public void A_step_that_a_person_did_is_not_done_again()
    {
        var run = At("Pack");
        run.Do(Complete);
        run.GoTo("Pack");
        run.Do(Fail);
        Assert.Equal("Fallback", run.Fire(DoneByHand)); // the one round is used up
        Assert.Equal("Pack", run.Run.CameFrom);
        Assert.Equal([Complete, Escalate, Cancel], run.Open);
        Assert.Equal("refused: DoneByHand is not open in Fallback of SOP 'choices': step 'Pack' was done already. Open: Complete, Escalate, Cancel.", run.Fire(DoneByHand));
    }

    [Theory]
    [InlineData("Check", "a checkpoint is answered, not skipped, so step 'Check' is not done by hand")]
    [InlineData("Judge", "a checkpoint is answered, not skipped, so step 'Judge' is not done by hand")]
    [InlineData("Write", "a later checkpoint is there to look at what the AI of step 'Write' makes, so it is not done by hand: send the run back, or complete it by hand")] // Check is shown nothing else of an AI
    public void A_checkpoint_is_answered_and_not_skipped(string step, string why)
    {
        var run = At(step);
        run.Fire(SwitchToManual);
        Assert.Equal($"refused: DoneByHand is not open in Fallback of SOP 'choices': {why}. Open: Complete, Escalate, Resume, Cancel.", run.Fire(DoneByHand));
    }

    [Fact]
    public void A_stored_move_by_hand_is_applied_again()
    {
        var run = At("Pack");
        run.Do(Fail);
        run.Fire(DoneByHand);
        var again = SopRun.Restore(Choices.Definition, run.Run.Save() with { State = "Fallback", CameFromIsDone = false, Taken = new Dictionary<string, int>() });
        again.Apply(SopMove.FromJson(run.Last.ToJson()));
        Assert.Equal(run.Run.Save().ToJson(), again.Save().ToJson());
    }

    [Fact]
    public void A_step_that_was_done_is_not_done_again_its_conditions_are_asked_anew()
    {
        var run = Machine.At(Choices.CreateSopMachine(), "Check", new Order(7, 10));
        Assert.Equal("Fallback", run.Do(Approve));
        Assert.Equal("refused: Resume is not open in Fallback of SOP 'choices': step 'Check' is done and not done again, and it asks no condition that leads on. Open: Complete, Escalate, Cancel.", run.Fire(Resume));
        run.Run.Values.Set(new Order(7, 1000));
        Assert.Equal("Send", run.Fire(Resume));
        Assert.Equal("Check is done, asked anew: The order is large", run.Reason);
        Assert.Contains(Choices.Definition.Transitions, way => way is { From: "Fallback", Trigger: Resume, To: "Send" } && way.Label == run.Reason);
    }

    [Fact]
    public void A_condition_that_threw_is_asked_anew()
    {
        var run = Machine.At(Choices.CreateSopMachine(), "Write", new Order(7, 500));
        Assert.Equal("Fallback", run.Do(Complete));
        run.Run.Values.Set(new Order(7, 10));
        Assert.Equal("Pack", run.Fire(Resume));
        Assert.Equal(1, run.Run.Taken("Write when IsCheap"));
    }

    [Fact]
    public void A_step_that_was_done_and_asks_nothing_closes_the_way_back()
    {
        var run = Machine.At(Choices.CreateSopMachine(), "Pack", new Order(7, 10));
        run.Do(Complete);
        run.GoTo("Pack");
        Assert.Equal("Fallback", run.Do(Complete));
        Assert.Equal([Complete, Escalate, Cancel], run.Open);
    }

    [Fact]
    public void A_step_that_failed_is_tried_again()
    {
        var run = At("Pack");
        Assert.Equal("Fallback", run.Do(Fail));
        Assert.Equal("Pack", run.Fire(Resume));
        Assert.False(run.Run.IsStarted);
    }
}
