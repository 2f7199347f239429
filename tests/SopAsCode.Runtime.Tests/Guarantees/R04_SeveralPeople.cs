using SopAsCode.Runtime.Tests.Harness;

namespace SopAsCode.Runtime.Tests.Guarantees;

public class R04_SeveralPeople
{
    private const string Draft = """{"Title":"A","Text":"ten boxes"}""";
    private const string Agreed = """{"Article":{"Title":"A","Text":"ten boxes"},"Decision":{"Size":"Small","Remark":null}}""";
    private const string Corrected = """{"Article":{"Title":"B","Text":"nine boxes"},"Decision":{"Size":"Small","Remark":null}}""";

    [Fact]
    public async Task So_many_different_people_say_yes_and_the_item_shows_who_did()
    {
        await using var house = House.Open();
        var item = await ToAgreeAsync(house);
        Assert.Equal(2, item.Needed);

        // Ben hands back a decision that did not exist before, so the others see it in a new revision.
        (await YesAsync(house, item, House.Ben, Agreed)).OrThrow();
        Assert.Equal("Agree", await house.StateAsync("c1"));
        item = await house.ItemAsync("c1");
        Assert.Equal(2, item.Revision);
        var yes = Assert.Single(item.Approvals!);
        Assert.Equal((House.Ben, "SopAsCode.Runtime.Tests.Sops.Lead"), (yes.Person, yes.Role));
        Assert.Contains((await house.Host.ShowAsync(item.Id))!.Values, value => value is { Key: "Decision", Value: """{"Size":"Small","Remark":null}""" });
        Assert.DoesNotContain(await house.Host.InboxOfAsync(House.Ben), one => one.Id == item.Id);

        var last = await YesAsync(house, item, House.Fay);
        Assert.Equal("Pay", last.OrThrow().State);
        await house.WorkAsync();
        Assert.Equal("A by ben@example.com, fay@example.com", Assert.Single(house.Bank.Calls));
        Assert.Equal([House.Ben, House.Fay], (await house.Host.InboxAsync(new() { Run = "c1", WithClosed = true })).Single(one => one.Id == item.Id).Approvals!.Select(by => by.Person));
        Assert.Empty(await house.Host.VerifyAsync());
    }

    [Fact]
    public async Task The_same_person_twice_is_one_person_by_any_spelling()
    {
        await using var house = House.Open();
        await YesAsync(house, await ToAgreeAsync(house), House.Ben, Agreed);
        var item = await house.ItemAsync("c1");
        foreach (var name in new[] { House.Ben, "BEN@example.com" })
        {
            var again = await YesAsync(house, item, name);
            Assert.Equal(RefusalKind.AlreadyAnswered, again.Refusal!.Kind);
            Assert.Contains("whoever else must say yes is another person", again.Refusal.Message, StringComparison.Ordinal);
        }

        // Nor does he keep the item from the others, or get it from one of them.
        Assert.Equal(RefusalKind.AlreadyAnswered, (await house.Host.AnswerAsync(new Claim { By = Actor.Person(House.Ben), Item = item.Id, Revision = 2 })).Refusal!.Kind);
        Assert.Equal(RefusalKind.AlreadyAnswered, (await house.Host.AnswerAsync(new Delegate { By = Actor.Person(House.Fay), Item = item.Id, Revision = 2, To = House.Ben })).Refusal!.Kind);
        Assert.Equal("Agree", await house.StateAsync("c1"));
    }

    [Fact]
    public async Task One_no_is_a_no_and_what_was_said_before_counts_no_more()
    {
        await using var house = House.Open();
        await YesAsync(house, await ToAgreeAsync(house), House.Ben, Agreed);
        (await house.RejectAsync(await house.ItemAsync("c1"), House.Fay, "nine")).OrThrow();
        Assert.Equal("Draft", await house.StateAsync("c1"));
        var item = await ToAgreeAsync(house, start: false);
        Assert.Null(item.Approvals);
        (await YesAsync(house, item, House.Fay, Agreed)).OrThrow();
        Assert.Equal("Agree", await house.StateAsync("c1"));
    }

    [Fact]
    public async Task Whoever_said_yes_may_still_say_no()
    {
        await using var house = House.Open();
        await YesAsync(house, await ToAgreeAsync(house), House.Ben, Agreed);
        Assert.Equal("Draft", (await house.RejectAsync(await house.ItemAsync("c1"), House.Ben, "I read it again")).OrThrow().State);
    }

    [Fact]
    public async Task A_correction_takes_back_what_others_said_and_is_what_they_look_at()
    {
        await using var house = House.Open();
        await YesAsync(house, await ToAgreeAsync(house), House.Ben, Agreed);
        var second = await house.ItemAsync("c1");
        (await YesAsync(house, second, House.Fay, Corrected)).OrThrow();
        Assert.Equal("Agree", await house.StateAsync("c1"));
        var third = await house.ItemAsync("c1");
        Assert.Equal((3, House.Fay), (third.Revision, Assert.Single(third.Approvals!).Person));
        Assert.Equal(RefusalKind.Stale, (await YesAsync(house, second, House.Ben)).Refusal!.Kind);
        (await YesAsync(house, third, House.Ben)).OrThrow();
        await house.WorkAsync();
        Assert.Equal("B by fay@example.com, ben@example.com", Assert.Single(house.Bank.Calls));
        Assert.Empty(await house.Host.VerifyAsync());
    }

    [Fact]
    public async Task Half_a_yes_is_no_yes_when_the_time_is_over()
    {
        await using var house = House.Open();
        await YesAsync(house, await ToAgreeAsync(house), House.Ben, Agreed);
        var item = await house.ItemAsync("c1");
        house.Clock.Pass(TimeSpan.FromDays(2));
        Assert.Equal(RefusalKind.TimedOut, (await YesAsync(house, item, House.Fay)).Refusal!.Kind);
        Assert.Equal("Draft", await house.StateAsync("c1"));
        Assert.Empty(house.Bank.Calls);
    }

