using SopAsCode.Runtime.Tests.Harness;

namespace SopAsCode.Runtime.Tests.Stores;

/// <summary>What every store must do for whoever tells people of their items.</summary>
public sealed class NoticesSuite
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task Each_channel_is_given_each_revision_once_and_only_open_items_of_its_roles()
    {
        await using var house = House.Open();
        var item = await house.RefundToDecideAsync();
        await using var other = house.Place.Open();
        var notice = Assert.Single(await house.Store.ClaimNoticesAsync(Ask(house, "chat", item.Roles), default));
        Assert.Equal((item.Id, item.Revision, 1, "chat"), (notice.Item.Id, notice.Item.Revision, notice.Attempt, notice.Channel));
        Assert.Empty(await other.ClaimNoticesAsync(Ask(house, "chat", item.Roles), default));
        Assert.Single(await other.ClaimNoticesAsync(Ask(house, "mail", item.Roles), default));
        Assert.Empty(await other.ClaimNoticesAsync(Ask(house, "third", ["Nobody"]), default));
        Assert.Empty(await other.ClaimNoticesAsync(Ask(house, "third", []), default));

        await house.Store.SettleNoticeAsync(notice, null, default);
        house.Clock.Pass(TimeSpan.FromDays(400));
        Assert.Empty(await other.ClaimNoticesAsync(Ask(house, "chat", item.Roles), default));
    }

    [Fact]
    public async Task What_was_not_settled_is_given_out_again_when_the_lease_is_over_and_the_late_one_changes_nothing()
    {
        await using var house = House.Open();
        var item = await house.RefundToDecideAsync();
        var first = Assert.Single(await house.Store.ClaimNoticesAsync(Ask(house, "chat", item.Roles), default));
        house.Clock.Pass(Lease);
        var second = Assert.Single(await house.Store.ClaimNoticesAsync(Ask(house, "chat", item.Roles), default));
        Assert.Equal(2, second.Attempt);
        await house.Store.SettleNoticeAsync(second, null, default);
        await house.Store.SettleNoticeAsync(first, house.Clock.Now, default);
        Assert.Empty(await house.Store.ClaimNoticesAsync(Ask(house, "chat", item.Roles), default));
    }

    [Fact]
    public async Task What_failed_is_given_out_again_at_its_time_and_what_was_answered_is_not()
    {
        await using var house = House.Open();
        var item = await house.RefundToDecideAsync();
        var first = Assert.Single(await house.Store.ClaimNoticesAsync(Ask(house, "chat", item.Roles), default));
        await house.Store.SettleNoticeAsync(first, house.Clock.Now.AddHours(1), default);
        Assert.Empty(await house.Store.ClaimNoticesAsync(Ask(house, "chat", item.Roles), default));
        house.Clock.Pass(TimeSpan.FromHours(1));
        Assert.Equal(2, Assert.Single(await house.Store.ClaimNoticesAsync(Ask(house, "chat", item.Roles), default)).Attempt);
        (await house.ApproveAsync(item, House.Ben)).OrThrow();
        Assert.Empty(await house.Store.ClaimNoticesAsync(Ask(house, "mail", item.Roles), default));
    }

    [Fact]
    public async Task Of_many_hosts_one_gets_it()
    {
        await using var house = House.Open();
        var item = await house.RefundToDecideAsync();
        await using var other = house.Place.Open();
        for (var round = 0; round < 20; round++)
        {
            var channel = $"chat-{round}";
            var claims = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(async () => await (i % 2 == 0 ? house.Store : other).ClaimNoticesAsync(Ask(house, channel, item.Roles), default))));
            Assert.Single(claims.SelectMany(claim => claim));
        }
    }

    [Fact]
    public async Task Runs_that_still_have_contents_can_be_asked_for()
    {
        await using var house = House.Open();
        var item = await house.RefundToDecideAsync();
        Assert.Equal(item.Run, Assert.Single(await house.Store.RunsAsync(new() { WithContents = true }, default)).Run);
        await house.Store.EraseAsync(item.Run, default);
        Assert.Empty(await house.Store.RunsAsync(new() { WithContents = true }, default));
        Assert.Single(await house.Store.RunsAsync(new(), default));
    }

    private static NoticeRequest Ask(House house, string channel, IReadOnlyCollection<string> roles) =>
        new() { Channel = channel, Roles = roles, Now = house.Clock.Now, Lease = Lease, Max = 10 };
}
