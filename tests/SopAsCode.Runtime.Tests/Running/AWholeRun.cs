using SopAsCode.Runtime.Tests.Harness;

namespace SopAsCode.Runtime.Tests.Running;

public class AWholeRun
{
    [Fact]
    public async Task A_refund_goes_from_the_request_to_the_receipt()
    {
        await using var house = House.Open();
        var decide = await house.RefundToDecideAsync();
        Assert.Equal(("r1#1", 1, ItemKind.Approve, "Decide on the refund"), (decide.Id, decide.Revision, decide.Kind, decide.Title));
        Assert.Equal(new DateTimeOffset(2026, 11, 25, 12, 0, 0, TimeSpan.Zero), decide.Due);

        var shown = await house.Host.ShowAsync(decide.Id);
        Assert.Equal(["request", "proposal"], shown!.Values.Select(value => value.Key));
        Assert.Equal(House.Proposal, shown.Values[1].Value);
        Assert.Equal(House.Ticks, Assert.Single(shown.Checklists).Items);
        Assert.Equal("Dear customer, 1200 cents for r1.", Assert.Single(shown.Templates).Text);
        Assert.Contains("\"Cents\"", shown.AnswerSchema, StringComparison.Ordinal);

        (await house.ApproveAsync(decide, House.Ben)).OrThrow();
        await house.WorkAsync();
        Assert.Equal(1200, Assert.Single(house.Bank.Paid).Value);

        var tell = await house.ItemAsync("r1");
        Assert.Equal((ItemKind.Do, "Tell the customer"), (tell.Kind, tell.Title));
        var reply = (await house.CompleteAsync(tell, House.Dia)).OrThrow();
        Assert.Equal("Completed", reply.State);
        Assert.Empty(await house.Host.InboxAsync());
        Assert.Equal(
            ["RunStarted", "StepStarted", "StepCompleted", "StepStarted", "ItemOpened", "Approved", "StepStarted", "ActionTaken", "StepCompleted", "StepStarted", "ItemOpened", "StepCompleted", "RunEnded"],
            await house.EventsAsync("r1"));
        Assert.Empty(await house.Host.VerifyAsync());
    }

    [Fact]
    public async Task The_record_says_who_saw_what_and_what_an_ai_used()
    {
        await using var house = House.Open();
        var decide = await house.RefundToDecideAsync();
        await house.ApproveAsync(decide, House.Ben, """{"Cents":1000,"Why":"clause 4, less postage"}""");
        await house.WorkAsync();

        var history = await house.Host.HistoryAsync("r1");
        var contents = await house.Host.ContentsAsync("r1");
        var proposed = history.Select(recorded => recorded.Read()).OfType<StepCompleted>().First();
        Assert.Equal(("SopAsCode.Runtime.Tests.Sops.Writer", 12L, 3L, "0.0012 EUR"), (proposed.Agent!.Agent, proposed.Agent.InputTokens!.Value, proposed.Agent.OutputTokens!.Value, proposed.Agent.Cost));
        Assert.Equal("How much is due for broken lid? Last time it was sent back because ", contents[proposed.Agent.Prompt!]);

        var approved = await house.LastAsync<Approved>("r1");
        var edit = Assert.Single(approved.Edits!);
        Assert.Equal(House.Proposal, contents[edit.Before]);
        Assert.Equal("""{"Cents":1000,"Why":"clause 4, less postage"}""", contents[edit.After]);
        Assert.Equal((decide.Digest, 2, "SopAsCode.Runtime.Tests.Sops.Lead"), (approved.Digest, approved.Ticked, approved.Role));
        var by = history.Single(recorded => recorded.Event == nameof(Approved)).By;
        Assert.Equal((House.Ben, ActorKind.Person, "test"), (by.Name, by.Kind, by.Door));

        var action = await house.LastAsync<ActionTaken>("r1");
        Assert.Equal((decide.Id, "Money", "r1/Pay/3"), (Assert.Single(action.Approvals!), action.Impact, action.IdempotencyKey));
        Assert.Equal(1000, Assert.Single(house.Bank.Paid).Value);
    }

    [Fact]
    public async Task What_is_sent_back_comes_again_with_the_reason()
    {
        await using var house = House.Open();
        var item = await house.RefundToDecideAsync();
        (await house.RejectAsync(item, House.Ben, "the postage is not ours")).OrThrow();
        await house.WorkAsync();
        Assert.EndsWith("because the postage is not ours", ((TestAgents)house.Agents!).Prompts[^1], StringComparison.Ordinal);

        item = await house.ItemAsync("r1");
        Assert.Equal("r1#2", item.Id);
        await house.RejectAsync(item, House.Cho);
        await house.WorkAsync();
        await house.RejectAsync(await house.ItemAsync("r1"), House.Cho);
        Assert.Equal("TakeOver", await house.StateAsync("r1"));
        Assert.Equal(3, (await house.LastAsync<Rejected>("r1")).Round);
        Assert.Empty(await house.Host.VerifyAsync());
    }

    [Fact]
    public async Task A_failed_step_is_tried_again_after_growing_pauses_and_then_goes_where_failures_go()
    {
        await using var house = House.Open();
        var item = await house.RefundToDecideAsync();
        house.Bank.FailNext(3);
        await house.ApproveAsync(item, House.Ben);
        await house.WorkAsync();
        Assert.Single(house.Bank.Calls);
        Assert.Equal(house.Clock.Now + TimeSpan.FromSeconds(10), (await house.LastAsync<StepFailed>("r1")).RetryAt);

        house.Clock.Pass(TimeSpan.FromSeconds(9));
        await house.WorkAsync();
        Assert.Single(house.Bank.Calls);

        house.Clock.Pass(TimeSpan.FromSeconds(1));
        await house.WorkAsync();
        Assert.Equal(2, house.Bank.Calls.Count);
        Assert.Equal(house.Clock.Now + TimeSpan.FromSeconds(30), (await house.LastAsync<StepFailed>("r1")).RetryAt);

        house.Clock.Pass(TimeSpan.FromSeconds(30));
        await house.WorkAsync();
        Assert.Equal(["r1/Pay/3", "r1/Pay/3", "r1/Pay/3"], house.Bank.Calls);
        Assert.Equal("TakeOver", await house.StateAsync("r1"));
        Assert.Empty(house.Bank.Paid);
        var failed = await house.LastAsync<StepFailed>("r1");
        Assert.Equal("the bank does not answer", (await house.Host.ContentsAsync("r1"))[failed.Notes!]);
    }

    [Fact]
    public async Task Several_values_come_as_the_members_of_one_object()
    {
        await using var house = House.Open();
        await house.StartAsync("d1", "decide-and-write");
        var item = await house.ItemAsync("d1");
        var half = await house.CompleteAsync(item, House.Dia, """{"Decision":{"Size":"Large","Remark":null}}""");
        Assert.Equal(RefusalKind.Malformed, half.Refusal!.Kind);
        Assert.Contains("'Article' is missing", half.Refusal.Message, StringComparison.Ordinal);
        (await house.CompleteAsync(item, House.Dia, """{"Decision":{"Size":"Large","Remark":null},"Article":{"Title":"a","Text":"b"}}""")).OrThrow();
        Assert.Equal("Completed", await house.StateAsync("d1"));
        Assert.Equal(2, (await house.LastAsync<StepCompleted>("d1")).Values!.Count);
    }
}