    [Fact]
    public async Task Of_two_who_say_yes_at_once_both_count_and_the_last_one_moves_the_run()
    {
        await using var house = House.Open();
        await YesAsync(house, await ToAgreeAsync(house), House.Ben, Agreed);
        var item = await house.ItemAsync("c1");
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => YesAsync(house, item, House.Fay))));
        Assert.Single(answers, answer => answer.IsAccepted);
        Assert.Equal(2, (await house.EventsAsync("c1")).Count(name => name == nameof(Approved)) - 1);
    }

    [Fact]
    public async Task Nobody_who_did_the_named_step_answers()
    {
        await using var house = House.Open();
        var item = await ToAgreeAsync(house);
        Assert.Equal([House.Cho, House.Dia], item.Excluded!.Order(StringComparer.Ordinal));
        var answer = await YesAsync(house, item, House.Cho, Agreed);
        Assert.Equal(RefusalKind.OwnWork, answer.Refusal!.Kind);
        Assert.Equal("'cho@example.com' did step 'LookUp', and nobody who did it answers 'c1#4'.", answer.Refusal.Message);
        Assert.Equal(RefusalKind.OwnWork, (await house.RejectAsync(item, House.Cho)).Refusal!.Kind);
        Assert.DoesNotContain(await house.Host.InboxOfAsync(House.Cho), one => one.Id == item.Id);

        // Somebody else does that step the next time round: whoever ever did it is kept away.
        (await house.RejectAsync(item, House.Ben)).OrThrow();
        item = await ToAgreeAsync(house, start: false, lookUp: House.Fay);
        Assert.Equal([House.Cho, House.Dia, House.Fay], item.Excluded!.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_is_shown_for_context_is_shown_and_not_approved()
    {
        await using var house = House.Open();
        var item = await ToAgreeAsync(house);
        Assert.Equal(["receipt", "article"], item.Shown!.Select(shown => shown.Name));
        Assert.Equal(item.Digest, Asking.DigestOf(Sops.AgreeOnContract.Definition, "Agree", [.. item.Shown!.Where(shown => shown.Name == "article")], item.Fingerprint));
        var approved = await house.LastAsync<Approved>("c1");
        Assert.Equal(["Article", "Request"], approved.Values.Select(value => Answers.Short(value.Type)));

        // Cho made what is shown for context, and could sign.
        Assert.Contains((await house.Host.HistoryAsync("c1")), recorded => recorded is { Event: nameof(Approved), Step: "Sign", By.Name: House.Cho });
    }

    [Fact]
    public async Task Each_of_those_who_said_yes_must_still_hold_the_role_when_it_is_written()
    {
        await using var house = House.Open();
        await YesAsync(house, await ToAgreeAsync(house), House.Ben, Agreed);
        (await YesAsync(house, await house.ItemAsync("c1"), House.Fay)).OrThrow();
        var without = house.NewHost(house.Store, new() { Roles = new Directory((House.Fay, "HeadOfOffice"), (House.Ana, "Founder")) });
        await without.WorkAsync();
        Assert.Equal("Fallback", await house.StateAsync("c1"));
        Assert.Contains("no longer holds the role", (await house.LastAsync<SwitchedToManual>("c1")).Because, StringComparison.Ordinal);
        Assert.Empty(house.Bank.Calls);
    }

    [Fact]
    public async Task A_role_that_derives_from_another_may_do_what_that_one_may_whatever_the_directory_knows()
    {
        await using var house = House.Open();
        var item = await house.RefundToDecideAsync();
        Assert.Contains(await house.Host.InboxOfAsync(House.Fay), one => one.Id == item.Id);
        var plain = house.NewHost(house.Store, new() { Roles = new Directory((House.Fay, "HeadOfOffice")) });
        Assert.Equal(RefusalKind.NotTheRole, (await plain.AnswerAsync(new Approve { By = Actor.Person(House.Ben), Item = item.Id, Revision = 1, Ticked = House.Ticks })).Refusal!.Kind);
        (await plain.AnswerAsync(new Approve { By = Actor.Person(House.Fay), Item = item.Id, Revision = 1, Ticked = House.Ticks })).OrThrow();
        await plain.WorkAsync();
        Assert.Single(house.Bank.Calls);
    }

    // Dia drafts, somebody looks the customer up, Cho signs.
    private static async Task<PendingItem> ToAgreeAsync(House house, bool start = true, string lookUp = House.Cho)
    {
        if (start)
        {
            (await house.StartAsync("c1", "agree-on-contract", House.Request())).OrThrow();
        }

        (await house.CompleteAsync(await house.ItemAsync("c1"), House.Dia, Draft)).OrThrow();
        (await house.CompleteAsync(await house.ItemAsync("c1"), lookUp, """{"Reference":"17","Cents":1}""")).OrThrow();
        var sign = await house.ItemAsync("c1");
        (await house.Host.AnswerAsync(new Approve { By = Actor.Person(House.Cho), Item = sign.Id, Revision = 1 })).OrThrow();
        return await house.ItemAsync("c1");
    }

    private static Task<Reply> YesAsync(House house, PendingItem item, string person, string? value = null) =>
        house.Host.AnswerAsync(new Approve { By = Actor.Person(person), Item = item.Id, Revision = item.Revision, Ticked = ["I read it"], Value = value });

    private sealed class Directory(params (string Person, string Role)[] holders) : IRoleDirectory
    {
        public bool Holds(string person, string role) => holders.Contains((person, Answers.Short(role)));
    }
}
