using SopAsCode.Runtime.Tests.Harness;

namespace SopAsCode.Runtime.Tests.Guarantees;

public class R02_OneOfTwoWins
{
    [Fact]
    public async Task Of_two_people_who_answer_at_once_one_wins_200_times()
    {
        await using var house = House.Open();
        await using var otherStore = house.Place.Open();
        var otherHost = house.NewHost(otherStore);
        for (var i = 0; i < 200; i++)
        {
            await house.StartAsync($"r{i}", "pay-refund", House.Request());
        }

        await house.WorkAsync();
        var approvals = 0;
        foreach (var item in await house.Host.InboxAsync(new() { Max = 500 }))
        {
            var yes = new Approve { By = Actor.Person(House.Ben), Item = item.Id, Revision = 1, Ticked = House.Ticks };
            var no = new Reject { By = Actor.Person(House.Cho), Item = item.Id, Revision = 1, Reason = "no" };
            var answers = await Task.WhenAll(Task.Run(() => house.Host.AnswerAsync(yes)), Task.Run(() => otherHost.AnswerAsync(no)));

            var lost = Assert.Single(answers, answer => !answer.IsAccepted).Refusal!;
            Assert.Equal(RefusalKind.AlreadyAnswered, lost.Kind);
            var winner = answers[0].IsAccepted ? House.Ben : House.Cho;
            Assert.StartsWith($"'{item.Id}' was already answered by {winner} at 2026-11-25T08:00:00", lost.Message, StringComparison.Ordinal);
            var events = await house.EventsAsync(item.Run);
            Assert.Single(events, name => name is nameof(Approved) or nameof(Rejected));
            approvals += answers[0].IsAccepted ? 1 : 0;
        }

        await house.WorkAsync();
        Assert.Equal(approvals, house.Bank.Paid.Count);
        Assert.Empty(await house.Host.VerifyAsync());
    }

    [Fact]
    public async Task A_command_that_is_sent_twice_is_done_once_and_answered_twice()
    {
        await using var house = House.Open();
        var item = await house.RefundToDecideAsync();
        var yes = new Approve { By = Actor.Person(House.Ben), Item = item.Id, Revision = 1, Ticked = House.Ticks, Key = "click-7" };
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => house.Host.AnswerAsync(yes))));
        Assert.All(answers, answer => Assert.Equal((true, "Pay", answers[0].Sequence), (answer.IsAccepted, answer.State, answer.Sequence)));
        Assert.Single(await house.EventsAsync("r1"), name => name == nameof(Approved));
    }

    [Fact]
    public async Task Parallel_notes_are_neither_lost_nor_rolled_back()
    {
        await using var house = House.Open();
        await house.RefundToDecideAsync();
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(() => house.Host.SendAsync("r1", new Note { By = Actor.Person(House.Ben), Notes = $"note {i}" }))));
        Assert.Equal(40, (await house.EventsAsync("r1")).Count(name => name == nameof(Noted)));
        Assert.Equal(40, (await house.Host.ContentsAsync("r1")).Values.Count(text => text.StartsWith("note ", StringComparison.Ordinal)));
    }
}
