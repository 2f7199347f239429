using SopAsCode.Runtime;

namespace SopAsCode.Figures.Tests.Harness;

/// <summary>A store that says what was asked of it.</summary>
internal sealed class CountingStore(IRunStore store) : ForwardingRunStore(store)
{
    public List<string> Calls { get; } = [];

    protected override IRunStore For(string member)
    {
        Calls.Add(member);
        return base.For(member);
    }
}
