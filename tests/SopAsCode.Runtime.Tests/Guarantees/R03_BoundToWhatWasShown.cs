using SopAsCode.Runtime.Tests.Harness;

namespace SopAsCode.Runtime.Tests.Guarantees;

public class R03_BoundToWhatWasShown
{
    [Fact]
    public async Task A_value_that_was_changed_in_the_file_between_showing_and_answering_is_not_approved()
    {
        await using var house = House.Open();
        var item = await house.RefundToDecideAsync();
        Assert.Equal(1, house.Tamper("""UPDATE contents SET text = '{"Cents":999900,"Why":"clause 4"}' WHERE text LIKE '%clause 4%'"""));
        var answer = await house.ApproveAsync(item, House.Ben);
        Assert.Equal(RefusalKind.ContentGone, answer.Refusal!.Kind);
        Assert.Contains("was changed outside the host", answer.Refusal.Message, StringComparison.Ordinal);
        await house.WorkAsync();
        Assert.Empty(house.Bank.Calls);
    }

    [Fact]
    public async Task A_value_that_was_replaced_with_its_hash_releases_nothing()
    {
        await using var house = House.Open();
        var item = await house.RefundToDecideAsync();

        // Somebody who knows the form of the file writes another proposal, with salt and hash, into the state.
        const string Forged = """{"Cents":999900,"Why":"clause 4"}""";
        var hash = Hashing.Of("salt", Forged);
        house.Tamper($"INSERT INTO contents SELECT run, '{hash}', 'salt', '{Forged}' FROM runs");
        var proposal = item.Shown!.Single(shown => shown.Name == "proposal").Content!;
        house.Tamper($"UPDATE runs SET json = replace(json, '\"type\":\"SopAsCode.Runtime.Tests.Sops.Proposal\",\"content\":\"{proposal}\",\"by\"', '\"type\":\"SopAsCode.Runtime.Tests.Sops.Proposal\",\"content\":\"{hash}\",\"by\"'), current = replace(current, '{proposal}', '{hash}')");

        var answer = await house.ApproveAsync(item, House.Ben);
        Assert.Equal(RefusalKind.Stale, answer.Refusal!.Kind);
        await house.WorkAsync();
        Assert.Empty(house.Bank.Calls);
        Assert.Contains(await house.Host.VerifyAsync(), problem => problem.Problem == "The state is not what the events add up to.");
    }

    [Fact]
    public async Task Another_digest_than_the_one_that_was_seen_is_refused()
    {
        await using var house = House.Open();
        var item = await house.RefundToDecideAsync();
        var approve = new Approve { By = Actor.Person(House.Ben), Item = item.Id, Revision = 1, Ticked = House.Ticks, Digest = new('a', 64) };
        Assert.Equal(RefusalKind.Stale, (await house.Host.AnswerAsync(approve)).Refusal!.Kind);
        Assert.True((await house.Host.AnswerAsync(approve with { Digest = item.Digest })).IsAccepted);
    }

    [Fact]
    public async Task Approve_one_amount_execute_another()
    {
        await using var house = House.Open();
        await house.StartAsync("p1", "pay-another", House.Request(cents: 1000));
        await ApproveAsync(house, "p1");
        await house.WorkAsync();
        Assert.Empty(house.Bank.Calls);
        Assert.Equal("Fallback", await house.StateAsync("p1"));
        Assert.Equal("Step 'Pay' was not started: the value 'request' changed after its approval at 'Approve'.", (await house.LastAsync<SwitchedToManual>("p1")).Because);
    }

    [Fact]
    public async Task An_approval_releases_a_write_once()
    {
        await using var house = House.Open();
        await house.StartAsync("p1", "pay-in-a-loop", House.Request(cents: 1000));
        await ApproveAsync(house, "p1");
        await house.WorkAsync();
        Assert.Single(house.Bank.Paid);

        // The same value goes round to the same write.
        (await house.CompleteAsync(await house.ItemAsync("p1"), House.Dia, House.Request(cents: 1000))).OrThrow();
        await house.WorkAsync();
        Assert.Single(house.Bank.Calls);
        Assert.Equal("Step 'Pay' was not started: the approval at 'Approve' was used up by an earlier write of this step.", (await house.LastAsync<SwitchedToManual>("p1")).Because);
    }

    [Fact]
    public async Task A_write_that_nobody_approved_is_not_started()
    {
        await using var house = House.Open();
        await house.StartAsync("p1", "pay-unseen", House.Request());
        await house.WorkAsync();
        Assert.Empty(house.Bank.Calls);
        Assert.Equal("Step 'Pay' was not started: nobody approved this write.", (await house.LastAsync<SwitchedToManual>("p1")).Because);
    }

    [Fact]
    public async Task A_yes_to_what_is_shown_for_context_leaves_the_approval_before_it()
    {
        await using var house = House.Open();
        await house.StartAsync("p1", "pay-after-two-looks", House.Request());
        (await house.CompleteAsync(await house.ItemAsync("p1"), House.Dia, """{"Cents":700,"Why":"clause 5"}""")).OrThrow();
        await ApproveAsync(house, "p1");
        await ApproveAsync(house, "p1");
        await house.WorkAsync();
        Assert.Equal(700, Assert.Single(house.Bank.Paid).Value);
    }

    [Fact]
    public async Task A_write_whose_values_are_not_there_is_released_as_one_without_values()
    {
        await using var house = House.Open();
        await house.StartAsync("p1", "pay-what-there-is", House.Request());
        await ApproveAsync(house, "p1");
        await house.WorkAsync();
        Assert.Equal(5, Assert.Single(house.Bank.Paid).Value);
    }

    [Fact]
    public async Task A_limit_that_must_ask_nothing_stands_in_place_of_an_approval()
    {
        await using var house = House.Open();
        await house.StartAsync("p1", "thank-for-it", House.Request());
        await house.WorkAsync();
        Assert.Equal("Completed", await house.StateAsync("p1"));
        Assert.Equal(1, Assert.Single(house.Bank.Paid).Value);
    }

    [Fact]
    public async Task An_approval_of_somebody_who_no_longer_holds_the_role_releases_nothing()
    {
        await using var house = House.Open();
        var item = await house.RefundToDecideAsync();
        await house.ApproveAsync(item, House.Cho);

        var later = house.NewHost(house.Store, new() { Roles = new NobodyHolds() });
        await later.WorkAsync();
        Assert.Empty(house.Bank.Calls);
        Assert.Equal("Step 'Pay' was not started: whoever approved at 'Decide' no longer holds the role.", (await house.LastAsync<SwitchedToManual>("r1")).Because);
    }

    [Fact]
    public async Task What_was_corrected_is_what_is_paid()
    {
        await using var house = House.Open();
        await house.ApproveAsync(await house.RefundToDecideAsync(), House.Ben, """{"Cents":700,"Why":"clause 5"}""");
        await house.WorkAsync();
        Assert.Equal(700, Assert.Single(house.Bank.Paid).Value);
    }

    private static async Task ApproveAsync(House house, string run)
    {
        var item = await house.ItemAsync(run);
        (await house.Host.AnswerAsync(new Approve { By = Actor.Person(House.Ben), Item = item.Id, Revision = 1 })).OrThrow();
    }

    private sealed class NobodyHolds : IRoleDirectory
    {
        public bool Holds(string person, string role) => false;
    }
}
