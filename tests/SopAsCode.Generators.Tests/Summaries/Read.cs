using Microsoft.CodeAnalysis.Diagnostics;
using SopAsCode.Model.Flow;
using SopAsCode.Model.Reading;
using SopAsCode.Model.Summaries;
using SopAsCode.TestHarness;

namespace SopAsCode.Generators.Tests.Summaries;

/// <summary>Reads an SOP of a project the way an analyzer does.</summary>
internal static class Read
{
    /// <summary>The flow of an SOP.</summary>
    public static FlowGraph Flow(SopProject project, string type = "Team.AnswerTicket")
    {
        var input = SopCompilation.Of(project);
        var symbol = input.Compilation.GetTypeByMetadataName(type);
        Assert.NotNull(symbol);
        var sop = new ProjectTexts(new AnalyzerOptions(input.AdditionalTexts, input.Options)).Join(SopReader.Read(symbol, default));
        return FlowBuilder.Build(sop);
    }

    /// <summary>The summaries that the assembly of a project carries.</summary>
    public static IReadOnlyList<SopSummary> Summaries(SopProject project) => [.. SopSummary.ReadAll(GeneratorRun.Of(project).Output.Assembly)];
}
