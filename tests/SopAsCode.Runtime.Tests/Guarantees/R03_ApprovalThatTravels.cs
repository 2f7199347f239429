using SopAsCode.Runtime.Tests.Harness;

namespace SopAsCode.Runtime.Tests.Guarantees;

public class R03_ApprovalThatTravels
{
    private const string Small = """{"Size":"Small","Remark":null}""";
    private const string Large = """{"Size":"Large","Remark":null}""";

    [Fact]
    public async Task Runs_with_approved_input_start_by_hand_off_only()
    {
        await using var house = House.Open();
        var answer = await house.StartAsync("x", "pay-salary", House.Request());
        Assert.Equal(RefusalKind.WrongState, answer.Refusal!.Kind);
        Assert.Equal("Runs of SOP 'pay-salary' start by hand-off only: what they work on was approved there.", answer.Refusal.Message);
    }

    [Fact]
    public async Task What_was_approved_once_is_paid_per_person_and_the_record_says_by_which_approval()
    {
        await using var house = House.Open();
        await ApprovedAsync(house, "run-payroll");
        Assert.Equal(["1 1200 by cho@example.com", "2 1200 by cho@example.com"], house.Bank.Calls.Order(StringComparer.Ordinal));
        var approval = (await house.Host.InboxAsync(new() { Run = "p1", WithClosed = true })).Single(item => item.Kind == ItemKind.Approve).Id;
        Assert.Equal([approval], (await house.LastAsync<ActionTaken>("p1/PayEach.3.1")).Approvals);
        Assert.Equal([approval], (await house.LastAsync<HandedOff>("p1")).Approvals);
        var started = await house.LastAsync<RunStarted>("p1/PayEach.3.1");
        Assert.Equal((approval, "Approve", House.Cho), (started.Parent!.Approval!.Item, started.Parent.Approval.Checkpoint, started.Parent.Approval.By[0].Person));
        Assert.Empty(await house.Host.VerifyAsync());
    }

    [Fact]
    public async Task It_releases_each_write_once()
    {
        await using var house = House.Open();
        await ApprovedAsync(house, "run-payroll");
        (await house.CompleteAsync(await house.ItemAsync("p1/PayEach.3.1"), House.Dia, Large)).OrThrow();
        await house.WorkAsync();
        Assert.Equal("Fallback", await house.StateAsync("p1/PayEach.3.1"));
        Assert.Contains("used up", (await house.LastAsync<SwitchedToManual>("p1/PayEach.3.1")).Because, StringComparison.Ordinal);
        Assert.Equal(2, house.Bank.Calls.Count);
    }

    [Fact]
    public async Task What_was_handed_over_once_is_not_handed_over_again_with_the_same_approval()
    {
        await using var house = House.Open();
        await ApprovedAsync(house, "run-payroll");
        await TellAsync(house, "p1/PayEach.3.1", "p1/PayEach.3.2");
        (await house.CompleteAsync(await house.ItemAsync("p1"), House.Dia, Large)).OrThrow();
        await house.WorkAsync();
        Assert.Equal("Fallback", await house.StateAsync("p1"));
        Assert.Equal("Step 'PayEach' handed nothing over: the approval at 'Approve' was used up when it was handed over before.", (await house.LastAsync<SwitchedToManual>("p1")).Because);
        Assert.Equal(2, house.Bank.Calls.Count);
    }

    [Fact]
    public async Task A_further_attempt_does_not_release_what_the_run_before_has_written()
    {
        await using var house = House.Open();
        await ApprovedAsync(house, "run-payroll");
        await TellAsync(house, "p1/PayEach.3.1");
        (await house.Host.SendAsync("p1/PayEach.3.2", new Cancel { By = Actor.Person(House.Dia) })).OrThrow();
        await house.WorkAsync();
        house.Clock.Pass(TimeSpan.FromMinutes(1));
        await house.WorkAsync();
        Assert.Equal("Fallback", await house.StateAsync("p1/PayEach.3.3"));
        Assert.Contains("used up", (await house.LastAsync<SwitchedToManual>("p1/PayEach.3.3")).Because, StringComparison.Ordinal);
        Assert.Equal(2, house.Bank.Calls.Count);
        Assert.Empty(await house.Host.VerifyAsync());
    }

    [Fact]
    public async Task What_is_handed_over_is_what_was_approved_or_nothing_is()
    {
        await using var house = House.Open();
        await ApprovedAsync(house, "run-payroll-with-bonus");
        Assert.Equal("Fallback", await house.StateAsync("p1"));
        Assert.Equal("Step 'PayEach' handed nothing over: it is not what was approved.", (await house.LastAsync<SwitchedToManual>("p1")).Because);
        Assert.Empty(house.Bank.Calls);
        Assert.DoesNotContain(await house.Host.InboxAsync(), item => item.Sop == "pay-salary");
    }

