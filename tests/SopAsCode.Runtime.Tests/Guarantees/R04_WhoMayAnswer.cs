using SopAsCode.Runtime.Tests.Harness;

namespace SopAsCode.Runtime.Tests.Guarantees;

public class R04_WhoMayAnswer
{
    private const string Text = """{"Title":"Late parcels","Text":"They come."}""";

    [Fact]
    public async Task Only_a_holder_of_the_role_answers()
    {
        await using var house = House.Open();
        var item = await house.RefundToDecideAsync();
        foreach (var person in new[] { House.Dia, House.Ana, "eve@example.com" })
        {
            var answer = await house.ApproveAsync(item, person);
            Assert.Equal(RefusalKind.NotTheRole, answer.Refusal!.Kind);
            Assert.Equal($"'{person}' can't answer 'r1#1' (Decide on the refund): it is for Lead. The policy names who holds a role.", answer.Refusal.Message);
        }

        Assert.Equal(5, (await house.Host.HistoryAsync("r1")).Count);
    }

    public static TheoryData<string> Machines => ["agent", "automation", "unnamed"];

    [Theory]
    [MemberData(nameof(Machines))]
    public async Task An_ai_can_never_answer_a_checkpoint_by_any_door(string kind)
    {
        await using var house = House.Open();
        var item = await house.RefundToDecideAsync();
        var picture = await house.PictureAsync("r1");
        var by = kind switch
        {
            "agent" => Actor.Agent(House.Ben, "mcp"),
            "automation" => Actor.Automation(House.Ben, "web"),
            _ => Actor.Person(" ", "web"),
        };
        ItemCommand[] doors =
        [
            new Approve { By = by, Item = item.Id, Revision = 1, Ticked = House.Ticks },
            new Reject { By = by, Item = item.Id, Revision = 1, Reason = "no" },
            new Complete { By = by, Item = item.Id, Revision = 1, Ticked = House.Ticks },
            new DoStepByHand { By = by, Item = item.Id, Revision = 1, Ticked = House.Ticks },
            new Claim { By = by, Item = item.Id, Revision = 1 },
            new Delegate { By = by, Item = item.Id, Revision = 1, To = House.Ben },
            new ReportFailure { By = by, Item = item.Id, Revision = 1, Notes = "failed" },
            new Judge { By = by, Item = item.Id, Revision = 1, Right = true },
        ];
        foreach (var door in doors)
        {
            Assert.False((await house.Host.AnswerAsync(door)).IsAccepted, door.GetType().Name);
            Assert.False((await house.Host.SendAsync("r1", door)).IsAccepted, door.GetType().Name);
        }

        RunCommand[] ways = [new SwitchToManual { By = by }, new Escalate { By = by }, new Cancel { By = by }, new Hold { By = by }, new Resume { By = by }];
        foreach (var way in ways)
        {
            Assert.Equal(RefusalKind.NotAPerson, (await house.Host.SendAsync("r1", way)).Refusal!.Kind);
        }

        Assert.Equal(picture, await house.PictureAsync("r1"));
    }

    [Fact]
    public async Task Nobody_approves_what_they_made_on_no_path()
    {
        await using var house = House.Open();
        await house.StartAsync("a1", "publish-article");

        // Ben is a clerk and a lead. He writes, so he can't approve.
        (await house.CompleteAsync(await house.ItemAsync("a1"), House.Ben, Text)).OrThrow();
        var approve = await house.ItemAsync("a1");
        Assert.Equal([House.Ben], approve.Excluded);
        Assert.DoesNotContain(await house.Host.InboxOfAsync(House.Ben), item => item.Id == approve.Id);
        Assert.Contains(await house.Host.InboxOfAsync(House.Cho), item => item.Id == approve.Id);
        Assert.Equal(RefusalKind.OwnWork, (await ApproveAsync(house, approve, House.Ben)).Refusal!.Kind);
        Assert.Equal(RefusalKind.OwnWork, (await ApproveAsync(house, approve, "BEN@example.com")).Refusal!.Kind);

        // Nor may a colleague pass it to him.
        var given = await house.Host.AnswerAsync(new Delegate { By = Actor.Person(House.Cho), Item = approve.Id, Revision = 1, To = House.Ben });
        Assert.Equal(RefusalKind.OwnWork, given.Refusal!.Kind);

        // Cho corrects it while she approves. What she made there, she can't sign at another checkpoint; Ben now can.
        (await ApproveAsync(house, approve, House.Cho, """{"Title":"Late parcels","Text":"They come on Friday."}""")).OrThrow();
        var sign = await house.ItemAsync("a1");
        Assert.Equal(RefusalKind.OwnWork, (await ApproveAsync(house, sign, House.Cho)).Refusal!.Kind);
        (await ApproveAsync(house, sign, House.Ben)).OrThrow();
        Assert.Equal("Completed", await house.StateAsync("a1"));
    }

