using SopAsCode.Tests.Sops;
using static SopAsCode.SopTrigger;

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
    }
}
