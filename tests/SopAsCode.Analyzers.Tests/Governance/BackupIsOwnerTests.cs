using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class BackupIsOwnerTests
{
    private const string Rule = "SOP0102";
    private const string Steps = """{ [HumanStep<SeniorSupport>("Do it")] public partial Task DoIt(); }""";

    [Theory]
    [InlineData("Owner<Support>, Backup<Founder>")]
    [InlineData("Owner<Support>")]
    [InlineData("Backup<Support>")]
    public Task Silent_about_somebody_else_or_nobody(string attributes) => CheckAsync($"[Sop(\"Do it\"), {attributes}] public partial class Do1 : Sop {Steps}");

    [Fact]
    public async Task The_owner_again() => Assert.Equal(
        "Owner and backup of SOP 'Do1' are both 'Support', so nobody steps in while the owner is away: name another role in [Backup<…>]",
        (await CheckAsync($"[Sop(\"Do it\"), Owner<Support>, {{|SOP0102:Backup<Support>|}}] public partial class Do1 : Sop {Steps}")).Message(Rule));

    [Theory]
    [InlineData("Owner<Support>")]
    [InlineData("Owner<Role>")]
    public async Task The_class_of_all_roles(string owner) => Assert.Equal(
        "The backup of SOP 'Do1' is 'Role', which all roles derive from, so nobody steps in while the owner is away: name a role of the team in [Backup<…>]",
        (await CheckAsync($"[Sop(\"Do it\"), {owner}, {{|SOP0102:Backup<Role>|}}] public partial class Do1 : Sop {Steps}")).Message(Rule));

    [Fact]
    public Task Silent_about_roles_of_one_name_in_two_places() => CheckAsync(
        $"[Sop(\"Do it\"), Owner<Support>, Backup<Night.Support>] public partial class Do1 : Sop {Steps} namespace Night {{ public sealed class Support : Role; }}");

    [Fact]
    public Task Silent_about_what_runs_no_more() =>
        CheckAsync($"[Sop(\"Do it\", Stage = Stage.Retired), Owner<Support>, Backup<Support>] public partial class Do1 : Sop {Steps}");

    [Theory]
    [InlineData("Owner<Somebody>, Backup<Somebody>")]
    [InlineData("Owner<Helpdesk>, Backup<Helpdesk>")]
    public Task Silent_about_roles_that_are_none(string attributes) =>
        CheckAsync(SopProject.Of($"[Sop(\"Do it\"), {attributes}] public partial class Do1 : Sop {Steps}").ThatDoesNotCompile());

    [Fact]
    public async Task One_person_in_two_roles() => Assert.Equal(
        "'ana@example.com' alone is 'Support', the owner of SOP 'Do1', and 'Founder', its backup, so nobody steps in: name another role, or another holder in the policy",
        (await CheckAsync(Held("[Holder<Support>(\"ana@example.com\"), Holder<Founder>(\" ANA@example.com\")]", "{|SOP0102:Backup<Founder>|}"))).Message(Rule));

    [Theory]
    [InlineData("[Holder<Support>(\"ana@example.com\"), Holder<Founder>(\"ben@example.com\")]")]
    [InlineData("[Holder<Support>(\"ana@example.com\"), Holder<Founder>(\"ana@example.com\"), Holder<Founder>(\"ben@example.com\")]")]
    [InlineData("[Holder<Support>(\"ana@example.com\"), Holder<Support>(\"ben@example.com\"), Holder<Founder>(\"ana@example.com\"), Holder<Founder>(\"ben@example.com\")]")]
    [InlineData("[Holder<Support>(\"ana@example.com\")]")]
    [InlineData("[Holder<Support>(\"TBD\"), Holder<Founder>(\"TBD\")]")]
    [InlineData("[OnePersonTeam, Holder<Support>(\"ana@example.com\"), Holder<Founder>(\"ana@example.com\")]")]
    public Task Silent_where_somebody_else_can_step_in(string policy) => CheckAsync(Held(policy, "Backup<Founder>"));

    [Fact]
    public Task Silent_while_the_policy_is_being_typed() =>
        CheckAsync(Held("[Holder<Support>(\"ana@example.com\"), Holder<Founder>(\"ana@example.com\"), Holder<Founder>()]", "Backup<Founder>").ThatDoesNotCompile());

    private static SopProject Held(string policy, string backup) =>
        SopProject.Of($"[Sop(\"Do it\"), Owner<Support>, {backup}] public partial class Do1 : Sop {Steps}").WithPolicy(policy);

    private static Task<AnalyzerRun> CheckAsync(SopProject project) => AnalyzerRun.CheckAsync(project, [Rule]);
}
