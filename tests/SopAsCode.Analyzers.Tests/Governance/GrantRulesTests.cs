using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

/// <summary>SOP0204, SOP0210 and SOP0211: grants against the SOP they are for.</summary>
public class GrantRulesTests
{
    private const string Use = "SOP0204";
    private const string Builder = "SOP0210";
    private const string File = "SOP0211";

    // SOP0204.

    [Theory]
    [InlineData("Impact.Customers | Impact.Money", "Writes<Helpdesk>(Impact.Customers | Impact.Money)")]
    [InlineData("Impact.Customers", "Writes<Helpdesk>(Impact.Customers | Impact.Money)")]
    [InlineData("Impact.None", "Writes<Helpdesk>(Irreversible = true)")]
    public Task Silent_about_a_grant_that_is_used(string granted, string access) => CheckAsync(Project(Grant(granted), access), Use);

    [Theory]
    [InlineData("Impact.Money", "Writes<Helpdesk>(Impact.Customers)", " what touches money")]
    [InlineData("Impact.Money", "Writes<Helpdesk>(Impact.None)", " what touches money")]
    [InlineData("Impact.Money", "Writes<Ledger>(Impact.Money)", " what touches money")]
    [InlineData("Impact.None", "Drafts<Helpdesk>", "")]
    public async Task Used_by_nothing(string granted, string access, string where) => Assert.Equal(
        $"The grant for 'Answer' to write to 'Helpdesk' is used by nothing, because no AI step or automated step writes there{where}: remove it",
        (await CheckAsync(Project(Grant(granted).Replace("Grant<Answer, Helpdesk>", "{|SOP0204:Grant<Answer, Helpdesk>|}", StringComparison.Ordinal), access), Use)).Message(Use));

    [Theory]
    [InlineData("Writes<Letters>", "Grant<Answer, Letters>")]
    [InlineData("Writes<Letters>(Irreversible = true)", "Grant<Answer, Letters>")]
    [InlineData("Writes<Pamphlets>", "Grant<Answer, Pamphlets>")]
    [InlineData("Writes<Letters>", "{|SOP0204:Grant<Answer, Helpdesk>|}")]
    [InlineData("Writes<Notes>", "{|SOP0204:Grant<Answer, Notes>|}")]
    [InlineData("Writes<Letters>(Impact.None)", "Grant<Answer, Letters>")]
    public Task Silent_while_a_write_does_not_say_where_it_can_hurt(string access, string grant) => CheckAsync(
        Project(Grant("Impact.Customers").Replace("Grant<Answer, Helpdesk>", grant, StringComparison.Ordinal), access)
            .With("Letters.cs", "[Touches(Impact.Customers)] public sealed class Letters : Tool; public sealed class Pamphlets : Tool; [Touches(Impact.None)] public sealed class Notes : Tool;"),
        Use);

    [Fact]
    public async Task Wider_than_its_use() => Assert.Equal(
        "The grant for 'Answer' to write to 'Helpdesk' covers money and legal claims too, where no AI step or automated step writes: narrow it to Impact.Customers",
        (await CheckAsync(Project(Grant("{|SOP0204:Impact.Legal | Impact.Customers | Impact.Money|}"), "Writes<Helpdesk>(Impact.Customers)"), Use)).Message(Use));

    [Fact]
    public Task What_a_person_writes_needs_no_grant() => CheckAsync(
        Project("[assembly: {|SOP0204:Grant<Answer, Helpdesk>|}(Impact.Customers, By = typeof(Founder))]\n", "Reads<Helpdesk>", """[HumanStep<Support>("Call"), Writes<Helpdesk>(Impact.Customers)] public partial Task Call(Ticket ticket);"""), Use);

    [Theory]
    [InlineData("Writes<Helpdesk>(Impact.)")]
    [InlineData("Writes<Help>(Impact.Money)")]
    [InlineData("Wri")]
    [InlineData("Next(nameof(Nowhere))")]
    public Task Silent_while_the_SOP_is_being_typed(string access) => CheckAsync(Project(Grant("Impact.Money"), access).ThatDoesNotCompile(), Use);

    [Fact]
    public Task Silent_while_the_shape_is_wrong() => CheckAsync(Project(Grant("Impact.Money"), "Next(\"Nowhere\")"), Use);

    [Theory]
    [InlineData("Grant<Answer, Helpdesk>(Impact.)")]
    [InlineData("Grant<Answer, Help>(Impact.Money)")]
    [InlineData("Grant<Answ, Helpdesk>(Impact.Money)")]
    [InlineData("Grant<Answer>(Impact.Money)")]
    [InlineData("Grant<Answer, Helpdesk>()")]
    [InlineData("Grant<Answer, Helpdesk>")]
    public Task Silent_while_the_grant_is_being_typed(string grant) => CheckAsync(Project($"[assembly: {grant}]\n", "Reads<Helpdesk>").ThatDoesNotCompile(), Use, Builder, File);

