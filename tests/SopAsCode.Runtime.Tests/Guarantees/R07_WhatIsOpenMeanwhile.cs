using SopAsCode.Runtime.Tests.Harness;

namespace SopAsCode.Runtime.Tests.Guarantees;

/// <summary>A new version renames steps while tasks, approvals and results of runs refer to them.</summary>
public sealed class R07_WhatIsOpenMeanwhile : IAsyncDisposable
{
    private const string Renamed = """[Change("2.0.0", "2026-11-20", "Renamed", Moves = "Check -> Review")]""";

    private readonly Versions _versions = new();

    [Fact]
    public async Task Whoever_did_a_step_under_its_old_name_is_kept_away_under_the_new_one()
    {
        const string Steps = """
            [HumanStep<Clerk>("Check it")]
            public partial Task Check(Invoice invoice);

            [Checkpoint<Clerk>("Approve it", NotBy = nameof(Check))]
            public partial Task Approve(Invoice invoice);
            """;
        await _versions.StartAsync(Steps);
        var (first, old) = _versions.Open(Steps, "");
        await using (old)
        {
            (await CompleteAsync(first, Assert.Single(await first.InboxAsync()))).OrThrow();
        }

        var (host, store) = _versions.Open(Steps.Replace("Check(", "Review(", StringComparison.Ordinal).Replace("nameof(Check)", "nameof(Review)", StringComparison.Ordinal), Renamed);
        await using var closing = store;
        await host.PrepareAsync();
        var item = Assert.Single(await host.InboxAsync());
        Assert.Equal(RefusalKind.OwnWork, (await host.AnswerAsync(new Approve { By = Actor.Person("dia"), Item = item.Id, Revision = item.Revision })).Refusal!.Kind);
        Assert.Equal("Completed", (await host.AnswerAsync(new Approve { By = Actor.Person("eli"), Item = item.Id, Revision = item.Revision })).OrThrow().State);
        Assert.Empty(await host.VerifyAsync());
    }

    [Fact]
    public async Task A_task_of_a_step_that_was_renamed_is_still_asked_for_and_holds_up()
    {
        const string Steps = """
            [HumanStep<Clerk>("Check it")]
            [Meanwhile<Clerk>("Tell them", Until = nameof(Pay))]
            public partial Task Check(Invoice invoice);

            [HumanStep<Clerk>("Pay it")]
            public partial Task Pay(Invoice invoice);
            """;
        await _versions.StartAsync(Steps);
        var (first, old) = _versions.Open(Steps, "");
        await using (old)
        {
            (await CompleteAsync(first, (await first.InboxAsync()).Single(item => item.Kind == ItemKind.Do))).OrThrow();
        }

        var (host, store) = _versions.Open(Steps.Replace("Check(", "Review(", StringComparison.Ordinal), Renamed);
        await using var closing = store;
        await host.PrepareAsync();
        var pay = (await host.InboxAsync()).Single(item => item.Kind == ItemKind.Do);
        Assert.Contains("'Review: Tell them' is open beside it", (await CompleteAsync(host, pay)).Refusal!.Message, StringComparison.Ordinal);

        // In the manual path and back, and it is asked for once.
        (await host.SendAsync("i1", new SwitchToManual { By = Actor.Person("dia") })).OrThrow();
        var task = (await host.InboxAsync()).Single(item => item.Kind == ItemKind.Task);
        (await CompleteAsync(host, task)).OrThrow();
        (await host.SendAsync("i1", new Resume { By = Actor.Person("dia") })).OrThrow();
        Assert.Equal("Completed", (await CompleteAsync(host, Assert.Single(await host.InboxAsync()))).OrThrow().State);
        Assert.Empty(await host.VerifyAsync());
    }

    [Fact]
    public async Task A_task_that_was_asked_for_under_the_old_name_can_be_ticked_off()
    {
        const string Steps = """
            [HumanStep<Clerk>("Check it")]
            [Meanwhile<Clerk>("Tell them", Until = nameof(Pay))]
            public partial Task Check(Invoice invoice);

            [HumanStep<Clerk>("Pay it")]
            public partial Task Pay(Invoice invoice);
            """;
        await _versions.StartAsync(Steps);
        var (first, old) = _versions.Open(Steps, "");
        await using (old)
        {
            (await CompleteAsync(first, (await first.InboxAsync()).Single(item => item.Kind == ItemKind.Do))).OrThrow();
        }

        var (host, store) = _versions.Open(Steps.Replace("Check(", "Review(", StringComparison.Ordinal), Renamed);
        await using var closing = store;
        (await CompleteAsync(host, (await host.InboxAsync()).Single(item => item.Kind == ItemKind.Task))).OrThrow();
        Assert.Equal("Completed", (await CompleteAsync(host, Assert.Single(await host.InboxAsync()))).OrThrow().State);
        Assert.Empty(await host.VerifyAsync());
    }

    [Fact]
    public async Task A_step_whose_work_is_done_is_not_done_again_under_its_new_name()
    {
        const string Steps = """
            [AutomatedStep("Have it checked")]
            [Meanwhile<Clerk>("Tell them")]
            public partial Task<Note> Check(Invoice invoice);

            [HumanStep<Clerk>("Pay it")]
            public partial Task Pay(Note note);
            """;
        await _versions.StartAsync(Steps);
        var (first, old) = _versions.Open(Steps, "");
        await using (old)
        {
            var report = (await first.InboxAsync()).Single(item => item.Kind == ItemKind.Report);
            Assert.Equal("Check", (await CompleteAsync(first, report, """{"Text":"fine"}""")).OrThrow().State);
        }

        var (host, store) = _versions.Open(Steps.Replace("Check(", "Review(", StringComparison.Ordinal), Renamed);
        await using var closing = store;
        await host.PrepareAsync();
        var task = Assert.Single(await host.InboxAsync());
        Assert.Equal(ItemKind.Task, task.Kind);
        Assert.Equal("Pay", (await CompleteAsync(host, task)).OrThrow().State);
        Assert.Equal("""{"Text":"fine"}""", (await host.ShowAsync(Assert.Single(await host.InboxAsync()).Id))!.Values[0].Value);
        Assert.Empty(await host.VerifyAsync());
    }

    public ValueTask DisposeAsync() => _versions.DisposeAsync();

    private static Task<Reply> CompleteAsync(SopHost host, PendingItem item, string? value = null) =>
        host.AnswerAsync(new Complete { By = Actor.Person("dia"), Item = item.Id, Revision = item.Revision, Value = value });
}
