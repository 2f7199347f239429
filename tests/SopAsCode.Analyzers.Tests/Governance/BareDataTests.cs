using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class BareDataTests
{
    private const string Rule = "SOP0505";

    [Theory]
    [InlineData("Sop<Ticket>", "public partial Task<Reply> Do(Ticket ticket);")]
    [InlineData("Sop<Verdict>", "public partial Task<Verdict> Do(Verdict verdict);")]
    [InlineData("Sop<IReadOnlyList<string>>", "public partial Task Do(IReadOnlyList<string> words);")]
    [InlineData("Sop<Uri>", "public partial Task Do(Uri at);")]
    [InlineData("Sop<String>", "public partial Task Do(String text);")]
    public Task Silent_about_what_says_what_it_is(string bases, string step) => CheckAsync(Sop(bases, step) + "\npublic sealed record String(string Text);");

    [Fact]
    public async Task The_input_and_what_reads_it_is_said_once() => Assert.Equal(
        "The input of SOP 'Answer' is a bare 'string', which does not say what it is, and a run knows only one current value of a type: give it a record of its own",
        (await CheckAsync(Sop("Sop<{|SOP0505:string|}>", "public partial Task<string> Do(string text);"))).Message(Rule));

    [Theory]
    [InlineData("int")]
    [InlineData("decimal")]
    [InlineData("bool")]
    [InlineData("DateOnly")]
    [InlineData("Guid")]
    [InlineData("string")]
    [InlineData("char")]
    [InlineData("byte")]
    [InlineData("sbyte")]
    [InlineData("short")]
    [InlineData("ushort")]
    [InlineData("uint")]
    [InlineData("long")]
    [InlineData("ulong")]
    [InlineData("nint")]
    [InlineData("nuint")]
    [InlineData("float")]
    [InlineData("double")]
    [InlineData("DateTime")]
    [InlineData("DateTimeOffset")]
    [InlineData("TimeOnly")]
    [InlineData("TimeSpan")]
    [InlineData("Half")]
    [InlineData("Int128")]
    [InlineData("UInt128")]
    [InlineData("object")]
    public async Task What_a_step_returns(string type) => Assert.Equal(
        $"'Answer.Do' returns a bare '{type}', which does not say what it is, and a run knows only one current value of a type: give it a record of its own",
        (await CheckAsync(Sop("Sop", $"public partial {{|SOP0505:Task<{type}>|}} Do();"))).Message(Rule));

    [Theory]
    [InlineData("System.Numerics.BigInteger", "BigInteger")]
    [InlineData("System.Dynamic.ExpandoObject", "ExpandoObject")]
    [InlineData("System.Text.Json.JsonElement", "JsonElement")]
    [InlineData("System.Text.Json.JsonDocument", "JsonDocument")]
    [InlineData("System.Text.Json.Nodes.JsonNode", "JsonNode")]
    [InlineData("System.Text.Json.Nodes.JsonObject", "JsonObject")]
    [InlineData("System.Text.Json.Nodes.JsonArray", "JsonArray")]
    public async Task What_can_be_anything(string type, string name) => Assert.StartsWith(
        $"'Answer.Do' returns a bare '{name}', which", (await CheckAsync(Sop("Sop", $"public partial {{|SOP0505:Task<{type}>|}} Do();"))).Message(Rule), StringComparison.Ordinal);

    [Fact]
    public Task What_is_among_several() => CheckAsync(Sop("Sop", "public partial {|SOP0505:Task<(Reply Reply, int Number)>|} Do();"));

    [Fact]
    public Task Each_type_is_said_once() => CheckAsync(Sop("Sop<{|SOP0505:int|}>", "public partial {|SOP0505:Task<string>|} Do(int number);\n    [HumanStep<Support>(\"More\")] public partial Task<string> More(string text, int number);"));

    [Fact]
    public async Task What_may_be_null() => Assert.StartsWith(
        "'Answer.Do' takes a bare 'string'", (await CheckAsync(Sop("Sop", "public partial Task Do({|SOP0505:string? text|});"))).Message(Rule), StringComparison.Ordinal);

    [Fact]
    public Task Silent_about_what_a_step_is_told_about_its_run() => CheckAsync(
        """[Sop("Answer")] public partial class Answer : Sop { [AutomatedStep("Do")] public Task Do(StepContext step, CancellationToken cancel) => Task.CompletedTask; }""");

    [Theory]
    [InlineData("Stage.Idea")]
    public Task Silent_about_what_does_not_run(string stage) =>
        CheckAsync(Sop("Sop<string>", "public partial Task Do(string text);").Replace("[Sop(\"Answer\")]", $"[Sop(\"Answer\", Stage = {stage})]", StringComparison.Ordinal));

    [Fact]
    public async Task Introduces_a_record()
    {
        var fixedUp = await FixRun.ApplyAsync(
            """
            namespace Team;

            [Sop("Answer")]
            public sealed partial class Answer : Sop<string>
            {
                [AiStep<Writer>("Draft"), Prompt("Answer {subject} in {{subject}}")] public partial Task<Reply> Draft(string subject);

                [HumanStep<Support>("Look"), Next(nameof(Send), When = nameof(IsShort)), Next(End.Completed)] public partial Task<(Reply, string)> Look(Reply reply, string? last);

                [AutomatedStep("Send")] public Task Send(string subject, Reply reply) => Task.Delay(subject.Length + reply.Text.Length);

                [Condition("It is short")] static bool IsShort(string text) => text is { Length: < 10 } || text == "";
            }
            """,
            Rule,
            "Introduce record 'Subject'",
            mayBring: ["SOP0501"]);
        Assert.Equal(
            """
            namespace Team;

            [Sop("Answer")]
            public sealed partial class Answer : Sop<Subject>
            {
                [AiStep<Writer>("Draft"), Prompt("Answer {subject.Text} in {{subject}}")] public partial Task<Reply> Draft(Subject subject);

                [HumanStep<Support>("Look"), Next(nameof(Send), When = nameof(IsShort)), Next(End.Completed)] public partial Task<(Reply, Subject)> Look(Reply reply, Subject? last);

                [AutomatedStep("Send")] public Task Send(Subject subject, Reply reply) => Task.Delay(subject.Text.Length + reply.Text.Length);

                [Condition("It is short")] static bool IsShort(Subject text) => text.Text is { Length: < 10 } || text.Text == "";
            }

            public sealed record Subject(string Text);
            """,
            fixedUp["Sop.cs"]);
    }

    [Theory]
    [InlineData("Sop<int>", "public partial Task Do(int ticket);", "TicketValue(int Value)")]
    [InlineData("Sop", "public partial Task<int> Do();", "DoResult(int Value)")]
    [InlineData("Sop<int>", "public partial Task Do();", "AnswerInput(int Value)")]
    [InlineData("Sop<string>", "public partial Task Do(string text);", "Text(string Content)")]
    public async Task Finds_a_free_name(string bases, string step, string record) =>
        Assert.EndsWith($"}}\n\npublic sealed record {record};", (await FixRun.ApplyAsync(Sop(bases, step), Rule))["Sop.cs"], StringComparison.Ordinal);

    [Theory]
    [InlineData("[AutomatedStep(\"Make\")] public Task<string> Make() => Task.FromResult(\"\");")]
    [InlineData("[AutomatedStep(\"Make\")] public Task Make(string subject) { subject = \"\"; return Task.CompletedTask; }")]
    [InlineData("[AutomatedStep(\"Make\")] public Task Make(string subject) => Task.FromResult(nameof(subject));")]
    [InlineData("[AutomatedStep(\"Make\")] public Task Make(string? subject) => Task.FromResult(subject);")]
    [InlineData("[Handoff<Other>(\"Hand over\")] public partial Task Make();")]
    public Task No_fix_where_it_would_need_the_author(string member) => FixRun.AssertNoneOfferedAsync(
        Sop("Sop<string>", $"public partial Task Do(string text);\n    {member}")
        + "\n[Sop(\"Other\")] public partial class Other : Sop<string> { [HumanStep<Support>(\"Do\")] public partial Task Do(); }",
        Rule);

    [Fact]
    public async Task Fixes_all()
    {
        var source = Sop("Sop<string>", "public partial Task Do(string first);") + "\n" + Sop("Sop<int>", "public partial Task Do(int second);").Replace("Answer", "Other", StringComparison.Ordinal);
        var fixedUp = await FixRun.ApplyAllAsync(source, Rule);
        Assert.Contains("public sealed record First(string Text);", fixedUp["Sop.cs"], StringComparison.Ordinal);
        Assert.Contains("public sealed record Second(int Value);", fixedUp["Sop.cs"], StringComparison.Ordinal);
    }

    private static string Sop(string bases, string step) => $$"""
        [Sop("Answer")]
        public sealed partial class Answer : {{bases}}
        {
            [HumanStep<Support>("Do it")] {{step}}
        }
        """;

    private static Task<AnalyzerRun> CheckAsync(SopProject project) => AnalyzerRun.CheckAsync(project, [Rule]);
}
