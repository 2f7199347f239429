using SopAsCode.Runtime;
using SopAsCode.Tests.Running;
using SopAsCode.Tests.Sops;
using static SopAsCode.Runtime.SopTrigger;

namespace SopAsCode.Tests.Flow;

public class Limits
{
    private readonly SopMachine _machine = Choices.CreateSopMachine();

    private Machine Send(decimal total, int startedToday)
    {
        _machine.Starts = new CountedStarts { Counts = { ["Send"] = startedToday } };
        return Machine.At(_machine, "Send", new Order(7, total));
    }

    [Fact]
    public void Inside_its_limit_a_step_can_not_leave_it() => Assert.DoesNotContain(LeaveLimit, Send(10, 2).Open);

    [Fact]
    public void A_step_whose_condition_does_not_hold_goes_to_else() => Assert.Equal("Judge", Send(300, 0).Fire(LeaveLimit));

    [Fact]
    public void A_step_whose_count_is_used_up_goes_to_else() => Assert.Equal("Judge", Send(10, 3).Fire(LeaveLimit));

    [Fact]
    public void Outside_its_limit_a_step_does_not_start()
    {
        var run = Send(300, 0);
        Assert.Equal("refused: Start is not open in Send of SOP 'choices': the step is outside its limit. Open: LeaveLimit, SwitchToManual, Cancel.", run.Fire(SopTrigger.Start));
        Assert.Equal("refused: Complete is not open in Send of SOP 'choices': the step was not started. Open: LeaveLimit, SwitchToManual, Cancel.", run.Fire(Complete));
    }

    [Fact]
    public void Start_sends_a_run_outside_the_limit_where_the_limit_says()
    {
        var run = Send(300, 0);
        var move = _machine.Start(run.Run);
        Assert.Equal((true, "Send", LeaveLimit, "Judge", "outside the limit"), (move.Moved, move.From, move.Trigger, move.To, move.Reason));
    }

    [Fact]
    public void Each_attempt_counts()
    {
        var run = Send(10, 1);
        Assert.Equal("Fallback", run.Do(Fail));
        run.Fire(Resume);
        Assert.True(_machine.Start(run.Run).Moved);
        Assert.Equal("Fallback", run.Fire(SwitchToManual));
        run.Fire(Resume);
        Assert.Equal("Judge", _machine.Start(run.Run).To);
    }

    [Fact]
    public void Of_two_runs_that_ask_at_once_one_gets_the_last_start()
    {
        var counter = new OneBehind();
        _machine.Starts = counter;
        var run = Machine.At(_machine, "Send", new Order(7, 10));
        var move = _machine.Fire(run.Run, SopTrigger.Start);
        Assert.False(move.Moved);
        Assert.False(run.Run.IsStarted);
    }

    [Fact]
    public void A_limit_that_can_not_be_decided_leads_to_the_manual_path()
    {
        var run = Machine.At(_machine, "Send");
        Assert.Equal("Fallback", run.Fire(LeaveLimit));
        Assert.Equal("the limit could not be decided", run.Reason);
        Assert.Equal(("IsCheap", typeof(MissingValueException).FullName), (run.Last.Undecided?.Condition, run.Last.Undecided?.Exception));
    }

    [Fact]
    public void A_host_that_does_not_count_starts_keeps_no_limit_so_the_run_goes_to_the_manual_path()
    {
        var run = Send(10, 0);
        _machine.Starts = null;
        Assert.Equal(("PerDay", false), (_machine.Fire(run.Run, SopTrigger.Start).Undecided?.Condition, run.Run.IsStarted));
        Assert.Equal("Fallback", run.Fire(LeaveLimit));
        Assert.Equal("PerDay", run.Last.Undecided?.Condition);
    }

    [Fact]
    public void A_step_without_a_limit_has_none_to_leave() =>
        Assert.DoesNotContain(LeaveLimit, Machine.At(_machine, "Pack", new Order(7, 300)).Open);

    [Fact]
    public void Starts_in_memory_begin_anew_each_day()
    {
        var clock = new Clock();
        var starts = new StartsInMemory(clock);
        Assert.Equal([true, true, false], Enumerable.Range(0, 3).Select(_ => starts.TryCount("sop", "Send", 2)));
        Assert.Equal((2, 0), (starts.Today("sop", "Send"), starts.Today("other", "Send")));
        clock.Now = clock.Now.AddDays(1);
        Assert.Equal(0, starts.Today("sop", "Send"));
        Assert.True(starts.TryCount("sop", "Send", 2));
    }

    // Says that there is one left, and then there is none.
    private sealed class OneBehind : IStartCounter
    {
        public int Today(string sop, string step) => 2;

        public bool TryCount(string sop, string step, int perDay) => false;
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 11, 20, 23, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
