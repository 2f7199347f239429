using SopAsCode.Runtime.Tests.Harness;

namespace SopAsCode.Runtime.Tests.Running;

public class TasksBeside
{
    private const string Cause = """{"Cents":5,"Why":"a cable"}""";

    [Fact]
    public async Task A_task_waits_beside_the_run_and_decides_nothing()
    {
        await using var house = House.Open();
        await StartAsync(house);
        Assert.Equal(["FindCause", "Open", "Open"], (await house.Host.InboxAsync()).Select(item => item.Step).Order(StringComparer.Ordinal));
        var task = await TaskAsync(house, "Tell the customers");
        Assert.Equal((ItemKind.Task, "Open: Tell the customers", null), (task.Kind, task.Task, task.Due));
        Assert.Contains(await house.Host.InboxOfAsync(House.Dia), item => item.Id == task.Id);
        Assert.Equal(RefusalKind.NotTheRole, (await house.CompleteAsync(task, House.Cho)).Refusal!.Kind);
        Assert.Equal(RefusalKind.Malformed, (await house.CompleteAsync(task, House.Dia, Cause)).Refusal!.Kind);
        Assert.Equal(RefusalKind.NotAPerson, (await house.Host.AnswerAsync(new Complete { By = Actor.Agent(House.Dia), Item = task.Id, Revision = 1 })).Refusal!.Kind);
        (await house.CompleteAsync(task, House.Dia)).OrThrow();
        Assert.Equal("FindCause", await house.StateAsync("o1"));
        Assert.Equal(RefusalKind.AlreadyAnswered, (await house.CompleteAsync(task, House.Dia)).Refusal!.Kind);
        Assert.Empty(await house.Host.VerifyAsync());
    }

    [Fact]
    public async Task A_step_is_not_completed_before_its_task_is_ticked_off_and_the_reply_names_it()
    {
        await using var house = House.Open();
        await StartAsync(house);
        var find = await ItemAsync(house, "FindCause");
        var answer = await house.CompleteAsync(find, House.Ben, Cause);
        Assert.Equal(RefusalKind.WrongState, answer.Refusal!.Kind);
        Assert.StartsWith("Complete is not open in FindCause of SOP 'handle-outage': 'Open: Stand by as deputy' is open beside it and must be ticked off first.", answer.Refusal.Message, StringComparison.Ordinal);
        (await house.CompleteAsync(await TaskAsync(house, "Stand by as deputy"), House.Cho)).OrThrow();
        Assert.Equal("Review", (await house.CompleteAsync(find, House.Ben, Cause)).OrThrow().State);

        // A checkpoint too is held up by its task, but a no needs no tick.
        var review = await ItemAsync(house, "Review");
        Assert.Contains("'Open: Tell the customers' is open beside it", (await YesAsync(house, review)).Refusal!.Message, StringComparison.Ordinal);
        Assert.Equal("Open", (await house.RejectAsync(review, House.Cho)).OrThrow().State);
        Assert.Empty(await house.Host.VerifyAsync());
    }

    [Fact]
    public async Task A_task_is_to_be_done_again_after_its_time_until_the_step_is_over()
    {
        await using var house = House.Open();
        await StartAsync(house);
        await TickAsync(house, "Tell the customers");
        house.Clock.Pass(TimeSpan.FromMinutes(29));
        await house.WorkAsync();
        Assert.DoesNotContain(await house.Host.InboxAsync(), item => item.Title == "Tell the customers");
        house.Clock.Pass(TimeSpan.FromMinutes(1));
        await house.WorkAsync();
        var again = await TaskAsync(house, "Tell the customers");
        Assert.Equal(house.Clock.Now, again.Asked);
        await TickAsync(house, "Stand by as deputy");
        await house.CompleteAsync(await ItemAsync(house, "FindCause"), House.Ben, Cause);
        var review = await ItemAsync(house, "Review");
        Assert.False((await YesAsync(house, review)).IsAccepted);
        await TickAsync(house, "Tell the customers");
        (await YesAsync(house, review)).OrThrow();

        // The checkpoint is over, and so is the task.
        house.Clock.Pass(TimeSpan.FromHours(1));
        await house.WorkAsync();
        Assert.DoesNotContain(await house.Host.InboxAsync(), item => item.Title == "Tell the customers");
        Assert.Empty(await house.Host.VerifyAsync());
    }

