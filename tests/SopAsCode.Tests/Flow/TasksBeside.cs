using SopAsCode.Runtime;
using SopAsCode.Tests.Sops;
using static SopAsCode.Runtime.SopTrigger;

namespace SopAsCode.Tests.Flow;

public class TasksBeside
{
    private const string Tell = "Find: Tell them";
    private const string Log = "Find: Keep the log";

    private static Machine At(string state) => Machine.At(Beside.CreateSopMachine(), state, new Order(7, 300));

    [Fact]
    public void They_open_when_the_step_starts_and_hold_up_the_step_that_is_named()
    {
        var run = At("Find");
        Assert.Empty(run.Run.OpenTasks);
        Assert.Equal($"refused: Complete is not open in Find of SOP 'beside': '{Log}' is open beside it and must be ticked off first. Open: SwitchToManual, Escalate, Cancel.", run.Do(Complete));
        Assert.Equal([Log, Tell], run.Run.OpenTasks);
        Assert.True(run.Run.TickOff(Log));
        Assert.False(run.Run.TickOff(Log));
        Assert.Equal("Write", run.Fire(Complete));
        Assert.Equal([Tell], run.Run.OpenTasks);
    }

    [Fact]
    public void A_checkpoint_is_not_approved_before_but_rejected_and_overdue()
    {
        var run = At("Find");
        run.Do(SwitchToManual);
        run.GoTo("Check");
        Assert.StartsWith($"refused: Approve is not open in Check of SOP 'beside': '{Tell}' is open beside it", run.Do(Approve), StringComparison.Ordinal);
        Assert.Contains(Reject, run.Open);
        Assert.Contains(TimeOut, run.Open);
        Assert.True(run.Run.TickOff(Tell));
        Assert.Equal("Both", run.Fire(Approve));
    }

    [Fact]
    public void What_is_to_be_done_again_opens_again_until_its_step_is_done()
    {
        var run = At("Find");
        run.Do(SwitchToManual);
        run.GoTo("Check");
        run.Run.TickOff(Tell);
        Assert.True(run.Run.OpenAgain(Tell));
        Assert.StartsWith("refused", run.Do(Approve), StringComparison.Ordinal);
        run.Run.TickOff(Tell);
        Assert.Equal("Both", run.Fire(Approve));
        Assert.False(run.Run.OpenAgain(Tell));
        Assert.DoesNotContain(Tell, run.Run.OpenTasks);
    }

    [Fact]
    public void A_further_attempt_opens_nothing_again_a_further_visit_does()
    {
        var run = At("Write");
        run.Do(Cancel);
        run = At("Write");
        Assert.StartsWith("refused: Complete", run.Do(Complete), StringComparison.Ordinal);
        Assert.True(run.Run.TickOff("Write: Watch it"));
        Assert.Equal("Write", run.Fire(Fail));
        Assert.Equal("Check", run.Do(Complete));
        run.GoTo("Write");
        Assert.StartsWith("refused: Complete", run.Do(Complete), StringComparison.Ordinal);
    }

    [Fact]
    public void A_step_is_not_done_by_hand_before_its_tasks_either()
    {
        var run = At("Find");
        run.Do(SwitchToManual);
        Assert.StartsWith($"refused: DoneByHand is not open in Fallback of SOP 'beside': '{Log}' is open beside it", run.Fire(DoneByHand), StringComparison.Ordinal);
        run.Run.TickOff(Log);
        Assert.Equal("Write", run.Fire(DoneByHand));
    }

    [Fact]
    public void They_are_stored_and_the_end_asks_for_none()
    {
        var run = At("Find");
        run.Do(SwitchToManual);
        run.Run.TickOff(Log);
        var again = SopRun.Restore(Beside.Definition, SopRunState.FromJson(run.Run.Save().ToJson()));
        Assert.Equal([Tell], again.OpenTasks);
        Assert.True(again.OpenAgain(Log));
        Assert.Equal("Completed", run.Fire(Complete));
        var other = SopRun.Restore(Beside.Definition, run.Run.Save() with { Tasks = new Dictionary<string, bool> { ["Gone: Tell them"] = true, ["Find: Gone"] = true, ["odd"] = true } });
        Assert.Empty(other.OpenTasks);
    }

    [Fact]
    public void A_run_begins_where_its_trigger_says()
    {
        Assert.Equal(["Find", "Close", "Find"], Beside.Definition.Triggers.Select(trigger => new SopRun(Beside.Definition, "run", trigger).State));
        Assert.Throws<ArgumentException>(() => new SopRun(Beside.Definition, "run", Beside.Definition.Triggers[0] with { When = "Another" }));
    }

    [Fact]
    public async Task Inputs_with_one_key_are_one_run()
    {
        var inputs = await Beside.Dispatcher.InputsAsync(Beside.Definition.Triggers[2], services: null);
        Assert.Equal([new Order(1, 1), new Order(2, 1)], inputs);
        await Assert.ThrowsAsync<ArgumentException>(() => Beside.Dispatcher.InputsAsync(Beside.Definition.Triggers[0], services: null));
        await Assert.ThrowsAsync<OperationCanceledException>(() => Beside.Dispatcher.InputsAsync(Beside.Definition.Triggers[2], services: null, new CancellationToken(canceled: true)));
    }

    [Fact]
    public void An_AI_outside_waits_and_can_be_escalated()
    {
        var step = Beside.Definition.Steps[1];
        Assert.True(step is { Outside: true, Waits: true, Prompt: null, OutputSchema: not null });
        var run = At("Write");
        run.Do(Complete);
        Assert.Contains(Escalate, run.Open);
    }

    [Fact]
    public void Several_hand_offs_are_in_the_definition()
    {
        var step = Beside.Definition.Steps[3];
        Assert.Equal(["plain", "reading"], step.Handoffs.Select(handoff => handoff.To.Id));
        Assert.All(step.Handoffs, handoff => Assert.True(handoff.Wait));
        Assert.Equal("plain", step.Handoff!.To.Id);
    }
}
