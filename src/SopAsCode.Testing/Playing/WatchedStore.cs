using SopAsCode.Runtime;

namespace SopAsCode.Testing;

/// <summary>
/// The store of a scenario. It notes when each run must be looked at next, so that the clock can stop there, and lets a step whose AI was not scripted yet
/// wait for as long as the scenario takes.
/// </summary>
internal sealed class WatchedStore(IRunStore store) : ForwardingRunStore(store)
{
    private static readonly TimeSpan Ever = TimeSpan.FromDays(36_500);

    private readonly Dictionary<string, DateTimeOffset[]> _moments = new(StringComparer.Ordinal);
    private readonly List<string> _runs = [];
    private readonly HashSet<string> _changed = new(StringComparer.Ordinal);

    /// <summary>All runs, in the order in which they began.</summary>
    public IReadOnlyList<string> Runs => _runs;

    /// <summary>The runs that changed since this was asked before.</summary>
    public IReadOnlyList<string> TakeChanged()
    {
        List<string> changed = [.. _changed];
        _changed.Clear();
        return changed;
    }

    /// <summary>The step that was given out last.</summary>
    public StepLease? Lease { get; private set; }

    /// <summary>The first moment after another at which something happens by itself; null when nothing does.</summary>
    public DateTimeOffset? NextAfter(DateTimeOffset now) => _runs.Select(run => NextOf(run, now)).Min();

    /// <summary>The first moment after another at which something happens by itself in one run; null when nothing does.</summary>
    public DateTimeOffset? NextOf(string run, DateTimeOffset now) => _moments[run].Where(moment => moment > now).Select(moment => (DateTimeOffset?)moment).Min();

    public override async ValueTask<AppendResult> AppendAsync(Append append, CancellationToken cancel)
    {
        var result = await base.AppendAsync(append, cancel).ConfigureAwait(false);
        if (result == AppendResult.Done)
        {
            if (_moments.TryAdd(append.Run, []))
            {
                _runs.Add(append.Run);
            }

            _changed.Add(append.Run);
            _moments[append.Run] = [.. new[] { append.DueAt, append.Work?.ReadyAt }.OfType<DateTimeOffset>()];
        }

        return result;
    }

    public override async ValueTask<IReadOnlyList<StepLease>> ClaimStepsAsync(StepRequestForLease request, CancellationToken cancel)
    {
        var leases = await base.ClaimStepsAsync(request with { Lease = Ever }, cancel).ConfigureAwait(false);
        Lease = leases.Count > 0 ? leases[^1] : Lease;
        return leases;
    }

    // The lease of each step is endless here.
    public override ValueTask<bool> RenewStepAsync(StepLease lease, DateTimeOffset until, CancellationToken cancel) => ValueTask.FromResult(true);
}
