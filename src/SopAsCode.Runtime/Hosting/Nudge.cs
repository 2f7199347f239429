namespace SopAsCode.Runtime;

/// <summary>Wakes whoever waits for work when there may be some. Thread-safe.</summary>
internal sealed class Nudge
{
    private TaskCompletionSource _next = New();

    /// <summary>Ends at the next call of <see cref="Now"/>.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    /// <summary>Wakes all who wait.</summary>
    public void Now() => Interlocked.Exchange(ref _next, New()).TrySetResult();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
