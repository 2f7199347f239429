using SopAsCode.Runtime.Tests.Harness;

namespace SopAsCode.Runtime.Tests.Guarantees;

/// <summary>The class changes, is compiled again, and another host opens the store.</summary>
public sealed class R07_NewVersions : IAsyncDisposable
{
    private const string First = """
        [HumanStep<Clerk>("Check it")]
        public partial Task Check(Invoice invoice);

        [HumanStep<Clerk>("Pay it")]
        public partial Task Pay(Invoice invoice);
        """;

    private readonly Versions _versions = new();

    [Fact]
    public async Task A_step_that_is_inserted_above_moves_no_run()
    {
        await StartAsync(First);
        var (host, store) = Open(
            """
            [HumanStep<Clerk>("Look at it")]
            public partial Task LookAt(Invoice invoice);

            """ + First,
            """[Change("2.0.0", "2026-11-20", "One more step")]""");
        await using var closing = store;
        Assert.Empty(await host.UnfitRunsAsync());
        await host.PrepareAsync();
        var item = Assert.Single(await host.InboxAsync());
        Assert.Equal(("Check", 1), (item.Step, item.Revision));
        Assert.Equal("Pay", (await AnswerAsync(host, item)).OrThrow().State);

        // The record says under which version each event was recorded.
        var history = await host.HistoryAsync("i1");
        Assert.Equal(["1.0.0", "2.0.0"], history.Select(recorded => recorded.Version).Distinct());
        Assert.Equal(2, history.Select(recorded => recorded.Fingerprint).Distinct().Count());
        Assert.Empty(await host.VerifyAsync());
    }

    [Fact]
    public async Task A_run_in_a_step_that_is_gone_is_named_and_the_host_refuses()
    {
        await StartAsync(First);
        var (host, store) = Open(
            """
            [HumanStep<Clerk>("Review it")]
            public partial Task Review(Invoice invoice);
            """,
            """[Change("2.0.0", "2026-11-20", "Renamed")]""");
        await using var closing = store;
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => host.PrepareAsync());
        Assert.Equal(
            "1 run can't go on under the SOPs as they are now:\n"
            + "Run 'i1' names step 'Check', which SOP 'pay-it' 2.0.0 does not have. Say in the SOP's newest change where such runs stand now: [Change(…, Moves = \"Check -> NewStep\")].",
            error.Message);
        var item = Assert.Single(await host.InboxAsync());
        var before = (await host.HistoryAsync("i1")).Count;
        Assert.Equal(RefusalKind.DoesNotFit, (await AnswerAsync(host, item)).Refusal!.Kind);
        Assert.Equal(before, (await host.HistoryAsync("i1")).Count);
    }

    [Fact]
    public async Task With_moves_the_run_continues_where_the_change_says()
    {
        await StartAsync(First);
        var (host, store) = Open(
            """
            [HumanStep<Clerk>("Review it")]
            public partial Task Review(Invoice invoice);

            [HumanStep<Clerk>("Pay it")]
            public partial Task Pay(Invoice invoice);
            """,
            """[Change("2.0.0", "2026-11-20", "Renamed", Moves = "Check -> Review")]""");
        await using var closing = store;
        var old = Assert.Single(await host.InboxAsync());
        await host.PrepareAsync();
        var item = Assert.Single(await host.InboxAsync());
        Assert.Equal(("Review", "i1#2"), (item.Step, item.Id));
        Assert.Equal(RefusalKind.Withdrawn, (await AnswerAsync(host, old)).Refusal!.Kind);
        Assert.Equal("Pay", (await AnswerAsync(host, item)).OrThrow().State);
        Assert.Contains("FollowedChange", (await host.HistoryAsync("i1")).Select(recorded => recorded.Event));
        Assert.Empty(await host.VerifyAsync());
    }

    [Fact]
    public async Task A_step_that_asks_for_data_the_run_never_had_is_named()
    {
        await StartAsync(First);
        var (host, store) = Open(
            """
            [HumanStep<Clerk>("Write a note")]
            public partial Task<Note> Write();

            [HumanStep<Clerk>("Check it")]
            public partial Task Check(Invoice invoice, Note note);
            """,
            """[Change("2.0.0", "2026-11-20", "With a note")]""");
        await using var closing = store;
        var unfit = Assert.Single(await host.UnfitRunsAsync());
        Assert.Equal(RefusalKind.DoesNotFit, unfit.Kind);
        Assert.StartsWith("Run 'i1' stands in 'Check', which asks for a 'Note' since SOP 'pay-it' changed, and the run has none.", unfit.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_that_got_another_form_is_named()
    {
        await StartAsync(First);
        var (host, store) = Open(First, """[Change("2.0.0", "2026-11-20", "Cents")]""", invoice: "public sealed record Invoice(string Number, long Cents);");
        await using var closing = store;
        var unfit = Assert.Single(await host.UnfitRunsAsync());
        Assert.Equal(RefusalKind.DoesNotFit, unfit.Kind);
        Assert.Contains("The type changed since the run made it", unfit.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_that_becomes_a_checkpoint_is_asked_anew()
    {
        await StartAsync(First);
        var (host, store) = Open(
            """
            [Checkpoint<Clerk>("Check it")]
            public partial Task Check(Invoice invoice);

            [HumanStep<Clerk>("Pay it")]
            public partial Task Pay(Invoice invoice);
            """,
            """[Change("2.0.0", "2026-11-20", "A checkpoint")]""");
        await using var closing = store;
        await host.PrepareAsync();
        var item = Assert.Single(await host.InboxAsync());
        Assert.Equal((ItemKind.Approve, "Check"), (item.Kind, item.Step));
        Assert.Equal("Pay", (await host.AnswerAsync(new Approve { By = Actor.Person("dia"), Item = item.Id, Revision = item.Revision })).OrThrow().State);
        Assert.Empty(await host.VerifyAsync());
    }

    [Fact]
    public async Task A_step_that_shows_more_than_before_is_shown_again_with_a_new_revision()
    {
        await StartAsync(First.Replace("Check(Invoice invoice)", "Check()", StringComparison.Ordinal));
        var (host, store) = Open(First, """[Change("2.0.0", "2026-11-20", "Shows the invoice")]""");
        await using var closing = store;
        var old = Assert.Single(await host.InboxAsync());
        Assert.Equal(RefusalKind.Stale, (await AnswerAsync(host, old)).Refusal!.Kind);
        var item = Assert.Single(await host.InboxAsync());
        Assert.Equal((old.Id, 2), (item.Id, item.Revision));
        Assert.Equal("Pay", (await AnswerAsync(host, item)).OrThrow().State);
        Assert.Empty(await host.VerifyAsync());
    }

    public ValueTask DisposeAsync() => _versions.DisposeAsync();

    private static Task<Reply> AnswerAsync(SopHost host, PendingItem item) =>
        host.AnswerAsync(new Complete { By = Actor.Person("dia"), Item = item.Id, Revision = item.Revision });

    private Task StartAsync(string steps) => _versions.StartAsync(steps);

    private (SopHost Host, IRunStore Store) Open(string steps, string change, string invoice = Versions.InvoiceOfThen) => _versions.Open(steps, change, invoice);
}
