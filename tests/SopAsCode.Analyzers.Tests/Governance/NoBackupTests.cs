using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class NoBackupTests
{
    private const string Rule = "SOP0104";
    private const string Writes = "[Writes<Helpdesk>(Impact.Customers)]";

    [Fact]
    public async Task A_write_without_a_backup() => Assert.Equal(
        "'Answer.Send' writes to 'Helpdesk', which touches customers, and nobody steps in while the owner is away: add [Backup<…>] to 'Answer'",
        (await CheckAsync(Sop("[Owner<Support>]", "{|SOP0104:Answer|}"))).Message(Rule));

    [Fact]
    public async Task A_write_for_good() => Assert.Contains(
        "'Helpdesk', which can't be taken back, and", (await CheckAsync(Sop("", "{|SOP0104:Answer|}", "[Writes<Helpdesk>(Irreversible = true)]"))).Message(Rule), StringComparison.Ordinal);

    [Fact]
    public Task Silent_with_a_backup() => CheckAsync(Sop("[Owner<Support>, Backup<Founder>]"));

    [Theory]
    [InlineData("[Writes<Helpdesk>]")]
    [InlineData("[Drafts<Helpdesk>]")]
    [InlineData("[Reads<Helpdesk>]")]
    public Task Silent_about_access_that_cannot_hurt(string access) => CheckAsync(Sop("[Owner<Support>]", access: access));

    [Fact]
    public Task Silent_about_what_a_person_writes() =>
        CheckAsync("""[Sop("A")] public partial class A1 : Sop<Ticket> { [HumanStep<Support>("Send it"), Writes<Helpdesk>(Impact.Customers)] public partial Task Send(Ticket ticket); }""");

    [Fact]
    public Task Silent_in_a_team_of_one() => CheckAsync(Sop("[Owner<Support>]").With("House.cs", "[OnePersonTeam] public sealed class HousePolicy : Policy;"));

    [Fact]
    public Task Silent_about_what_runs_no_more() => CheckAsync(Sop("[Owner<Support>]", stage: "Retired"));

    [Theory]
    [InlineData("[Owner<Support>, Backup]")]
    [InlineData("[Owner<Support>, Backup<Sup>]")]
    [InlineData("[Owner<Support>, Back]")]
    [InlineData("[Owner<Support>, Responsible<Support>]")]
    public Task Silent_while_an_attribute_is_unfinished(string attributes) => CheckAsync(Sop(attributes).ThatDoesNotCompile());

    [Fact]
    public Task Silent_with_a_look_alike_of_an_SOP() => CheckAsync("public sealed class SopAttribute(string title) : Attribute { public string Title => title; } [global::Sop(\"A\")] public class A;");

    [Fact]
    public async Task Offers_every_role_but_the_owner() => Assert.Equal(
        ["Make Finance the backup", "Make Founder the backup", "Make SeniorSupport the backup"], await FixRun.TitlesAsync(Sop("[Owner<Support>]"), Rule));

    [Theory]
    [InlineData("[Owner<Support>]\n", "[Owner<Support>, Backup<Founder>]\n")]
    [InlineData("[Owner<Support>, ValueStream<CustomerSuccess>]\n", "[Owner<Support>, Backup<Founder>, ValueStream<CustomerSuccess>]\n")]
    [InlineData("[Owner<Support>] ", "[Owner<Support>, Backup<Founder>] ")]
    [InlineData("[Trigger(\"x\")]\n", "[Backup<Founder>]\n[Trigger(\"x\")]\n")]
    public async Task Joins_what_stands_there(string before, string after)
    {
        var fixedUp = await FixRun.ApplyAsync(Sop(before), Rule, "Make Founder the backup");
        Assert.Equal(Text(after), fixedUp["Sop.cs"]);
    }

    [Fact]
    public Task Only_a_person_chooses_the_backup() => FixRun.AssertOnlyByHandAsync(Sop("[Owner<Support>]\n"), Rule);

    private static SopProject Sop(string attributes, string name = "Answer", string access = Writes, string stage = "Active") => SopProject.Of(Text(attributes, name, access, stage));

    private static string Text(string attributes, string name = "Answer", string access = Writes, string stage = "Active") =>
        $"[Sop(\"{(name == "Other" ? "Other" : "Answer")}\", Stage = Stage.{stage})]\n{attributes}public partial class {name} : Sop<Ticket>\n{{\n"
        + $"    [AutomatedStep(\"Send it\")]\n    {access}\n    public Task Send(Ticket ticket) => Task.CompletedTask;\n}}\n";

    private static Task<AnalyzerRun> CheckAsync(SopProject project) => AnalyzerRun.CheckAsync(project, [Rule]);
}
