using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SopAsCode.Runtime;

namespace SopAsCode.Hosting;

/// <summary>
/// Does steps of code and AI, several at a time. When the host stops it takes no more; steps in hand may end until the host's time to stop is over, and are
/// then told to end and given back, so that another host goes on at once.
/// </summary>
internal sealed class StepWorking : BackgroundService
{
    private readonly SopHost _host;
    private readonly SopHostingOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<StepWorking> _logger;
    private readonly CancellationTokenSource _giveBack = new();
    private readonly CancellationToken _told;
    private readonly List<Task> _inHand = [];

    public StepWorking(SopHost host, SopHostingOptions options, TimeProvider time, ILogger<StepWorking> logger)
    {
        (_host, _options, _time, _logger) = (host, options, time, logger);

        // A host that fails to start is disposed while this still works.
        _told = _giveBack.Token;
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        using var over = cancellationToken.Register(GiveBack);
        await base.StopAsync(CancellationToken.None).ConfigureAwait(false);
    }

    public override void Dispose()
    {
        _giveBack.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = _options.Pause;
            var isFull = false;
            List<Task> sooner = [_host.NextRecorded];
            try
            {
                await SettleAsync().ConfigureAwait(false);
                var begun = await _host.BeginStepsAsync(Math.Max(1, _options.StepsAtOnce) - _inHand.Count, _told).ConfigureAwait(false);
                _inHand.AddRange(begun);
                isFull = _inHand.Count >= _options.StepsAtOnce;
                pause = begun.Count > 0 && !isFull ? TimeSpan.Zero : pause;
            }
            catch (RunStoreException trouble)
            {
                pause = _options.PauseAfterTrouble;
                sooner.Clear();
                Log.StoreTrouble(_logger, pause, trouble);
            }

            // A step that ends makes room, and often has a next one behind it; a command that was taken may have one too.
            await (isFull
                ? Waiting.ForAsync(Timeout.InfiniteTimeSpan, _time, stoppingToken, _inHand)
                : Waiting.ForAsync(pause, _time, stoppingToken, [.. _inHand, .. sooner])).ConfigureAwait(false);
        }

        await EndAsync().ConfigureAwait(false);
    }

    // Takes out the steps that have ended; the first error is told after all of them are out.
    private async Task SettleAsync()
    {
        var ended = _inHand.Where(step => step.IsCompleted).ToList();
        _inHand.RemoveAll(ended.Contains);
        await Task.WhenAll(ended).ConfigureAwait(false);
    }

    private async Task EndAsync()
    {
        var all = Task.WhenAll(_inHand);
        var told = Task.Delay(Timeout.Infinite, _told);
        if (await Task.WhenAny(all, told).ConfigureAwait(false) != all)
        {
            await Task.WhenAny(all, Task.Delay(_options.LastWait, CancellationToken.None)).ConfigureAwait(false);
            if (_inHand.Count(step => !step.IsCompleted) is > 0 and var left)
            {
                Log.LeavesBehind(_logger, left);
                return;
            }
        }

        try
        {
            await all.ConfigureAwait(false);
        }
        catch (Exception error) when (error is RunStoreException or OperationCanceledException)
        {
            Log.StoreTrouble(_logger, TimeSpan.Zero, error);
        }
    }

    private void GiveBack()
    {
        Log.GivesBack(_logger, _inHand.Count(step => !step.IsCompleted));
        _giveBack.Cancel();
    }
}