    [Fact]
    public async Task A_further_attempt_and_another_worker_open_nothing_again()
    {
        await using var house = House.Open();
        house.Bank.FailNext(1);
        await StartAsync(house);
        Assert.Equal("Open", await house.StateAsync("o1"));
        await TickAsync(house, "Stand by as deputy");
        house.Clock.Pass(TimeSpan.FromMinutes(5));
        await house.WorkAsync();
        Assert.Equal("FindCause", await house.StateAsync("o1"));
        Assert.DoesNotContain(await house.Host.InboxAsync(), item => item.Title == "Stand by as deputy");

        // A worker is lost in the middle, and another one takes over.
        await house.StartAsync("o2", "handle-outage", House.Request());
        var lost = house.NewHost(new DyingStore(house.Store, () => true), new() { Worker = "lost", Lease = TimeSpan.FromMinutes(1) });
        await Assert.ThrowsAsync<RunStoreException>(() => lost.WorkAsync());
        (await house.CompleteAsync((await house.Host.InboxAsync(new() { Run = "o2" })).Single(item => item.Title == "Stand by as deputy"), House.Cho)).OrThrow();
        house.Clock.Pass(TimeSpan.FromMinutes(2));
        await house.WorkAsync();
        Assert.DoesNotContain(await house.Host.InboxAsync(new() { Run = "o2" }), item => item.Title == "Stand by as deputy");
        Assert.Empty(await house.Host.VerifyAsync());
    }

    [Fact]
    public async Task What_comes_back_while_a_task_is_open_is_kept_and_the_run_goes_on_with_the_tick()
    {
        await using var house = House.Open();
        await ToHandOffAsync(house);

        // The other run ends first.
        (await house.CompleteAsync(await house.ItemAsync("o1/HavePartSent.4.1"), House.Dia, """{"Reference":"T","Cents":5}""")).OrThrow();
        await house.WorkAsync();
        Assert.Equal("HavePartSent", await house.StateAsync("o1"));
        Assert.Equal(1, (await house.EventsAsync("o1")).Count(name => name == nameof(HandedOff)));
        Assert.Contains("tick it off", (await house.Host.SendAsync("o1", new SwitchToManual { By = Actor.Person(House.Ben) })).Refusal!.Message, StringComparison.Ordinal);
        await TickAsync(house, "Keep the log");
        Assert.Equal("WaitUntilQuiet", await house.StateAsync("o1"));

        // The time passes first.
        house.Clock.Pass(TimeSpan.FromHours(6));
        await house.WorkAsync();
        Assert.Equal("WaitUntilQuiet", await house.StateAsync("o1"));
        await TickAsync(house, "Watch it");
        Assert.Equal("WaitForBill", await house.StateAsync("o1"));

        // The event comes first, and twice.
        for (var i = 0; i < 2; i++)
        {
            (await house.Host.ReportAsync(new() { Id = "bill-1", Sop = "handle-outage", Step = "WaitForBill", Key = "17", Value = """{"Reference":"B","Cents":9}""", Received = house.Clock.Now, By = Actor.Automation("mail") })).OrThrow();
        }

        Assert.Equal("WaitForBill", await house.StateAsync("o1"));
        Assert.Empty(await house.Host.VerifyAsync());
        await TickAsync(house, "Tidy up");
        Assert.Equal("PayBill", await house.StateAsync("o1"));
        Assert.Equal("""{"Reference":"B","Cents":9}""", (await house.Host.ShowAsync((await house.ItemAsync("o1")).Id))!.Values[0].Value);
        Assert.Empty(await house.Host.VerifyAsync());
    }

    [Fact]
    public async Task Tasks_are_over_with_the_run()
    {
        await using var house = House.Open();
        await StartAsync(house);
        var task = await TaskAsync(house, "Tell the customers");
        await TickAsync(house, "Stand by as deputy");
        (await house.Host.SendAsync("o1", new Cancel { By = Actor.Person(House.Dia) })).OrThrow();
        Assert.Empty(await house.Host.InboxAsync());
        Assert.Equal(RefusalKind.Withdrawn, (await house.CompleteAsync(task, House.Dia)).Refusal!.Kind);
        Assert.Empty(await house.Host.VerifyAsync());
    }

    private static async Task StartAsync(House house)
    {
        (await house.StartAsync("o1", "handle-outage", House.Request())).OrThrow();
        await house.WorkAsync();
    }

    private static async Task ToHandOffAsync(House house)
    {
        await StartAsync(house);
        await TickAsync(house, "Stand by as deputy");
        await TickAsync(house, "Tell the customers");
        await house.CompleteAsync(await ItemAsync(house, "FindCause"), House.Ben, Cause);
        (await YesAsync(house, await ItemAsync(house, "Review"))).OrThrow();
        await house.WorkAsync();
    }

    private static async Task<PendingItem> TaskAsync(House house, string title) => Assert.Single(await house.Host.InboxAsync(new() { Run = "o1" }), item => item.Title == title);

    private static async Task<PendingItem> ItemAsync(House house, string step) => Assert.Single(await house.Host.InboxAsync(new() { Run = "o1" }), item => item.Step == step && item.Kind != ItemKind.Task);

    private static async Task TickAsync(House house, string title) =>
        (await house.CompleteAsync(await TaskAsync(house, title), title == "Stand by as deputy" ? House.Cho : House.Dia)).OrThrow();

    private static Task<Reply> YesAsync(House house, PendingItem item) => house.Host.AnswerAsync(new Approve { By = Actor.Person(House.Cho), Item = item.Id, Revision = item.Revision });
}
