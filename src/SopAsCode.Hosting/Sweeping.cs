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
            List<Task> sooner = [host.NextRecorded];
            try
            {
                // What was begun is brought to its end: it is short.
                pause = await host.SweepAsync(CancellationToken.None).ConfigureAwait(false) > 0 ? TimeSpan.Zero : pause;
            }
            catch (RunStoreException trouble)
            {
                pause = options.PauseAfterTrouble;
                sooner.Clear();
                Log.StoreTrouble(logger, pause, trouble);
            }

            await Waiting.ForAsync(pause, time, stoppingToken, sooner).ConfigureAwait(false);
        }
    }
}
