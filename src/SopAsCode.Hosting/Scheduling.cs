using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SopAsCode.Runtime;

namespace SopAsCode.Hosting;

/// <summary>
/// Starts runs when their schedules are due. Each host does it, and the store takes the runs of one time once: so no host has to be elected, and a time that one
/// host can't keep another one does.
/// </summary>
internal sealed class Scheduling(SopHost host, ScheduleList schedules, SopHostingOptions options, TimeProvider time, ILogger<Scheduling> logger) : BackgroundService
{
    // A timer that waits for weeks would not see that the clock of the machine was set.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(schedules.All.Select(schedule => KeepAsync(schedule, stoppingToken)));

    /// <summary>Keeps one schedule, first the last time that nobody kept.</summary>
    internal async Task KeepAsync(Schedule schedule, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        if (schedule.Last(now - options.CatchUp, now) is { } missed)
        {
            await StartAsync(schedule, missed, isMissed: true, stop).ConfigureAwait(false);
        }

        for (var due = schedule.After(now); due is { } next && !stop.IsCancellationRequested;)
        {
            var left = next - time.GetUtcNow();
            if (left > TimeSpan.Zero)
            {
                await Task.Delay(left < LongestWait ? left : LongestWait, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                continue;
            }

            // After a long sleep of the machine only the last time counts.
            var last = schedule.Last(next, time.GetUtcNow()) ?? next;
            await StartAsync(schedule, last, isMissed: false, stop).ConfigureAwait(false);
            due = schedule.After(last);
        }
    }

    private async Task StartAsync(Schedule schedule, DateTimeOffset due, bool isMissed, CancellationToken stop)
    {
        var (sop, trigger) = (schedule.Sop.Id, schedule.Trigger);
        while (!stop.IsCancellationRequested)
        {
            try
            {
                var last = await host.LastDueAsync(sop, trigger.When, due, stop).ConfigureAwait(false);
                if (isMissed && last is null)
                {
                    return;
                }

                var start = new DueSchedule { Sop = sop, Trigger = trigger.When, Due = due, Last = last, By = Actor.Automation("schedule") };
                var replies = await host.StartDueAsync(start, stop).ConfigureAwait(false);
                Log.Scheduled(logger, sop, trigger.When, due, replies.Count(reply => reply.IsAccepted));
                foreach (var refusal in replies.Select(reply => reply.Refusal).OfType<Refusal>())
                {
                    Log.NotScheduled(logger, sop, trigger.When, due, refusal.Message);
                }

                return;
            }
            catch (RunStoreException trouble)
            {
                Log.StoreTrouble(logger, options.PauseAfterTrouble, trouble);
                await Task.Delay(options.PauseAfterTrouble, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // whatever the method of a team throws must not end the schedule
            catch (Exception error)
#pragma warning restore CA1031
            {
                Log.AskFailed(logger, sop, trigger.When, due, error);
                return;
            }
        }
    }
}
