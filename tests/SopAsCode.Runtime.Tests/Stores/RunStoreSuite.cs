using SopAsCode.Runtime.Tests.Harness;

namespace SopAsCode.Runtime.Tests.Stores;

/// <summary>What every store must do.</summary>
public sealed class RunStoreSuite : IAsyncDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Day = new(2026, 11, 25);
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private readonly TestPlace _place = TestPlace.New();
    private readonly List<IRunStore> _opened = [];

    [Fact]
    public async Task What_is_appended_is_there_for_everybody()
    {
        var store = Open();
        Assert.Equal(AppendResult.Done, await store.AppendAsync(First("r1"), default));
        var other = Open();
        var loaded = await other.LoadAsync(new() { Run = "r1", Day = Day }, default);
        Assert.Equal((1, Events("r1", 1)[0].Hash), (loaded.Sequence, loaded.Head));
        Assert.Equal(Events("r1", 1), await other.ReadAsync("r1", default));
        Assert.Equal("hello", (await other.ContentsAsync("r1", null, default)).Values.Single().Text);
        Assert.Equal("r1#1", (await other.InboxAsync(new(), default)).Single().Id);
        Assert.Null((await other.LoadAsync(new() { Run = "r2", Day = Day }, default)).State);
    }

    [Fact]
    public async Task An_append_that_begins_elsewhere_changes_nothing()
    {
        var store = Open();
        await store.AppendAsync(First("r1"), default);
        var before = await PictureAsync(store);
        Assert.Equal(AppendResult.Conflict, await store.AppendAsync(First("r1"), default));
        Assert.Equal(AppendResult.Conflict, await store.AppendAsync(Next("r1", 5), default));
        Assert.Equal(AppendResult.Conflict, await store.AppendAsync(Next("r2", 1), default));
        Assert.Equal(before, await PictureAsync(store));
    }

    [Fact]
    public async Task Of_many_appends_to_one_place_one_is_recorded()
    {
        var store = Open();
        var other = Open();
        await store.AppendAsync(First("r1"), default);
        for (var sequence = 1; sequence <= 20; sequence++)
        {
            var at = sequence;
            var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(async () => await (i % 2 == 0 ? store : other).AppendAsync(Next("r1", at), default))));
            Assert.Single(results, AppendResult.Done);
            Assert.Equal(7, results.Count(result => result == AppendResult.Conflict));
        }

        Assert.Equal(Enumerable.Range(1, 21), (await store.ReadAsync("r1", default)).Select(recorded => recorded.Sequence));
    }

    [Fact]
    public async Task A_command_with_a_name_is_recorded_once_and_its_answer_is_kept()
    {
        var store = Open();
        Assert.Equal(AppendResult.Done, await store.AppendAsync(First("r1") with { Key = "start", Reply = "yes" }, default));
        Assert.Equal(AppendResult.KeySeen, await store.AppendAsync(Next("r1", 1) with { Key = "start" }, default));
        Assert.Equal("yes", (await store.LoadAsync(new() { Run = "r1", Key = "start", Day = Day }, default)).Replied);
        Assert.Null((await store.LoadAsync(new() { Run = "r1", Key = "other", Day = Day }, default)).Replied);
        Assert.Equal(AppendResult.Done, await store.AppendAsync(First("r2") with { Key = "start" }, default));
    }

    [Fact]
    public async Task A_snapshot_gives_the_contents_that_the_last_append_named_and_no_others()
    {
        var store = Open();
        Content second = new() { Hash = Hashing.Of("salt", "bye"), Salt = "salt", Text = "bye" };
        await store.AppendAsync(First("r1") with { After = Row("r1") with { Current = [Hashing.Of("salt", "hello")] } }, default);
        Assert.Equal(["hello"], await CurrentAsync());
        await store.AppendAsync(Next("r1", 1) with { Contents = [second], After = Row("r1") with { Current = [second.Hash, Hashing.Of("salt", "hello")] } }, default);
        Assert.Equal(["bye", "hello"], await CurrentAsync());
        await store.AppendAsync(Next("r1", 2), default);
        Assert.Empty(await CurrentAsync());

        async Task<IEnumerable<string>> CurrentAsync() => (await Open().LoadAsync(new() { Run = "r1", Day = Day }, default)).Contents.Values.Select(content => content.Text).Order(StringComparer.Ordinal);
    }

    [Fact]
    public async Task Of_many_runs_that_begin_with_one_key_that_must_be_free_one_begins()
    {
        var store = Open();
        var other = Open();
        var results = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(async () =>
            await (i % 2 == 0 ? store : other).AppendAsync(First($"r{i}", "17") with { KeyFreeSince = Noon.AddSeconds(1) }, default))));
        Assert.Single(results, AppendResult.Done);
        Assert.Equal(11, results.Count(result => result == AppendResult.KeyInUse));
        var first = Assert.Single(await store.RunsAsync(new(), default)).Run;

        // Another key is free, and so is one that must not be; when the run has ended its key is free again.
        Assert.Equal(AppendResult.Done, await store.AppendAsync(First("other", "18") with { KeyFreeSince = Noon.AddSeconds(1) }, default));
        Assert.Equal(AppendResult.Done, await store.AppendAsync(First("by hand", "18"), default));
        await store.AppendAsync(Next(first, 1) with { After = Row(first) with { State = "Completed", Ended = Noon } }, default);
        Assert.Equal(AppendResult.KeyInUse, await store.AppendAsync(First("twice", "17") with { KeyFreeSince = Noon }, default));
        Assert.Equal(AppendResult.Done, await store.AppendAsync(First("again", "17") with { KeyFreeSince = Noon.AddSeconds(1) }, default));
    }

    [Fact]
    public async Task Starts_are_counted_up_to_their_limit_over_all_runs()
    {
        var store = Open();
        var start = new CountedStart { Sop = "sop", Step = "Send", Day = Day, PerDay = 5 };
        for (var i = 0; i < 20; i++)
        {
            await store.AppendAsync(First($"r{i}"), default);
        }

        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(async () => await store.AppendAsync(Next($"r{i}", 1) with { Starts = [start] }, default))));
        Assert.Equal((5, 15), (results.Count(result => result == AppendResult.Done), results.Count(result => result == AppendResult.LimitReached)));
        Assert.Equal(5, (await store.LoadAsync(new() { Run = "r1", Day = Day }, default)).Starts["Send"]);
        Assert.Empty((await store.LoadAsync(new() { Run = "r1", Day = Day.AddDays(1) }, default)).Starts);
        Assert.Equal(5, (await store.LoadAsync(new() { Run = "none", Day = Day, Sop = "sop" }, default)).Starts["Send"]);
    }

    [Fact]
    public async Task A_step_is_given_to_one_worker_until_the_lease_is_over()
    {
        var store = Open();
        await store.AppendAsync(First("r1") with { Work = Work(Noon) }, default);
        Assert.Empty(await store.ClaimStepsAsync(Ask("a", Noon.AddSeconds(-1)), default));
        var lease = Assert.Single(await store.ClaimStepsAsync(Ask("a", Noon), default));
        Assert.Equal(("r1", "sop", "Send", 1, "a"), (lease.Run, lease.Sop, lease.Step, lease.Visit, lease.Worker));
        Assert.Empty(await Open().ClaimStepsAsync(Ask("b", Noon.AddMinutes(1)), default));

        Assert.True(await store.RenewStepAsync(lease, Noon.AddMinutes(10), default));
        Assert.Empty(await store.ClaimStepsAsync(Ask("b", Noon.AddMinutes(8)), default));
        var taken = Assert.Single(await store.ClaimStepsAsync(Ask("b", Noon.AddMinutes(10)), default));
        Assert.Equal("b", taken.Worker);
        Assert.False(await store.RenewStepAsync(lease, Noon.AddMinutes(20), default));
        Assert.Equal(AppendResult.LeaseLost, await store.AppendAsync(Next("r1", 1) with { Worker = "a" }, default));
        Assert.Equal(AppendResult.Done, await store.AppendAsync(Next("r1", 1) with { Worker = "b", Work = Work(Noon) with { Worker = "b" } }, default));

        // The worker goes on with it; without a worker the next append frees it.
        Assert.Empty(await store.ClaimStepsAsync(Ask("c", Noon.AddMinutes(11)), default));
        await store.AppendAsync(Next("r1", 2) with { Work = Work(Noon) }, default);
        Assert.Single(await store.ClaimStepsAsync(Ask("c", Noon.AddMinutes(11)), default));
        await store.AppendAsync(Next("r1", 3), default);
        Assert.Empty(await store.ClaimStepsAsync(Ask("c", Noon.AddDays(1)), default));
    }

    [Fact]
    public async Task A_claim_of_a_clock_that_was_far_ahead_does_not_last()
    {
        var store = Open();
        await store.AppendAsync(First("r1") with { Work = Work(Noon), DueAt = Noon }, default);
        Assert.Single(await store.ClaimStepsAsync(Ask("a", Noon.AddYears(1)), default));
        Assert.Single(await store.ClaimStepsAsync(Ask("b", Noon), default));
        Assert.Single(await store.ClaimDueAsync(Noon.AddYears(1), 10, Lease, default));
        Assert.Single(await store.ClaimDueAsync(Noon, 10, Lease, default));
    }

    [Fact]
    public async Task What_is_due_is_given_to_one_host()
    {
        var store = Open();
        await store.AppendAsync(First("r1") with { DueAt = Noon }, default);
        Assert.Empty(await store.ClaimDueAsync(Noon.AddTicks(-10), 10, Lease, default));
        Assert.Equal(["r1"], await store.ClaimDueAsync(Noon, 10, Lease, default));
        Assert.Empty(await Open().ClaimDueAsync(Noon, 10, Lease, default));
        Assert.Equal(["r1"], await store.ClaimDueAsync(Noon + Lease, 10, Lease, default));
        await store.AppendAsync(Next("r1", 1) with { DueAt = Noon.AddHours(1) }, default);
        Assert.Empty(await store.ClaimDueAsync(Noon.AddMinutes(59), 10, Lease, default));
        Assert.Single(await store.ClaimDueAsync(Noon.AddHours(1), 10, Lease, default));
        await store.AppendAsync(Next("r1", 2), default);
        Assert.Empty(await store.ClaimDueAsync(Noon.AddYears(1), 10, Lease, default));
    }

    [Fact]
    public async Task A_message_is_there_until_it_was_delivered()
    {
        var store = Open();
        var message = new RunMessage { Id = "m1", From = "r1", To = "r2", Command = "{}" };
        await store.AppendAsync(First("r1") with { Messages = [message, message with { Id = "m2" }] }, default);
        Assert.Equal(["m1", "m2"], (await store.MessagesAsync(10, default)).Select(one => one.Id));
        await store.DeliveredAsync("m1", default);
        await store.DeliveredAsync("m1", default);
        Assert.Equal(message with { Id = "m2" }, Assert.Single(await Open().MessagesAsync(10, default)));
    }

    [Fact]
    public async Task An_event_from_outside_is_kept_once_and_taken_once()
    {
        var store = Open();
        var arrived = new ArrivedEvent { Id = "e1", Sop = "sop", Step = "Wait", Key = "k", Value = "1", Received = Noon, By = Actor.Automation("web", "hook") };
        Assert.True(await store.KeepEventAsync(arrived, default));
        Assert.False(await store.KeepEventAsync(arrived with { Value = "2" }, default));
        Assert.Empty(await store.MatchedEventsAsync(10, default));

        await store.AppendAsync(First("r1", key: "k") with { WaitsFor = "Wait" }, default);
        await store.AppendAsync(First("r2", key: "other") with { WaitsFor = "Wait" }, default);
        await store.AppendAsync(First("r3", key: "k") with { WaitsFor = "Other" }, default);
        var matched = Assert.Single(await store.MatchedEventsAsync(10, default));
        Assert.Equal(("r1", arrived), (matched.Run, matched.Event));
        Assert.Equal(AppendResult.Done, await store.AppendAsync(Next("r1", 1) with { Taken = "e1" }, default));
        Assert.Equal(AppendResult.EventTaken, await store.AppendAsync(Next("r2", 1) with { Taken = "e1" }, default));
        Assert.Empty(await store.MatchedEventsAsync(10, default));
    }

    [Fact]
    public async Task The_feed_misses_no_event_while_many_write()
    {
        var store = Open();
        var other = Open();
        for (var i = 0; i < 10; i++)
        {
            await store.AppendAsync(First($"r{i}"), default);
        }

        var writing = Task.WhenAll(Enumerable.Range(0, 10).Select(i => Task.Run(async () =>
        {
            for (var sequence = 1; sequence <= 30; sequence++)
            {
                await (i % 2 == 0 ? store : other).AppendAsync(Next($"r{i}", sequence), default);
            }
        })));
        var reader = Open();
        var last = 0L;
        List<(string, int)> read = [];
        while (read.Count < 310)
        {
            await foreach (var fed in reader.FeedAsync(last, default))
            {
                last = fed.Position;
                read.Add((fed.Event.Run, fed.Event.Sequence));
            }
        }

        await writing;
        Assert.Equal(310, read.Distinct().Count());
        Assert.All(read.GroupBy(one => one.Item1), run => Assert.Equal(Enumerable.Range(1, 31), run.Select(one => one.Item2)));
    }

    [Fact]
    public async Task The_inbox_is_asked_by_run_item_and_role()
    {
        var store = Open();
        await store.AppendAsync(First("r1"), default);
        await store.AppendAsync(First("r2") with { Items = [Item("r2") with { Roles = ["Team.Lead", "Team.Clerk"], Due = Noon }] }, default);
        await store.AppendAsync(First("r3") with { Items = [Item("r3") with { Roles = ["Team.Lea"], Status = ItemStatus.Answered }] }, default);
        Assert.Equal(["r2#1", "r1#1"], (await store.InboxAsync(new(), default)).Select(item => item.Id));
        Assert.Equal(["r1#1"], (await store.InboxAsync(new() { Run = "r1" }, default)).Select(item => item.Id));
        Assert.Equal(["r2#1"], (await store.InboxAsync(new() { Roles = ["Team.Clerk"] }, default)).Select(item => item.Id));
        Assert.Empty(await store.InboxAsync(new() { Roles = ["Team.Lea", "Lead"] }, default));
        Assert.Empty(await store.InboxAsync(new() { Roles = [] }, default));
        Assert.Empty(await store.InboxAsync(new() { Item = "r3#1" }, default));
        Assert.Equal(["r3#1"], (await store.InboxAsync(new() { Item = "r3#1", WithClosed = true }, default)).Select(item => item.Id));
        Assert.Single(await store.InboxAsync(new() { Max = 1 }, default));
    }

    [Fact]
    public async Task Runs_are_listed_in_pages()
    {
        var store = Open();
        for (var i = 0; i < 5; i++)
        {
            var first = First($"r{i}");
            await store.AppendAsync(i < 2 ? first with { After = first.After with { Ended = Noon.AddDays(i) } } : first, default);
        }

        Assert.Equal(["r2", "r3", "r4"], (await store.RunsAsync(new() { Unfinished = true }, default)).Select(run => run.Run));
        Assert.Equal(["r0"], (await store.RunsAsync(new() { EndedBefore = Noon.AddDays(1) }, default)).Select(run => run.Run));
        Assert.Equal(["r3", "r4"], (await store.RunsAsync(new() { After = "r2", Max = 5 }, default)).Select(run => run.Run));
        Assert.Equal(["r0", "r1"], (await store.RunsAsync(new() { Max = 2 }, default)).Select(run => run.Run));
        Assert.Equal(["r2", "r1"], (await store.RunsAsync(new() { Before = "r3", Backwards = true, Max = 2 }, default)).Select(run => run.Run));
        Assert.Equal(["r2"], (await store.RunsAsync(new() { After = "r1", Before = "r3" }, default)).Select(run => run.Run));
        Assert.Empty(await store.RunsAsync(new() { Sop = "other" }, default));
    }

    [Fact]
    public async Task What_is_erased_is_gone_and_the_events_stay()
    {
        var store = Open();
        await store.AppendAsync(First("r1", key: "k") with { Messages = [new() { Id = "m", From = "r1", To = "r2", Command = "{}" }], WaitsFor = "Wait" }, default);
        await store.AppendAsync(First("r2"), default);
        await store.EraseAsync("r1", default);
        Assert.Empty(await store.ContentsAsync("r1", null, default));
        Assert.Single(await store.ContentsAsync("r2", null, default));
        Assert.Single(await store.MessagesAsync(10, default));
        Assert.Single(await store.ReadAsync("r1", default));
        await store.KeepEventAsync(new() { Id = "e1", Sop = "sop", Step = "Wait", Key = "k", Received = Noon, By = Actor.Automation("web") }, default);
        Assert.Empty(await store.MatchedEventsAsync(10, default));
    }

    [Fact]
    public async Task Several_hosts_meet_on_an_empty_store()
    {
        await using var empty = TestPlace.New();
        var stores = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(empty.Open)));
        foreach (var store in stores)
        {
            Assert.Empty(await store.RunsAsync(new(), default));
            await store.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_closed_store_takes_nothing()
    {
        var store = Open();
        await store.AppendAsync(First("r1"), default);
        await store.DisposeAsync();
        await store.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await store.AppendAsync(First("r2"), default));
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await store.ReadAsync("r1", default));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var store in _opened)
        {
            await store.DisposeAsync();
        }

        await _place.DisposeAsync();
    }

    private static StepRequestForLease Ask(string worker, DateTimeOffset now) => new() { Worker = worker, Now = now, Lease = Lease, Max = 10 };

    private static WorkOrder Work(DateTimeOffset ready) => new() { Step = "Send", Visit = 1, ReadyAt = ready };

    private static PendingItem Item(string run) => new()
    {
        Id = run + "#1",
        Run = run,
        Sop = "sop",
        Step = "Send",
        Visit = 1,
        Revision = 1,
        Kind = ItemKind.Do,
        Title = "Send it",
        Roles = ["Team.Lead"],
        Digest = "d",
        Asked = Noon,
        Status = ItemStatus.Open,
    };

    private static Append First(string run, string? key = null) => Next(run, 0) with
    {
        Contents = [new() { Hash = Hashing.Of("salt", "hello"), Salt = "salt", Text = "hello" }],
        Items = [Item(run)],
        After = Row(run) with { Key = key },
    };

    private static Append Next(string run, int expected) => new()
    {
        Run = run,
        Expected = expected,
        Reply = "ok",
        Events = [Events(run, expected + 1)[expected]],
        After = Row(run),
    };

    private static RunRow Row(string run) => new() { Sop = "sop", State = "Send", Started = Noon, Json = RecordJson.Write(new RunState
    {
        Position = new() { Id = run, Sop = "sop", State = "Send" },
        Started = Noon,
        Changed = Noon,
        Entered = Noon,
    }) };

    private static List<RecordedEvent> Events(string run, int count)
    {
        List<RecordedEvent> events = [];
        for (var i = 1; i <= count; i++)
        {
            events.Add(RecordedEvent.After(i == 1 ? Hashing.Nothing : events[^1].Hash, new()
            {
                Run = run,
                Sequence = i,
                At = Noon,
                Event = nameof(Noted),
                Step = "Send",
                Sop = "sop",
                By = Actor.Person("ben", "test"),
                Data = RecordJson.Write(new Noted { Notes = "n" }),
                Previous = "",
                Hash = "",
            }));
        }

        return events;
    }

    private static async Task<string> PictureAsync(IRunStore store)
    {
        var loaded = await store.LoadAsync(new() { Run = "r1", Day = Day }, default);
        var events = 0;
        await foreach (var unused in store.FeedAsync(0, default))
        {
            events++;
        }

        return $"{loaded.Sequence} {loaded.Head} {loaded.State} {events} {(await store.InboxAsync(new(), default)).Count} {(await store.RunsAsync(new(), default)).Count}";
    }

    private IRunStore Open()
    {
        var store = _place.Open();
        _opened.Add(store);
        return store;
    }
}
