using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class IdleTargetTests
{
    private const string Rule = "SOP0901";

    [Fact]
    public async Task Retired() => Assert.Equal(
        "'Answer.HandOver' hands work to SOP 'FileIt', which is retired and starts no run any more: hand it to the SOP that took its place, or remove the step",
        (await CheckAsync(Answer("{|SOP0901:Handoff<FileIt>(\"Hand over\")|}") + Target(", Stage = Stage.Retired"))).Message(Rule));

    [Fact]
    public async Task Idea() => Assert.Equal(
        "'Answer.HandOver' hands work to SOP 'FileIt', which is an idea yet and starts no run: put that SOP to work first, or let a person do this step until then",
        (await CheckAsync(Answer("{|SOP0901:Handoff<FileIt>|}") + Target(", Stage = Stage.Idea"))).Message(Rule));

    [Theory]
    [InlineData("")]
    [InlineData(", Stage = Stage.Active")]
    public Task Silent_about_others(string stage) => CheckAsync(Answer("Handoff<FileIt>") + Target(stage));

    [Fact]
    public Task Silent_where_both_are_retired() =>
        CheckAsync(Answer("Handoff<FileIt>").Replace("\"Answer it\"", "\"Answer it\", Stage = Stage.Retired", StringComparison.Ordinal) + Target(", Stage = Stage.Retired"));

    [Fact]
    public Task Silent_in_an_idea() =>
        CheckAsync(Answer("Handoff<FileIt>").Replace("\"Answer it\"", "\"Answer it\", Stage = Stage.Idea", StringComparison.Ordinal) + Target(", Stage = Stage.Retired"));

    [Theory]
    [InlineData("Sop(\"File it\", Stage = )")]
    [InlineData("Sop(\"File it\", Stage = Stage.)")]
    [InlineData("Sop(\"File it\", Stage = Stage.Reti)")]
    public Task Silent_while_the_stage_is_half_typed(string sop) =>
        CheckAsync(SopProject.Of(Answer("Handoff<FileIt>") + Target("").Replace("Sop(\"File it\")", sop, StringComparison.Ordinal)).ThatDoesNotCompile());

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task An_SOP_of_another_assembly_says_so_on_its_class(bool isReferenceAssembly)
    {
        var library = SopProject.Of("namespace Team;" + Target(", Stage = Stage.Retired")) with { Name = "Library" };
        var project = Across.Of("Consumer", Answer("{|SOP0901:Handoff<FileIt>|}"), Across.Image(library, isReferenceAssembly));
        return CheckAsync(project);
    }

    private static string Answer(string handoff) =>
        $$"""
        namespace Team;
        [Sop("Answer it"), Owner<Support>] public sealed partial class Answer : Sop<Ticket> { [{{handoff}}] public partial Task HandOver(Ticket ticket); }

        """;

    private static string Target(string stage) =>
        $$"""
        [Sop("File it"{{stage}}), Owner<Support>] public sealed partial class FileIt : Sop<Ticket> { [HumanStep<Support>("Put it away")] public partial Task PutAway(Ticket ticket); }
        """;

    private static Task<AnalyzerRun> CheckAsync(SopProject project) => AnalyzerRun.CheckAsync(project, [Rule]);
}