    [Fact]
    public Task Silent_about_an_idea() => CheckAsync(
        SopProject.Of("namespace Team; [Sop(\"Answer a ticket\", Stage = Stage.Idea)] public sealed partial class Answer : Sop<Ticket>;").With("Grants.cs", "using Team;\n" + Grant("Impact.Money")), Use);

    [Fact]
    public Task Silent_about_an_SOP_of_another_assembly()
    {
        var house = SopProject.Of(Sop("Reads<Helpdesk>")) with { Name = "House" };
        return CheckAsync(SopProject.Bare.WithReference(house).With("Grants.cs", "using Team;\nusing Desk;\n" + Grant("Impact.Money")), Use, Builder, File);
    }

    [Fact]
    public Task Silent_about_somebody_elses_grants() => CheckAsync(
        "[assembly: Other.Grant<Team.Answer, Helpdesk>(Impact.Money)]\nnamespace Other { [AttributeUsage(AttributeTargets.Assembly)] public class GrantAttribute<T1, T2>(Impact impact) : Attribute { public Impact Impact => impact; } }\n"
        + Sop("Reads<Helpdesk>").Replace("namespace Team;", "namespace Team {", StringComparison.Ordinal) + "}",
        Use, Builder, File);

    [Fact]
    public async Task Removes_the_line()
    {
        var fixedUp = await FixRun.ApplyAsync(
            Project(Grant("Impact.Customers") + "[assembly: Grant<Answer, Ledger>(Impact.Money, By = typeof(Founder),\n    Because = \"Once\")]\n" + Grant("Impact.Customers"), "Writes<Helpdesk>(Impact.Customers)"), Use);
        Assert.Equal("using Team;\n\n" + Grant("Impact.Customers") + Grant("Impact.Customers"), fixedUp["Grants.cs"]);
    }

    [Theory]
    [InlineData("Impact.Legal | Impact.Money | Impact.Customers", "Impact.Money | Impact.Customers")]
    [InlineData("Impact.Customers | Impact.Legal | Impact.Money", "Impact.Customers | Impact.Money")]
    [InlineData("(Impact)63", "Impact.Money | Impact.Customers")]
    public async Task Narrows_it(string before, string after)
    {
        var fixedUp = await FixRun.ApplyAsync(Project(Grant(before), "Writes<Helpdesk>(Impact.Customers | Impact.Money)"), Use);
        Assert.Equal("using Team;\n\n" + Grant(after), fixedUp["Grants.cs"]);
    }

    [Fact]
    public async Task Removes_all()
    {
        var fixedUp = await FixRun.ApplyAllAsync(Project(Grant("Impact.Legal") + Grant("Impact.Customers") + Grant("Impact.Money"), "Writes<Helpdesk>(Impact.Customers)"), Use, fix: "Remove the grant");
        Assert.Equal("using Team;\n\n" + Grant("Impact.Customers"), fixedUp["Grants.cs"]);
    }

    // SOP0210.

    [Fact]
    public async Task Granted_by_the_builder() => Assert.Equal(
        "The grant for 'Answer' to write to 'Helpdesk' is granted by 'Founder', who also builds 'Answer': let another role grant it",
        (await CheckAsync(Built("Founder", "{|SOP0210:typeof(Founder)|}"), Builder)).Message(Builder));

    [Theory]
    [InlineData("Support", "typeof(Founder)")]
    [InlineData("Founder", "typeof(Found)")]
    [InlineData("Founder", "null")]
    public Task Silent_about_another_role(string builder, string by) =>
        CheckAsync(by.Contains("Found)", StringComparison.Ordinal) ? Built(builder, by).ThatDoesNotCompile() : Built(builder, by), Builder);

    [Fact]
    public Task Silent_about_another_duty() => CheckAsync(Built("Founder", "typeof(Founder)", "Reviewer"), Builder);

    [Fact]
    public Task Silent_where_the_team_is_one_person() => CheckAsync(Built("Founder", "typeof(Founder)").With("House.cs", "[OnePersonTeam] public sealed class House : Policy;"), Builder);

    [Fact]
    public async Task Granted_by_the_person_who_builds() => Assert.Equal(
        "The grant for 'Answer' to write to 'Helpdesk' is granted by 'Founder', and 'ana@example.com' alone is that and 'Finance', its builder: let another person grant it",
        (await CheckAsync(Built("Finance", "{|SOP0210:typeof(Founder)|}").WithPolicy("[Holder<Finance>(\"ana@example.com\"), Holder<Founder>(\"ana@example.com\")]"), Builder)).Message(Builder));

