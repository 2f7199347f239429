using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class PolicyTests
{
    private const string Rule = "SOP1105";

    [Theory]
    [InlineData("Cap(Impact.Money | Impact.Legal, Level.PrepareForApproval), Cap(Impact.Customers, Level.Autonomous)")]
    [InlineData("Cap(Impact.Money, Level.DraftOnly), Cap(Impact.Money | Impact.Legal, Level.DraftOnly)")]
    [InlineData("Allow<Writer>(UpTo = DataClass.Personal), Allow<Sorter>, Allow<Writer>(UpTo = DataClass.Personal)")]
    [InlineData("AllowTool<Helpdesk>(Access.Write), AllowTool<Ledger>(Access.Read)")]
    [InlineData("RequireApprover<Founder>(Impact.Money), RequireApprover<Finance>(Impact.Money)")]
    [InlineData("TitlePattern(\"^[A-Z].*$\"), MaxApprovalShare(100), MaxSteps(1), MinimumTrial(0), WaiverLimit(0)")]
    [InlineData("AllowWaiver(\"SOP0203\"), AllowWaiver(\"SOP0101\")")]
    public Task Silent_about_one_answer(string entries) => CheckAsync(Policy(entries));

    [Theory]
    [InlineData(
        "{|#0:Cap(Impact.Money | Impact.Legal, Level.DraftOnly)|}, {|SOP1105:Cap(Impact.Legal | Impact.Customers, Level.Autonomous)|}",
        "Policy 'House' caps Impact.Legal at DraftOnly and, here, at Autonomous: keep one of the two")]
    [InlineData(
        "{|#0:Cap(Impact.Money, Level.DraftOnly)|}, Cap(Impact.Legal, Level.DraftOnly), {|SOP1105:Cap(Impact.Legal | Impact.Money, Level.Autonomous)|}",
        "Policy 'House' caps Impact.Money at DraftOnly and, here, at Autonomous: keep one of the two")]
    [InlineData(
        "{|#0:Allow<Writer>(UpTo = DataClass.Personal)|}, {|SOP1105:Allow<Writer>(UpTo = DataClass.Secret)|}",
        "Policy 'House' lets 'Writer' see data up to Personal and, here, see data up to Secret: keep one of the two")]
    [InlineData(
        "{|#0:AllowTool<Helpdesk>(Access.Write)|}, {|SOP1105:AllowTool<Helpdesk>(Access.Read)|}",
        "Policy 'House' lets 'Helpdesk' be used up to Write and, here, be used up to Read: keep one of the two")]
    public async Task Two_answers_to_one_question(string entries, string message)
    {
        var finding = (await CheckAsync(Policy(entries))).Single(Rule);
        Assert.Equal(message, finding.Message);
        finding.AssertAlso(0);
    }

    [Theory]
    [InlineData("TitlePattern({|SOP1105:\"[A-Z\"|})", "[TitlePattern] of policy 'House' is '[A-Z', which can't be read as a regular expression, so no title is checked: mend it")]
    [InlineData("MaxApprovalShare({|SOP1105:0|})", "[MaxApprovalShare] of policy 'House' is 0, but a share goes from 1 to 100 percent")]
    [InlineData("MaxApprovalShare({|SOP1105:101|})", "[MaxApprovalShare] of policy 'House' is 101, but a share goes from 1 to 100 percent")]
    [InlineData("MinimumTrial({|SOP1105:-1|})", "[MinimumTrial] of policy 'House' is -1, but a trial can't be negative")]
    [InlineData("WaiverLimit({|SOP1105:-90|})", "[WaiverLimit] of policy 'House' is -90, but a waiver can't be shorter than nothing")]
    [InlineData("MaxSteps({|SOP1105:0|})", "[MaxSteps] of policy 'House' is 0, but an SOP has at least one step")]
    [InlineData("AllowWaiver(\"SOP0203\"), AllowWaiver({|SOP1105:\"SOP0207x\"|})", "Policy 'House' allows waivers of 'SOP0207x', which is no rule: did you mean SOP0201?")]
    [InlineData("AllowWaiver({|SOP1105:\"everything\"|})", "Policy 'House' allows waivers of 'everything', which is no rule: write the id of one, or remove it")]
    [InlineData("AllowWaiver({|SOP1105:\"SOP0003\"|})", "Policy 'House' allows waivers of 'SOP0003', which can't be waived at all: remove it")]
    public async Task What_cannot_be(string entries, string message)
    {
        var actual = (await CheckAsync(Policy(entries))).Message(Rule);
        Assert.Equal(message.Split("did you mean")[0], actual.Split("did you mean")[0]);
    }

    [Fact]
    public async Task Two_policies_and_nobody_says_which()
    {
        var run = await CheckAsync("public sealed class {|SOP1105:House|} : Policy;\npublic sealed class {|SOP1105:Garden|} : Policy;\npublic abstract class Any : Policy;");
        Assert.Equal(
            "Policy 'House' stands beside 'Garden' and nothing says which one counts, so none does: add [assembly: UsePolicy<House>], or keep one", run.Findings[0].Message);
    }

    [Theory]
    [InlineData("[assembly: UsePolicy<House>]\n")]
    [InlineData("[assembly: UsePolicy<Garden>]\n")]
    public Task Silent_when_somebody_says_which(string use) => CheckAsync(use + "public sealed class House : Policy;\npublic sealed class Garden : Policy;");

    [Theory]
    [InlineData("Cap(Impact.Money, Level.DraftOnly), Cap(Impact.Money, )")]
    [InlineData("Allow<Writer>(UpTo = DataClass.Personal), Allow<Writer>(UpTo = )")]
    [InlineData("Allow<Nobody>(UpTo = DataClass.Personal), Allow<Nobody>")]
    [InlineData("Cap(Impact.Money, Level.DraftOnly), Cap(Impact.Money, Level.Auto)")]
    public Task Silent_while_it_is_being_typed(string entries) => CheckAsync(SopProject.Of(Policy(entries)).ThatDoesNotCompile());

    [Fact]
    public Task Silent_about_somebody_elses_policies() => CheckAsync(
        "namespace Other { public abstract class Policy; [AttributeUsage(AttributeTargets.Class)] public class MaxStepsAttribute(int count) : Attribute { public int Count => count; } [MaxSteps(-1)] public class A : Policy; public class B : Policy; }");

    private static string Policy(string entries) => $"[{entries}]\npublic sealed class House : Policy;";

    private static Task<AnalyzerRun> CheckAsync(SopProject project) => AnalyzerRun.CheckAsync(project, [Rule]);
}
