using SopAsCode.Runtime.Tests.Harness;

namespace SopAsCode.Runtime.Tests.Records;

public class TheRecordIsTheRun
{
    public static TheoryData<string, string> Changes => new()
    {
        { "UPDATE events SET by = 'eve@example.com' WHERE event = 'Approved'", "It was changed after it was recorded." },
        { "UPDATE events SET at = '2026-11-24T08:00:00.000000Z' WHERE sequence = 3", "It was changed after it was recorded." },
        { "UPDATE events SET data = replace(data, '\"ticked\":2', '\"ticked\":9') WHERE event = 'Approved'", "It was changed after it was recorded." },
        { "UPDATE events SET step = 'Propose' WHERE event = 'Approved'", "It was changed after it was recorded." },
        { "UPDATE events SET fingerprint = NULL WHERE sequence = 1", "It was changed after it was recorded." },
        { "DELETE FROM events WHERE event = 'Approved'", "An event is missing here." },
        { "DELETE FROM events WHERE sequence = (SELECT max(sequence) FROM events)", "The last event is not the one that the run names." },
        { "DELETE FROM runs", "The run is missing from the list of runs, and its events are there." },
        { "UPDATE runs SET json = replace(json, 'Tell', 'Pay')", "The state is not what the events add up to." },
        { "UPDATE items SET json = replace(json, '\"Open\"', '\"Answered\"')", "The items are not what the events add up to." },
        { "DELETE FROM items", "The items are not what the events add up to." },
        { "UPDATE contents SET text = replace(text, '1200', '9900')", "was changed after it was recorded." },
        { "DELETE FROM contents WHERE text LIKE '%clause%'", "is missing, and nothing says that it was erased." },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Whoever_changes_the_file_is_seen(string statement, string problem)
    {
        await using var house = House.Open();
        await house.ApproveAsync(await house.RefundToDecideAsync(), House.Ben);
        await house.WorkAsync();
        Assert.Empty(await house.Host.VerifyAsync());
        Assert.NotEqual(0, house.Tamper(statement));
        Assert.Contains(await house.Host.VerifyAsync(), found => found.Problem.EndsWith(problem, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Runs_that_go_on_while_they_are_verified_are_no_problem()
    {
        await using var house = House.Open();
        await house.RefundToDecideAsync();
        var writing = Task.Run(async () =>
        {
            for (var n = 0; n < 160; n++)
            {
                (await house.Host.SendAsync("r1", new Note { By = Actor.Person(House.Ben), Notes = "still looking", Key = $"note {n}" })).OrThrow();
            }
        });
        do
        {
            Assert.Empty(await house.Host.VerifyAsync());
        }
        while (!writing.IsCompleted);
        await writing;
    }

    [Fact]
    public async Task A_record_that_was_written_anew_with_right_hashes_is_seen_by_the_anchor()
    {
        await using var house = House.Open();
        await house.RefundToDecideAsync();
        await house.RefundToDecideAsync("r2");
        var anchor = AnchorFile.Write(await house.Host.AnchorAsync());

        // Somebody deletes the run, and plays another one under its name.
        foreach (var table in new[] { "runs", "events", "items", "contents", "due", "work", "commands" })
        {
            house.Tamper($"DELETE FROM {table} WHERE run = 'r1'");
        }

        var missing = Assert.Single(await house.Host.VerifyAsync(AnchorFile.Read(anchor)));
        Assert.Equal(("r1", "The run is in the anchor, and not in the store."), (missing.Run, missing.Problem));
        await house.RefundToDecideAsync("r1", cents: 5);
        Assert.Empty(await house.Host.VerifyAsync());
        var rewritten = Assert.Single(await house.Host.VerifyAsync(AnchorFile.Read(anchor)));
        Assert.Equal("The anchor has another event here: the record was rewritten or cut after it was exported.", rewritten.Problem);

        // What came after the anchor is no problem.
        await house.ApproveAsync((await house.Host.InboxAsync(new() { Run = "r2" }))[0], House.Ben);
        Assert.Single(await house.Host.VerifyAsync(AnchorFile.Read(anchor)));
    }

    [Fact]
    public async Task A_changed_anchor_file_is_seen()
    {
        await using var house = House.Open();
        await house.RefundToDecideAsync();
        var anchor = AnchorFile.Write(await house.Host.AnchorAsync());
        Assert.Throws<FormatException>(() => AnchorFile.Read(anchor.Replace("r1", "r2", StringComparison.Ordinal)));
        Assert.Throws<FormatException>(() => AnchorFile.Read("nothing"));
    }

    [Fact]
    public async Task No_text_that_somebody_wrote_is_in_the_chain()
    {
        await using var house = House.Open(new TestAgents("""{"Cents":1200,"Why":"SECRET-why"}"""));
        await house.StartAsync("r1", "pay-refund", """{"Number":"SECRET-number","Text":"SECRET-text","Cents":5}""");
        await house.WorkAsync();
        await house.RejectAsync(await house.ItemAsync("r1"), House.Ben, "SECRET-reason");
        await house.WorkAsync();
        await house.ApproveAsync(await house.ItemAsync("r1"), House.Ben, """{"Cents":1,"Why":"SECRET-edit"}""");
        house.Bank.Before = (_, _) => Task.FromException(new InvalidOperationException("SECRET-error"));
        await house.WorkAsync();
        await house.Host.SendAsync("r1", new Note { By = Actor.Person(House.Ben), Notes = "SECRET-note" });
        await house.Host.SendAsync("r1", new SwitchToManual { By = Actor.Person(House.Ben), Notes = "SECRET-switch" });
        await house.Host.SendAsync("r1", new Escalate { By = Actor.Person(House.Ben), Notes = "SECRET-escalation" });
        await house.CompleteAsync(await house.ItemAsync("r1"), House.Ana);

        Assert.NotEmpty(house.Query("SELECT * FROM contents WHERE text LIKE '%SECRET%'"));
        Assert.True(house.Place.Holds("SECRET"));
        foreach (var table in new[] { "events", "items", "due", "work", "commands", "starts" })
        {
            Assert.DoesNotContain(house.Query($"SELECT * FROM {table}"), row => row.Contains("SECRET", StringComparison.Ordinal));
        }

        // Erased, the whole store has none of it, and the record stays whole.
        Assert.Equal(RefusalKind.NotTheRole, (await house.Host.EraseAsync("r1", "asked for", Actor.Person(House.Dia))).Refusal!.Kind);
        (await house.Host.EraseAsync("r1", "asked for", Actor.Person(House.Ana))).OrThrow();
        Assert.False(house.Place.Holds("SECRET"));
        Assert.Empty(await house.Host.VerifyAsync());
        Assert.Equal("asked for", (await house.LastAsync<ContentErased>("r1")).Because);
    }

    [Fact]
    public async Task Retention_erases_what_ended_long_ago_and_nothing_else()
    {
        await using var house = House.Open();
        await house.StartAsync("old", "pay-refund", House.Request());
        await house.Host.SendAsync("old", new Cancel { By = Actor.Person(House.Ben) });
        await house.RefundToDecideAsync("open");
        house.Clock.Pass(TimeSpan.FromDays(100));
        await house.StartAsync("new", "pay-refund", House.Request());
        await house.Host.SendAsync("new", new Cancel { By = Actor.Person(House.Ben) });
        Assert.Equal(1, await house.Host.EraseEndedBeforeAsync(house.Clock.Now.AddDays(-30)));
        Assert.Empty(await house.Host.ContentsAsync("old"));
        Assert.NotEmpty(await house.Host.ContentsAsync("new"));
        Assert.NotEmpty(await house.Host.ContentsAsync("open"));
        Assert.Equal(RefusalKind.WrongState, (await house.Host.EraseAsync("open", "asked for", Actor.Person(House.Ana))).Refusal!.Kind);
        Assert.Empty(await house.Host.VerifyAsync());
    }

    [Fact]
    public async Task The_feed_has_all_events_of_all_runs_in_their_order()
    {
        await using var house = House.Open();
        await house.RefundToDecideAsync();
        await house.RefundToDecideAsync("r2");
        List<FedEvent> fed = [];
        await foreach (var one in house.Store.FeedAsync(0, default))
        {
            fed.Add(one);
        }

        Assert.Equal(10, fed.Count);
        Assert.Equal(10, fed.Select(one => one.Position).Distinct().Count());
        Assert.All(fed.GroupBy(one => one.Event.Run), run => Assert.Equal(Enumerable.Range(1, 5), run.Select(one => one.Event.Sequence)));
        await foreach (var one in house.Store.FeedAsync(fed[^2].Position, default))
        {
            Assert.Equal(fed[^1], one);
        }
    }
}
