using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class PlaceholderTests
{
    private const string Rule = "SOP0602";

    [Theory]
    [InlineData("\"{ticket.Body}\"")]
    [InlineData("\"{ticket} and {{ticket}} and }} and {{ \"")]
    [InlineData("\"{ ticket.Subject } {ticket.Body.Length}\"", "{ticket.Body.Length}")]
    public Task Fits(string prompt, string? marked = null) =>
        CheckAsync(Sop(marked is null ? prompt : prompt.Replace(marked, $"{{|SOP0602:{marked}|}}", StringComparison.Ordinal), "Ticket ticket"));

    [Theory]
    [InlineData("{tickt.Body}", "has '{tickt.Body}', but no parameter is called 'tickt': is 'ticket' meant?", "{ticket.Body}")]
    [InlineData("{Ticket.Body}", "has '{Ticket.Body}', but no parameter is called 'Ticket': is 'ticket' meant?", "{ticket.Body}")]
    [InlineData("{tick.Body}", "has '{tick.Body}', but no parameter is called 'tick': is 'ticket' meant?", "{ticket.Body}")]
    [InlineData("{ticket.Bdoy}", "has '{ticket.Bdoy}', but 'Ticket' has no property 'Bdoy': is 'Body' meant?", "{ticket.Body}")]
    [InlineData("{ticket.Sub}", "has '{ticket.Sub}', but 'Ticket' has no property 'Sub': is 'Subject' meant?", "{ticket.Subject}")]
    [InlineData("{ticket.Bodi}", "has '{ticket.Bodi}', but 'Ticket' has no property 'Bodi': is 'Body' meant?", "{ticket.Body}")]
    [InlineData("{ \\u0022a\\u0022: 1 }", null, null)]
    [InlineData("{}", "has '{}', which is no placeholder: double the braces, '{{' and '}}', where they are meant as braces", "{{}}")]
    [InlineData("{a b}", "has '{a b}', which is no placeholder: double the braces, '{{' and '}}', where they are meant as braces", "{{a b}}")]
    [InlineData("{customer.Name}", "has '{customer.Name}', but no parameter is called 'customer': name one of its parameters, or add one", null)]
    [InlineData("{ticket.Colour}", "has '{ticket.Colour}', but 'Ticket' has no property 'Colour'", null)]
    public async Task Names_nothing(string placeholder, string? words, string? replacement)
    {
        // What is written with escapes is not found in the source, and the whole text is marked.
        var marked = words is null ? $"{{|SOP0602:\"Read {placeholder}\"|}}" : $"\"Read {{|SOP0602:{placeholder}|}}\"";
        var message = (await CheckAsync(Sop(marked, "Ticket ticket"))).Message(Rule);
        var plain = Sop($"\"Read {placeholder}\"", "Ticket ticket");
        if (words is not null)
        {
            Assert.Equal($"The prompt of 'Answer.Draft' {words}", message);
        }

        if (replacement is null)
        {
            await FixRun.AssertNoneOfferedAsync(plain, Rule);
        }
        else
        {
            // Once no placeholder is wrong, a parameter that none shows is the next thing to say.
            var both = Sop($"\"{{ticket}} {placeholder}\"", "Ticket ticket");
            Assert.Equal(Sop($"\"{{ticket}} {replacement}\"", "Ticket ticket"), (await FixRun.ApplyAsync(both, Rule, $"Write '{replacement}'"))["Sop.cs"]);
        }
    }

    [Theory]
    [InlineData("Read {ticket.Subject} {|SOP0602:{ticket.Body|}", "has '{ticket.Body' with one brace, so it is text: write '{ticket.Body}', or the brace twice where it is meant")]
    [InlineData("Read {|SOP0602:{ ticket|} now", "has '{ ticket' with one brace, so it is text: write '{ticket}', or the brace twice where it is meant")]
    [InlineData("Read {ticket} and {|SOP0602:ticket.Body}|}", "has 'ticket.Body}' with one brace, so it is text: write '{ticket.Body}', or the brace twice where it is meant")]
    [InlineData("Read {{{|SOP0602:ticket.Body}|}", "has 'ticket.Body}' with one brace, so it is text: write '{ticket.Body}', or the brace twice where it is meant")]
    public async Task A_placeholder_that_lost_a_brace(string prompt, string words) =>
        Assert.Equal($"The prompt of 'Answer.Draft' {words}", (await CheckAsync(Sop($"\"{prompt}\"", "Ticket ticket"))).Message(Rule));

    [Theory]
    [InlineData("{ticket} :-} and {-:")]
    [InlineData("{ticket} as JSON: {{ ticket: 1 }} or {{ticket.Body}}")]
    [InlineData("{ticket} {")]
    [InlineData("} {ticket}")]
    [InlineData("{ticket} {tick {0")]
    [InlineData("{ticket}}}")]
    public Task Silent_about_a_brace_beside_anything_else(string prompt) => CheckAsync(Sop($"\"{prompt}\"", "Ticket ticket"));

    [Fact]
    public async Task In_a_file_the_file_is_named_and_its_text_is_fixed()
    {
        var project = SopProject.Of(Sop("File = {|SOP0602:\"prompts/a.md\"|}", "Ticket ticket")).WithAdditionalFile("prompts/a.md", "Read\n{ticket.Bodi}\n");
        Assert.Equal("The prompt in 'prompts/a.md' of 'Answer.Draft' has '{ticket.Bodi}', but 'Ticket' has no property 'Bodi': is 'Body' meant?", (await CheckAsync(project)).Message(Rule));
        Assert.Equal("Read\n{ticket.Body}\n", (await FixRun.ApplyAsync(project, Rule, "Write '{ticket.Body}'"))["prompts/a.md"]);
    }

    [Fact]
    public Task The_same_mistake_is_said_once() => CheckAsync(Sop("\"{|SOP0602:{tickt}|} and {tickt}\"", "Ticket ticket"));

    [Fact]
    public async Task An_unused_parameter_is_a_warning()
    {
        var run = await CheckAsync(Sop("\"Read {ticket}\"", "Ticket ticket, {|SOP0602:Reply? last|}"));
        Assert.Equal("'Answer.Draft' reads 'last', but its prompt never shows it to the agent: add '{last}' to the prompt, or remove the parameter", run.Message(Rule));
        Assert.Equal(Microsoft.CodeAnalysis.DiagnosticSeverity.Warning, run.Single(Rule).Severity);
    }

    [Theory]
    [InlineData("\"Read {ticket}\"", "\"Read {ticket}\\nLast: {last}\"")]
    [InlineData("@\"Read {ticket}\"", "@\"Read {ticket}\nLast: {last}\"")]
    [InlineData("\"Read \" + \"{ticket}\"", "\"Read \" + \"{ticket}\\nLast: {last}\"")]
    [InlineData("\"\"\"Read {ticket}\"\"\"", "\"\"\"Read {ticket} Last: {last}\"\"\"")]
    [InlineData("\"\"\"\n        Read {ticket}\n        \"\"\"", "\"\"\"\n        Read {ticket}\n        Last: {last}\n        \"\"\"")]
    public async Task Appends_a_placeholder(string before, string after) => Assert.Equal(
        Sop(after, "Ticket ticket, Reply? last"), (await FixRun.ApplyAsync(Sop(before, "Ticket ticket, Reply? last"), Rule, "Append '{last}' to the prompt"))["Sop.cs"]);

    [Theory]
    [InlineData("Read {ticket}", "Read {ticket}\nLast: {last}")]
    [InlineData("Read {ticket}\n", "Read {ticket}\nLast: {last}\n")]
    public async Task Appends_a_placeholder_to_a_file(string before, string after) => Assert.Equal(
        after,
        (await FixRun.ApplyAsync(SopProject.Of(Sop("File = \"prompts/a.md\"", "Ticket ticket, Reply? last")).WithAdditionalFile("prompts/a.md", before), Rule))["prompts/a.md"]);

    [Fact]
    public Task No_fix_in_a_text_that_stands_elsewhere() =>
        FixRun.AssertNoneOfferedAsync(Sop("Texts.Read", "Ticket ticket, Reply? last") + "\npublic static class Texts { public const string Read = \"{ticket}\"; }", Rule);

    [Fact]
    public async Task Fixes_all()
    {
        var fixedUp = await FixRun.ApplyAllAsync(Sop("\"Read\"", "Ticket ticket, Reply? last"), Rule, fix: "Append '{ticket}' to the prompt");
        Assert.Equal(Sop("\"Read\\nTicket: {ticket}\\nLast: {last}\"", "Ticket ticket, Reply? last"), fixedUp["Sop.cs"]);
    }

    [Theory]
    [InlineData("\"{tickt}\"")]
    [InlineData("\"{tickt.Bodi}\"")]
    [InlineData("\"{tickt.Bodi\"")]
    public Task Silent_while_it_is_unfinished(string prompt) => CheckAsync(SopProject.Of(Sop(prompt, "Tickt tickt")).ThatDoesNotCompile());

    [Theory]
    [InlineData("{note.Author.Name}")]
    [InlineData("{note.Author}")]
    public Task Silent_while_the_type_of_a_property_is_being_typed(string prompt) => CheckAsync(SopProject.Of(
        Sop($"\"{prompt}\"", "Note note").Replace("Sop<Ticket>", "Sop<Note>", StringComparison.Ordinal) + "\npublic sealed record Note(Autor Author);").ThatDoesNotCompile());

    private static string Sop(string prompt, string parameters) => $$"""
        [Sop("Answer")] public partial class Answer : Sop<Ticket>
        {
            [AiStep<Writer>("Draft"), Prompt({{prompt}})] public partial Task<Reply> Draft({{parameters}});
        }
        """;

    private static Task<AnalyzerRun> CheckAsync(SopProject project) => AnalyzerRun.CheckAsync(project, [Rule]);
}
