using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class HandWrittenSummaryTests
{
    private const string Rule = "SOP0008";
    private const string Sop = "[Sop(\"Do it\")] public partial class Do1 : Sop { [HumanStep<Support>(\"Do it\")] public partial Task DoIt(); }";

    [Theory]
    [InlineData("[assembly: {|SOP0008:SopAsCode.SopSummary(typeof(Do1), 1, Id = \"do1\")|}]")]
    [InlineData("using S = SopAsCode.SopSummaryAttribute;\n[assembly: {|SOP0008:S(typeof(Do1), 1)|}]")]
    [InlineData("global using S = SopAsCode.SopSummaryAttribute;\n[assembly: {|SOP0008:S(typeof(Do1), 7)|}]")]
    public async Task A_summary_in_a_file_of_the_project(string file) => Assert.Equal(
        "[SopSummary] of 'Do1' is written by hand, and rules elsewhere would believe it: remove it; the generator writes one for each SOP",
        (await CheckAsync(SopProject.Of(Sop).With("Odd.cs", file))).Message(Rule));

    [Fact]
    public async Task A_summary_of_something_else_in_a_file_with_the_path_of_a_generated_one() => Assert.StartsWith(
        "[SopSummary] of 'String' is written by hand",
        (await CheckAsync(SopProject.Of(Sop).With("SopAsCode.Generators.SopGenerator/Do1.g.cs", "[assembly: {|SOP0008:SopAsCode.SopSummary(typeof(string), 1, Id = \"do1\")|}]"))).Message(Rule), StringComparison.Ordinal);

    [Fact]
    public async Task A_second_summary_in_a_file_with_the_path_of_a_generated_one()
    {
        var run = SopCompilation.Of(SopProject.Of(Sop).With("SopAsCode.Generators.SopGenerator/Do1.g.cs", "[assembly: SopAsCode.SopSummary(typeof(Do1), 1, Id = \"do1\")]"));
        Assert.Contains(await Stale(run), finding => finding.Id == Rule);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[assembly: System.Reflection.AssemblyTitle(\"A\")]")]
    [InlineData("[assembly: N.SopSummary(typeof(Do1), 1)]\nnamespace N { [AttributeUsage(AttributeTargets.Assembly)] class SopSummaryAttribute(Type sop, int format) : Attribute { public string All => sop.Name + format; } }")]
    public Task Silent_about_what_the_generator_wrote_and_about_other_attributes(string file) => CheckAsync(SopProject.Of(Sop).With("Odd.cs", file));

    [Fact]
    public async Task The_profile_none_does_not_hide_it() => Assert.Single((await CheckAsync(
        SopProject.Of(Sop).With("Odd.cs", "[assembly: {|SOP0008:SopAsCode.SopSummary(typeof(Do1), 1)|}]").WithProperty("SopProfile", "none").WithEditorConfig("[*.cs]\ndotnet_diagnostic.SOP0008.severity = none"))).Findings);

    private static async Task<IEnumerable<Microsoft.CodeAnalysis.Diagnostic>> Stale(SopCompilation input)
    {
        GeneratorRun.NewDriver(input, Tooling.Product).RunGeneratorsAndUpdateCompilation(input.Compilation, out var output, out _);
        return await Microsoft.CodeAnalysis.Diagnostics.DiagnosticAnalyzerExtensions.WithAnalyzers(output, [new SopAnalyzer()], new Microsoft.CodeAnalysis.Diagnostics.AnalyzerOptions([])).GetAnalyzerDiagnosticsAsync();
    }

    private static Task<AnalyzerRun> CheckAsync(SopProject project) => AnalyzerRun.CheckAsync(project, [Rule]);
}
