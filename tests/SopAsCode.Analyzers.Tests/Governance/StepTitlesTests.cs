using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class StepTitlesTests
{
    private const string Rule = "SOP0806";

    [Theory]
    [InlineData("The ticket is answered", "The")]
    [InlineData("A reply is written", "A")]
    [InlineData("An answer is written", "An")]
    [InlineData("a reply is written", "a")]
    [InlineData("an answer is written", "an")]
    [InlineData("Our answer", "Our")]
    [InlineData("when the reply is in: send it", "when")]
    [InlineData("New customer call", "New")]
    [InlineData("\\\"The\\\" ticket", "The")]
    [InlineData("2nd review", "2nd")]
    [InlineData("Writing the reply", "Writing")]
    [InlineData("Typing, then sending", "Typing")]
    [InlineData("Classification of the ticket", "Classification")]
    [InlineData("Quality check", "Quality")]
    [InlineData("Readiness check", "Readiness")]
    public async Task Does_not_start_with_a_verb(string title, string word) => Assert.Equal(
        $"The title of 'Do1.DoIt' starts with '{word}', which does not say what to do: start with a verb, such as 'Check', 'Write' or 'Send'",
        (await CheckAsync(Human($"{{|SOP0806:\"{title}\"|}}"))).Message(Rule));

    [Fact]
    public async Task Starts_with_a_word_that_is_never_a_verb()
    {
        string[] words =
        [
            "the", "this", "these", "those", "my", "our", "your", "his", "its", "their", "we", "you", "they", "he", "she", "it",
            "every", "each", "some", "any", "another", "new", "if", "when", "after", "before", "while", "until", "once", "without", "who", "what", "where", "why", "how",
        ];
        var run = await CheckAsync(string.Join('\n', words.Select((word, number) => Human($"{{|SOP0806:\"{word} reply\"|}}").Replace("Do1", $"Do{number}", StringComparison.Ordinal))));
        Assert.Equal(
            words.Select((word, number) => $"The title of 'Do{number}.DoIt' starts with '{word}'").Order(StringComparer.Ordinal),
            run.Findings.Select(finding => finding.Message.Split(", which")[0]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public Task Silent_about_verbs_that_end_like_a_noun() => CheckAsync(string.Join('\n', new[] { "Hamstring", "Restring", "Unstring", "Station", "Ration", "Vacation", "Witness", "Harness", "Pity" }
        .Select((word, number) => Human($"\"{word} it\"").Replace("Do1", $"Do{number}", StringComparison.Ordinal))));

    [Theory]
    [InlineData("Answer the ticket")]
    [InlineData(" ")]
    [InlineData("\\\"\\\"")]
    [InlineData("A/B-test the form")]
    [InlineData("An - und abmelden")]
    [InlineData("E-mail the customer")]
    [InlineData("Bring the parcel")]
    [InlineData("Ring the customer")]
    [InlineData("Ping the team")]
    [InlineData("String the orders together")]
    [InlineData("Ration the stock")]
    [InlineData("Position the item")]
    [InlineData("Comment on the draft")]
    [InlineData("Witness the signature")]
    [InlineData("Second the motion")]
    [InlineData("Manually review the order")]
    [InlineData("Ticket answered")]
    [InlineData("A/B test the page")]
    [InlineData("An den Kunden senden")]
    [InlineData("Die Rechnung senden")]
    [InlineData("Können")]
    [InlineData("A")]
    [InlineData("…")]
    [InlineData("")]
    public Task Silent_where_it_may_be_one(string title) => CheckAsync(Human($"\"{title}\""));

    [Fact]
    public async Task A_title_made_of_the_method() => Assert.Contains(
        "'Do1.NewTicket' starts with 'New'",
        (await CheckAsync("""[Sop("Do it")] public partial class Do1 : Sop { [{|SOP0806:HumanStep<Support>|}] public partial Task NewTicket(); }""")).Message(Rule),
        StringComparison.Ordinal);

    [Fact]
    public async Task Several_titles_without_a_verb_are_one_finding() => Assert.EndsWith(
        "such as 'Check', 'Write' or 'Send' (the same at 'B')",
        (await CheckAsync("""
            [Sop("Do it")] public partial class Do1 : Sop
            {
                [HumanStep<Support>({|SOP0806:"The call"|})] public partial Task A();
                [HumanStep<Support>("Our answer")] public partial Task B();
            }
            """)).Message(Rule),
        StringComparison.Ordinal);

    [Fact]
    public Task What_is_waited_for_needs_no_verb() =>
        CheckAsync("""[Sop("Do it")] public partial class Do1 : Sop { [WaitFor("The customer's answer")] public partial Task<Reply> Wait(); }""");

    [Fact]
    public async Task Too_long()
    {
        var title = "Look " + new string('x', 76);
        Assert.Equal(
            "The title of 'Do1.DoIt' has 81 letters, more than fit on a line: keep to 80, and put the rest into [Instructions(\"…\")]",
            (await CheckAsync(Human($"{{|SOP0806:\"{title}\"|}}"))).Message(Rule));
        await CheckAsync(Human($"\"{title[..80]}\""));
        await CheckAsync($$"""[Sop("Do it")] public partial class Do1 : Sop { [WaitFor({|SOP0806:"{{title}}"|})] public partial Task<Reply> Wait(); }""");
    }

    [Fact]
    public async Task More_steps_than_the_policy_wants() => Assert.Equal(
        "SOP 'Do1' has 3 steps, but policy 'HousePolicy' wants 2 at most: hand a part of it to an SOP of its own",
        (await CheckAsync(Three("{|SOP0806:Do1|}").With("House.cs", "[MaxSteps(2)] public sealed class HousePolicy : Policy;"))).Message(Rule));

    [Theory]
    [InlineData("[MaxSteps(3)]")]
    [InlineData("[MaxSteps(0)]")]
    [InlineData("")]
    public Task Silent_about_as_many_as_the_policy_wants(string attribute) =>
        CheckAsync(Three("Do1").With("House.cs", $"{attribute} public sealed class HousePolicy : Policy;"));

    [Fact]
    public Task Silent_without_a_policy() => CheckAsync(Three("Do1"));

    [Theory]
    [InlineData("Retired")]
    [InlineData("Idea")]
    public Task Silent_about_what_does_not_run(string stage) => CheckAsync(
        Human("\"The ticket\"").Replace("\"Do it\")]", $"\"Do it\", Stage = Stage.{stage})]", StringComparison.Ordinal));

    [Fact]
    public Task Silent_while_the_title_is_unfinished() => CheckAsync(SopProject.Of(Human("The")).ThatDoesNotCompile());

    [Fact]
    public Task Silent_while_the_policy_is_unfinished() =>
        CheckAsync(Three("Do1").With("House.cs", "[MaxSteps()] public sealed class HousePolicy : Policy;").ThatDoesNotCompile());

    private static string Human(string title) =>
        $$"""[Sop("Do it")] public partial class Do1 : Sop<Ticket> { [HumanStep<Support>({{title}})] public partial Task DoIt(Ticket ticket); }""";

    private static SopProject Three(string name) => $$"""
        [Sop("Do it")]
        public partial class {{name}} : Sop
        {
            [HumanStep<Support>("Look")] public partial Task A();
            [HumanStep<Support>("Think")] public partial Task B();
            [HumanStep<Support>("Act")] public partial Task C();
        }
        """;

    private static Task<AnalyzerRun> CheckAsync(SopProject project) => AnalyzerRun.CheckAsync(project, [Rule]);
}
