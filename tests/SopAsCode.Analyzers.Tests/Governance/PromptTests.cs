using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class PromptTests
{
    private const string Rule = "SOP0601";

    [Fact]
    public Task Silent_with_a_prompt() => CheckAsync(Sop("[Prompt(\"{ticket.Body}\")] ", "Draft"));

    [Theory]
    [InlineData("prompts/draft.md")]
    [InlineData("./prompts/draft.md")]
    [InlineData("draft.md")]
    public Task Silent_with_a_file(string file) => CheckAsync(SopProject.Of(Sop($"[Prompt(File = \"{file}\")] ", "Draft")).WithAdditionalFile("prompts/draft.md", "{ticket.Body}\n"));

    [Fact]
    public async Task No_prompt() => Assert.Equal(
        "AI step 'Answer.Draft' has no prompt, so its agent is asked nothing: add [Prompt(\"…\")] with placeholders for what it reads",
        (await CheckAsync(Sop("", "{|SOP0601:Draft|}"))).Message(Rule));

    [Theory]
    [InlineData("")]
    [InlineData("TODO")]
    public async Task An_empty_prompt(string text) => Assert.Equal(
        "The prompt of AI step 'Answer.Draft' says nothing: write what its agent is asked",
        (await CheckAsync(Sop($"[Prompt({{|SOP0601:\"{text}\"|}})] ", "Draft"))).Message(Rule));

    [Fact]
    public async Task A_file_that_is_not_there() => Assert.Equal(
        "Prompt file 'prompts/draft.md' of AI step 'Answer.Draft' is not there: put it into the project's folder 'prompts', or include it as an additional file",
        (await CheckAsync(Sop("[Prompt(File = {|SOP0601:\"prompts/draft.md\"|})] ", "Draft"))).Message(Rule));

    [Fact]
    public async Task A_file_of_nearly_that_name() => Assert.Equal(
        "Prompt file 'prompts/draf.md' of AI step 'Answer.Draft' is not there: is 'prompts/draft.md' meant?",
        (await CheckAsync(WithFile("[Prompt(File = {|SOP0601:\"prompts/draf.md\"|})] "))).Message(Rule));

    [Fact]
    public async Task An_empty_file() => Assert.Equal(
        "Prompt file 'prompts/draft.md' of AI step 'Answer.Draft' says nothing: write what the agent is asked into it",
        (await CheckAsync(SopProject.Of(Sop("[Prompt(File = {|SOP0601:\"prompts/draft.md\"|})] ", "Draft")).WithAdditionalFile("prompts/draft.md", "\n"))).Message(Rule));

    [Theory]
    [InlineData("[Promp] ")]
    [InlineData("[Prompt(Fil)] ")]
    public Task Silent_while_it_is_unfinished(string prompt) => CheckAsync(SopProject.Of(Sop(prompt, "Draft")).ThatDoesNotCompile());

    [Fact]
    public Task Silent_about_other_steps_and_ideas() => CheckAsync("""
        [Sop("A")] public partial class A1 : Sop { [HumanStep<Support>("Do it")] public partial Task Do(); }
        [Sop("B", Stage = Stage.Idea)] public partial class B1 : Sop { [AiStep<Writer>("Do it")] public partial Task<Reply> Do(); }
        """);

    [Theory]
    [InlineData("", "[Prompt(\"Draft a {{reply}}.\\nTicket: {ticket}\\nLast: {last}\")] ")]
    [InlineData("[Prompt(\"TODO\")] ", "[Prompt(\"Draft a {{reply}}.\\nTicket: {ticket}\\nLast: {last}\")] ")]
    [InlineData("[Prompt(Version = \"2\")] ", "[Prompt(\"Draft a {{reply}}.\\nTicket: {ticket}\\nLast: {last}\", Version = \"2\")] ")]
    [InlineData("[Prompt(File = \"none.md\")] ", "[Prompt(\"Draft a {{reply}}.\\nTicket: {ticket}\\nLast: {last}\")] ")]
    public async Task Writes_a_prompt(string before, string after) => Assert.Equal(
        Sop(after, "Draft"), (await FixRun.ApplyAsync(Sop(before, "Draft"), Rule, "Write a prompt for 'Draft'"))["Sop.cs"]);

    [Fact]
    public async Task Names_the_nearest_file() => Assert.Equal(
        Sop("[Prompt(File = \"prompts/draft.md\")] ", "Draft"),
        (await FixRun.ApplyAsync(WithFile("[Prompt(File = \"prompts/draf.md\")] "), Rule, "Read the prompt from 'prompts/draft.md'"))["Sop.cs"]);

    [Fact]
    public async Task Fixes_all() => Assert.Equal(
        3,
        (await FixRun.ApplyAllAsync(Sop("", "Draft") + Sop("", "Draft").Replace("Answer", "Other", StringComparison.Ordinal), Rule))["Sop.cs"].Split("Ticket: {ticket}").Length);

    private static SopProject WithFile(string prompt) => SopProject.Of(Sop(prompt, "Draft")).WithProperty("ProjectDir", ProjectOptions.Root + "/").WithAdditionalFile("prompts/draft.md", "{ticket.Body} {last.Text}");

    private static string Sop(string prompt, string name) => $$"""
        [Sop("Answer")] public partial class Answer : Sop<Ticket>
        {
            [AiStep<Writer>("Draft a {reply}")] {{prompt}}public partial Task<Reply> {{name}}(Ticket ticket, Reply? last);
        }

        """;

    private static Task<AnalyzerRun> CheckAsync(SopProject project) => AnalyzerRun.CheckAsync(project, [Rule]);
}
