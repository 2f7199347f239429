namespace SopAsCode.Runtime;

/// <summary>Sends commands: load, step, record. When the run went on in between, it starts over; the step function then sees the new state.</summary>
internal sealed class RunSender(IRunStore store, StepFunction step, TimeProvider time, Nudge nudge, Func<int, bool>? draws)
{
    private const int MostAttempts = 100;

    public async Task<Reply> SendAsync(string run, RunCommand command, CancellationToken cancel)
    {
        using var activity = SopTelemetry.Command(run, command);
        var reply = await DecideAsync(run, command, cancel).ConfigureAwait(false);
        SopTelemetry.Answered(activity, command, reply);
        return reply;
    }

    /// <summary>What a command would get now. Nothing is recorded.</summary>
    public async Task<Reply> TryAsync(string run, RunCommand command, CancellationToken cancel)
    {
        var moment = Moment.Of(time, draws);
        var snapshot = await store.LoadAsync(new() { Run = run, Key = command.Key, Day = moment.Day }, cancel).ConfigureAwait(false);
        return step.Step(run, snapshot, command, moment).Reply;
    }

    private async Task<Reply> DecideAsync(string run, RunCommand command, CancellationToken cancel)
    {
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            var moment = Moment.Of(time, draws);
            var snapshot = await store.LoadAsync(new() { Run = run, Key = command.Key, Day = moment.Day, Sop = (command as StartRun)?.Sop }, cancel).ConfigureAwait(false);
            var outcome = step.Step(run, snapshot, command, moment);
            if (outcome.Append is not { } append)
            {
                return outcome.Reply;
            }

            switch (await store.AppendAsync(append, cancel).ConfigureAwait(false))
            {
                case AppendResult.Done:
                    if (append.After.Ended is not null && append.Events.Any(happened => happened.Event == nameof(RunEnded)))
                    {
                        SopTelemetry.Ended(append.After);
                    }

                    nudge.Now();
                    return outcome.Reply;
                case AppendResult.LeaseLost:
                    return Late(run, "Another worker has the step.");
                case AppendResult.KeyInUse:
                    return new() { Run = run, Refusal = new() { Kind = RefusalKind.KeyInUse, Message = $"Run '{run}' was not started: another run of SOP '{append.After.Sop}' has its key, and has not ended or began just now." } };
                case AppendResult.EventTaken:
                    return Late(run, "Another run took the event.");
                default:
                    continue;
            }
        }

        throw new RunStoreException(StoreTrouble.Locked, $"Run '{run}' changed {MostAttempts} times while a command waited for it. Nothing was recorded; try again.");
    }

    private static Reply Late(string run, string message) => new() { Run = run, Refusal = new() { Kind = RefusalKind.TooLate, Message = message } };
}
