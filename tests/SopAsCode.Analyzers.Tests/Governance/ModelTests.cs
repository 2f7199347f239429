using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class ModelTests
{
    private const string Rule = "SOP0604";

    [Theory]
    [InlineData("[Model(\"gpt-5-mini-2026-08-07\")] public sealed class Reader : Agent;")]
    [InlineData("[Model(\"ourlatestmodel-3\")] public sealed class Reader : Agent;")]
    [InlineData("public abstract class Reader : Agent;")]
    [InlineData("public sealed class Reader;")]
    [InlineData("public sealed class Reader : Tool;")]
    public Task Silent(string source) => CheckAsync(source);

    [Fact]
    public async Task No_model() => Assert.Equal(
        "Agent 'Reader' has no model, so nobody can say what answers, or when that changed: add [Model(\"…\")] with the exact name and version",
        (await CheckAsync("public sealed class {|SOP0604:Reader|} : Agent;")).Message(Rule));

    [Theory]
    [InlineData("Outside = true", "Outside = true", false)]
    [InlineData("Outside = true", "Outside = false", true)]
    [InlineData("Level = Level.ReadOnly", "Outside = true", true)]
    public Task An_AI_in_another_product_has_its_model_there(string one, string other, bool isReported) => CheckAsync($$"""
        public sealed class {{(isReported ? "{|SOP0604:Reader|}" : "Reader")}} : Agent;

        [Sop("Answer a ticket"), Owner<Support>]
        public sealed partial class AnswerTicket : Sop<Ticket>
        {
            [AiStep<Reader>("Read it", {{one}})] public partial Task<Triage> Read(Ticket ticket);
            [AiStep<Reader>("Read it again", {{other}})] public partial Task<Reply> Again(Ticket ticket);
        }
        """);

    [Fact]
    public Task The_model_of_a_base_is_not_inherited() => CheckAsync("[Model(\"m-1\")] public abstract class Any : Agent;\npublic sealed class {|SOP0604:Reader|} : Any;");

    [Theory]
    [InlineData("gpt-5-latest")]
    [InlineData("Latest")]
    [InlineData("mistral:latest")]
    [InlineData("auto")]
    public async Task A_model_that_changes_by_itself(string model) => Assert.Equal(
        $"Model '{model}' of agent 'Reader' changes by itself, and its answers with it: name a version, such as one with a date",
        (await CheckAsync($"[Model({{|SOP0604:\"{model}\"|}})] public sealed class Reader : Agent;")).Message(Rule));

    [Fact]
    public async Task A_placeholder_is_no_model() => Assert.Equal(
        "Agent 'Reader' has no model yet, so nobody can say what answers, or when that changed: name it exactly, with its version",
        (await CheckAsync("[Model({|SOP0604:\"TBD\"|})] public sealed class Reader : Agent;")).Message(Rule));

    [Fact]
    public Task A_text_that_is_no_name_is_the_finding_of_another_rule() => CheckAsync("[Model(\"\")] public sealed class Reader : Agent;");

    [Theory]
    [InlineData("[Model] public sealed class Reader : Agent;")]
    [InlineData("[Mod] public sealed class Reader : Agent;")]
    public Task Silent_while_it_is_unfinished(string source) => CheckAsync(SopProject.Of(source).ThatDoesNotCompile());

    private static Task<AnalyzerRun> CheckAsync(SopProject project) => AnalyzerRun.CheckAsync(project, [Rule]);
}
