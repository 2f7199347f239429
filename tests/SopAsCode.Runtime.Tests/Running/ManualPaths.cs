using SopAsCode.Runtime.Tests.Harness;

namespace SopAsCode.Runtime.Tests.Running;

public class ManualPaths
{
    private const string Small = """{"Cents":1200,"Why":"clause 4"}""";
    private const string Large = """{"Cents":20000,"Why":"clause 4"}""";

    [Fact]
    public async Task What_a_person_did_by_hand_counts_as_the_step_and_the_run_goes_on_behind_it()
    {
        await using var house = House.Open();
        var item = await InTheManualPathAsync(house, Small);
        Assert.Equal((ItemKind.ByHand, "Pay"), (item.Kind, item.CanBeDone));
        Assert.Contains("Cents", (await house.Host.ShowAsync(item.Id))!.AnswerSchema, StringComparison.Ordinal);

        var done = await ByHandAsync(house, item, House.Ana, """{"Reference":"R-1","Cents":1200}""");
        Assert.Equal("Tell", done.OrThrow().State);
        var recorded = (await house.Host.HistoryAsync("m1")).Single(recorded => recorded.Event == nameof(StepDoneByHand));
        Assert.Equal((ActorKind.Person, House.Ana), (recorded.By.Kind, recorded.By.Name));
        var happened = Assert.IsType<StepDoneByHand>(recorded.Read());
        Assert.Equal(("Pay", "SopAsCode.Runtime.Tests.Sops.Founder"), (happened.Done, happened.Role));
        Assert.Equal("by bank transfer", (await house.Host.ContentsAsync("m1"))[happened.Notes!]);

        // The next step has the value, the code was never called again, and the item is answered.
        Assert.Equal("""{"Reference":"R-1","Cents":1200}""", (await house.Host.ShowAsync((await house.ItemAsync("m1")).Id))!.Values[0].Value);
        Assert.Single(house.Bank.Calls);
        Assert.Equal(RefusalKind.AlreadyAnswered, (await ByHandAsync(house, item, House.Ben, Small)).Refusal!.Kind);
        Assert.Empty(await house.Host.VerifyAsync());
    }

    [Fact]
    public async Task What_was_written_by_hand_uses_the_approval_up()
    {
        await using var house = House.Open();
        var item = await InTheManualPathAsync(house, Large);
        (await ByHandAsync(house, item, House.Ana, """{"Reference":"R-1","Cents":20000}""")).OrThrow();
        var written = await house.LastAsync<ActionTaken>("m1");
        Assert.Equal(("m1#2", "Pay", "m1/Pay/3"), (Assert.Single(written.Approvals!), written.ByHand, written.IdempotencyKey));

        // It is paid in two parts, and nobody approved the second one.
        (await house.CompleteAsync(await house.ItemAsync("m1"), House.Dia)).OrThrow();
        await house.WorkAsync();
        Assert.Equal("Fallback", await house.StateAsync("m1"));
        Assert.Contains("used up", (await house.LastAsync<SwitchedToManual>("m1")).Because, StringComparison.Ordinal);
        Assert.Single(house.Bank.Calls);
    }

    [Fact]
    public async Task Whoever_gave_a_value_by_hand_can_not_approve_it()
    {
        await using var house = House.Open();
        (await house.StartAsync("m1", "refund-by-hand", House.Request())).OrThrow();
        await ManualAsync(house);
        var item = await house.ItemAsync("m1");
        Assert.Equal("Propose", item.CanBeDone);
        Assert.Equal(RefusalKind.Incomplete, (await ByHandAsync(house, item, House.Ben, Small)).Refusal!.Kind);
        (await ByHandAsync(house, item, House.Ben, Small, "The order is this customer's")).OrThrow();
        var decide = await house.ItemAsync("m1");
        Assert.Equal(("Decide", House.Ben), (decide.Step, Assert.Single(decide.Excluded!)));
        Assert.Equal(RefusalKind.OwnWork, (await DecideAsync(house, decide, House.Ben)).Refusal!.Kind);
        Assert.True((await DecideAsync(house, decide, House.Cho)).IsAccepted);
    }

    [Fact]
    public async Task A_checkpoint_is_never_done_by_hand()
    {
        await using var house = House.Open();
        await AtTheCheckpointAsync(house, Small);
        await ManualAsync(house);
        var item = await house.ItemAsync("m1");
        Assert.Null(item.CanBeDone);
        var picture = await house.PictureAsync("m1");
        var answer = await ByHandAsync(house, item, House.Ana, null);
        Assert.Equal(RefusalKind.WrongState, answer.Refusal!.Kind);
        Assert.StartsWith("DoneByHand is not open in Fallback of SOP 'refund-by-hand': a checkpoint is answered, not skipped", answer.Refusal.Message, StringComparison.Ordinal);
        Assert.Equal(picture, await house.PictureAsync("m1"));
    }