    [Theory]
    [InlineData("[Holder<Finance>(\"ana@example.com\"), Holder<Founder>(\"ben@example.com\")]")]
    [InlineData("[Holder<Finance>(\"ana@example.com\"), Holder<Founder>(\"ana@example.com\"), Holder<Founder>(\"ben@example.com\")]")]
    [InlineData("[Holder<Finance>(\"ana@example.com\"), Holder<Finance>(\"ben@example.com\"), Holder<Founder>(\"ana@example.com\")]")]
    [InlineData("[Holder<Founder>(\"ana@example.com\")]")]
    [InlineData("[OnePersonTeam, Holder<Finance>(\"ana@example.com\"), Holder<Founder>(\"ana@example.com\")]")]
    public Task Silent_where_two_people_may_look(string policy) => CheckAsync(Built("Finance", "typeof(Founder)").WithPolicy(policy), Builder);

    // SOP0211.

    [Fact]
    public async Task In_the_file_of_its_SOP() => Assert.Equal(
        "The grant for 'Answer' to write to 'Helpdesk' stands in the file that declares 'Answer', so one review passes both: move it to Grants.cs",
        (await CheckAsync(Together("{|SOP0211:Grant<Team.Answer, Helpdesk>|}"), File)).Message(File));

    [Fact]
    public Task In_the_file_of_a_part_of_its_SOP() => CheckAsync(
        SopProject.Of(Sop("Writes<Helpdesk>(Impact.Customers)")).With("Part.cs", "[assembly: {|SOP0211:Grant<Team.Answer, Helpdesk>|}(Impact.Customers, By = typeof(Founder))]\nnamespace Team; public partial class Answer { }"), File);

    [Fact]
    public Task Silent_in_another_file() => CheckAsync(Project(Grant("Impact.Customers"), "Writes<Helpdesk>(Impact.Customers)"), File);

