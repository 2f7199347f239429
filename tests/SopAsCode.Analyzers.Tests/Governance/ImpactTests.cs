using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class ImpactTests
{
    private const string Rule = "SOP0202";

    [Theory]
    [InlineData("Writes<Crm>(Impact.Customers)")]
    [InlineData("Writes<Crm>(Impact.None)")]
    [InlineData("Writes<Harmless>")]
    [InlineData("Writes<Harmless>(Irreversible = true)")]
    [InlineData("Writes<Helpdesk>(Impact.None)")]
    [InlineData("Reads<Helpdesk>, Drafts<Helpdesk>")]
    [InlineData("Reads<Crm>, Drafts<Crm>")]
    public Task Silent(string access) => CheckAsync(Sop(access));

    [Fact]
    public async Task Says_nothing_to_a_tool_that_touches() => Assert.Equal(
        "'Answer.Note' writes to 'Crm', which touches money and customers, and does not say which of that it does: name it as in [Writes<Crm>(Impact.Money | Impact.Customers)], or say Impact.None",
        (await CheckAsync(Sop("{|SOP0202:Writes<Crm>|}"))).Message(Rule));

    [Theory]
    [InlineData("{|SOP0202:Writes<Crm>()|}")]
    [InlineData("{|SOP0202:Writes<Crm>(Irreversible = true)|}")]
    public Task For_good_says_nothing_about_where(string access) => CheckAsync(Sop(access));

    [Fact]
    public async Task Neither_the_write_nor_the_tool_says_anything() => Assert.Equal(
        "'Answer.Note' writes to 'Helpdesk', and neither of them says where that can hurt, so no rule asks for an approval or a grant: name it as in [Writes<Helpdesk>(Impact.Customers)], say Impact.None there, or put [Touches(Impact.None)] on 'Helpdesk'",
        (await CheckAsync(Sop("{|SOP0202:Writes<Helpdesk>|}"))).Message(Rule));

    [Fact]
    public async Task For_good_is_approved_but_not_granted() => Assert.Contains(
        "so no rule asks for a grant: name it",
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

    [Fact]
    public Task No_fix_where_nothing_follows_from_the_code() => FixRun.AssertNoneOfferedAsync(Sop("Writes<Helpdesk>"), Rule);

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

    private static string Sop(string access) => $$"""
        namespace Team;

        [Touches(Impact.Customers | Impact.Money)] public sealed class Crm : Tool;
        [Touches(Impact.None)] public sealed class Harmless : Tool;

        [Sop("Answer a ticket"), Owner<Support>]
        public sealed partial class Answer : Sop<Ticket>
        {
            [AutomatedStep("Note it"), {{access}}] public Task Note(Ticket ticket) => Task.CompletedTask;
        }
        """;

    private static Task<AnalyzerRun> CheckAsync(SopProject project) => AnalyzerRun.CheckAsync(project, [Rule]);
}
