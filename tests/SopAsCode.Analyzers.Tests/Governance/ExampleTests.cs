using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

/// <summary>The example breaks no rule; take away what makes it sound, and the rule that minds says so, and its fix mends it.</summary>
public class ExampleTests
{
    private const string Sop = "Support/SupportTriage.cs";
    private static readonly SopProject Sound = Example.Of("TinyTeam");

    private static readonly string[] All = [.. Rules.All.Select(rule => rule.RuleId).Where(id => id != "SOP1100")];

    [Theory]
    [InlineData("")]
    [InlineData("2026-11-20")]
    public Task The_example_is_sound(string asOf) => AnalyzerRun.CheckAsync(Sound.WithProperty("SopAsOf", asOf), All);

    [Fact]
    public async Task Its_exceptions_are_said() => Assert.Equal(
        ["SOP0504", "SOP0305"],
        (await AnalyzerRun.CheckAsync(Marked(
            Sound.With("Operations/InventoryExceptions.cs", Text(Sound, "Operations/InventoryExceptions.cs").Replace("[Checkpoint<OperationsLead>(\"Approve quantity and mail\")]", "[{|SOP1100:Checkpoint<OperationsLead>(\"Approve quantity and mail\")|}]", StringComparison.Ordinal)),
            "When = nameof(IsSimple), PerDay",
            "When = {|SOP1100:nameof(IsSimple)|}, PerDay"), ["SOP1100"])).Findings.Select(finding => finding.Message.Split(' ')[0]).Reverse());

    [Fact]
    public async Task Without_its_owner()
    {
        var project = Edited(Sop, "[Owner<CustomerSuccessLead>, Backup<Founder>]", "[Backup<Founder>]");
        var run = await AnalyzerRun.CheckAsync(Marked(project, "class SupportTriage(", "class {|SOP0101:SupportTriage|}("), All);
        Assert.Equal("SOP 'SupportTriage' has no owner: add [Owner<…>] with the role that answers for its result", run.Message("SOP0101"));
        Assert.Equal(Text(Sound, Sop), (await FixRun.ApplyAsync(project, "SOP0101", "Make CustomerSuccessLead the owner"))[Sop]);
    }

    [Fact]
    public async Task Without_its_grant()
    {
        var grants = Text(Sound, "Grants.cs");
        var start = grants.IndexOf("[assembly: Grant<SupportTriage", StringComparison.Ordinal);
        var end = grants.IndexOf(")]\n", start, StringComparison.Ordinal) + 3;
        var project = Sound.With("Grants.cs", grants.Remove(start, end - start));
        var run = await AnalyzerRun.CheckAsync(Marked(project, "[Writes<Helpdesk>(Impact.Customers)]", "[Writes<Helpdesk>({|SOP0203:Impact.Customers|})]"), All);
        Assert.Equal(
            ["ApplyMacro", "SendReply"],
            run.Findings.Select(finding => finding.Message.Split('\'', '.')[2]));
        var fixedUp = await FixRun.ApplyAsync(project, "SOP0203", mayBring: ["SOP0212", "SOP0306"]);
        Assert.Matches("\\[assembly: Grant<SupportTriage, Helpdesk>\\(Impact\\.Customers, By = null, On = null,\\s+Because = \"\"\\)\\]\n$", fixedUp["Grants.cs"]);
        Assert.Equal(["SOP0212", "SOP0306"], fixedUp.Left.Where(left => left != "SOP1100").Order());
    }

    [Fact]
    public async Task Without_its_checkpoint()
    {
        var text = Text(Sound, Sop);
        var start = text.IndexOf("    [Checkpoint<", StringComparison.Ordinal);
        var end = text.IndexOf("    [AutomatedStep(\"Send the approved reply\")]", StringComparison.Ordinal);
        var project = Sound.With(Sop, text.Remove(start, end - start));
        var run = await AnalyzerRun.CheckAsync(Marked(project, "Task SendReply(", "Task {|SOP0301:SendReply|}("), All);
        Assert.Equal(
            "Categorise → DraftReply → SendReply: 'SupportTriage.SendReply' writes to 'Helpdesk' the unreviewed 'Reply' of AI step 'DraftReply': "
            + "show it before at a checkpoint with [Checklist] and [Due]",
            run.Message("SOP0301"));

        // What is checked there, and until when, is for a person to say.
        var fixedUp = await FixRun.ApplyAsync(project, "SOP0301", "Insert a checkpoint for CustomerSuccessLead");
        Assert.Contains("public partial Task<Reply> ReviewReply(Ticket ticket, Reply reply);", fixedUp[Sop], StringComparison.Ordinal);
        Assert.Equal(["SOP0304", "SOP0310"], fixedUp.Left.Where(left => left != "SOP1100"));
    }

    private static SopProject Edited(string file, string before, string after)
    {
        Assert.Contains(before, Text(Sound, file), StringComparison.Ordinal);
        return Sound.With(file, Text(Sound, file).Replace(before, after, StringComparison.Ordinal));
    }

    private static SopProject Marked(SopProject project, string before, string after) =>
        project.With(Sop, Text(project, Sop).Replace(before, after, StringComparison.Ordinal));

    private static string Text(SopProject project, string file) => project.Sources.Single(source => source.Name == file).Text;
}
