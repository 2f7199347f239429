using Microsoft.CodeAnalysis;
using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class ForbiddenWaiverTests
{
    private const string Rule = "SOP1104";

    [Fact]
    public Task Silent_about_a_rule_that_may_be_waived() => CheckAsync(Waivers.Sop(Waivers.Fine));

    [Theory]
    [InlineData("SOP0201")]
    [InlineData("SOP0203")]
    [InlineData("SOP0301")]
    [InlineData("SOP0306")]
    public async Task Not_without_the_policys_leave(string rule)
    {
        Assert.Equal(
            $"{rule} can't be waived without the policy's leave: remove the waiver from SOP 'Do1' and mend the finding, or let the policy say [AllowWaiver(\"{rule}\")]",
            (await CheckAsync(Sop(rule))).Message(Rule));
        await CheckAsync(Sop(rule, mark: false) + $"\n[AllowWaiver(\"{rule}\")] public sealed class House : Policy;");
    }

    [Theory]
    [InlineData("SOP0003", "SOP0003 is about the shape of an SOP, without which nothing can be generated, so it can't be waived")]
    [InlineData("SOP1106", "SOP1106 is about waivers and the policy themselves, so it can't be waived")]
    public async Task Never(string rule, string why) => Assert.Equal(
        $"{why}: remove the waiver from SOP 'Do1' and mend the finding", (await CheckAsync(Sop(rule) + $"\n[AllowWaiver(\"{rule}\")] public sealed class House : Policy;")).Message(Rule));

    [Fact]
    public Task No_leave_makes_one_count_that_is_about_waivers() => AnalyzerRun.CheckAsync(
        SopProject.Of(
            Waivers.Sop("Waive({|SOP1104:\"SOP1102\"|}, Because = \"Holidays\", By = typeof(Founder), Until = \"2027-01-31\"), " + Waivers.Fine.Replace("\"2027-01-31\"", "{|SOP1102:\"2026-01-31\"|}", StringComparison.Ordinal))
            + "\n[AllowWaiver(\"SOP1102\")] public sealed class House : Policy;").WithProperty("SopAsOf", "2026-11-20"),
        [Rule, "SOP1100", "SOP1102"]);

    [Fact]
    public Task It_covers_nothing() => AnalyzerRun.CheckAsync(
        """
        [Sop("A"), Owner<Support>, Waive({|SOP1104:"SOP0203"|}, Because = "Holidays", By = typeof(Founder), Until = "2027-01-31")]
        public partial class A1 : Sop<Ticket>
        {
            [Checkpoint<Founder>("Approve it")] public partial Task Approve(Ticket ticket);
            [AutomatedStep("Send it"), Writes<Helpdesk>({|SOP0203:Impact.Customers|})] public Task Send(Ticket ticket) => Task.CompletedTask;
        }
        """,
        [Rule, "SOP0203", "SOP1100", "SOP1103"]);

    [Fact]
    public Task Silent_while_it_is_not_known_which_policy_counts() =>
        CheckAsync(Sop("SOP0203", mark: false) + "\npublic sealed class House : Policy;\npublic sealed class Garden : Policy;");

    [Fact]
    public Task No_line_of_a_config_file_changes_it() => CheckAsync(
        SopProject.Of(Sop("SOP0203")).WithEditorConfig("[*.cs]\ndotnet_diagnostic.SOP1104.severity = none").WithGlobalConfig("is_global = true\ndotnet_diagnostic.SOP1104.severity = none"));

    [Fact]
    public Task No_pragma_changes_it() => CheckAsync("#pragma warning disable SOP1104\n" + Sop("SOP0203"));

    [Fact]
    public Task What_silences_it_is_a_finding_itself() => AnalyzerRun.CheckAsync(
        Sop("SOP0203").Replace("[Sop(", "[System.Diagnostics.CodeAnalysis.SuppressMessage(\"Waivers\", {|SOP1106:\"SOP1104\"|})]\n[Sop(", StringComparison.Ordinal),
        [Rule, "SOP1106"]);

    [Theory]
    [InlineData("starter", DiagnosticSeverity.Error)]
    [InlineData("recommended", DiagnosticSeverity.Error)]
    [InlineData("strict", DiagnosticSeverity.Error)]
    public async Task The_profile_says_how_bad_it_is(string profile, DiagnosticSeverity severity) =>
        Assert.Equal(severity, (await CheckAsync(SopProject.Of(Sop("SOP0203")).WithProperty("SopProfile", profile))).Single(Rule).Severity);

    [Fact]
    public Task The_mildest_profile_leaves_it_out() => CheckAsync(SopProject.Of(Sop("SOP0203", mark: false)).WithProperty("SopProfile", "None "));

    private static string Sop(string rule, bool mark = true) =>
        Waivers.Sop(Waivers.Fine.Replace("\"SOP0101\"", mark ? $"{{|SOP1104:\"{rule}\"|}}" : $"\"{rule}\"", StringComparison.Ordinal));

    private static Task<AnalyzerRun> CheckAsync(SopProject project) => AnalyzerRun.CheckAsync(project, [Rule]);
}
