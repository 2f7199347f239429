using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class DisclosureTests
{
    private const string Rule = "SOP0503";
    private const string Draft = "[AiStep<Writer>(\"Draft it\"), Prompt(\"{ticket.Body}\")] public partial Task<Reply> Draft(Ticket ticket);";
    private const string Review = "[Checkpoint<Support>(\"Review it\")] public partial Task<Reply> Review(Reply reply);";
    private const string Send = "[AutomatedStep(\"Send it\"), Writes<Helpdesk>(Impact.Customers)] public partial Task Send(Reply reply);";

    [Theory]
    [InlineData("[Disclosure(\"Prepared with AI\")]")]
    [InlineData("[Disclosure(DisclosureMode.NotNeeded, Because = \"Only a person writes\")]")]
    public Task Silent_with_a_decision(string decision) => CheckAsync(Sop("Answer", decision, Draft, Review, Send));

    [Fact]
    public Task Silent_with_a_decision_of_the_policy() => CheckAsync("[Disclosure(\"We use AI\")] public sealed class House : Policy;\n" + Sop("Answer", "", Draft, Review, Send));

    [Fact]
    public async Task An_approval_does_not_change_that_AI_helped() => Assert.Equal(
        "Draft → Review → Send: 'Answer.Send' writes to 'Helpdesk' with AI, and nothing says whether people are told: "
        + "add [Disclosure(\"…\")] or one with DisclosureMode.NotNeeded",
        (await CheckAsync(Sop("{|SOP0503:Answer|}", "", Draft, Review, Send))).Message(Rule));

    [Theory]
    [InlineData("[Disclosure(\"TBD\")]", "its disclosure does not say what people are told")]
    [InlineData("[Disclosure(\"\")]", "its disclosure does not say what people are told")]
    [InlineData("[Disclosure(DisclosureMode.NotNeeded)]", "its disclosure does not say why people need not be told")]
    [InlineData("[Disclosure(DisclosureMode.NotNeeded, Because = \"TODO\")]", "its disclosure does not say why people need not be told")]
    public async Task A_decision_that_says_nothing_is_none(string decision, string words) =>
        Assert.Contains(words, (await CheckAsync(Sop("{|SOP0503:Answer|}", decision, Draft, Review, Send))).Message(Rule), StringComparison.Ordinal);

    [Fact]
    public async Task Points_at_the_steps_on_the_way()
    {
        var marked = await CheckAsync(Sop(
            "{|SOP0503:Answer|}",
            "",
            Draft.Replace(" Draft(", " {|#1:Draft|}(", StringComparison.Ordinal),
            Review.Replace(" Review(", " {|#2:Review|}(", StringComparison.Ordinal),
            Send.Replace(" Send(", " {|#3:Send|}(", StringComparison.Ordinal)));
        marked.Single(Rule).AssertAlso(1, 2, 3);
    }

    [Theory]
    [InlineData("Writes<Helpdesk>(Impact.Money)")]
    [InlineData("Writes<Helpdesk>")]
    [InlineData("Drafts<Helpdesk>")]
    public Task Silent_about_other_access(string access) => CheckAsync(Sop("Answer", "", Draft, Review, Send.Replace("Writes<Helpdesk>(Impact.Customers)", access, StringComparison.Ordinal)));

    [Theory]
    [InlineData("Impact.PublicPages")]
    [InlineData("Impact.Customers | Impact.Money")]
    public Task Public_pages_and_several_impacts_count(string impact) =>
        CheckAsync(Sop("{|SOP0503:Answer|}", "", Draft, Review, Send.Replace("Impact.Customers", impact, StringComparison.Ordinal)));

    [Fact]
    public Task What_a_person_sends_of_it_counts() => CheckAsync(Sop(
        "{|SOP0503:Answer|}", "", Draft, "[HumanStep<Support>(\"Send it\"), Writes<Helpdesk>(Impact.Customers)] public partial Task Send(Reply reply);"));

    [Fact]
    public Task Silent_where_a_person_writes_without_reading_it() => CheckAsync(Sop(
        "Answer", "", Draft, "[HumanStep<Support>(\"Write it\")] public partial Task<Reply> Write(Ticket ticket);", Send));

    [Fact]
    public Task Silent_without_AI() => CheckAsync(Sop("Answer", "", "[HumanStep<Support>(\"Write it\")] public partial Task<Reply> Write(Ticket ticket);", Send));

    [Fact]
    public Task An_AI_that_chose_the_way_helped() => CheckAsync(Sop(
        "{|SOP0503:Answer|}",
        "",
        "[AiStep<Sorter>(\"Sort it\"), Prompt(\"{ticket.Body}\"), Next(nameof(Send), When = nameof(IsUrgent)), Next(End.Completed)] public partial Task<Triage> Sort(Ticket ticket);",
        "[AutomatedStep(\"Send it\"), Writes<Helpdesk>(Impact.Customers)] public partial Task Send(Ticket ticket);",
        "[Condition(\"It is urgent\")] static bool IsUrgent(Triage triage) => triage.Urgency > 3;"));

    [Fact]
    public Task What_an_AI_writes_itself_counts_with_no_other_step() => CheckAsync(Sop(
        "{|SOP0503:Answer|}", "", "[AiStep<Writer>(\"Answer it\"), Prompt(\"{ticket.Body}\"), Writes<Helpdesk>(Impact.Customers)] public partial Task Send(Ticket ticket);"));

    [Fact]
    public async Task The_shortest_of_several_ways_is_shown() => Assert.Contains(
        "Write → Sort → Send: ",
        (await CheckAsync(Sop(
            "{|SOP0503:Answer|}",
            "",
            "[HumanStep<Support>(\"Write it\")] public partial Task<Reply> Write(Ticket ticket);",
            "[AiStep<Sorter>(\"Sort it\"), Prompt(\"{ticket.Body}\"), Next(nameof(Send), When = nameof(IsUrgent)), Next(nameof(Draft))] public partial Task<Triage> Sort(Ticket ticket);",
            Draft,
            Send,
            "[Condition(\"It is urgent\")] static bool IsUrgent(Triage triage) => triage.Urgency > 3;"))).Message(Rule),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("Stage = Stage.Idea")]
    public Task Silent_about_what_does_not_run(string stage) => CheckAsync(Sop("Answer", "", Draft, Review, Send).Replace("[Sop(\"Answer\")]", $"[Sop(\"Answer\", {stage})]", StringComparison.Ordinal));

    [Fact]
    public Task Silent_while_an_attribute_is_unfinished() => CheckAsync(SopProject.Of(Sop("Answer", "[Disclos]", Draft, Review, Send)).ThatDoesNotCompile());

    [Theory]
    [InlineData("", "Say what people are told, to fill in", "[Sop(\"Answer\")]\n[Disclosure(\"TODO\")]\npublic")]
    [InlineData("", "Say why nobody needs to be told, to fill in", "[Sop(\"Answer\")]\n[Disclosure(DisclosureMode.NotNeeded, Because = \"TODO\")]\npublic")]
    [InlineData("\n[Disclosure(\"TBD\")]", "Say what people are told, to fill in", "[Sop(\"Answer\")]\n[Disclosure(\"TODO\")]\npublic")]
    [InlineData("\n[Disclosure(DisclosureMode.NotNeeded)]", "Say what people are told, to fill in", "[Sop(\"Answer\")]\n[Disclosure(\"TODO\")]\npublic")]
    public async Task Fix(string before, string fix, string after)
    {
        var source = Sop("Answer", before, Draft, Review, Send);
        var fixedUp = await FixRun.ApplyAsync(source, Rule, fix, stays: true);
        Assert.Equal(source.Replace($"[Sop(\"Answer\")]{before}\npublic", after, StringComparison.Ordinal), fixedUp["Sop.cs"]);
    }

    [Fact]
    public Task Only_a_person_chooses_which() => FixRun.AssertOnlyByHandAsync(Sop("Answer", "", Draft, Review, Send), Rule);

    [Fact]
    public async Task Offers_only_what_does_not_stand_there_yet() => Assert.Equal(
        ["Say why nobody needs to be told, to fill in"], await FixRun.TitlesAsync(Sop("Answer", "\n[Disclosure(\"TODO\")]", Draft, Review, Send), Rule));

    private static string Sop(string name, string decision, params string[] steps) => $$"""
        [Sop("{{name.Replace("{|SOP0503:", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal)}}")]{{decision}}
        public sealed partial class {{name}} : Sop<Ticket>
        {
            {{string.Join("\n    ", steps)}}
        }
        """;

    private static Task<AnalyzerRun> CheckAsync(SopProject project) => AnalyzerRun.CheckAsync(project, [Rule]);
}
