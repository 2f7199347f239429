using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class DutiesTests
{
    private const string Rule = "SOP0105";
    private const string All = "[Responsible<Founder>(Duty.Builder), Responsible<Support>(Duty.Reviewer), Responsible<Support>(Duty.Documentation)]\n";

    [Fact]
    public async Task No_duty_is_anybodys() => Assert.Equal(
        "SOP 'Do1' does not say who builds it, reviews what comes out or keeps its page: "
        + "add [Responsible<…>(…)] with Duty.Builder, Duty.Reviewer and Duty.Documentation",
        (await CheckAsync(Text("[Owner<Support>]\n", "{|SOP0105:Do1|}"))).Message(Rule));

    [Fact]
    public async Task One_duty_is_nobodys() => Assert.Equal(
        "SOP 'Do1' does not say who reviews what comes out: add [Responsible<…>(…)] with Duty.Reviewer",
        (await CheckAsync(Text(All.Replace("Duty.Reviewer", "Duty.Operator", StringComparison.Ordinal), "{|SOP0105:Do1|}"))).Message(Rule));

    [Fact]
    public Task Silent_when_each_is_somebodys() => CheckAsync(Text(All));

    [Theory]
    [InlineData("Retired")]
    [InlineData("Idea")]
    public Task Silent_about_what_does_not_run(string stage) => CheckAsync(Text("").Replace("\"Do it\")]\npublic", $"\"Do it\", Stage = Stage.{stage})]\npublic", StringComparison.Ordinal));

    [Theory]
    [InlineData("[Responsible<Support>]\n")]
    [InlineData("[Responsible<Support>(Duty.)]\n")]
    [InlineData("[Responsible<Sup>(Duty.Builder)]\n")]
    [InlineData("[Resp]\n")]
    public Task Silent_while_an_attribute_is_unfinished(string attribute) => CheckAsync(SopProject.Of(Text(attribute)).ThatDoesNotCompile());

    [Theory]
    [InlineData(
        "[Owner<Support>, Backup<Founder>]\n[Trigger(\"x\")]\n",
        "[Owner<Support>, Backup<Founder>]\n[Responsible<Support>(Duty.Builder), Responsible<Support>(Duty.Reviewer), Responsible<Support>(Duty.Documentation)]\n[Trigger(\"x\")]\n")]
    [InlineData(
        "[Owner<Support>]\n[Responsible<Founder>(Duty.Builder)]\n",
        "[Owner<Support>]\n[Responsible<Founder>(Duty.Builder)]\n[Responsible<Support>(Duty.Reviewer), Responsible<Support>(Duty.Documentation)]\n")]
    public async Task Gives_what_is_open_to_the_owner(string before, string after) =>
        Assert.Equal(Text(after), (await FixRun.ApplyAsync(Text(before), Rule, "Give the open duties to the owner, Support"))["Sop.cs"]);

    [Fact]
    public Task Offers_nothing_without_an_owner() => FixRun.AssertNoneOfferedAsync(Text("[Backup<Founder>]\n"), Rule);

    [Fact]
    public async Task Does_not_make_the_owner_build_what_the_owner_grants()
    {
        const string grant = "[assembly: Grant<Do1, Helpdesk>(Impact.Customers, By = typeof(Support))]\n";
        await FixRun.AssertNoneOfferedAsync(grant + Text("[Owner<Support>]\n"), Rule);
        Assert.Equal(
            grant + Text("[Owner<Support>]\n" + All[..35] + "]\n[Responsible<Support>(Duty.Reviewer), Responsible<Support>(Duty.Documentation)]\n"),
            (await FixRun.ApplyAsync(grant + Text("[Owner<Support>]\n" + All[..35] + "]\n"), Rule))["Sop.cs"]);
    }

    [Fact]
    public Task Only_a_person_gives_them() => FixRun.AssertOnlyByHandAsync(Text("[Owner<Support>]\n"), Rule);

    private static string Text(string attributes, string name = "Do1") =>
        $"[Sop(\"Do it\")]\n{attributes}public partial class {name} : Sop\n{{\n    [HumanStep<SeniorSupport>(\"Do it\")] public partial Task DoIt();\n}}\n";

    private static Task<AnalyzerRun> CheckAsync(SopProject project) => AnalyzerRun.CheckAsync(project, [Rule]);
}
