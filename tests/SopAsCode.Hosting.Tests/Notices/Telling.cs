using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using SopAsCode.Hosting.Tests.Harness;
using SopAsCode.Hosting.Tests.Sops;
using SopAsCode.Runtime;

namespace SopAsCode.Hosting.Tests.Notices;

public sealed class Telling
{
    private const string Secret = "c2VjcmV0IG9mIHRoZSB0ZXN0cywgMzIgYnl0ZXMhISE=";

    [Fact]
    public async Task A_webhook_is_signed_and_names_the_item_without_its_values()
    {
        await using var place = new Place();
        await using var receiver = new Receiver();
        var host = await place.StartHostAsync(options => options.NotifyByWebhook<Lead>(receiver.Address, "whsec_" + Secret));
        await CheckAsync(host, "check-1", "SECRET-77");
        await place.UntilAsync(() => Task.FromResult(!receiver.All.IsEmpty));

        var received = receiver.All.Single();
        Assert.True(received.IsSignedWith(Secret));
        Assert.Equal(place.Clock.GetUtcNow().ToUnixTimeSeconds(), long.Parse(received.Timestamp, System.Globalization.CultureInfo.InvariantCulture), 60d);
        Assert.Matches("^msg_[0-9a-f]{32}$", received.Id);
        Assert.Equal(("check-1#1", 1, "Check an invoice: Check it (check-1)", "Do"), (received.Data.GetProperty("item").GetString(), received.Data.GetProperty("revision").GetInt32(), received.Data.GetProperty("line").GetString(), received.Data.GetProperty("kind").GetString()));
        Assert.DoesNotContain("SECRET-77", received.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("http", received.Body, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task What_was_taken_is_not_sent_again_by_any_host_or_after_a_restart()
    {
        await using var place = new Place();
        await using var receiver = new Receiver();
        var host = await place.StartHostAsync(Configure);
        await place.StartHostAsync(Configure);
        for (var i = 0; i < 10; i++)
        {
            await CheckAsync(host, $"check-{i}", "1");
        }

        await place.UntilAsync(() => Task.FromResult(receiver.All.Count >= 10));
        await host.StopAsync();
        await place.StartHostAsync(Configure);
        var end = place.Clock.GetUtcNow().AddMinutes(40);
        await place.UntilAsync(() => Task.FromResult(place.Clock.GetUtcNow() > end), TimeSpan.FromMinutes(1));
        Assert.Equal(10, receiver.All.Count);
        Assert.Equal(10, receiver.All.Select(received => received.Id).Distinct().Count());

        void Configure(SopHostingOptions options) => options.NotifyByWebhook<Lead>(receiver.Address, Secret);
    }

    [Fact]
    public async Task What_was_refused_is_sent_again_after_a_pause_under_the_same_name_until_it_is_taken()
    {
        await using var place = new Place { Lease = TimeSpan.FromHours(9) };
        await using var receiver = new Receiver();
        Queue<(int, string?)> answers = new([(500, null), (302, null), (429, "90")]);
        receiver.Answer = () => answers.TryDequeue(out var answer) ? answer : (200, null);
        var host = await place.StartHostAsync(options => options.NotifyByWebhook<Lead>(receiver.Address, Secret));
        await CheckAsync(host, "check-1", "1");
        await place.UntilAsync(() => Task.FromResult(receiver.All.Count == 4), TimeSpan.FromSeconds(1));

        Assert.Single(receiver.All.Select(received => received.Id).Distinct());
        var times = receiver.All.Select(received => long.Parse(received.Timestamp, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.InRange(times[1] - times[0], 5, 25);
        Assert.InRange(times[2] - times[1], 30, 50);
        Assert.InRange(times[3] - times[2], 120, 140); // its own pause is longer than the receiver asked for
    }

    [Fact]
    public async Task What_was_answered_meanwhile_is_not_told()
    {
        await using var place = new Place { Lease = TimeSpan.FromHours(9) };
        await using var receiver = new Receiver { Answer = () => (500, null) };
        var host = await place.StartHostAsync(options => options.NotifyByWebhook<Lead>(receiver.Address, Secret));
        await CheckAsync(host, "check-1", "1");
        await place.UntilAsync(() => Task.FromResult(!receiver.All.IsEmpty));
        (await Place.Of(host).AnswerAsync(new Complete { Item = "check-1#1", Revision = 1, By = Actor.Person("ben@example.com") })).OrThrow();
        var sent = receiver.All.Count;
        var end = place.Clock.GetUtcNow().AddMinutes(10);
        await place.UntilAsync(() => Task.FromResult(place.Clock.GetUtcNow() > end), TimeSpan.FromSeconds(20));
        Assert.Equal(sent, receiver.All.Count);
    }

    [Fact]
    public async Task A_service_of_the_team_tells_and_what_it_throws_does_not_end_it()
    {
        await using var place = new Place { Lease = TimeSpan.FromHours(9) };
        var mail = new Mail { Fails = 2 };
        var host = place.NewHost(options => options.NotifyBy<Lead, Mail>(), services: services => services.AddSingleton(mail));
        await host.StartAsync();
        await CheckAsync(host, "check-1", "1");
        await place.UntilAsync(() => Task.FromResult(mail.Sent.Count == 1), TimeSpan.FromSeconds(2));
        var (line, text) = mail.Sent.Single();
        Assert.Equal("Check an invoice: Check it (check-1)", line);
        Assert.Equal("Check an invoice: Check it (check-1)\n\nItem: check-1#1\nAsked: 2026-11-25 08:00 UTC\nDue: 2026-11-25 09:00 UTC\n\nLook at it with: show check-1#1\n", text);
    }

    [Theory]
    [InlineData("ftp://example.com/hook", Secret, "https://")]
    [InlineData("http://example.com/hook", Secret, "https://")]
    [InlineData("https://me:word@example.com/hook", Secret, "no user and password")]
    [InlineData("https://example.com/hook", "not base64!", "base64")]
    [InlineData("https://example.com/hook", "c2hvcnQ=", "24 to 64 bytes")]
    public void What_can_not_work_is_said_at_once(string address, string secret, string expected)
    {
        var error = Assert.Throws<ArgumentException>(() => new SopHostingOptions().NotifyByWebhook<Lead>(new(address), secret));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_role_has_one_webhook()
    {
        SopHostingOptions options = new();
        options.NotifyByWebhook<Lead>(new("https://example.com/a"), Secret);
        Assert.Contains("'Lead' is told by webhook already", Assert.Throws<ArgumentException>(() => options.NotifyByWebhook<Lead>(new("https://example.com/b"), Secret)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Contents_are_erased_when_they_were_kept_long_enough()
    {
        await using var place = new Place { Lease = TimeSpan.FromHours(9) };
        var host = await place.StartHostAsync(options => options.KeepContents = TimeSpan.FromDays(2));
        await Place.PayAsync(host, "old");
        await CheckAsync(host, "open", "1");
        await place.UntilAsync(async () => (await place.RunsAsync("pay-invoice"))["old"] == "Completed");
        await place.PassUntilAsync(place.Clock.GetUtcNow().AddDays(1));
        Assert.NotEmpty(await Place.Of(host).ContentsAsync("old"));
        await place.UntilAsync(async () => (await Place.Of(host).ContentsAsync("old")).Count == 0, TimeSpan.FromHours(1));
        Assert.NotEmpty(await Place.Of(host).ContentsAsync("open"));
        Assert.Empty(await Place.Of(host).VerifyAsync());
        Assert.Throws<ArgumentOutOfRangeException>(() => new SopHostingOptions { KeepContents = TimeSpan.FromHours(1) });
    }

    private static async Task CheckAsync(Microsoft.Extensions.Hosting.IHost host, string run, string number) =>
        (await Place.Of(host).StartAsync(run, new StartRun { By = Actor.Automation("shop"), Sop = "check-invoice", Input = $$"""{"Number":"{{number}}"}""" })).OrThrow();

    private sealed class Mail : INoticeSender
    {
        public int Fails { get; set; }

        public ConcurrentQueue<(string Line, string Text)> Sent { get; } = new();

        public Task SendAsync(Notice notice, CancellationToken cancel)
        {
            if (Fails-- > 0)
            {
                throw new InvalidOperationException("The mail server is away.");
            }

            Sent.Enqueue((notice.Line, notice.Text));
            return Task.CompletedTask;
        }
    }
}
