using Microsoft.CodeAnalysis;
using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class ProfilesTests
{
    private static readonly string Folder = Path.Combine(Example.RepositoryRoot, "src", "SopAsCode.Build", "build", "profiles");

    [Fact]
    public void The_default_of_a_rule_is_its_severity_at_recommended() =>
        Assert.Equal(Rules.All.Select(rule => (rule.RuleId, rule.SeverityIn("recommended"))), Rules.Descriptors.Select(rule => (rule.Id, (DiagnosticSeverity?)rule.DefaultSeverity)));

    [Fact]
    public void There_is_a_file_for_each_profile_and_no_other() => Assert.Equal(
        RuleSeverity.Profiles.Select(name => name + ".globalconfig").Order(StringComparer.Ordinal),
        Directory.GetFiles(Folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal),
        StringComparer.Ordinal);

    [Theory]
    [InlineData("strict")]
    [InlineData("recommended")]
    [InlineData("starter")]
    public async Task The_compiler_reads_a_profile(string profile) => Assert.Equal(DiagnosticSeverity.Error, await SeverityAsync(profile, "{|SOP0101:Answer|}"));

    [Fact]
    public async Task The_mildest_profile_leaves_the_shape_alone()
    {
        Assert.Null(await SeverityAsync("none", "Answer"));
        Assert.DoesNotContain("SOP00", RuleFiles.ConfigOf("none"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_in_editorconfig_overrides_a_profile() => Assert.Equal(
        DiagnosticSeverity.Warning, await SeverityAsync("none", "{|SOP0101:Answer|}", "[*.cs]\ndotnet_diagnostic.SOP0101.severity = warning\n"));

    private static async Task<DiagnosticSeverity?> SeverityAsync(string profile, string name, string editorConfig = "")
    {
        var project = SopProject.Of($$"""[Sop("A")] public partial class {{name}} : Sop<Ticket> { [HumanStep<Support>("Answer it")] public partial Task Do(Ticket ticket); }""")
            .WithGlobalConfig(await File.ReadAllTextAsync(Path.Combine(Folder, profile + ".globalconfig")))
            .WithEditorConfig(editorConfig);
        return (await AnalyzerRun.CheckAsync(project, ["SOP0101"])).Findings.SingleOrDefault()?.Severity;
    }
}
