using Microsoft.CodeAnalysis.Diagnostics;
using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class ApprovalSharesTests
{
    private const string Rule = "SOP0307";
    private static readonly string Marked = Vocabulary.Source.Replace("class Founder", "class {|SOP0307:Founder|}", StringComparison.Ordinal);

    [Fact]
    public async Task One_role_approves_most() => Assert.Equal(
        "'Founder' approves at 4 of the 5 checkpoints here, which is more than 60 %: hand some over, or set [MaxApprovalShare] in the policy",
        (await CheckAsync(With(Marked, Sop("A1", "Founder", "Founder"), Sop("B1", "Founder", "Support", "Desk.Founder")))).Message(Rule));

    [Theory]
    [InlineData("global using Look = SopAsCode.CheckpointAttribute<Desk.Founder>;")]
    [InlineData("global using LookAttribute = SopAsCode.CheckpointAttribute<Desk.Founder>;")]
    public Task Checkpoints_under_another_name_count(string names) => CheckAsync(With(
        Marked, Sop("A1", "Founder", "Founder", "Founder", "Founder", "Support").Replace("Checkpoint<Founder>", "Look", StringComparison.Ordinal)).With("Names.cs", names));

    [Fact]
    public Task SOPs_inside_another_class_count() => CheckAsync(With(
        Marked, "namespace Team.Work;\npublic static partial class Around\n{\n" + Sop("A1", "Founder", "Founder", "Founder", "Founder", "Support") + "\n}"));

    [Fact]
    public Task Silent_about_few_checkpoints() => CheckAsync(With(Vocabulary.Source, Sop("A1", "Founder", "Founder", "Founder", "Founder")));

    [Fact]
    public Task Silent_at_the_share_itself() => CheckAsync(With(Vocabulary.Source, Sop("A1", "Founder", "Founder", "Founder", "Support", "Finance")));

    [Theory]
    [InlineData("[MaxApprovalShare(80)]")]
    [InlineData("[MaxApprovalShare(0)]")]
    [InlineData("[OnePersonTeam]")]
    public Task Silent_where_the_policy_allows_it(string policy) =>
        CheckAsync(With(Vocabulary.Source, Sop("A1", "Founder", "Founder", "Founder", "Founder", "Support")).WithPolicy(policy));

    [Fact]
    public async Task The_policy_may_allow_less() => Assert.Contains(
        "at 3 of the 5 checkpoints here, which is more than 50 %",
        (await CheckAsync(With(Marked, Sop("A1", "Founder", "Founder", "Founder", "Support", "Finance")).WithPolicy("[MaxApprovalShare(50)]"))).Message(Rule),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("Stage.Retired")]
    [InlineData("SopAsCode.Stage.Idea")]
    public Task Retired_SOPs_and_ideas_do_not_count(string stage) => CheckAsync(With(
        Vocabulary.Source, Sop("A1", "Support", "Finance"), Sop("B1", "Founder", "Founder", "Founder", "Founder").Replace("\")]\npublic", $"\", Stage = {stage})]\npublic", StringComparison.Ordinal)));

    [Theory]
    [InlineData("Stage = Stage.Active")]
    [InlineData("Id = \"b\"")]
    public Task SOPs_that_say_more_count(string says) => CheckAsync(With(
        Marked, Sop("A1", "Support", "Finance"), Sop("B1", "Founder", "Founder", "Founder", "Founder").Replace("\")]\npublic", $"\", {says})]\npublic", StringComparison.Ordinal)));

    [Theory]
    [InlineData("[MaxApprovalShare(100)]")]
    [InlineData("[MaxApprovalShare(101)]")]
    public Task Silent_where_all_may_be_one_roles(string policy) => CheckAsync(With(Vocabulary.Source, Sop("A1", "Founder", "Founder", "Founder", "Founder", "Founder")).WithPolicy(policy));

    [Fact]
    public Task The_policy_may_allow_next_to_nothing() => CheckAsync(With(Marked, Sop("A1", "Founder", "Founder", "Founder", "Founder", "Founder")).WithPolicy("[MaxApprovalShare(1)]"));

    [Fact]
    public Task Roles_with_one_name_are_two() => CheckAsync(With(
        Vocabulary.Source + "\npublic static class Old { public sealed class Founder : Role; }",
        Sop("A1", "Founder", "Founder", "Founder", "Desk.Old.Founder", "Desk.Old.Founder")));

    [Fact]
    public Task Look_alikes_do_not_count() => CheckAsync(With(
        Vocabulary.Source,
        Sop("A1", "Support"),
        "namespace Fake; public class SopAttribute(string t) : Attribute; public class CheckpointAttribute<T>(string t) : Attribute;\n"
        + Sop("B1", "Founder", "Founder", "Founder", "Founder", "Founder").Replace(" : Sop<Ticket>", "", StringComparison.Ordinal)
            .Replace("partial Task", "Task", StringComparison.Ordinal).Replace("(Ticket ticket);", "(Ticket ticket) => Task.CompletedTask;", StringComparison.Ordinal)));

    [Fact]
    public Task At_the_first_checkpoint_where_the_role_is_declared_elsewhere()
    {
        var house = SopProject.Bare.With("House.cs", "namespace House; public sealed class Chair : Role;") with { Name = "House" };
        return CheckAsync(With(Vocabulary.Source, "using House;\n" + Sop("A1", "Support", "Chair", "Chair").Replace("Checkpoint<Chair>(\"Look, 1\")", "{|SOP0307:Checkpoint<Chair>(\"Look, 1\")|}", StringComparison.Ordinal), "using House;\n" + Sop("B1", "Chair", "Chair"))
            .WithReference(house));
    }

    [Fact]
    public async Task Shows_in_the_open_file()
    {
        var source = "[Title(\"Head\")] public sealed class Head : Role;\n" + Sop("A1", "Head", "Head", "Head", "Head", "Head");
        var run = await PlainRun.OfAsync(source);
        var file = run.Output.SyntaxTrees.Single(tree => tree.ToString() == source);
        var shown = await run.Output.WithAnalyzers([new SopAnalyzer()], new AnalyzerOptions([]))
            .GetAnalyzerSemanticDiagnosticsAsync(run.Output.GetSemanticModel(file), null, CancellationToken.None);
        Assert.Single(shown, finding => finding.Id == Rule);
    }

    private static string Sop(string name, params string[] roles) =>
        $"[Sop(\"{name}\")]\npublic partial class {name} : Sop<Ticket>\n{{\n"
        + string.Join("\n", roles.Select((role, number) => $"    [Checkpoint<{role}>(\"Look, {number}\")] public partial Task Look{number}(Ticket ticket);"))
        + "\n}";

    private static SopProject With(string vocabulary, params string[] sops) => sops
        .Select((text, number) => (Name: $"Sop{number}.cs", Text: text))
        .Aggregate(SopProject.Bare.With("VocabularyUsings.cs", "global using global::Desk;").With(Vocabulary.File, vocabulary), (project, sop) => project.With(sop.Name, sop.Text));

    private static Task<AnalyzerRun> CheckAsync(SopProject project) => AnalyzerRun.CheckAsync(project, [Rule]);
}
