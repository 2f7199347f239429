using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class HolderTests
{
    private const string Rule = "SOP0103";
    private const string Ana = "[Holder<Founder>(\"ana@desk.example\")]";
    private const string ApproveStep = "    [Checkpoint<Support>(\"Approve it\")] public partial Task Approve(Ticket ticket);";

    [Theory]
    [InlineData("Owner<Support>", "owns SOP 'Answer'")]
    [InlineData("Owner<Founder>, Backup<Support>", "backs up SOP 'Answer'")]
    [InlineData("Responsible<Support>(Duty.Builder)", "has a duty in SOP 'Answer'")]
    public async Task Nobody_holds_a_role_of_the_class(string attributes, string does)
    {
        var marked = attributes.Contains("Backup", StringComparison.Ordinal) ? attributes.Replace("Backup<Support>", "{|SOP0103:Backup<Support>|}", StringComparison.Ordinal) : $"{{|SOP0103:{attributes}|}}";
        var run = await CheckAsync(Sop(marked, Human("Founder")).With("House.cs", Policy(Ana)));
        Assert.Equal($"Role 'Support' {does}, but nobody holds it: add [Holder<Support>(\"…\")], with how that person signs in, to policy 'HousePolicy'", run.Message(Rule));
    }

    [Theory]
    [InlineData("[{|SOP0103:HumanStep<Support>(\"Do it\")|}] public partial Task Do(Ticket ticket);", "does")]
    [InlineData("[{|SOP0103:Checkpoint<Support>(\"Do it\")|}] public partial Task Do(Ticket ticket);", "decides")]
    [InlineData("[AutomatedStep(\"Do it\"), {|SOP0103:SpotCheck<Support>(OneIn = 5)|}] public Task Do(Ticket ticket) => Task.CompletedTask;", "checks samples of")]
    public async Task Nobody_holds_a_role_of_a_step(string step, string does) => Assert.StartsWith(
        $"Role 'Support' {does} 'Answer.Do', but nobody holds it: ",
        (await CheckAsync(Sop("Owner<Founder>", step).With("House.cs", Policy(Ana)))).Message(Rule),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("[{|SOP0103:HumanStep<Role>(\"Do it\")|}] public partial Task Do(Ticket ticket);", "does 'Answer.Do'")]
    [InlineData("[{|SOP0103:Checkpoint<Role>(\"Do it\")|}] public partial Task Do(Ticket ticket);", "decides 'Answer.Do'")]
    [InlineData("[AutomatedStep(\"Do it\"), {|SOP0103:SpotCheck<Role>(OneIn = 5)|}] public Task Do(Ticket ticket) => Task.CompletedTask;", "checks samples of 'Answer.Do'")]
    public async Task The_class_of_all_roles_is_nobodys_even_without_a_policy(string step, string does) => Assert.Equal(
        $"'Role' {does}, but all roles derive from it, so that is nobody: name a role of the team in its place",
        (await CheckAsync(Sop("Owner<Founder>", step))).Message(Rule));

    [Fact]
    public async Task A_duty_of_the_class_of_all_roles() => Assert.Equal(
        "'Role' has a duty in SOP 'Answer', but all roles derive from it, so that is nobody: name a role of the team in its place",
        (await CheckAsync(Sop("Owner<Role>, Backup<Role>, {|SOP0103:Responsible<Role>(Duty.Builder)|}", Human("Founder")).With("House.cs", Policy(Ana)))).Message(Rule));

    [Fact]
    public Task Silent_about_abstract_roles_of_the_team() =>
        CheckAsync(Sop("Owner<Founder>", "[HumanStep<Lead>(\"Do it\")] public partial Task Do(Ticket ticket);").With("Lead.cs", "public abstract class Lead : Role;"));

    [Fact]
    public Task Offers_no_holder_of_the_class_of_all_roles() =>
        FixRun.AssertNoneOfferedAsync(Sop("Owner<Founder>", "[HumanStep<Role>(\"Do it\")] public partial Task Do(Ticket ticket);").With("House.cs", Policy(Ana)), Rule);

    [Fact]
    public Task Each_role_is_flagged_once_where_it_stands_first() =>
        CheckAsync(Sop("{|SOP0103:Owner<Support>|}", Human("Support"), "[{|SOP0103:HumanStep<Finance>(\"Pay it\")|}] public partial Task Pay(Ticket ticket);").With("House.cs", Policy(Ana)));

    [Theory]
    [InlineData("[Holder<Support>(\"\")]")]
    [InlineData("[Holder<Support>(\"TBD\")]")]
    public Task A_holder_that_names_nobody_counts_as_missing(string holder) => CheckAsync(Sop("{|SOP0103:Owner<Support>|}", Human("Founder")).With("House.cs", Policy(Ana + holder)));

    [Fact]
    public Task Silent_when_somebody_holds_it() => CheckAsync(Sop("Owner<Support>", Human("Founder")).With("House.cs", Policy(Ana + "[Holder<Support>(\"ben\")]")));

    [Fact]
    public Task Silent_without_a_policy() => CheckAsync(Sop("Owner<Support>", Human("Founder")));

    [Fact]
    public Task Silent_about_a_policy_that_names_no_holder() => CheckAsync(Sop("Owner<Support>", Human("Founder")).With("House.cs", Policy("[RequireReview(Cadence.Monthly)]")));

    [Fact]
    public Task Silent_with_two_policies_of_which_none_is_named() =>
        CheckAsync(Sop("Owner<Support>", Human("Founder")).With("House.cs", Policy(Ana) + "\npublic sealed class Other : Policy;"));

    [Fact]
    public Task Silent_about_what_runs_no_more() => CheckAsync(Sop("Owner<Support>", Human("Founder"), stage: "Retired").With("House.cs", Policy(Ana)));

    [Theory]
    [InlineData("[Holder<Sup>(\"ben\")]")]
    [InlineData("[Holder<Support>]")]
    [InlineData("[Hold]")]
    public Task Silent_while_the_policy_is_unfinished(string holder) =>
        CheckAsync(Sop("Owner<Support>", Human("Founder")).With("House.cs", Policy(Ana + holder)).ThatDoesNotCompile());

    [Theory]
    [InlineData("Owner<Somebody>")]
    [InlineData("Owner<Helpdesk>")]
    public Task Silent_about_a_role_that_is_none(string owner) => CheckAsync(Sop(owner, Human("Founder")).With("House.cs", Policy(Ana)).ThatDoesNotCompile());

    [Fact]
    public Task An_attribute_of_another_origin_holds_nothing() => CheckAsync(
        Sop("{|SOP0103:Owner<Support>|}", Human("Founder")).With("House.cs", Policy(Ana + "[Elsewhere.Holder<Support>(\"ben\")]")
            + "\nnamespace Elsewhere { public sealed class HolderAttribute<T>(string person) : Attribute { public string Person => person; } }"));

    [Fact]
    public async Task Offers_the_people_whom_the_policy_knows_and_a_line_to_fill_in() => Assert.Equal(
        ["Let ana@desk.example hold Support", "Let ben@desk.example hold Support", "Add a holder of Support to fill in"],
        await FixRun.TitlesAsync(Sop("Owner<Support>", Human("Founder")).With("House.cs", Policy(Ana + "\n[Holder<Finance>(\"ben@desk.example\"), Holder<SeniorSupport>(\"ana@desk.example\")]")), Rule));

    [Theory]
    [InlineData("[Holder<Founder>(\"ana@desk.example\")]\n", "[Holder<Founder>(\"ana@desk.example\")]\n[Holder<Support>(\"TODO\")]\n")]
    [InlineData("[Holder<Founder>(\"ana\")]\n[RequireReview(Cadence.Monthly)]\n", "[Holder<Founder>(\"ana\")]\n[Holder<Support>(\"TODO\")]\n[RequireReview(Cadence.Monthly)]\n")]
    [InlineData("[Holder<Founder>(\"a@a.example\"), Holder<Finance>(\"b@b.example\")] ", "[Holder<Founder>(\"a@a.example\"), Holder<Finance>(\"b@b.example\")] [Holder<Support>(\"TODO\")] ")]
    [InlineData("[Holder<Founder>(\"ana@desk.example\"), Holder<Support>(\"\")]\n", "[Holder<Founder>(\"ana@desk.example\"), Holder<Support>(\"TODO\")]\n")]
    public async Task Adds_a_holder_to_fill_in(string before, string after)
    {
        var fixedUp = await FixRun.ApplyAsync(Sop("Owner<Support>", Human("Founder")).With("House.cs", Policy(before)), Rule, "Add a holder of Support to fill in", stays: true);
        Assert.Equal(Policy(after), fixedUp["House.cs"]);
        Assert.DoesNotContain("Sop.cs", fixedUp.Changed.Keys);
    }

    [Fact]
    public Task Only_a_person_says_who_holds_it() => FixRun.AssertOnlyByHandAsync(Sop("Owner<Support>", Human("Founder")).With("House.cs", Policy(Ana)), Rule);

    [Fact]
    public Task Offers_nothing_for_a_policy_of_another_assembly()
    {
        var house = SopProject.Bare.With("House.cs", "namespace House; public sealed class Chair : Role; [Holder<Chair>(\"ana\")] public sealed class HousePolicy : Policy;") with { Name = "House" };
        var project = Sop("Owner<Support>", Human("Founder")).WithReference(house).With("Use.cs", "[assembly: UsePolicy<House.HousePolicy>]");
        return FixRun.AssertNoneOfferedAsync(project, Rule);
    }

    private static string Human(string role) => $"    [HumanStep<{role}>(\"Answer it\")] public partial Task Reply(Ticket ticket);";

    private static string Policy(string attributes) => $"{attributes}public sealed class HousePolicy : Policy;";

    private static SopProject Sop(string attributes, string step, string other = "", string stage = "Active") => $$"""
        [Sop("Answer", Stage = Stage.{{stage}})]
        [{{attributes}}]
        public partial class Answer : Sop<Ticket>
        {
            {{step}}
            {{other}}
        }
        """;

    private static Task<AnalyzerRun> CheckAsync(SopProject project) => AnalyzerRun.CheckAsync(project, [Rule]);
}
