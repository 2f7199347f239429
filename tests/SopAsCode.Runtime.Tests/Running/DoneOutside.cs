using SopAsCode.Runtime.Tests.Harness;

namespace SopAsCode.Runtime.Tests.Running;

public class DoneOutside
{
    [Fact]
    public async Task An_ai_in_another_product_reports_and_what_comes_back_is_that_ai_s()
    {
        await using var house = House.Open(new TestAgents("!nobody asks me"));
        (await house.StartAsync("w1", "refund-elsewhere", House.Request())).OrThrow();
        await house.WorkAsync();
        var item = await house.ItemAsync("w1");
        Assert.Equal((ItemKind.Report, "Weigh", 0), (item.Kind, item.Step, item.Roles.Count));
        Assert.Equal(new(2026, 11, 26, 8, 0, 0, TimeSpan.Zero), item.Due);
        (await ReportAsync(house, item, House.Proposal)).OrThrow();
        var done = await house.LastAsync<StepCompleted>("w1");
        Assert.Equal(("SopAsCode.Runtime.Tests.Sops.Writer", 7L, "0.01 EUR"), (done.Agent!.Agent, done.Agent.InputTokens, done.Agent.Cost));

        // It is nobody's own work: everybody of the role may approve it.
        (await ReportAsync(house, await ReportItemAsync(house), House.Proposal)).OrThrow();
        Assert.Null(Assert.Single(await house.Host.InboxAsync(), one => one.Kind == ItemKind.Approve).Excluded);

        // A person looks at the sample.
        var sample = Assert.Single(await house.Host.InboxAsync(), one => one.Kind == ItemKind.Check);
        Assert.Equal(House.Proposal, (await house.Host.ShowAsync(sample.Id))!.Values.Single(value => value.Key == "output").Value);
        Assert.Empty(await house.Host.VerifyAsync());
    }

    [Fact]
    public async Task A_report_is_never_taken_for_another_step_or_revision_and_only_in_its_form()
    {
        await using var house = House.Open();
        (await house.StartAsync("w1", "refund-elsewhere", House.Request())).OrThrow();
        var first = await house.ItemAsync("w1");
        Assert.Equal(RefusalKind.Malformed, (await ReportAsync(house, first, """{"Cents":"many"}""")).Refusal!.Kind);
        Assert.Equal(RefusalKind.Stale, (await ReportAsync(house, first with { Revision = 2 }, House.Proposal)).Refusal!.Kind);
        (await ReportAsync(house, first, House.Proposal)).OrThrow();
        var picture = await house.PictureAsync("w1");
        Assert.Equal(RefusalKind.AlreadyAnswered, (await ReportAsync(house, first, House.Proposal)).Refusal!.Kind);
        Assert.Equal(RefusalKind.Malformed, (await house.Host.ReportAsync(Event("WeighAgain", "e1", "{}"))).Refusal!.Kind);
        Assert.True((await house.Host.ReportAsync(Event("Weigh", "e2", House.Proposal))).IsAccepted);
        Assert.Equal(picture, await house.PictureAsync("w1"));

        // An event finds the run by its key as well.
        (await house.Host.ReportAsync(Event("WeighAgain", "e3", House.Proposal))).OrThrow();
        Assert.Equal("Decide", await house.StateAsync("w1"));
        Assert.Equal("SopAsCode.Runtime.Tests.Sops.Writer", (await house.LastAsync<StepCompleted>("w1")).Agent!.Agent);
    }

    [Fact]
    public async Task It_may_fail_and_come_too_late()
    {
        await using var house = House.Open();
        (await house.StartAsync("w1", "refund-elsewhere", House.Request())).OrThrow();
        var failed = await house.Host.AnswerAsync(new ReportFailure { By = Actor.Automation("flow"), Item = (await house.ItemAsync("w1")).Id, Revision = 1, Notes = "quota" });
        Assert.Equal("Weigh", failed.OrThrow().State);
        var again = await house.ItemAsync("w1");
        house.Clock.Pass(TimeSpan.FromDays(1));
        Assert.Equal(RefusalKind.TimedOut, (await ReportAsync(house, again, House.Proposal)).Refusal!.Kind);
        Assert.Equal("Fallback", await house.StateAsync("w1"));
    }

    [Fact]
    public async Task An_automation_outside_is_asked_to_write_only_what_was_approved_and_once()
    {
        await using var house = House.Open();
        (await house.StartAsync("w1", "refund-elsewhere", House.Request())).OrThrow();
        (await ReportAsync(house, await house.ItemAsync("w1"), House.Proposal)).OrThrow();
        (await ReportAsync(house, await ReportItemAsync(house), House.Proposal)).OrThrow();
        var decide = Assert.Single(await house.Host.InboxAsync(), one => one.Kind == ItemKind.Approve);
        (await house.Host.AnswerAsync(new Approve { By = Actor.Person(House.Cho), Item = decide.Id, Revision = 1 })).OrThrow();
        (await ReportAsync(house, await ReportItemAsync(house), """{"Reference":"R","Cents":0}""")).OrThrow();
        Assert.Equal([decide.Id], (await house.LastAsync<ActionTaken>("w1")).Approvals);

        // The receipt is wrong, and the way back would have it paid a second time.
        (await house.CompleteAsync(Assert.Single(await house.Host.InboxAsync(), one => one.Kind == ItemKind.Do), House.Dia)).OrThrow();
        Assert.Equal("Fallback", await house.StateAsync("w1"));
        Assert.Contains("used up", (await house.LastAsync<SwitchedToManual>("w1")).Because, StringComparison.Ordinal);
        Assert.Empty(await house.Host.VerifyAsync());
    }

    private static ArrivedEvent Event(string step, string id, string value) =>
        new() { Id = id, Sop = "refund-elsewhere", Step = step, Key = "17", Value = value, Received = new(2026, 11, 25, 8, 0, 0, TimeSpan.Zero), By = Actor.Automation("flow") };

    private static async Task<PendingItem> ReportItemAsync(House house) => Assert.Single(await house.Host.InboxAsync(), one => one.Kind == ItemKind.Report);

    private static Task<Reply> ReportAsync(House house, PendingItem item, string value) => house.Host.AnswerAsync(new Complete
    {
        By = Actor.Agent("a flow", "webhook"),
        Item = item.Id,
        Revision = item.Revision,
        Value = value,
        Usage = new() { InputTokens = 7, OutputTokens = 1, Cost = 0.01m, Currency = "EUR" },
    });
}
