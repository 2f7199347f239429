using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class AnswerTests
{
    private const string Rule = "SOP0605";

    [Theory]
    [InlineData("[AiStep<Writer>(\"Do it\"), Prompt(\"x\")] public partial Task<Reply> Do();")]
    [InlineData("[AiStep<Writer>(\"Do it\"), Prompt(\"x\")] public partial Task<Verdict> Do();")]
    [InlineData("[HumanStep<Support>(\"Do it\")] public partial Task Do();")]
    public Task Silent(string step) => CheckAsync(Sop(step));

    [Theory]
    [InlineData("Task")]
    [InlineData("ValueTask")]
    public async Task An_answer_that_is_lost(string task) => Assert.Equal(
        $"AI step 'A1.Do' returns nothing, so its answer can be neither checked nor used: return a record, such as {task}<DoAnswer>",
        (await CheckAsync(Sop($"[AiStep<Writer>(\"Do it\"), Prompt(\"x\")] public partial {{|SOP0605:{task}|}} Do();"))).Message(Rule));

    [Theory]
    [InlineData("Stage.Retired")]
    [InlineData("Stage.Idea")]
    public Task Silent_about_what_does_not_run(string stage) => CheckAsync(
        Sop("[AiStep<Writer>(\"Do it\"), Prompt(\"x\")] public partial Task Do();").Replace("[Sop(\"A\")]", $"[Sop(\"A\", Stage = {stage})]", StringComparison.Ordinal));

    [Fact]
    public Task Silent_while_it_is_unfinished() => CheckAsync(SopProject.Of(Sop("[AiStep<Writer>(\"Do it\"), Prompt(\"x\")] public partial Task<Rep> Do();")).ThatDoesNotCompile());

    private static string Sop(string step) => $"[Sop(\"A\")] public partial class A1 : Sop {{ {step} }}";

    private static Task<AnalyzerRun> CheckAsync(SopProject project) => AnalyzerRun.CheckAsync(project, [Rule]);
}
