using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SopAsCode.Runtime;

namespace SopAsCode.Hosting;

/// <summary>Erases the contents of runs that ended long ago, once an hour. The record stays.</summary>
internal sealed class Retaining(SopHost host, SopHostingOptions options, TimeProvider time, ILogger<Retaining> logger) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (options.KeepContents is { } keep && !stoppingToken.IsCancellationRequested)
        {
            var pause = Between;
            try
            {
                var erased = await host.EraseEndedBeforeAsync(time.GetUtcNow() - keep, stoppingToken).ConfigureAwait(false);
                if (erased > 0)
                {
                    Log.Erased(logger, erased, keep);
                }
            }
            catch (RunStoreException trouble)
            {
                pause = options.PauseAfterTrouble;
                Log.StoreTrouble(logger, pause, trouble);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }

            await Task.Delay(pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
