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
        var delivered = 0;
        foreach (var message in await store.MessagesAsync(AtOnce, cancel).ConfigureAwait(false))
        {
            var command = RecordJson.ReadCommand(message.Command);
            var reply = await sender.SendAsync(message.To, command, cancel).ConfigureAwait(false);
            if (reply.Refusal is { Kind: RefusalKind.UnknownSop } or { Kind: RefusalKind.DoesNotFit })
            {
                // Another host of the same store runs this SOP, or its newer version.
                continue;
            }

            if (reply.Refusal is { Kind: RefusalKind.Malformed or RefusalKind.ContentGone } && command is TellEnd { Result: not null } end)
            {
                // What it gave back can't be read here, so nothing came back; the run that waits must hear that it ended.
                await sender.SendAsync(message.To, end with { Result = null, Approval = null }, cancel).ConfigureAwait(false);
            }

            if (reply.Refusal is { Kind: not (RefusalKind.RunExists or RefusalKind.TooLate) } refusal && command is StartRun { Parent: { } parent })
            {
                await TellNotStartedAsync(message, parent, refusal, cancel).ConfigureAwait(false);
            }

            await store.DeliveredAsync(message.Id, cancel).ConfigureAwait(false);
            delivered++;
        }

        return delivered;
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
