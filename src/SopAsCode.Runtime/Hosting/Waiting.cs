namespace SopAsCode.Runtime;

/// <summary>A pause that something can end.</summary>
internal static class Waiting
{
    /// <summary>Waits until a time is over, one of the tasks has ended, or the host stops. Nothing of it is left behind.</summary>
    public static async Task ForAsync(TimeSpan pause, TimeProvider time, CancellationToken stop, params IEnumerable<Task> sooner)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        await Task.WhenAny([.. sooner, Task.Delay(pause, time, over.Token)]).ConfigureAwait(false);
        await over.CancelAsync().ConfigureAwait(false);
    }
}
