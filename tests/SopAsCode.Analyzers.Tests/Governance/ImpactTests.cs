using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class ImpactTests
{
    private const string Rule = "SOP0202";

    [Theory]
    [InlineData("Writes<Crm>(Impact.Customers)")]
    [InlineData("Writes<Crm>(Impact.None)")]
    [InlineData("Writes<Harmless>")]
    [InlineData("Writes<Helpdesk>")]
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
    public Task Silent_without_what_the_tool_says() => CheckAsync(Sop("Writes<Crm>").Replace("[Touches(Impact.Customers | Impact.Money)] ", "", StringComparison.Ordinal));

    [Theory]
    [InlineData("Writes<Crm>", "Writes<Crm>(Impact.Money | Impact.Customers)")]
    [InlineData("Writes<Crm>()", "Writes<Crm>(Impact.Money | Impact.Customers)")]
    [InlineData("Writes<Crm>(Irreversible = true)", "Writes<Crm>(Impact.Money | Impact.Customers, Irreversible = true)")]
    public async Task The_fix_names_what_the_tool_touches(string before, string after)
    {
        var fixedUp = await FixRun.ApplyAsync(Sop(before), Rule, mayBring: ["SOP0201", "SOP0203"]);
        Assert.Equal(Sop(after), fixedUp["Sop.cs"]);
    }

    [Fact]
    public async Task The_fix_for_all()
    {
        var fixedUp = await FixRun.ApplyAllAsync(Sop("Writes<Crm>, Writes<Crm>(Irreversible = true)"), Rule, mayBring: ["SOP0201", "SOP0203"]);
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
