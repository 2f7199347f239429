using Microsoft.CodeAnalysis;
using SopAsCode.TestHarness;
using Xunit.Sdk;

namespace SopAsCode.Generators.Tests.Harness;

public class AnalyzerRunTests
{
    [Fact]
    public async Task Findings_are_exactly_the_marked_ones()
    {
        var run = await CheckAsync("{|SAM001:BadOne|}", "{|SAM002:WorseTwo|}");

        Assert.Equal("'BadOne' is bad", run.Message("SAM001"));
        Assert.Equal(2, run.Findings.Count);
        Assert.Equal(DiagnosticSeverity.Warning, run.Single("SAM002").Severity);
        Assert.Equal("WorseTwo", run.Single("SAM002").Place.Text);
    }

    [Theory]
    [InlineData("BadOne", "unexpected: SAM001 at Sop.cs:4 'BadOne'")]
    [InlineData("{|SAM001:Fine|}", "missing:    SAM001 at Sop.cs:4 'Fine'")]
    [InlineData("{|SAM002:BadOne|}", "missing:    SAM002 at Sop.cs:4 'BadOne'")]
    [InlineData("{|SAM001:{|SAM001:BadOne|}|}", "missing:    SAM001")]
    [InlineData("{|SAM001:Bad|}One", "unexpected: SAM001")]
    public async Task Anything_else_fails(string method, string message)
    {
        var failure = await Assert.ThrowsAsync<TrueException>(() => CheckAsync(method));

        Assert.Contains(message, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_choice_of_rules_the_others_are_not_looked_at()
    {
        var run = await AnalyzerRun.CheckAsync(Sop("{|SAM001:BadOne|}", "WorseTwo"), ["SAM001"], SampleRule.Tooling);

        Assert.Single(run.Findings);
        await Assert.ThrowsAsync<TrueException>(() => AnalyzerRun.CheckAsync(Sop("{|SAM001:BadOne|}"), ["SAM002"], SampleRule.Tooling));
    }

    [Fact]
    public async Task Generated_code_is_seen_and_left_alone()
    {
        // The generator writes a constant named Word, and the rule is against fields of that name.
        await CheckAsync("Fine");
        var failure = await Assert.ThrowsAsync<TrueException>(() =>
            AnalyzerRun.CheckAsync(Sop("Fine").With("Word.cs", "namespace Team; public class Other { public int Word; }"), tooling: SampleRule.Tooling));

        Assert.Contains("SAM001 at Word.cs:1 'Word'", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(".g.cs", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Numbered_marks_are_the_places_a_finding_also_points_at()
    {
        var run = await AnalyzerRun.CheckAsync("namespace Team; [Sop(\"A\")] public partial class {|#0:A|} : Sop { {|#1:void|} {|SAM001:Bad|}() { } }", tooling: SampleRule.Tooling);

        run.Single("SAM001").AssertAlso(0);
        Assert.Throws<TrueException>(() => run.Single("SAM001").AssertAlso(1));
        Assert.Throws<TrueException>(() => run.Single("SAM001").AssertAlso());
    }

    [Fact]
    public async Task Properties_and_severities_come_from_the_project()
    {
        var project = Sop("{|SAM001:BadOne|}", "WorseTwo")
            .WithProperty("SopAsOf", "2026-11-02")
            .WithEditorConfig("[*.cs]\ndotnet_diagnostic.SAM001.severity = error\ndotnet_diagnostic.SAM002.severity = none");

        var run = await AnalyzerRun.CheckAsync(project, tooling: SampleRule.Tooling);

        Assert.Equal("'BadOne' is bad on 2026-11-02", run.Message("SAM001"));
        Assert.Equal(DiagnosticSeverity.Error, run.Single("SAM001").Severity);
    }

    [Fact]
    public async Task A_pragma_silences_as_it_does_in_a_build() =>
        await AnalyzerRun.CheckAsync("#pragma warning disable SAM001\nnamespace Team; public class A { void Bad() { } }", tooling: SampleRule.Tooling);

    [Fact]
    public async Task A_rule_that_throws_fails()
    {
        var failure = await Assert.ThrowsAsync<TrueException>(() => AnalyzerRun.CheckAsync(Sop("Fine"), tooling: SampleRule.Throwing));

        Assert.Contains("thrown on purpose", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_that_does_not_compile_fails_unless_the_test_says_so()
    {
        SopProject broken = "namespace Team; public class A { Missing {|SAM001:Bad|}() => null; }";

        var failure = await Assert.ThrowsAsync<TrueException>(() => AnalyzerRun.CheckAsync(broken, tooling: SampleRule.Tooling));
        await AnalyzerRun.CheckAsync(broken.ThatDoesNotCompile(), tooling: SampleRule.Tooling);
        await Assert.ThrowsAsync<TrueException>(() => AnalyzerRun.CheckAsync(Sop("Fine").ThatDoesNotCompile(), tooling: SampleRule.Tooling));

        Assert.Contains("CS0246", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_generator_that_throws_fails_the_rule_test_too()
    {
        var failure = await Assert.ThrowsAsync<TrueException>(() => AnalyzerRun.CheckAsync(Sop("Fine"), tooling: SampleRule.Tooling with { Generators = SampleGenerators.Throwing.Generators }));

        Assert.Contains("thrown on purpose", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rules_see_the_sops_of_a_referenced_project()
    {
        var project = SopProject.Bare
            .WithReference(SampleSops.Project with { Name = "Elsewhere" }, SampleGenerators.Good)
            .With("A.cs", "namespace Here; public class A { public string {|SAM001:BadWord|}() => Team.First.Word; }");

        Assert.Single((await AnalyzerRun.CheckAsync(project, tooling: SampleRule.Tooling)).Findings);
    }

    private static Task<AnalyzerRun> CheckAsync(params string[] methods) => AnalyzerRun.CheckAsync(Sop(methods), tooling: SampleRule.Tooling);

    private static SopProject Sop(params string[] methods) =>
        $"namespace Team;\n[Sop(\"A\")] public partial class A : Sop\n{{\n{string.Join('\n', methods.Select(method => $"    void {method}() {{ }}"))}\n}}";
}
