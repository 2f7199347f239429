using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

/// <summary>SOP0106 and SOP0107: which policy counts for a project, if any.</summary>
public class NoPolicyTests
{
    private const string Rule = "SOP0106";
    private const string Unused = "SOP0107";
    private const string Said = "[RequireReview(Cadence.Monthly)]";

    private static readonly SopProject House = SopProject.Of($"namespace Home; {Said} public sealed class HousePolicy : Policy;") with { Name = "House" };

    [Fact]
    public async Task A_project_without_one() => Assert.Equal(
        "The project of SOP 'Answer' has no policy, so no rule looks at who holds a role, must approve, or may see what: add a class that derives from Policy",
        (await CheckAsync(Sop("{|SOP0106:Answer|}"))).Message(Rule));

    [Fact]
    public Task One_finding_for_all_SOPs() => CheckAsync(Sop("Other", ", Stage = Stage.Idea") + Sop("{|SOP0106:Second|}") + Sop("Third"));

    [Fact]
    public async Task One_that_says_nothing() => Assert.Equal(
        "Policy 'HousePolicy' says nothing, so no rule looks at who holds a role, must approve, or may see what: write its first entry, such as [Holder<…>(\"…\")]",
        (await CheckAsync(SopProject.Of(Sop("{|SOP0106:Answer|}")).WithPolicy(""))).Message(Rule));

    [Theory]
    [InlineData(Said)]
    [InlineData("[OnePersonTeam]")]
    [InlineData("[Disclosure(\"We say so\")]")]
    public Task Silent_where_one_says_something(string entry) => CheckAsync(SopProject.Of(Sop("Answer")).WithPolicy(entry));

    [Fact]
    public Task Silent_while_it_is_being_typed() => CheckAsync(SopProject.Of(Sop("Answer")).WithPolicy("[Holder<Support>(]").ThatDoesNotCompile());

    [Fact]
    public Task Silent_where_several_compete() => CheckAsync(SopProject.Of(Sop("Answer")).WithPolicy("").With("More.cs", "public sealed class Other : Policy;"));

    [Theory]
    [InlineData("Idea")]
    [InlineData("Retired")]
    public Task Silent_without_an_SOP_that_runs(string stage) => CheckAsync(Sop("Answer", $", Stage = Stage.{stage}"));

    [Fact]
    public Task Silent_where_the_policy_of_another_project_counts() => CheckAsync(Beside("[assembly: UsePolicy<Home.HousePolicy>]", Sop("Answer")));

    [Fact]
    public async Task The_policy_of_another_project_that_does_not_count() => Assert.Equal(
        "Policy 'HousePolicy' of 'House' is not used, no policy counts here: add [assembly: UsePolicy<HousePolicy>]",
        (await CheckAsync(Beside("", Sop("{|SOP0107:Answer|}") + Sop("Second")))).Message(Unused));

    [Fact]
    public async Task An_own_one_that_says_nothing_stands_in_its_place() => Assert.Equal(
        "Policy 'HousePolicy' of 'House' is not used, 'Own' counts here: add [assembly: UsePolicy<HousePolicy>], or [assembly: UsePolicy<Own>] if that is meant",
        (await CheckAsync(Beside("", Sop("{|SOP0107:Answer|}") + "public sealed class Own : Policy;"))).Message(Unused));

    [Fact]
    public Task An_own_one_that_says_something_stands_in_its_place() => CheckAsync(Beside("", Sop("{|SOP0107:Answer|}") + Said + " public sealed class Own : Policy;"));

    [Fact]
    public Task Silent_where_the_project_says_that_its_own_counts() => CheckAsync(Beside("[assembly: UsePolicy<Own>]", Sop("Answer") + Said + " public sealed class Own : Policy;"));

    [Fact]
    public Task An_empty_one_that_is_said_to_count_is_empty_all_the_same() => CheckAsync(Beside("[assembly: UsePolicy<Own>]", Sop("{|SOP0106:Answer|}") + "public sealed class Own : Policy;"));

    [Fact]
    public Task Silent_about_a_policy_that_the_own_one_derives_from() => CheckAsync(Across.Of(
        "Team", Sop("Answer") + Said + " public sealed class Own : Home.OpenPolicy;",
        Across.Image(SopProject.Of($"namespace Home; {Said} public class OpenPolicy : Policy;") with { Name = "House" })));

    [Theory]
    [InlineData("internal sealed class HousePolicy : Policy;")]
    [InlineData("public abstract class HousePolicy : Policy;")]
    public Task What_nobody_can_use_is_no_policy(string policy) => CheckAsync(Across.Of(
        "Team", Sop("{|SOP0106:Answer|}"), Across.Image(SopProject.Of($"namespace Home; {Said} {policy}") with { Name = "House" })));

    [Fact]
    public Task Where_the_other_rule_is_switched_off_this_one_speaks() => CheckAsync(
        Beside("", Sop("{|SOP0106:Answer|}")).WithEditorConfig("[*.cs]\ndotnet_diagnostic.SOP0107.severity = none"));

    private static string Sop(string name, string more = "") =>
        $"[Sop(\"{name.Replace("{|SOP0106:", "", StringComparison.Ordinal).Replace("{|SOP0107:", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal)}\"{more}), Owner<Support>] "
        + $"public sealed partial class {name} : Sop {{ [HumanStep<Support>(\"Look\")] public partial Task Look(); }}\n";

    private static SopProject Beside(string use, string source) => Across.Of("Team", use + "\n" + source, Across.Image(House));

    private static Task<AnalyzerRun> CheckAsync(SopProject project) => AnalyzerRun.CheckAsync(project, [Rule, Unused]);
}
