using SopAsCode.TestHarness;
using Xunit.Sdk;

namespace SopAsCode.Generators.Tests.Harness;

public class RetentionTests
{
    [Fact]
    public void A_pipeline_of_values_lets_go() => Retention.AssertReleased(SampleSops.Project, SampleGenerators.Good);

    [Fact]
    public void A_pipeline_that_keeps_a_symbol_does_not() =>
        Assert.Contains("compilation 1", Assert.Throws<TrueException>(() => Retention.AssertReleased(SampleSops.Project, SampleGenerators.KeepingSymbols)).Message, StringComparison.Ordinal);
}
