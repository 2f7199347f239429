using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class OwnerTests
{
    private const string Rule = "SOP0101";
    private const string Steps = """{ [HumanStep<SeniorSupport>("Do it")] public partial Task DoIt(); }""";

    [Fact]
    public Task Silent_with_an_owner() => CheckAsync($"[Sop(\"Do it\"), Owner<Founder>] public partial class Do1 : Sop {Steps}");

    [Fact]
    public async Task No_owner() => Assert.Equal(
        "SOP 'Do1' has no owner: add [Owner<…>] with the role that answers for its result",
        (await CheckAsync($"[Sop(\"Do it\")] public partial class {{|SOP0101:Do1|}} : Sop {Steps}")).Message(Rule));

    [Fact]
    public Task A_backup_is_no_owner() => CheckAsync($"[Sop(\"Do it\"), Backup<Founder>] public partial class {{|SOP0101:Do1|}} : Sop {Steps}");

    [Fact]
    public async Task The_class_of_all_roles_is_no_owner() => Assert.Equal(
        "SOP 'Do1' is owned by 'Role', which all roles derive from, so that is nobody: name the role that answers for its result in [Owner<…>]",
        (await CheckAsync($"[Sop(\"Do it\"), {{|SOP0101:Owner<Role>|}}] public partial class Do1 : Sop {Steps}")).Message(Rule));

    [Fact]
    public Task An_abstract_role_of_the_team_is() => CheckAsync($"[Sop(\"Do it\"), Owner<Lead>] public partial class Do1 : Sop {Steps} public abstract class Lead : Role;");

    [Fact]
    public async Task Names_a_role_in_place_of_the_class_of_all() => Assert.Equal(
        $"[Sop(\"Do it\"), Backup<Role>, Owner<Founder>] public partial class Do1 : Sop {Steps}",
        (await FixRun.ApplyAsync($"[Sop(\"Do it\"), Backup<Role>, Owner<SopAsCode.Role>] public partial class Do1 : Sop {Steps}", Rule, "Make Founder the owner"))["Sop.cs"]);

    [Theory]
    [InlineData("[Sop(\"Do it\"), Owner] public partial class Do1 : Sop")]
    [InlineData("[Sop(\"Do it\"), Owner<Somebody>] public partial class Do1 : Sop")]
    [InlineData("[Sop(\"Do it\"), Ow] public partial class Do1 : Sop")]
    public Task Silent_while_an_attribute_is_unfinished(string source) => CheckAsync(SopProject.Of(source + Steps).ThatDoesNotCompile());

    [Fact]
    public Task Silent_while_the_shape_is_wrong() =>
        CheckAsync("""[Sop("Do it")] public partial class Do1 : Sop { [HumanStep<Support>("Do it"), Next("Nowhere")] public partial Task DoIt(); }""");

    [Fact]
    public async Task Offers_the_roles_that_the_SOP_names_first_then_the_others_in_order() => Assert.Equal(
        ["Make SeniorSupport the owner", "Make Founder the owner", "Make Finance the owner", "Make Support the owner"],
        await FixRun.TitlesAsync($"[Sop(\"Do it\"), Backup<Founder>] public partial class Do1 : Sop {Steps}", Rule));

    [Fact]
    public async Task Offers_roles_of_referenced_assemblies()
    {
        var house = SopProject.Bare.With("House.cs", "namespace House; public sealed class Chair : Role; internal sealed class Hidden : Role; public abstract class Any : Role;") with { Name = "House" };
        var project = SopProject.Bare.WithReference(house).With("Sop.cs", """[Sop("Do it")] public partial class Do1 : Sop { [AutomatedStep("Do it")] public Task DoIt() => Task.CompletedTask; }""");
        Assert.Equal(["Make Chair the owner"], await FixRun.TitlesAsync(project, Rule));
        var fixedUp = await FixRun.ApplyAsync(project, Rule);
        Assert.StartsWith("[Sop(\"Do it\")] [Owner<House.Chair>] public partial class Do1", fixedUp["Sop.cs"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[Sop(\"Do it\")]\npublic", "[Sop(\"Do it\")]\n[Owner<Founder>]\npublic")]
    [InlineData("    [Sop(\"Do it\")] // the title\n    public", "    [Sop(\"Do it\")] [Owner<Founder>] // the title\n    public")]
    [InlineData("[Sop(\"Do it\"), Purpose(\"It\")]\n[Trigger(\"x\")]\npublic", "[Sop(\"Do it\"), Purpose(\"It\")]\n[Owner<Founder>]\n[Trigger(\"x\")]\npublic")]
    [InlineData("[Sop(\"Do it\")]\n[Purpose(\"It\")]\npublic", "[Sop(\"Do it\")]\n[Purpose(\"It\")]\n[Owner<Founder>]\npublic")]
    [InlineData("[Sop(\"Do it\")]\n[Backup<Support>]\npublic", "[Sop(\"Do it\")]\n[Owner<Founder>, Backup<Support>]\npublic")]
    [InlineData("[Sop(\"Do it\")]\r\npublic", "[Sop(\"Do it\")]\r\n[Owner<Founder>]\r\npublic")]
    public async Task Joins_what_stands_there(string before, string after)
    {
        var fixedUp = await FixRun.ApplyAsync($"{before} partial class Do1 : Sop {Steps}", Rule, "Make Founder the owner");
        Assert.Equal($"{after} partial class Do1 : Sop {Steps}", fixedUp["Sop.cs"]);
    }

    [Fact]
    public Task Only_a_person_chooses_the_owner() => FixRun.AssertOnlyByHandAsync($"[Sop(\"A\")]\npublic partial class A1 : Sop {Steps}", Rule);

    private static Task<AnalyzerRun> CheckAsync(SopProject project) => AnalyzerRun.CheckAsync(project, [Rule]);
}