    [Theory]
    [InlineData("G")]
    [InlineData("GAttribute")]
    public async Task Under_another_name(string name)
    {
        var run = await AnalyzerRun.CheckAsync(SopProject.Of($"using {name} = SopAsCode.GrantAttribute<Team.Answer, Desk.Helpdesk>;\n" + Together("{|SOP0211:G|}")), [File]);
        Assert.StartsWith("The grant for 'Answer' to write to 'Helpdesk' stands in the file", run.Message(File), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Moves_it_from_under_another_name()
    {
        const string alias = "using G = SopAsCode.GrantAttribute<Team.Answer, Desk.Helpdesk>;\n";
        var fixedUp = await FixRun.ApplyAsync(alias + Together("G"), File);
        Assert.Equal("using Team;\n\n[assembly: Grant<Answer, Helpdesk>(Impact.Customers, By = typeof(Founder),\n    Because = \"So: yes\")]\n", fixedUp["Grants.cs"]);
    }

    [Fact]
    public async Task Moves_it_and_makes_the_file()
    {
        var fixedUp = await FixRun.ApplyAsync(Together("Grant<Team.Answer, Helpdesk>"), File);
        Assert.Equal(Sop("Writes<Helpdesk>(Impact.Customers)"), fixedUp["Sop.cs"]);
        Assert.Equal("using Team;\n\n[assembly: Grant<Answer, Helpdesk>(Impact.Customers, By = typeof(Founder),\n    Because = \"So: yes\")]\n", fixedUp["Grants.cs"]);
    }

    [Theory]
    [InlineData("// Read by two.\n// Each of them knows why.\n", "")]
    [InlineData("/* Read by two,\n   and known. */\n", "")]
    [InlineData("// Read by two.\n", "// Of the whole file.\n\n")]
    public async Task The_comment_above_it_goes_along(string comment, string left)
    {
        var fixedUp = await FixRun.ApplyAsync("using Team;\n\n" + left + comment + Together("Grant<Team.Answer, Helpdesk>"), File);
        Assert.Equal("using Team;\n\n" + left + Sop("Writes<Helpdesk>(Impact.Customers)"), fixedUp["Sop.cs"]);
        Assert.Equal($"using Team;\n\n{comment}[assembly: Grant<Answer, Helpdesk>(Impact.Customers, By = typeof(Founder),\n    Because = \"So: yes\")]\n", fixedUp["Grants.cs"]);
    }

    [Theory]
    [InlineData("// Of the file.\n", "[assembly: Grant<Team.Answer, Helpdesk>(Impact.Customers, By = typeof(Founder))]\n")]
    [InlineData("using Team; // Of the line.\n", "[assembly: Grant<Team.Answer, Helpdesk>(Impact.Customers, By = typeof(Founder))]\n")]
    [InlineData("using Team;\n\n// Of both.\n", "[assembly: CLSCompliant(false), Grant<Team.Answer, Helpdesk>(Impact.Customers, By = typeof(Founder))]\n")]
    public async Task What_is_not_its_own_stays(string above, string grant)
    {
        var fixedUp = await FixRun.ApplyAsync(above + grant + "\n" + Sop("Writes<Helpdesk>(Impact.Customers)"), File);
        Assert.StartsWith(above, fixedUp["Sop.cs"], StringComparison.Ordinal);
        Assert.DoesNotContain("//", fixedUp["Grants.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_comment_goes_with_its_own()
    {
        var both = "// One.\n[assembly: Grant<Team.Answer, Helpdesk>(Impact.Customers, By = typeof(Founder))]\n// Two.\n[assembly: Grant<Team.Answer, Ledger>(Impact.Money, By = typeof(Founder))]\n";
        var fixedUp = await FixRun.ApplyAllAsync("using Team;\n\n" + both + "\n" + Sop("Writes<Helpdesk>(Impact.Customers), Writes<Ledger>(Impact.Money)"), File);
        Assert.Equal("using Team;\n\n" + both.Replace("Team.", "", StringComparison.Ordinal), fixedUp["Grants.cs"]);
        Assert.DoesNotContain("//", fixedUp["Sop.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_mean_there_what_they_mean_here()
    {
        var project = SopProject.Of("").With("Sop.cs", """
            using Boss = Desk.Founder;
            using static Team.Reasons;
            [assembly: SopAsCode.Grant<Team.Answer, Desk.Helpdesk>(SopAsCode.Impact.Customers, By = typeof(Boss), Because = Read), CLSCompliant(false)]
            [assembly: GrantAttribute<Team.Answer, Ledger>(impact: Impact.Money, By = typeof(Founder), Because = Team.Reasons.Read)]


            """ + Sop("Writes<Helpdesk>(Impact.Customers), Writes<Ledger>(Impact.Money)") + "\npublic static class Reasons { public const string Read = \"Read\"; }")
            .With("Rules/Grants.cs", "// Who may what.\nusing System;\nusing Team;\n\n[assembly: Grant<Other, Helpdesk>(Impact.Money, By = typeof(Founder))]\n")
            .With("Other.cs", "namespace Team; public abstract class Other : Sop;");
        var fixedUp = await FixRun.ApplyAllAsync(project, File);
        Assert.Equal(
            """
            // Who may what.
            using System;
            using Team;

            [assembly: Grant<Other, Helpdesk>(Impact.Money, By = typeof(Founder))]
            [assembly: Grant<Answer, Helpdesk>(Impact.Customers, By = typeof(Founder), Because = Reasons.Read)]
            [assembly: Grant<Answer, Ledger>(impact: Impact.Money, By = typeof(Founder), Because = Reasons.Read)]

            """,
            fixedUp["Rules/Grants.cs"]);
        Assert.StartsWith("using Boss = Desk.Founder;\nusing static Team.Reasons;\n[assembly: CLSCompliant(false)]\n\nnamespace Team;", fixedUp["Sop.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public Task Offers_nothing_for_an_SOP_in_the_file_of_grants() =>
        FixRun.AssertNoneOfferedAsync(SopProject.Of("").Without("Sop.cs").With("Grants.cs", Together("Grant<Team.Answer, Helpdesk>")), File);

    private static string Together(string grant) =>
        $"[assembly: {grant}(Impact.Customers, By = typeof(Founder),\n    Because = \"So: yes\")]\n\n{Sop("Writes<Helpdesk>(Impact.Customers)")}";

    private static string Grant(string impact) => $"[assembly: Grant<Answer, Helpdesk>({impact}, By = typeof(Founder))]\n";

    private static SopProject Built(string builder, string by, string duty = "Builder") => SopProject
        .Of(Sop("Writes<Helpdesk>(Impact.Customers)").Replace("Owner<Support>", $"Owner<Support>, Responsible<{builder}>(Duty.{duty})", StringComparison.Ordinal))
        .With("Grants.cs", $"using Team;\n[assembly: Grant<Answer, Helpdesk>(Impact.Customers, By = {by})]\n");

    private static SopProject Project(string grants, string access, string more = "") => SopProject.Of(Sop(access, more)).With("Grants.cs", "using Team;\n\n" + grants);

    private static string Sop(string access, string more = "") => $$"""
        namespace Team;

        [Sop("Answer a ticket"), Owner<Support>]
        public sealed partial class Answer : Sop<Ticket>
        {
            [Checkpoint<Support>("Approve it")] public partial Task Approve(Ticket ticket);

            [AutomatedStep("Send it"), {{access}}] public Task Send(Ticket ticket) => Task.CompletedTask;
            {{more}}
        }
        """;

    private static Task<AnalyzerRun> CheckAsync(SopProject project, params string[] rules) => AnalyzerRun.CheckAsync(project, rules);
}
