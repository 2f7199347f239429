using SopAsCode.Model.Flow;
using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

/// <summary>The fix mends whatever flow it is given, and leaves code that compiles and has no error of shape.</summary>
public class SmallFlowFixTests
{
    // In the order of the kinds.
    private static readonly string[] Rules = ["SOP0314", "SOP0301", "SOP0201", "SOP0201", "SOP0316"];

    // Whose checkpoint it is, whoever fixes it says: it may be the role that made the value, or may change what was asked about. What
    // a limit lacks, the rule about the way said before; and random flows slide into exceptions anyway. A loop that had no end has one by
    // the new reject, and is still a loop.
    private static readonly string[] MayBring = [.. Rules, "SOP0208", "SOP0305", "SOP0307", "SOP0315", "SOP0403", "SOP0408"];

    [Theory]
    [InlineData(100)]
    [InlineData(200)]
    [InlineData(300)]
    public async Task Fixes_a_small_flow(int seed)
    {
        for (var mended = 0; mended < 4; seed++)
        {
            var sop = SmallFlow.Make(seed);
            var unsafeWrites = WriteEffects.Unsafe(FlowBuilder.Build(sop)).Where(write => sop.Steps[write.Step].Kind == Model.StepKind.Automated).ToList();
            if (unsafeWrites.Count > 1)
            {
                // What is told at a checkpoint would not be told at the write.
                var project = SmallFlowSource.Of(sop).WithEditorConfig("[*.cs]\ndotnet_diagnostic.SOP0311.severity = none\ndotnet_diagnostic.SOP0312.severity = none\n");
                var rule = Rules[(int)unsafeWrites[0].Kind];
                var offers = await FixRun.TitlesAsync(project, rule);
                await FixRun.ApplyAsync(project, rule, offers.First(title => title.Contains("checkpoint", StringComparison.Ordinal)), mayBring: MayBring);
                mended++;
            }
        }
    }
}