    [Fact]
    public async Task The_only_value_of_an_ai_that_a_checkpoint_shows_is_not_given_by_hand()
    {
        await using var house = House.Open(new TestAgents("!down"));
        (await house.StartAsync("r1", "pay-refund", House.Request())).OrThrow();
        await house.WorkAsync();
        house.Clock.Pass(TimeSpan.FromMinutes(1));
        await house.WorkAsync();
        var item = await house.ItemAsync("r1");
        Assert.Equal((ItemKind.ByHand, null), (item.Kind, item.CanBeDone));
        Assert.Equal(RefusalKind.WrongState, (await ByHandAsync(house, item, House.Ana, House.Proposal)).Refusal!.Kind);
    }

    [Fact]
    public async Task Only_owner_and_backup_do_a_step_by_hand_and_only_with_a_value_of_its_form()
    {
        await using var house = House.Open();
        var item = await InTheManualPathAsync(house, Small);
        Assert.Equal(RefusalKind.NotTheRole, (await ByHandAsync(house, item, House.Dia, Small)).Refusal!.Kind);
        Assert.Equal(RefusalKind.Malformed, (await ByHandAsync(house, item, House.Ana, Small)).Refusal!.Kind);
        Assert.Equal(RefusalKind.Incomplete, (await ByHandAsync(house, item, House.Ana, null)).Refusal!.Kind);
        var machine = new DoStepByHand { By = Actor.Agent(House.Ana), Item = item.Id, Revision = 1, Value = Small };
        Assert.Equal(RefusalKind.NotAPerson, (await house.Host.AnswerAsync(machine)).Refusal!.Kind);
        Assert.Equal("Fallback", await house.StateAsync("m1"));
        Assert.Empty(await house.Host.VerifyAsync());
    }

    [Fact]
    public async Task No_step_is_done_by_hand_outside_the_manual_path()
    {
        await using var house = House.Open();
        await AtTheCheckpointAsync(house, Small);
        Assert.Equal(RefusalKind.WrongState, (await ByHandAsync(house, await house.ItemAsync("m1"), House.Ana, null)).Refusal!.Kind);
        Assert.Equal("Decide", await house.StateAsync("m1"));
    }

    [Fact]
    public async Task Resume_never_sends_a_run_through_a_step_that_was_done()
    {
        // Nothing was paid, so the step was done and its last [Next] leads to the manual path.
        await using var house = House.Open();
        await AtTheCheckpointAsync(house, """{"Cents":0,"Why":"nothing is due"}""");
        (await DecideAsync(house, await house.ItemAsync("m1"), House.Cho)).OrThrow();
        await house.WorkAsync();
        var item = await house.ItemAsync("m1");
        Assert.Equal((ItemKind.ByHand, null), (item.Kind, item.CanBeDone));
        var resume = await house.Host.SendAsync("m1", new Resume { By = Actor.Person(House.Ana) });
        Assert.Contains("step 'Pay' is done and not done again", resume.Refusal!.Message, StringComparison.Ordinal);
        Assert.Contains("step 'Pay' was done already", (await ByHandAsync(house, item, House.Ana, Small)).Refusal!.Message, StringComparison.Ordinal);
        await house.WorkAsync();
        Assert.Single(house.Bank.Calls);
        (await house.CompleteAsync(item, House.Ana)).OrThrow();
        Assert.Equal("Completed", await house.StateAsync("m1"));
    }

    [Fact]
    public async Task A_step_that_comes_back_from_the_manual_path_keeps_its_key_because_its_lost_attempt_may_have_paid()
    {
        await using var house = House.Open();
        await InTheManualPathAsync(house, Small);
        (await house.Host.SendAsync("m1", new Resume { By = Actor.Person(House.Ana) })).OrThrow();
        await house.WorkAsync();
        Assert.Equal("Tell", await house.StateAsync("m1"));
        Assert.Equal(["m1/Pay/3", "m1/Pay/3"], house.Bank.Calls);

        // A new visit that the flow leads to has another key.
        Assert.Equal("m1/Tell/6", StepWork.IdempotencyKey(RecordJson.ReadState((await house.Store.LoadAsync(new() { Run = "m1", Day = default }, default)).State!), "Tell"));
    }

    private static async Task AtTheCheckpointAsync(House house, string proposal)
    {
        (await house.StartAsync("m1", "refund-by-hand", House.Request())).OrThrow();
        (await house.CompleteAsync(await house.ItemAsync("m1"), House.Dia, proposal, "The order is this customer's")).OrThrow();
    }

    private static async Task<PendingItem> InTheManualPathAsync(House house, string proposal)
    {
        house.Bank.FailNext(1);
        await AtTheCheckpointAsync(house, proposal);
        (await DecideAsync(house, await house.ItemAsync("m1"), House.Cho)).OrThrow();
        await house.WorkAsync();
        return await house.ItemAsync("m1");
    }

    private static async Task ManualAsync(House house) => (await house.Host.SendAsync("m1", new SwitchToManual { By = Actor.Person(House.Ben) })).OrThrow();

    private static Task<Reply> DecideAsync(House house, PendingItem item, string person) =>
        house.Host.AnswerAsync(new Approve { By = Actor.Person(person), Item = item.Id, Revision = item.Revision });

    private static Task<Reply> ByHandAsync(House house, PendingItem item, string person, string? value, params string[] ticked) =>
        house.Host.AnswerAsync(new DoStepByHand { By = Actor.Person(person, "test"), Item = item.Id, Revision = item.Revision, Value = value, Ticked = ticked, Notes = "by bank transfer" });
}
