using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SopAsCode.Runtime;

namespace SopAsCode.Hosting;

/// <summary>
/// Tells people of what waits for them. Several hosts may do it: the store gives each revision of an item to one of them, and remembers what was told. A notice
/// that could not be sent is tried again after growing pauses, as long as its item is open.
/// </summary>
internal sealed class Noticing(SopHost host, IRunStore store, SopHostingOptions options, SenderServices services, TimeProvider time, ILogger<Noticing> logger) : BackgroundService
{
    private const int AtOnce = 20;

    // Longer than a sender may take for all that it was given.
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LongestTry = TimeSpan.FromSeconds(25);

    // The pauses between attempts; after the last one it is given up.
    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10), TimeSpan.FromHours(1), TimeSpan.FromHours(3), TimeSpan.FromHours(8), TimeSpan.FromHours(24),
    ];

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(options.Channels.Select(channel => KeepAsync(channel, stoppingToken)));

    private async Task KeepAsync(NoticeChannel channel, CancellationToken stop)
    {
        var titles = host.Sops.ToDictionary(sop => sop.Id, sop => sop.Title, StringComparer.Ordinal);
        var sender = channel.Sender(services, time);
        using var end = sender as WebhookSender;
        while (!stop.IsCancellationRequested)
        {
            var pause = options.Pause;
            try
            {
                var claimed = await store.ClaimNoticesAsync(new() { Channel = channel.Name, Roles = [channel.Role], Now = time.GetUtcNow(), Lease = Lease, Max = AtOnce }, stop).ConfigureAwait(false);
                foreach (var notice in claimed)
                {
                    await TellAsync(channel, sender, notice, titles.GetValueOrDefault(notice.Item.Sop, notice.Item.Sop), stop).ConfigureAwait(false);
                }

                pause = claimed.Count == AtOnce ? TimeSpan.Zero : pause;
            }
            catch (RunStoreException trouble)
            {
                pause = options.PauseAfterTrouble;
                Log.StoreTrouble(logger, pause, trouble);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }

            await Task.Delay(pause, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // What was begun when the host stops may end: it is short, and would otherwise be told twice.
    private async Task TellAsync(NoticeChannel channel, INoticeSender sender, ClaimedNotice claimed, string sop, CancellationToken stop)
    {
        DateTimeOffset? again = null;
        if (stop.IsCancellationRequested)
        {
            await store.SettleNoticeAsync(claimed, time.GetUtcNow(), CancellationToken.None).ConfigureAwait(false);
            return;
        }

        Notice notice = new() { Id = Notice.Name(channel.Name, claimed.Item), Role = channel.Role, SopTitle = sop, Item = claimed.Item, Attempt = claimed.Attempt };
        try
        {
            using CancellationTokenSource late = new(LongestTry);
            await sender.SendAsync(notice, late.Token).WaitAsync(LongestTry + TimeSpan.FromSeconds(2), CancellationToken.None).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // whatever a sender of the team throws must not end the channel
        catch (Exception error)
#pragma warning restore CA1031
        {
            again = Again(claimed, error);
            if (again is null)
            {
                Log.NoticeGivenUp(logger, claimed.Item.Id, channel.Name, claimed.Attempt, error);
            }
            else
            {
                Log.NoticeFailed(logger, claimed.Item.Id, channel.Name, claimed.Attempt, again.Value, error.Message);
            }
        }

        await store.SettleNoticeAsync(claimed, again, CancellationToken.None).ConfigureAwait(false);
    }

    private DateTimeOffset? Again(ClaimedNotice claimed, Exception error)
    {
        if (claimed.Attempt > Pauses.Length)
        {
            return null;
        }

        var pause = Pauses[claimed.Attempt - 1];
        return time.GetUtcNow() + (error is NoticeFailedException { RetryAfter: { } stated } && stated > pause ? stated < Pauses[^1] ? stated : Pauses[^1] : pause);
    }
}
