using SopAsCode.Tests.Sops;
using static SopAsCode.SopTrigger;

namespace SopAsCode.Tests.Flow;

public class Limits
{
    private static Machine Send(decimal total, int startedToday)
    {
        var run = Machine.At(Choices.CreateSopMachine(), "Send", new Order(7, total));
        run.Run.StartedToday = step => step == (int)Choices.State.Send ? startedToday : 0;
        return run;
    }

    [Fact]
    public void Inside_its_limit_a_step_can_not_leave_it() => Assert.DoesNotContain(LeaveLimit, Send(10, 2).Open);

    [Fact]
    public void A_step_whose_condition_does_not_hold_goes_to_else() => Assert.Equal("Judge", Send(300, 0).Fire(LeaveLimit));

    [Fact]
    public void A_step_whose_count_is_used_up_goes_to_else() => Assert.Equal("Judge", Send(10, 3).Fire(LeaveLimit));

    [Fact]
    public void A_limit_that_can_not_be_decided_leads_to_the_manual_path()
    {
        var run = Machine.At(Choices.CreateSopMachine(), "Send");
        Assert.Equal("Fallback", run.Fire(LeaveLimit));
        Assert.Equal("the limit could not be decided", run.Reason);
    }

    [Fact]
    public void A_host_that_does_not_count_starts_keeps_no_limit_so_the_run_goes_to_the_manual_path()
    {
        var run = Send(10, 0);
        run.Run.StartedToday = null;
        Assert.Equal("Fallback", run.Fire(LeaveLimit));
    }

    [Fact]
    public void A_step_without_a_limit_has_none_to_leave() =>
        Assert.DoesNotContain(LeaveLimit, Machine.At(Choices.CreateSopMachine(), "Pack", new Order(7, 300)).Open);
}