    [Fact]
    public async Task What_a_waiver_allows_is_handed_over_and_the_record_says_that_nobody_approved_it()
    {
        await using var house = House.Open();
        await ApprovedAsync(house, "run-payroll-by-leave");
        Assert.Equal(["1 1200 at once", "1 1200 by cho@example.com", "2 1201 at once", "2 1201 by nobody"], house.Bank.Calls.Order(StringComparer.Ordinal));
        var runs = (await house.LastAsync<HandedOff>("p1")).Runs;
        Assert.Equal([null, "SOP0907", null, "SOP0907"], runs.Select(run => run.Waived));
        Assert.All(runs, run => Assert.Equal(run.Waived is null, run.Approval is not null));
        var waived = (await house.LastAsync<RunStarted>(runs[1].Run)).Parent!;
        Assert.Equal((null, "SOP0907"), (waived.Approval, waived.Waived));
        Assert.Null((await house.LastAsync<ActionTaken>(runs[1].Run)).Approvals);
        Assert.NotEmpty((await house.LastAsync<ActionTaken>(runs[0].Run)).Approvals!);
        Assert.Empty(await house.Host.VerifyAsync());
    }

    [Fact]
    public async Task A_no_at_a_checkpoint_takes_back_what_a_waiver_allowed()
    {
        await using var house = House.Open();
        await ApprovedAsync(house, "run-payroll-by-leave");
        var waived = (await house.LastAsync<HandedOff>("p1")).Runs[3].Run;
        (await house.RejectAsync(await house.ItemAsync(waived), House.Cho)).OrThrow();
        await house.WorkAsync();
        Assert.Equal("Fallback", await house.StateAsync(waived));
        Assert.Equal("Step 'Mend' was not started: nobody approved this write.", (await house.LastAsync<SwitchedToManual>(waived)).Because);
        Assert.Equal(4, house.Bank.Calls.Count);
        Assert.Empty(await house.Host.VerifyAsync());
    }

    [Fact]
    public async Task A_waiver_that_is_over_allows_nothing()
    {
        await using var house = House.Open();
        house.Clock.Pass(new DateTimeOffset(2027, 9, 1, 0, 0, 0, TimeSpan.Zero) - house.Clock.Now);
        await ApprovedAsync(house, "run-payroll-by-leave");
        Assert.Equal("Step 'PayEach' handed nothing over: it is not what was approved.", (await house.LastAsync<SwitchedToManual>("p1")).Because);
        Assert.Empty(house.Bank.Calls);
    }

    [Fact]
    public async Task What_another_sop_approved_and_gave_back_is_approved_here_once()
    {
        await using var house = House.Open();
        await DecidedElsewhereAsync(house, 1200);
        var decide = await house.ItemAsync("r1/HaveDecided.1.1");
        (await house.Host.AnswerAsync(new Approve { By = Actor.Person(House.Cho), Item = decide.Id, Revision = 1 })).OrThrow();
        await house.WorkAsync();
        Assert.Equal("1200 by cho@example.com", Assert.Single(house.Bank.Calls));
        Assert.Equal([decide.Id], (await house.LastAsync<ActionTaken>("r1")).Approvals);
        Assert.Equal("Completed", await house.StateAsync("r1"));
        Assert.Empty(await house.Host.VerifyAsync());
    }

    [Fact]
    public async Task What_nobody_approved_there_is_not_approved_here()
    {
        await using var house = House.Open();
        await DecidedElsewhereAsync(house, 99);
        Assert.Equal("Fallback", await house.StateAsync("r1"));
        Assert.Equal("Step 'Pay' was not started: nobody approved this write.", (await house.LastAsync<SwitchedToManual>("r1")).Because);
        Assert.Empty(house.Bank.Calls);
    }

    private static async Task ApprovedAsync(House house, string sop)
    {
        (await house.StartAsync("p1", sop)).OrThrow();
        (await house.CompleteAsync(await house.ItemAsync("p1"), House.Dia, $$"""{"All":[{{House.Request("1")}},{{House.Request("2")}}]}""")).OrThrow();
        (await house.Host.AnswerAsync(new Approve { By = Actor.Person(House.Cho), Item = (await house.ItemAsync("p1")).Id, Revision = 1 })).OrThrow();
        await house.WorkAsync();
    }

    private static async Task TellAsync(House house, params string[] runs)
    {
        foreach (var run in runs)
        {
            (await house.CompleteAsync(await house.ItemAsync(run), House.Dia, Small)).OrThrow();
        }

        await house.WorkAsync();
    }

    private static async Task DecidedElsewhereAsync(House house, int cents)
    {
        (await house.StartAsync("r1", "refund-with-second-look", House.Request())).OrThrow();
        await house.WorkAsync();
        (await house.CompleteAsync(await house.ItemAsync("r1/HaveDecided.1.1"), House.Dia, $$"""{"Cents":{{cents}},"Why":"clause 4"}""")).OrThrow();
        await house.WorkAsync();
    }
}
