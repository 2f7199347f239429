using SopAsCode.Runtime;

namespace SopAsCode.Hosting.Tests.Harness;

/// <summary>A store that can't be reached for a while.</summary>
internal sealed class TroubledStore(IRunStore store, Func<bool> isInTrouble) : ForwardingRunStore(store)
{
    protected override IRunStore For(string member) => isInTrouble() ? throw new RunStoreException(StoreTrouble.Unreachable, "The server is away.") : base.For(member);
}
