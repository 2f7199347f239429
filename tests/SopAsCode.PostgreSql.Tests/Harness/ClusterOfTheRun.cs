using SopAsCode.Runtime.Tests.Harness;
using SopAsCode.TestCluster;

[assembly: AssemblyFixture(typeof(ClusterOfTheRun))]

namespace SopAsCode.Runtime.Tests.Harness;

/// <summary>The server of all tests of this project, started once and deleted at the end.</summary>
public sealed class ClusterOfTheRun : IAsyncLifetime
{
    private static Cluster? _cluster;

    /// <summary>The server. Without PostgreSQL the test is skipped.</summary>
    public static Cluster Cluster
    {
        get
        {
            Assert.SkipWhen(TestCluster.Cluster.Missing is not null, TestCluster.Cluster.Missing ?? "");
            return _cluster!;
        }
    }

    public async ValueTask InitializeAsync() => _cluster = TestCluster.Cluster.Missing is null ? await TestCluster.Cluster.StartAsync() : null;

    public async ValueTask DisposeAsync()
    {
        if (_cluster is { } cluster)
        {
            await cluster.DisposeAsync();
        }
    }
}
