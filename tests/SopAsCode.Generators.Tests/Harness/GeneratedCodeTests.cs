using SopAsCode.TestHarness;
using Xunit.Sdk;

namespace SopAsCode.Generators.Tests.Harness;

public class GeneratedCodeTests
{
    [Fact]
    public async Task Clean_code_passes() => await GeneratedCode.AssertCleanAsync(GeneratorRun.Of(SampleSops.Project, SampleGenerators.Good));

    [Fact]
    public async Task A_public_member_without_documentation_fails()
    {
        var failure = await Assert.ThrowsAsync<TrueException>(() => GeneratedCode.AssertCleanAsync(GeneratorRun.Of(SampleSops.Project, SampleGenerators.Undocumented)));

        Assert.Contains("CS1591", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_that_looks_at_generated_code_is_heard()
    {
        var failure = await Assert.ThrowsAsync<TrueException>(() => GeneratedCode.AssertCleanAsync(GeneratorRun.Of(SampleSops.Project, SampleGenerators.Weak)));

        Assert.Contains("CA5350", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task By_hand_every_house_analyzer_has_its_say()
    {
        var said = await GeneratedCode.ComplaintsByHandAsync(GeneratorRun.Of(SampleSops.Project, SampleGenerators.Weak));

        foreach (var family in new[] { "CA", "MA", "RCS" })
        {
            Assert.Contains(said, found => found.Contains($" {family}", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void What_was_generated_can_be_run()
    {
        using var emitted = EmittedAssembly.Of(SampleSops.Project, SampleGenerators.Good);

        Assert.Equal("First", emitted.Get<string>("Team.First", "Word"));
        Assert.Throws<MissingMemberException>(() => emitted.Get<string>("Team.First", "NoSuchMember"));
    }

    [Fact]
    public void An_emitted_assembly_unloads()
    {
        var context = Load();
        for (var i = 0; i < 10 && context.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(context.IsAlive);

        [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
        static WeakReference Load()
        {
            using var emitted = EmittedAssembly.Of(SampleSops.Project, SampleGenerators.Good);
            return new(emitted.Assembly);
        }
    }
}
