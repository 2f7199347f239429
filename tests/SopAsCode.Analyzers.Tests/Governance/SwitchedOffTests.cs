using Microsoft.CodeAnalysis;
using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class SwitchedOffTests
{
    private const string Rule = "SOP1107";

    private static readonly string Two = Waivers.Sop("Backup<Support>") + "\n" + Waivers.Sop("Backup<Support>", "Do2");

    [Theory]
    [InlineData("dotnet_diagnostic.SOP0305.severity = none")]
    [InlineData("dotnet_diagnostic.SOP0305.severity = silent")]
    [InlineData("dotnet_diagnostic.SOP0305.severity = suggestion")]
    public async Task A_rule_that_a_config_file_switches_off_is_said_once(string line)
    {
        const string message = "Config files switch off SOP0305 in this project (said at 'Do1'): take that out, or let the policy say [AllowWaiver(\"SOP0305\")] where it is meant";
        Assert.Equal(message, (await CheckAsync(Marked().WithEditorConfig("[*.cs]\n" + line))).Message(Rule));
        Assert.Equal(message, (await CheckAsync(Marked().WithProperty("SopProfile", "recommended").WithGlobalConfig("is_global = true\n" + line))).Message(Rule));
        Assert.Equal(message, (await CheckAsync(Marked().WithEditorConfig("[Sop.cs]\n" + line))).Message(Rule));
    }

    [Theory]
    [InlineData("dotnet_analyzer_diagnostic.category-Ownership.severity = none", "SOP0101, SOP0102, SOP0103, SOP0104, SOP0107 in")]
    [InlineData("dotnet_diagnostic.SOP0303.severity = none\ndotnet_diagnostic.SOP0005.severity = none\ndotnet_diagnostic.SOP1101.severity = none", "SOP0005, SOP0303, SOP1101 in")]
    public async Task All_of_them(string lines, string rules) =>
        Assert.Contains($"switch off {rules}", (await CheckAsync(Marked().WithEditorConfig("[*.cs]\n" + lines))).Message(Rule), StringComparison.Ordinal);

    [Theory]
    [InlineData("dotnet_diagnostic.SOP0305.severity = warning")]
    [InlineData("dotnet_diagnostic.SOP0305.severity = error")]
    [InlineData("dotnet_diagnostic.SOP0701.severity = warning")]
    [InlineData("dotnet_diagnostic.SOP0806.severity = none")]
    [InlineData("dotnet_diagnostic.SOP0203.severity = none")]
    [InlineData("dotnet_diagnostic.CA1822.severity = none")]
    [InlineData("dotnet_analyzer_diagnostic.category-Performance.severity = none")]
    public Task Silent_about_what_hides_nothing_or_is_said_otherwise(string line) => CheckAsync(SopProject.Of(Two).WithEditorConfig("[*.cs]\n" + line));

    [Fact]
    public Task Silent_about_other_files() => CheckAsync(SopProject.Of(Two).WithEditorConfig("[tests/*.cs]\ndotnet_diagnostic.SOP0305.severity = none"));

    [Fact]
    public Task Silent_about_what_the_policy_allows_to_waive() =>
        CheckAsync(SopProject.Of(Two + "\n[AllowWaiver(\"SOP0305\")] public sealed class House : Policy;").WithEditorConfig("[*.cs]\ndotnet_diagnostic.SOP0305.severity = none"));

    [Fact]
    public Task Silent_where_there_are_ideas_only() => CheckAsync(
        SopProject.Of("[Sop(\"Do it\", Stage = Stage.Idea)] public partial class Do1 : Sop;").WithEditorConfig("[*.cs]\ndotnet_diagnostic.SOP0305.severity = none"));

    [Theory]
    [InlineData("none")]
    [InlineData("starter")]
    [InlineData("recommended")]
    [InlineData("strict")]
    public async Task Silent_about_a_profile(string name)
    {
        var config = await File.ReadAllTextAsync(Path.Combine(Example.RepositoryRoot, "src", "SopAsCode.Build", "build", "profiles", name + ".globalconfig"));
        await CheckAsync(SopProject.Of(Two).WithGlobalConfig(config).WithProperty("SopProfile", name));
    }

    [Theory]
    [InlineData("starter", DiagnosticSeverity.Info)]
    [InlineData("recommended", DiagnosticSeverity.Info)]
    [InlineData("strict", DiagnosticSeverity.Warning)]
    public async Task The_profile_says_how_bad_it_is(string profile, DiagnosticSeverity severity)
    {
        var run = await CheckAsync(Marked().WithProperty("SopProfile", profile).WithEditorConfig("[*.cs]\ndotnet_diagnostic.SOP0101.severity = none\ndotnet_diagnostic.SOP1107.severity = none"));
        Assert.Equal(severity, run.Single(Rule).Severity);
    }

    private static SopProject Marked() => SopProject.Of(Two.Replace("Do1", "{|SOP1107:Do1|}", StringComparison.Ordinal));

    private static Task<AnalyzerRun> CheckAsync(SopProject project) => AnalyzerRun.CheckAsync(project, [Rule]);
}
