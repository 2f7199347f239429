using SopAsCode.Definitions;

namespace SopAsCode.Runtime;

/// <summary>Does what no person does: what is due, messages between runs, events from outside, steps of code and AI.</summary>
internal sealed class Worker(SopShelf shelf, IRunStore store, RunSender sender, SopHostOptions options, TimeProvider time)
{
    private const int AtOnce = 100;

    private readonly string _name = options.Worker ?? $"worker-{Guid.NewGuid():N}"[..20];
    private readonly StepDoing _doing = new(shelf, store, sender, options, time);

    public async Task<int> WorkAsync(CancellationToken cancel)
    {
        var done = await SweepAsync(cancel).ConfigureAwait(false);
        var steps = await BeginStepsAsync(Math.Max(1, options.StepsAtOnce), cancel).ConfigureAwait(false);
        await Task.WhenAll(steps).ConfigureAwait(false);
        return done + steps.Count;
    }

    public async Task<int> SweepAsync(CancellationToken cancel)
    {
        var done = await LetTimePassAsync(cancel).ConfigureAwait(false);
        done += await DeliverMessagesAsync(cancel).ConfigureAwait(false);
        done += await DeliverEventsAsync(cancel).ConfigureAwait(false);
        return done;
    }

    public async Task<IReadOnlyList<Task>> BeginStepsAsync(int max, CancellationToken cancel)
    {
        var leases = await store.ClaimStepsAsync(new() { Worker = _name, Now = time.GetUtcNow(), Lease = options.Lease, Max = max }, cancel).ConfigureAwait(false);
        return [.. leases.Select(lease => _doing.DoAsync(lease, cancel))];
    }

    public async Task<int> DeliverEventsAsync(CancellationToken cancel)
    {
        var delivered = 0;
        foreach (var matched in await store.MatchedEventsAsync(AtOnce, cancel).ConfigureAwait(false))
        {
            var reply = await sender.SendAsync(matched.Run, new TakeEvent { Arrived = matched.Event, By = matched.Event.By }, cancel).ConfigureAwait(false);
            delivered += reply.IsAccepted ? 1 : 0;
        }

        return delivered;
    }

    private async Task<int> LetTimePassAsync(CancellationToken cancel)
    {
        var runs = await store.ClaimDueAsync(time.GetUtcNow(), AtOnce, options.Lease, cancel).ConfigureAwait(false);
        var moved = 0;
        foreach (var run in runs)
        {
            var reply = await sender.SendAsync(run, new LetTimePass { By = Actor.TheHost }, cancel).ConfigureAwait(false);
            moved += reply.IsAccepted ? 1 : 0;
        }

        return moved;
    }

    private async Task<int> DeliverMessagesAsync(CancellationToken cancel)
    {
        // Those that are left to another host stay the oldest, and must not hold up the others.
        HashSet<string> left = new(StringComparer.Ordinal);
        while (true)
        {
            var delivered = 0;
            var fresh = (await store.MessagesAsync(AtOnce + left.Count, cancel).ConfigureAwait(false)).Where(message => !left.Contains(message.Id)).ToList();
            foreach (var message in fresh)
            {
                if (await IsDeliveredAsync(message, cancel).ConfigureAwait(false))
                {
                    await store.DeliveredAsync(message.Id, cancel).ConfigureAwait(false);
                    delivered++;
                }
                else
                {
                    left.Add(message.Id);
                }
            }

            if (delivered > 0 || fresh.Count == 0)
            {
                return delivered;
            }
        }
    }

    // False for what is left to another host of the same store, which runs this SOP, or its newer version.
    private async Task<bool> IsDeliveredAsync(RunMessage message, CancellationToken cancel)
    {
        var command = RecordJson.ReadCommand(message.Command);
        var reply = await sender.SendAsync(message.To, command, cancel).ConfigureAwait(false);
        switch (reply.Refusal, command)
        {
            case ({ Kind: RefusalKind.UnknownSop or RefusalKind.DoesNotFit }, _):
                return false;
            case ({ Kind: RefusalKind.Malformed or RefusalKind.ContentGone }, TellEnd { Result: not null } end):
                // What it gave back can't be read here, so nothing came back; the run that waits must hear that it ended.
                await sender.SendAsync(message.To, end with { Result = null, Approval = null }, cancel).ConfigureAwait(false);
                break;
            case ({ Kind: not (RefusalKind.RunExists or RefusalKind.TooLate) } refusal, StartRun { Parent: { } parent }):
                await TellNotStartedAsync(message, parent, refusal, cancel).ConfigureAwait(false);
                break;
        }

        return true;
    }

    // The run that handed work over must not wait for a run that never began.
    private async Task TellNotStartedAsync(RunMessage message, ParentRun parent, Refusal refusal, CancellationToken cancel)
    {
        await sender.SendAsync(
            parent.Run,
            new Note { By = Actor.TheHost, Key = $"{message.Id}/refused", Notes = $"Run '{message.To}' was not started: {refusal.Message}" },
            cancel).ConfigureAwait(false);
        if (parent.Waits)
        {
            await sender.SendAsync(
                parent.Run,
                new TellEnd { By = Actor.TheHost, Key = $"{message.Id}/end", Run = message.To, Visit = parent.Visit, End = "NotStarted" },
                cancel).ConfigureAwait(false);
        }
    }
}
