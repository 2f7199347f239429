using Microsoft.CodeAnalysis.Diagnostics;

namespace SopAsCode.Analyzers.Tests;

/// <summary>An editor asks for the findings of one open file: none may wait for the end of the compilation.</summary>
public class WhileTypingTests
{
    private const string Send = "[AutomatedStep] public Task Send() => Task.CompletedTask;";

    [Theory]
    [InlineData("SOP0001", "[Sop(\"A\")] public class A : Sop { " + Send + " }")]
    [InlineData("SOP0002", "[Sop(\"A\")] public partial class A : Sop;")]
    [InlineData("SOP0002", "public class A { " + Send + " }")]
    [InlineData("SOP0003", "[Sop(\"A\")] public partial class A : Sop { [Next(\"B\")] " + Send + " }")]
    [InlineData("SOP0004", "[Sop(\"A\")] public partial class A : Sop { " + Send + " } [Sop(\"B\", Id = \"a\")] public partial class B : Sop { " + Send + " }")]
    [InlineData("SOP0005", "[Sop(\"A\"), Review(Cadence.Weekly, Last = \"today\")] public partial class A : Sop { " + Send + " }")]
    [InlineData("SOP0005", "[assembly: Grant<A, Helpdesk>(Impact.Money, On = \"today\")] [Sop(\"A\")] public partial class A : Sop { " + Send + " }")]
    [InlineData("SOP0005", "[Model(\"\")] public class A : Agent;")]
    [InlineData("SOP0006", "[Sop(\"A\")] public partial class A : Sop { [AutomatedStep] public void Send() { } }")]
    [InlineData("SOP0007", "[Sop(\"A\")] public partial class A : Sop { [AutomatedStep] public Task Send(Ticket ticket) => Task.CompletedTask; }")]
    public async Task Shows_in_the_open_file(string rule, string source)
    {
        var run = await PlainRun.OfAsync(source);
        var file = run.Output.SyntaxTrees.Single(tree => tree.ToString() == source);
        var shown = await run.Output.WithAnalyzers([new SopAnalyzer()], new AnalyzerOptions([]))
            .GetAnalyzerSemanticDiagnosticsAsync(run.Output.GetSemanticModel(file), null, CancellationToken.None);
        Assert.Equal(
            run.Findings.Select(finding => finding.ToString()).Order(StringComparer.Ordinal),
            shown.Select(finding => finding.ToString()).Order(StringComparer.Ordinal),
            StringComparer.Ordinal);
        Assert.Contains(shown, finding => finding.Id == rule);
    }
}
