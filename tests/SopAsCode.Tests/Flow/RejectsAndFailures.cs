using SopAsCode.Tests.Sops;
using static SopAsCode.Runtime.SopTrigger;

namespace SopAsCode.Tests.Flow;

public class RejectsAndFailures
{
    private static Machine At(string state) => Machine.At(Choices.CreateSopMachine(), state, new Order(7, 300));

    [Fact]
    public void The_first_rejects_go_to_the_step_and_every_later_one_to_then()
    {
        var run = At("Check");
        foreach (var expected in new[] { "Write", "Write", "Takeover", "Takeover" })
        {
            run.GoTo("Check");
            Assert.Equal(expected, run.Do(Reject));
        }

        Assert.Equal(4, run.Run.Rejections("Check"));
    }

    [Fact]
    public void Rejects_are_counted_per_checkpoint()
    {
        var run = At("Judge");
        Assert.Equal("Judge", run.Do(Reject));
        Assert.Equal(0, run.Run.Rejections("Check"));
    }

    [Fact]
    public void A_reject_may_lead_back_to_its_own_checkpoint()
    {
        var run = At("Judge");
        Assert.Equal("Judge", run.Do(Reject));
        Assert.Equal("Judge", run.Do(Reject));
    }

    [Fact]
    public void A_reject_without_a_stated_way_ends_the_run_rejected() => Assert.Equal("Rejected", At("Decide").Do(Reject));

    [Fact]
    public void A_failure_is_repeated_inside_the_step_before_it_takes_its_way()
    {
        var run = At("Write");
        Assert.Equal("Write", run.Do(Fail));
        Assert.Equal(1, run.Run.FailuresInVisit);
        Assert.Equal("Takeover", run.Do(Fail));
    }

    [Fact]
    public void Failures_are_counted_anew_on_each_visit()
    {
        var run = At("Write");
        run.Do(Fail);
        run.Fire(SwitchToManual);
        run.Fire(Resume);
        Assert.Equal("Write", run.Do(Fail));
        Assert.Equal("Takeover", run.Do(Fail));
    }

    [Fact]
    public void A_failure_without_a_stated_way_leads_to_the_manual_path() => Assert.Equal("Fallback", At("Pack").Do(Fail));

    [Fact]
    public void A_person_does_not_fail() => Assert.DoesNotContain(Fail, At("Takeover").Open);

    [Fact]
    public void A_time_out_takes_its_way() => Assert.Equal("Takeover", At("Check").Do(TimeOut));

    [Fact]
    public void A_time_out_without_a_stated_way_moves_nothing() => Assert.StartsWith("refused", At("Judge").Do(TimeOut), StringComparison.Ordinal);

    [Fact]
    public void Only_a_checkpoint_is_approved_and_it_is_never_just_completed()
    {
        Assert.DoesNotContain(Complete, At("Check").Open);
        Assert.DoesNotContain(Approve, At("Takeover").Open);
    }
}
