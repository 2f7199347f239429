namespace SopAsCode.Runtime.Tests.Harness;

/// <summary>A store that can no longer be reached when a step has a result: as if the process had stopped there.</summary>
internal sealed class DyingStore(IRunStore store, Func<bool> isDead) : ForwardingRunStore(store)
{
    public override ValueTask<AppendResult> AppendAsync(Append append, CancellationToken cancel) =>
        append.Events.Any(recorded => recorded.Event is nameof(ActionTaken) or nameof(StepFailed)) && isDead()
            ? throw new RunStoreException(StoreTrouble.Unreachable, "The process is gone.")
            : base.AppendAsync(append, cancel);
}
