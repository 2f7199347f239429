using SopAsCode.Runtime.Tests.Harness;

namespace SopAsCode.Runtime.Tests.Running;

/// <summary>What holds where two things of the runtime meet: erasing and waiting, holding and failing, a late event and a due time, a long name and a hand-off.</summary>
public class WhereTheyMeet
{
    private const string Receipt = """{"Reference":"T-7","Cents":5}""";

    [Fact]
    public async Task What_a_checkpoint_makes_and_does_not_show_is_given_by_the_one_who_decides()
    {
        await using var house = House.Open();
        await house.StartAsync("d1", "decide-unseen", House.Request());
        await house.CompleteAsync(await house.ItemAsync("d1"), House.Dia, House.Proposal);
        var refused = await ApproveAsync(house, "d1");
        Assert.Equal(RefusalKind.Incomplete, refused.Refusal!.Kind);
        Assert.Equal("The checkpoint makes a 'SopAsCode.Runtime.Tests.Sops.Proposal': give it as JSON.", refused.Refusal.Message);

        (await ApproveAsync(house, "d1", """{"Cents":3,"Why":"mine"}""")).OrThrow();
        Assert.Equal("Completed", await house.StateAsync("d1"));
        Assert.Empty(await house.Host.VerifyAsync());
    }

    [Fact]
    public async Task Only_who_could_answer_for_an_AI_says_that_it_failed()
    {
        await using var house = House.WithoutAi();
        await house.StartAsync("r1", "pay-refund", House.Request());
        await house.WorkAsync();
        var item = await house.ItemAsync("r1");
        var refused = await house.Host.AnswerAsync(new ReportFailure { By = Actor.Person("mallory@example.com"), Item = item.Id, Revision = item.Revision, Notes = "no" });
        Assert.Equal(RefusalKind.NotTheRole, refused.Refusal!.Kind);
    }

