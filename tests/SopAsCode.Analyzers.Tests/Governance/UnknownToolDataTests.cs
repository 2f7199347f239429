using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class UnknownToolDataTests
{
    private const string Rule = "SOP0506";

    [Fact]
    public async Task A_tool_that_an_AI_reads() => Assert.Equal(
        "'Answer.Look' lets an AI read 'Staff', and nothing says how sensitive that is: put [Holds(DataClass.…)] on 'Staff'",
        (await CheckAsync(Ai("{|SOP0506:Reads<Staff>|}"))).Message(Rule));

    [Fact]
    public async Task Once_for_each_tool()
    {
        var run = await CheckAsync(Ai("{|SOP0506:Reads<Staff>|}, {|SOP0506:Reads<Helpdesk>|}") + "\n" + Ai("Reads<Staff>", "Again"));
        Assert.Contains("'Staff' (the same at 'Again')", run.Findings[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Reads<Crm>")]
    [InlineData("Reads<Wiki>")]
    [InlineData("Drafts<Staff>")]
    public Task Silent_where_it_is_said_or_not_read(string access) => CheckAsync(Ai(access));

    [Fact]
    public Task Silent_about_what_people_and_code_read() => CheckAsync("""
        [HumanStep<Support>("Look"), Reads<Staff>] public partial Task Look(Ticket ticket);
            [AutomatedStep("Count"), Reads<Staff>] public Task Count(Ticket ticket) => Task.CompletedTask;
        """);

    [Fact]
    public Task Silent_while_the_tool_is_being_typed() => CheckAsync(
        Sop(Ai("Reads<Staff>")).With("Words.cs", Words.Replace("public sealed class Staff", "[Holds(] public sealed class Staff", StringComparison.Ordinal)).ThatDoesNotCompile());

    [Fact]
    public Task Silent_when_retired() =>
        CheckAsync(SopProject.Of(Oversight.At("Retired", Govern.Sop("    " + Ai("Reads<Staff>")))).With("Words.cs", Words));

    private const string Words = """
        public sealed class Staff : Tool;
        [Holds(DataClass.Personal)] public sealed class Crm : Tool;
        [Holds(DataClass.Public)] public sealed class Wiki : Tool;
        """;

    private static string Ai(string access, string name = "Look") =>
        $"[AiStep<Writer>(\"{name} at it\"), Prompt(\"{{ticket.Body}}\"), {access}] public partial Task<Reply> {name}(Ticket ticket);";

    private static SopProject Sop(string steps) => SopProject.Of(Govern.Sop("    " + steps)).With("Words.cs", Words);

    private static Task<AnalyzerRun> CheckAsync(string steps) => CheckAsync(Sop(steps));

    private static Task<AnalyzerRun> CheckAsync(SopProject project) => AnalyzerRun.CheckAsync(project, [Rule]);
}
