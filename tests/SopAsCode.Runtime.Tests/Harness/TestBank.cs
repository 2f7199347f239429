using System.Collections.Concurrent;
using SopAsCode.Runtime.Tests.Sops;

namespace SopAsCode.Runtime.Tests.Harness;

/// <summary>A bank that pays once for each key, and can be out of order.</summary>
public sealed class TestBank : IBank, IRequests, IServiceProvider
{
    private int _failures;

    /// <summary>What was paid, by keys.</summary>
    public ConcurrentDictionary<string, long> Paid { get; } = new(StringComparer.Ordinal);

    /// <summary>All calls, in their order.</summary>
    public ConcurrentQueue<string> Calls { get; } = new();

    /// <summary>Waits here before it pays; null for no wait.</summary>
    public Func<string, CancellationToken, Task>? Before { get; set; }

    /// <summary>The requests that wait; null when nobody can say.</summary>
    public IReadOnlyList<Request>? Waiting { get; set; } = [];

    public Task<IReadOnlyList<Request>> WaitingAsync() => Task.FromResult(Waiting ?? throw new HttpRequestException("the shop does not answer"));

    public void FailNext(int times) => _failures = times;

    public async Task<string> PayAsync(string key, long cents, CancellationToken cancel)
    {
        Calls.Enqueue(key);
        if (Before is { } before)
        {
            await before(key, cancel);
        }

        if (Interlocked.Decrement(ref _failures) >= 0)
        {
            throw new HttpRequestException("the bank does not answer");
        }

        Paid.TryAdd(key, cents);
        return "R-" + key;
    }

    public object? GetService(Type serviceType) => serviceType == typeof(IBank) || serviceType == typeof(IRequests) ? this : null;
}