    [Fact]
    public async Task An_approval_that_is_handed_over_is_as_new_for_the_steps_there_whatever_their_names()
    {
        await using var house = House.Open();
        await house.StartAsync("p1", "pay-in-parts", House.Request("9", 70));
        (await ApproveAsync(house, "p1")).OrThrow();
        await house.WorkAsync();
        Assert.Equal([$"9 70 by {House.Ben}", "first part"], house.Bank.Paid.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_run_that_is_erased_before_anybody_heard_of_its_end_is_heard_of()
    {
        await using var house = House.Open();
        await house.StartAsync("t1", "ship-and-thank", House.Request());
        await house.WorkAsync();
        await house.CompleteAsync(await house.ItemAsync("t1/HaveShipped.1.1"), House.Dia, Receipt);
        (await house.Host.EraseAsync("t1/HaveShipped.1.1", "asked", Actor.Person(House.Ben))).OrThrow();
        await house.WorkAsync();
        Assert.Equal(Receipt, (await house.Host.ShowAsync((await house.ItemAsync("t1")).Id))!.Values[0].Value);
        Assert.Empty(house.Query("SELECT * FROM messages"));
    }

    [Fact]
    public async Task What_another_host_of_the_store_is_for_is_left_to_it()
    {
        await using var house = House.Open();
        await house.StartAsync("t1", "ship-and-thank", House.Request());
        await house.WorkAsync();
        await house.CompleteAsync(await house.ItemAsync("t1/HaveShipped.1.1"), House.Dia, Receipt);
        var stranger = new SopHost([], house.Store, new() { Time = house.Clock });
        Assert.Equal(0, await stranger.WorkAsync());
        Assert.Equal("HaveShipped", await house.StateAsync("t1"));
        await house.WorkAsync();
        Assert.Equal("Thank", await house.StateAsync("t1"));
    }

    [Fact]
    public async Task What_no_host_takes_holds_up_nothing_else()
    {
        await using var house = House.Open();
        await house.StartAsync("t1", "tell-warehouse", House.Request());
        var command = RecordJson.Write(new StartRun { By = Actor.TheHost, Key = "start", Sop = "nowhere" });
        for (var i = 0; i < 250; i++)
        {
            house.Tamper($"INSERT INTO messages VALUES ('a{i:000}', 'x', 'x/Away.1.{i}', '{command}')");
        }

        await house.WorkAsync();
        Assert.Equal("ship", (await house.ItemAsync("t1/Tell.1.1")).Sop);
    }

    [Fact]
    public async Task Names_of_runs_stay_as_short_and_plain_as_they_have_to_be()
    {
        await using var house = House.Open();
        var run = new string('r', 100);
        await house.StartAsync(run, "pass-on", House.Request());
        HashSet<string> seen = [run];
        for (var week = 1; week <= 40; week++)
        {
            await house.CompleteAsync(await house.ItemAsync(run), House.Dia);
            await house.WorkAsync();
            Assert.Equal("Completed", await house.StateAsync(run));
            run = Assert.Single((await house.LastAsync<HandedOff>(run)).Runs).Run;
            Assert.True(seen.Add(run) && run.Length <= 200, run);
        }
    }

    [Fact]
    public async Task A_report_that_nobody_asked_for_yet_answers_no_later_visit()
    {
        await using var house = House.Open();
        await house.StartAsync("w1", "have-weighed", House.Request());
        await house.WorkAsync();
        (await ReportAsync(house, "e1", """{"Reference":"T","Cents":0}""")).OrThrow();
        house.Clock.Pass(TimeSpan.FromMinutes(1));
        (await ReportAsync(house, "e2", """{"Reference":"T","Cents":0}""")).OrThrow();
        house.Clock.Pass(TimeSpan.FromMinutes(1));
        await house.CompleteAsync(await house.ItemAsync("w1"), House.Dia);
        await house.WorkAsync();
        Assert.Equal("Weigh", await house.StateAsync("w1"));
        Assert.Contains((await house.Host.ContentsAsync("w1")).Values, note => note == "Event 'e2' for step 'Weigh' came before the step was asked for it, so it does not answer it.");
        (await ReportAsync(house, "e3", Receipt)).OrThrow();
        await house.WorkAsync();
        Assert.Equal("Look", await house.StateAsync("w1"));
    }

    [Fact]
    public async Task A_report_after_the_time_is_over_is_too_late_even_if_nobody_looked_at_the_clock()
    {
        await using var house = House.Open();
        await house.StartAsync("w1", "have-weighed", House.Request());
        await house.WorkAsync();
        house.Clock.Pass(TimeSpan.FromHours(9));
        await ReportAsync(house, "e1", Receipt);
        await house.WorkAsync();
        Assert.Equal("Fallback", await house.StateAsync("w1"));
    }

    [Fact]
    public async Task The_owner_is_told_of_what_is_overdue_and_in_nobody_s_inbox()
    {
        await using var house = House.Open();
        await house.StartAsync("f1", "follow-up", House.Request());
        house.Clock.Pass(TimeSpan.FromDays(3));
        await house.WorkAsync();
        house.Clock.Pass(TimeSpan.FromHours(9));
        await house.WorkAsync();
        var notice = Assert.Single(await house.Host.InboxOfAsync(House.Ben), item => item.Run == "f1");
        Assert.Equal((ItemKind.Notice, "Have the shop look: it was due at 2026-11-28T16:00:00.000000Z, and the run still waits"), (notice.Kind, notice.Title));
        Assert.Equal("Look", await house.StateAsync("f1"));
        Assert.Empty(await house.Host.VerifyAsync());
    }

    [Fact]
    public async Task A_time_that_begins_while_a_run_is_held_counts_from_when_it_goes_on()
    {
        await using var house = House.Open();
        await house.StartAsync("t1", "ship-and-file", House.Request(cents: 0));
        await house.WorkAsync();
        (await house.Host.SendAsync("t1", new Hold { By = Actor.Person(House.Ben) })).OrThrow();
        house.Clock.Pass(TimeSpan.FromDays(5));
        await house.Host.SendAsync("t1/HaveShipped.1.1", new Cancel { By = Actor.Person(House.Dia) });
        await house.CompleteAsync(await house.ItemAsync("t1/HaveShipped.1.2"), House.Dia, Receipt);
        await house.WorkAsync();
        house.Clock.Pass(TimeSpan.FromHours(1));
        (await house.Host.SendAsync("t1", new ContinueRun { By = Actor.Person(House.Ben) })).OrThrow();
        house.Clock.Pass(TimeSpan.FromMinutes(1));
        await house.WorkAsync();
        Assert.Equal("t1/HaveShipped.1.3", Assert.Single((await house.LastAsync<HandedOff>("t1")).Runs).Run);
    }

    [Fact]
    public async Task What_is_erased_once_more_is_on_the_record_once_more()
    {
        await using var house = House.Open();
        await house.StartAsync("t1", "tell-warehouse", House.Request());
        await house.WorkAsync();
        (await house.Host.EraseAsync("t1", "asked", Actor.Person(House.Ben))).OrThrow();
        (await house.Host.SendAsync("t1", new Note { By = Actor.Person(House.Dia), Notes = "who was that?" })).OrThrow();
        house.Clock.Pass(TimeSpan.FromDays(400));
        Assert.Equal(1, await house.Host.EraseEndedBeforeAsync(house.Clock.Now - TimeSpan.FromDays(30)));
        Assert.Empty(await house.Host.VerifyAsync());
    }

    private static async Task<Reply> ApproveAsync(House house, string run, string? value = null)
    {
        var item = await house.ItemAsync(run);
        return await house.Host.AnswerAsync(new Approve { By = Actor.Person(House.Ben), Item = item.Id, Revision = item.Revision, Value = value });
    }

    private static Task<Reply> ReportAsync(House house, string id, string value) => house.Host.ReportAsync(new()
    {
        Id = id,
        Sop = "have-weighed",
        Step = "Weigh",
        Key = "17",
        Value = value,
        Received = house.Clock.Now,
        By = Actor.Automation("scales"),
    });
}
