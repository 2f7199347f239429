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
    [InlineData("public sealed class House : Base;")]
    [InlineData("public abstract class Middle : Base; public sealed class House : Middle;")]
    [InlineData("public sealed class House : Base; [Holder<Founder>(\"ana\")] public sealed class Garden : Base;")]
    public async Task What_an_abstract_base_says_does_not_count(string heirs) => Assert.Equal(
        "Policy 'Base' is abstract, so its [RequireApprover] does not count: put it on 'House' itself",
        (await AnalyzerRun.CheckAsync(
            (heirs.Contains("Garden", StringComparison.Ordinal) ? "[assembly: UsePolicy<House>]\n" : "")
            + $"[RequireApprover<Founder>(Impact.Customers), RequireApprover<Finance>(Impact.Money)] public abstract class {{|SOP1105:Base|}} : Policy;\n{heirs}",
            [Rule])).Message(Rule));

    [Fact]
    public async Task What_an_abstract_policy_says_does_not_count() => Assert.Equal(
        "Policy 'House' is abstract, so its [Cap] and [MaxSteps] do not count: put them on the policy that counts, or take 'abstract' away",
        (await CheckAsync($"[Cap(Impact.Money, Level.DraftOnly), MaxSteps(9)] public abstract class {{|SOP1105:House|}} : Policy;\n{AnSop}")).Message(Rule));

    [Fact]
    public Task What_nobody_else_sees_does_not_count_without_an_SOP_either() => CheckAsync("[MaxSteps(9)] abstract class {|SOP1105:House|} : Policy;");

    [Theory]
    [InlineData("public abstract class House : Policy;\n" + AnSop)]
    [InlineData("[Note(\"By the board\")] public abstract class Base : Policy; public sealed class House : Base;\n" + AnSop)]
    [InlineData("[assembly: UsePolicy<House>]\n[MaxSteps(9)] public abstract class House : Policy;\n" + AnSop)]
    [InlineData("[MaxSteps(9)] public abstract class House : Policy;")]
    [InlineData("[MaxSteps(9)] public abstract class ForOthers : Policy; [MaxSteps(5)] public sealed class House : Policy;\n" + AnSop)]
    public Task Silent_about_an_abstract_policy(string source) => CheckAsync(source);

    [Fact]
    public Task Silent_while_an_abstract_policy_is_being_typed() =>
        CheckAsync(SopProject.Of("[MaxSteps(9), Cap(Impact.Money, )] public abstract class Base : Policy; public sealed class House : Base;").ThatDoesNotCompile());

    [Theory]
    [InlineData("public class House : Policy;")]
    [InlineData("public abstract class House : Policy;")]
    public async Task What_a_base_in_another_assembly_says_does_not_count(string house)
    {
        var run = await CheckAsync(SopProject.Of("public sealed class {|SOP1105:Ours|} : Lib.House;").WithReference(Library("[RequireReview(Cadence.Monthly), MaxSteps(9)] " + house)));
        Assert.Equal(
            "Policy 'Ours' derives from 'House', but policies inherit nothing, so its [RequireReview] and [MaxSteps] do not count here: put them on 'Ours' itself", run.Message(Rule));
    }

    [Theory]
    [InlineData("public class House : Policy;", "public sealed class Ours : Lib.House;")]
    [InlineData("[MaxSteps(9)] public class House : Policy;", "[MaxSteps(5)] public sealed class Ours : Lib.House;")]
    [InlineData("[MaxSteps(9)] public class House : Policy;", "[assembly: UsePolicy<Lib.House>]\npublic sealed class Ours : Lib.House;")]
    public Task Silent_about_a_base_of_which_nothing_is_lost(string house, string ours) => CheckAsync(SopProject.Of(ours).WithReference(Library(house)));

    [Fact]
    public async Task A_base_beside_the_policy_that_counts() => Assert.Equal(
        "Policy 'Ours' derives from 'House', but policies inherit nothing, so its [MaxSteps] does not count here: put it on 'Ours' itself",
        (await CheckAsync("[assembly: UsePolicy<Ours>]\n[MaxSteps(9)] public class House : Policy;\npublic sealed class {|SOP1105:Ours|} : House;")).Message(Rule));

    [Theory]
    [InlineData("Cap(Impact.Money, Level.DraftOnly), Cap(Impact.Money, )")]
    [InlineData("Allow<Writer>(UpTo = DataClass.Personal), Allow<Writer>(UpTo = )")]
    [InlineData("Allow<Nobody>(UpTo = DataClass.Personal), Allow<Nobody>")]
    [InlineData("Cap(Impact.Money, Level.DraftOnly), Cap(Impact.Money, Level.Auto)")]
    public Task Silent_while_it_is_being_typed(string entries) => CheckAsync(SopProject.Of(Policy(entries)).ThatDoesNotCompile());

    [Fact]
    public Task Silent_about_somebody_elses_policies() => CheckAsync(
        "namespace Other { public abstract class Policy; [AttributeUsage(AttributeTargets.Class)] public class MaxStepsAttribute(int count) : Attribute { public int Count => count; } [MaxSteps(-1)] public class A : Policy; public class B : Policy; }");

    private const string AnSop = """[Sop("Answer it")] public sealed partial class Answer : Sop<Ticket> { [HumanStep<Support>("Answer it")] public partial Task Do(Ticket ticket); }""";

    private static SopProject Library(string policy) => SopProject.Bare.With("House.cs", $"namespace Lib; {policy}") with { Name = "Lib" };

    private static string Policy(string entries) => $"[{entries}]\npublic sealed class House : Policy;";

    private static Task<AnalyzerRun> CheckAsync(SopProject project) => AnalyzerRun.CheckAsync(project, [Rule]);
}
