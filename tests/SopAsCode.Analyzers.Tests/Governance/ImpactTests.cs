using Microsoft.CodeAnalysis;
using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class ImpactTests
{
    private const string Rule = "SOP0202";

    [Theory]
    [InlineData("Writes<Crm>(Impact.Customers)")]
    [InlineData("Writes<Crm>(Impact.Customers | Impact.Money)")]
    [InlineData("Writes<Harmless>(Impact.None)")]
    [InlineData("Writes<Harmless>")]
    [InlineData("Writes<Harmless>(Irreversible = true)")]
    [InlineData("Writes<Helpdesk>(Impact.None)")]
    [InlineData("Reads<Helpdesk>, Drafts<Helpdesk>")]
    [InlineData("Reads<Crm>, Drafts<Crm>")]
    public Task Silent(string access) => CheckAsync(Sop(access));

    [Fact]
    public async Task Says_nothing_to_a_tool_that_touches() => Assert.Equal(
        "'Answer.Note' writes to 'Crm', which touches money and customers, and does not say which, so it counts as all of it: name it as in [Writes<Crm>(Impact.Money | Impact.Customers)]",
        (await CheckAsync(Sop("{|SOP0202:Writes<Crm>|}"))).Message(Rule));

    [Theory]
    [InlineData("Writes<Crm>(Impact.None)", "calls its write to 'Crm', which touches money and customers, harmless: name it as in [Writes<Crm>(Impact.Money | Impact.Customers)]")]
    [InlineData("Writes<Crm>(Impact.None, Irreversible = true)", "calls its write to 'Crm', which touches money and customers, harmless: name it as in [Writes<Crm>(Impact.Money | Impact.Customers)]")]
    [InlineData("Writes<Crm>(Impact.Inventory)", "names inventory for 'Crm', which touches money and customers: name it as in [Writes<Crm>(Impact.Money | Impact.Customers)], or add the other to [Touches] of 'Crm'")]
    [InlineData("Writes<Crm>(Impact.Money | Impact.Legal)", "names legal claims for 'Crm', which touches money and customers: name it as in [Writes<Crm>(Impact.Money)], or add the other to [Touches] of 'Crm'")]
    [InlineData("Writes<Harmless>(Impact.Money)", "names money for 'Harmless', which says that it touches nothing: add that to [Touches] of 'Harmless', or take it away")]
    public async Task Write_and_tool_contradict_each_other(string access, string words)
    {
        var run = await CheckAsync(Sop($"{{|SOP0202:{access}|}}"));
        Assert.Equal($"'Answer.Note' {words}", run.Message(Rule));
        Assert.All(run.Findings, finding => Assert.Equal(DiagnosticSeverity.Error, finding.Severity));
    }

    // A tool is of the kind that it derives from.
    [Theory]
    [InlineData("Writes<Sales>", "'Answer.Note' writes to 'Sales', which touches money and customers, and does not say which")]
    [InlineData("Writes<Sales>(Impact.None)", "'Answer.Note' calls its write to 'Sales', which touches money and customers, harmless")]
    [InlineData("Writes<Sales>(Impact.Inventory)", "'Answer.Note' names inventory for 'Sales', which touches money and customers")]
    [InlineData("Writes<OldSales>(Impact.None)", "'Answer.Note' calls its write to 'OldSales', which touches money and customers, harmless")]
    public async Task What_a_tool_touches_holds_for_the_tools_that_derive_from_it(string access, string words) =>
        Assert.StartsWith(words, (await CheckAsync(Sop($"{{|SOP0202:{access}|}}") + Derived)).Message(Rule), StringComparison.Ordinal);

    [Theory]
    [InlineData("Writes<Sales>(Impact.Money)")]
    [InlineData("Writes<Archive>(Impact.None)")]
    [InlineData("Writes<Archive>")]
    [InlineData("Reads<Sales>")]
    public Task Silent_where_it_names_what_its_kind_touches_or_the_tool_says_it_itself(string access) => CheckAsync(Sop(access) + Derived);

    [Theory]
    [InlineData("", DiagnosticSeverity.Warning)]
    [InlineData("starter", DiagnosticSeverity.Warning)]
    [InlineData("strict", DiagnosticSeverity.Error)]
    public async Task What_is_only_left_out_is_an_error_at_strict_only(string profile, DiagnosticSeverity severity)
    {
        var run = await CheckAsync(SopProject.Of(Sop("{|SOP0202:Writes<Helpdesk>|}")).WithProperty("SopProfile", profile));
        Assert.Equal(severity, run.Single(Rule).Severity);
    }

    [Fact]
    public Task A_person_does_not_call_it_harmless_either() => CheckAsync(Sop("Reads<Crm>")
        .Replace("[AutomatedStep(\"Note it\"), Reads<Crm>] public Task Note(Ticket ticket) => Task.CompletedTask", "[HumanStep<Support>(\"Note it\"), {|SOP0202:Writes<Crm>(Impact.None)|}] public partial Task Note(Ticket ticket)", StringComparison.Ordinal));

    [Theory]
    [InlineData("Writes<Crm>(Impact.None)", "SOP0202")]
    [InlineData("Writes<Crm>(Impact.Inventory)", "SOP0202")]
    [InlineData("Writes<Crm>(Impact.Inventory), Limit(\"Small\", When = nameof(IsSmall), PerDay = 1, Since = \"2026-01-01\")", "SOP0202")]
    [InlineData("Writes<Crm>(Impact.None), Writes<Crm>(Impact.Customers)", "SOP0201 SOP0202 SOP0203")]
    [InlineData("Writes<Crm>", "SOP0201 SOP0202 SOP0203")]
    [InlineData("Writes<Crm>(Impact.Customers)", "SOP0201 SOP0203")]
    [InlineData("Writes<Harmless>(Impact.Money)", "SOP0202")]
    public Task One_finding_where_both_contradict_and_the_others_where_nothing_is_hidden(string access, string rules) => CheckedByAllAsync(Sop(access), rules);

    [Theory]
    [InlineData("Writes<Crm>(Impact.None)", "SOP0201 SOP0203")]
    [InlineData("Writes<Crm>(Impact.Inventory)", "SOP0201 SOP0203")]
    [InlineData("Writes<Crm>(Impact.None), Limit(\"Small\", When = nameof(IsSmall), PerDay = 1, Since = \"2026-01-01\")", "SOP0203 SOP0206")]
    public Task Without_it_the_tool_counts(string access, string rules) =>
        CheckedByAllAsync(SopProject.Of(Sop(access)).WithEditorConfig("[*.cs]\ndotnet_diagnostic.SOP0202.severity = none\n"), rules);

    private static async Task CheckedByAllAsync(SopProject project, string rules)
    {
        string[] asked = ["SOP0201", "SOP0202", "SOP0203", "SOP0206", "SOP0301"];
        var found = await AnalyzerRun.IdsAsync(project.With("Policy.cs", "namespace Team; [Cap(Impact.Money, Level.PrepareForApproval)] public sealed class House : Policy;"));
        Assert.Equal(rules, string.Join(' ', found.Where(asked.Contains).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public Task Silent_where_the_tool_touches_what_does_not_exist() =>
        CheckAsync(SopProject.Of(Sop("Writes<Crm>(Impact.Inventory)").Replace("Touches(Impact.Customers | Impact.Money)", "Touches((Impact)4096)", StringComparison.Ordinal)));

    [Theory]
    [InlineData("{|SOP0202:Writes<Crm>()|}")]
    [InlineData("{|SOP0202:Writes<Crm>(Irreversible = true)|}")]
    public Task For_good_says_nothing_about_where(string access) => CheckAsync(Sop(access));

    [Fact]
    public async Task Neither_the_write_nor_the_tool_says_anything() => Assert.Equal(
        "'Answer.Note' writes to 'Helpdesk', and neither says where that can hurt: name it in [Writes<Helpdesk>(…)], such as Impact.Customers or Impact.None",
        (await CheckAsync(Sop("{|SOP0202:Writes<Helpdesk>|}"))).Message(Rule));

    [Fact]
    public async Task For_good_is_approved_but_not_granted() => Assert.Contains(
        "and neither says where that can hurt: name it",
        (await CheckAsync(Sop("{|SOP0202:Writes<Helpdesk>(Irreversible = true)|}"))).Message(Rule),
        StringComparison.Ordinal);

    [Fact]
    public Task An_AI_step_says_it_too() => CheckAsync(Sop("Reads<Crm>")
        .Replace("[AutomatedStep(\"Note it\"), Reads<Crm>] public Task Note(Ticket ticket) => Task.CompletedTask", "[AiStep<Writer>(\"Note it\"), {|SOP0202:Writes<Helpdesk>|}] public partial Task<Reply> Note(Ticket ticket)", StringComparison.Ordinal));

    [Fact]
    public Task Silent_about_what_a_person_does_where_nobody_says_anything() => CheckAsync(Sop("Reads<Crm>")
        .Replace("[AutomatedStep(\"Note it\"), Reads<Crm>] public Task Note(Ticket ticket) => Task.CompletedTask", "[HumanStep<Support>(\"Note it\"), Writes<Helpdesk>] public partial Task Note(Ticket ticket)", StringComparison.Ordinal));

    [Theory]
    [InlineData("Touches(Impact.)")]
    [InlineData("Touches(Impact.Custom)")]
    [InlineData("Touch")]
    public Task Silent_while_the_tool_is_being_typed(string touches) =>
        CheckAsync(SopProject.Of(Sop("Writes<Crm>").Replace("Touches(Impact.Customers | Impact.Money)", touches, StringComparison.Ordinal)).ThatDoesNotCompile());

    [Theory]
    [InlineData("Writes<Helpdesk>")]
    [InlineData("Writes<Crm>(Impact.Inventory)")]
    [InlineData("Writes<Harmless>(Impact.Money)")]
    public Task No_fix_where_nothing_follows_from_the_code(string access) => FixRun.AssertNoneOfferedAsync(Sop(access), Rule);

    [Fact]
    public Task A_person_says_it_too() => CheckAsync(Sop("Reads<Crm>")
        .Replace("[AutomatedStep(\"Note it\"), Reads<Crm>] public Task Note(Ticket ticket) => Task.CompletedTask", "[HumanStep<Support>(\"Note it\"), {|SOP0202:Writes<Crm>|}] public partial Task Note(Ticket ticket)", StringComparison.Ordinal));

    [Theory]
    [InlineData("Writes<Crm>(Impact.)")]
    [InlineData("Writes<Crm>(Impact.Custom)")]
    [InlineData("Writes<Crm>(Irreversible = )")]
    [InlineData("Writes<Crm>, Du")]
    public Task Silent_while_it_is_being_typed(string access) => CheckAsync(SopProject.Of(Sop(access)).ThatDoesNotCompile());

    [Fact]
    public Task Silent_about_an_impact_that_has_no_name() => CheckAsync(Sop("Writes<Crm>").Replace("Touches(Impact.Customers | Impact.Money)", "Touches((Impact)512)", StringComparison.Ordinal));

    [Fact]
    public Task The_tool_need_not_be_of_this_house() => CheckAsync(Sop("{|SOP0202:Writes<Crm>|}").Replace("[Touches(Impact.Customers | Impact.Money)] ", "", StringComparison.Ordinal));

    [Theory]
    [InlineData("Writes<Crm>", "Writes<Crm>(Impact.Money | Impact.Customers)")]
    [InlineData("Writes<Crm>()", "Writes<Crm>(Impact.Money | Impact.Customers)")]
    [InlineData("Writes<Crm>(Impact.None)", "Writes<Crm>(Impact.Money | Impact.Customers)")]
    [InlineData("Writes<Crm>(impact: Impact.None, Irreversible = true)", "Writes<Crm>(impact: Impact.Money | Impact.Customers, Irreversible = true)")]
    [InlineData("Writes<Crm>(Irreversible = true)", "Writes<Crm>(Impact.Money | Impact.Customers, Irreversible = true)")]
    public async Task The_fix_names_what_the_tool_touches(string before, string after)
    {
        var fixedUp = await FixRun.ApplyAsync(Sop(before), Rule, mayBring: ["SOP0104", "SOP0201", "SOP0203"]);
        Assert.Equal(Sop(after), fixedUp["Sop.cs"]);
    }

    [Fact]
    public async Task The_fix_for_all()
    {
        var fixedUp = await FixRun.ApplyAllAsync(Sop("Writes<Crm>, Writes<Crm>(Irreversible = true)"), Rule, mayBring: ["SOP0104", "SOP0201", "SOP0203"]);
        Assert.Equal(Sop("Writes<Crm>(Impact.Money | Impact.Customers), Writes<Crm>(Impact.Money | Impact.Customers, Irreversible = true)"), fixedUp["Sop.cs"]);
    }

    private const string Derived = """

        [Touches(Impact.Customers | Impact.Money)] public abstract class Customers : Tool;
        public sealed class Sales : Customers;
        public abstract class Old : Customers;
        public sealed class OldSales : Old;
        [Touches(Impact.None)] public sealed class Archive : Customers;
        """;

    private static string Sop(string access) => $$"""
        namespace Team;

        [Touches(Impact.Customers | Impact.Money)] public sealed class Crm : Tool;
        [Touches(Impact.None)] public sealed class Harmless : Tool;

        [Sop("Answer a ticket"), Owner<Support>]
        public sealed partial class Answer : Sop<Ticket>
        {
            [AutomatedStep("Note it"), {{access}}] public Task Note(Ticket ticket) => Task.CompletedTask;

            [Condition("It is small")] static bool IsSmall(Ticket ticket) => ticket.Body == "";
        }
        """;

    private static Task<AnalyzerRun> CheckAsync(SopProject project) => AnalyzerRun.CheckAsync(project, [Rule]);
}
