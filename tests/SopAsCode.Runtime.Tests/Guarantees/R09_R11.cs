using SopAsCode.Runtime.Tests.Harness;
using SopAsCode.Runtime.Tests.Sops;

namespace SopAsCode.Runtime.Tests.Guarantees;

public class R09_WithoutAi
{
    [Fact]
    public async Task Without_an_ai_the_owner_gets_the_prompt_and_the_answer_counts_as_that_of_the_ai()
    {
        await using var house = House.WithoutAi();
        await house.StartAsync("r1", "pay-refund", House.Request("r1"));
        await house.WorkAsync();
        var item = await house.ItemAsync("r1");
        Assert.Equal((ItemKind.Answer, "Propose an amount"), (item.Kind, item.Title));
        Assert.Equal(["SopAsCode.Runtime.Tests.Sops.Lead", "SopAsCode.Runtime.Tests.Sops.Founder"], item.Roles);
        Assert.Equal("How much is due for broken lid? Last time it was sent back because ", (await house.Host.ShowAsync(item.Id))!.Prompt);
        Assert.Equal(RefusalKind.NotTheRole, (await house.CompleteAsync(item, House.Dia, House.Proposal)).Refusal!.Kind);

        (await house.CompleteAsync(item, House.Ben, House.Proposal)).OrThrow();
        var done = await house.LastAsync<StepCompleted>("r1");
        Assert.Equal("SopAsCode.Runtime.Tests.Sops.Writer", done.Agent!.Agent);
        Assert.Equal(House.Ben, (await house.Host.HistoryAsync("r1")).Last(recorded => recorded.Event == nameof(StepCompleted)).By.Name);
        Assert.True((await house.ApproveAsync(await house.ItemAsync("r1"), House.Ben)).IsAccepted);
        Assert.Empty(await house.Host.VerifyAsync());
    }

    [Fact]
    public async Task Whoever_asked_the_ai_can_say_that_it_failed()
    {
        await using var house = House.WithoutAi();
        await house.StartAsync("r1", "pay-refund", House.Request("r1"));
        await house.WorkAsync();
        var item = await house.ItemAsync("r1");
        (await house.Host.AnswerAsync(new ReportFailure { By = Actor.Person(House.Ben), Item = item.Id, Revision = 1, Notes = "it talks nonsense" })).OrThrow();
        house.Clock.Pass(TimeSpan.FromMinutes(1));
        await house.WorkAsync();
        var again = await house.ItemAsync("r1");
        Assert.Equal("r1#2", again.Id);
        await house.Host.AnswerAsync(new ReportFailure { By = Actor.Person(House.Ben), Item = again.Id, Revision = 1, Notes = "still" });
        Assert.Equal("Fallback", await house.StateAsync("r1"));
        Assert.Empty(await house.Host.VerifyAsync());
    }
}

public class R08_GeneratedCode
{
    [Fact]
    public async Task A_host_refuses_to_start_an_sop_without_generated_code()
    {
        await using var house = House.Open();
        var error = Assert.Throws<InvalidOperationException>(() => new SopHost([new OldCatalogue()], house.Store, new() { Json = HouseJson.Default }));
        Assert.StartsWith("These SOPs have no generated code: ship.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_names_the_values_that_its_context_does_not_know()
    {
        await using var house = House.Open();
        var error = Assert.Throws<InvalidOperationException>(() => new SopHost([TestsSops.Instance], house.Store));
        Assert.Equal(
            "The JSON context does not know these types of values: Article, Decision, Errand, Invoice, Login, Orders, Proposal, Receipt, Request. "
            + "Add a line to it for each: [JsonSerializable(typeof(Article))].",
            error.Message);
    }

    private sealed class OldCatalogue : Definitions.SopCatalogue
    {
        public override IReadOnlyList<Definitions.CatalogueEntry> Entries { get; } =
            [new() { Definition = Ship.Definition with { Fingerprint = null }, Markdown = "", CreateMachine = Ship.CreateSopMachine, Dispatcher = Ship.Dispatcher }];

        public override Definitions.CatalogueDefinition Definition { get; } = new();
    }
}

public class R11_Limits
{
    [Fact]
    public async Task A_step_outside_its_limit_is_never_started()
    {
        await using var house = House.Open();
        await house.StartAsync("large", "send-macro", House.Request(cents: 5000));
        await house.WorkAsync();
        Assert.Equal("Answer", await house.StateAsync("large"));
        Assert.Empty(house.Bank.Calls);
    }

    [Fact]
    public async Task The_starts_of_a_day_are_counted_over_all_runs_and_hosts()
    {
        await using var house = House.Open();
        for (var i = 0; i < 12; i++)
        {
            await house.StartAsync($"m{i}", "send-macro", House.Request(cents: 100));
        }

        await using var otherStore = house.Place.Open();
        SopHost[] hosts = [house.Host, house.NewHost(otherStore)];
        await Task.WhenAll(hosts.Select(host => Task.Run(async () =>
        {
            while (await host.WorkAsync() > 0)
            {
            }
        })));
        Assert.Equal(3, house.Bank.Calls.Count);
        Assert.Equal(["3"], house.Query("SELECT starts FROM starts"));
        var states = (await house.Store.RunsAsync(new(), default)).Select(run => run.State).ToList();
        Assert.Equal((3, 9), (states.Count(state => state == "Completed"), states.Count(state => state == "Answer")));

        house.Clock.Pass(TimeSpan.FromDays(1));
        await house.StartAsync("tomorrow", "send-macro", House.Request(cents: 100));
        await house.WorkAsync();
        Assert.Equal("Completed", await house.StateAsync("tomorrow"));
    }

    [Fact]
    public async Task Each_attempt_is_a_start()
    {
        await using var house = House.Open();
        house.Bank.FailNext(10);
        for (var i = 0; i < 4; i++)
        {
            await house.StartAsync($"m{i}", "send-macro", House.Request(cents: 100));
            await house.WorkAsync();
        }

        Assert.Equal(3, house.Bank.Calls.Count);
    }

    [Fact]
    public async Task Somebody_looks_at_samples_also_when_the_run_has_ended()
    {
        await using var house = House.Open();
        await house.StartAsync("m1", "send-macro", House.Request(cents: 100));
        await house.WorkAsync();
        Assert.Equal("Completed", await house.StateAsync("m1"));
        var sample = await house.ItemAsync("m1");
        Assert.Equal((ItemKind.Check, "Send"), (sample.Kind, sample.Step));
        Assert.Equal(RefusalKind.NotAPerson, (await house.Host.AnswerAsync(new Judge { By = Actor.Agent("judge"), Item = sample.Id, Revision = 1, Right = true })).Refusal!.Kind);
        (await house.Host.AnswerAsync(new Judge { By = Actor.Person(House.Cho), Item = sample.Id, Revision = 1, Right = false, Notes = "wrong macro" })).OrThrow();
        Assert.False((await house.LastAsync<SpotChecked>("m1")).Right);
        Assert.Empty(await house.Host.InboxAsync());
        Assert.Empty(await house.Host.VerifyAsync());
    }
}
