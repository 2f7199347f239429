using SopAsCode.TestHarness;

namespace SopAsCode.Generators.Tests.Harness;

internal static class SampleSops
{
    public const string TwoSops = """
        namespace Team;

        [Sop("First")]
        public sealed partial class First : Sop
        {
            [AutomatedStep]
            public Task Send(CancellationToken cancel) => Task.CompletedTask;
        }

        [Sop("Second")]
        public sealed partial class Second : Sop
        {
        }
        """;

    public static SopProject Project => SopProject.Of(TwoSops);
}
