using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SopAsCode.Runtime;

namespace SopAsCode.Hosting;

/// <summary>Lets time pass for runs: what is due, reminders, messages between runs, events from outside. Each host sweeps; the store gives a run to one of them.</summary>
internal sealed class Sweeping(SopHost host, SopHostingOptions options, TimeProvider time, ILogger<Sweeping> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = options.Pause;
            var recorded = host.NextRecorded;
            try
            {
                // What was begun is brought to its end: it is short.
                pause = await host.SweepAsync(CancellationToken.None).ConfigureAwait(false) > 0 ? TimeSpan.Zero : pause;
            }
            catch (RunStoreException trouble)
            {
                pause = options.PauseAfterTrouble;
                recorded = Task.Delay(Timeout.Infinite, stoppingToken);
                Log.StoreTrouble(logger, pause, trouble);
            }

            using var over = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            await Task.WhenAny(recorded, Task.Delay(pause, time, over.Token)).ConfigureAwait(false);
            await over.CancelAsync().ConfigureAwait(false);
        }
    }
}