    [Fact]
    public async Task Whoever_corrected_a_value_at_a_checkpoint_may_look_at_it_there_again()
    {
        await using var house = House.Open();
        await house.StartAsync("a1", "publish-article");
        await house.CompleteAsync(await house.ItemAsync("a1"), House.Dia, Text);
        (await ApproveAsync(house, await house.ItemAsync("a1"), House.Cho, """{"Title":"Late","Text":"Friday."}""")).OrThrow();
        (await house.RejectAsync(await house.ItemAsync("a1"), House.Ben, "not Friday")).OrThrow();
        Assert.True((await ApproveAsync(house, await house.ItemAsync("a1"), House.Cho)).IsAccepted);
    }

    [Fact]
    public async Task A_waiver_lets_people_approve_their_own_work_and_the_record_says_so()
    {
        await using var house = House.Open();
        await house.StartAsync("a1", "publish-alone");
        await house.CompleteAsync(await house.ItemAsync("a1"), House.Dia, Text);
        (await ApproveAsync(house, await house.ItemAsync("a1"), House.Dia)).OrThrow();
        Assert.True((await house.LastAsync<Approved>("a1")).ByPerformer);

        // When the waiver is over, it is over.
        await house.StartAsync("a2", "publish-alone");
        await house.CompleteAsync(await house.ItemAsync("a2"), House.Dia, Text);
        house.Clock.Now = new(2027, 9, 1, 8, 0, 0, TimeSpan.Zero);
        Assert.Equal(RefusalKind.OwnWork, (await ApproveAsync(house, await house.ItemAsync("a2"), House.Dia)).Refusal!.Kind);
    }

    [Fact]
    public async Task In_the_manual_path_only_owner_and_backup_act()
    {
        await using var house = House.Open();
        await house.RefundToDecideAsync();
        (await house.Host.SendAsync("r1", new SwitchToManual { By = Actor.Person(House.Dia), Notes = "the bank is down" })).OrThrow();
        var item = await house.ItemAsync("r1");
        Assert.Equal((ItemKind.ByHand, 2), (item.Kind, item.Roles.Count));
        Assert.Equal("Pay it in the bank's own program", (await house.Host.ShowAsync(item.Id))!.Instructions);
        Assert.Equal(RefusalKind.NotTheRole, (await house.CompleteAsync(item, House.Dia)).Refusal!.Kind);
        Assert.Equal(RefusalKind.NotTheRole, (await house.Host.SendAsync("r1", new Resume { By = Actor.Person(House.Dia) })).Refusal!.Kind);
        (await house.Host.SendAsync("r1", new Resume { By = Actor.Person(House.Ana) })).OrThrow();
        Assert.Equal("Decide", await house.StateAsync("r1"));
    }

    [Fact]
    public async Task A_link_preview_that_only_looks_decides_nothing()
    {
        await using var house = House.Open();
        var item = await house.RefundToDecideAsync();
        var picture = await house.PictureAsync("r1");
        for (var i = 0; i < 5; i++)
        {
            await house.Host.ShowAsync(item.Id);
            await house.Host.InboxOfAsync(House.Ben);
        }

        Assert.Equal(picture, await house.PictureAsync("r1"));
    }

    [Fact]
    public async Task A_claimed_item_is_for_who_claimed_it_until_the_claim_is_over()
    {
        await using var house = House.Open();
        var item = await house.RefundToDecideAsync();
        (await house.Host.AnswerAsync(new Claim { By = Actor.Person(House.Ben), Item = item.Id, Revision = 1 })).OrThrow();
        var answer = await house.ApproveAsync(item, House.Cho);
        Assert.Equal(RefusalKind.ClaimedByAnother, answer.Refusal!.Kind);
        Assert.Equal("'r1#1' is claimed by ben@example.com until 2026-11-25T09:00:00.000000Z.", answer.Refusal.Message);
        Assert.Equal(RefusalKind.WrongState, (await house.Host.AnswerAsync(new Release { By = Actor.Person(House.Cho), Item = item.Id, Revision = 1 })).Refusal!.Kind);

        house.Clock.Pass(TimeSpan.FromHours(1));
        Assert.True((await house.ApproveAsync(item, House.Cho)).IsAccepted);
    }

    private static Task<Reply> ApproveAsync(House house, PendingItem item, string person, string? value = null) =>
        house.Host.AnswerAsync(new Approve { By = Actor.Person(person), Item = item.Id, Revision = item.Revision, Value = value });
}
