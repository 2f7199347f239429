using SopAsCode.Model.Reading;
using SopAsCode.TestHarness;

namespace SopAsCode.Generators.Tests.Pages;

/// <summary>Words beside a class reach the page as if they stood in it.</summary>
public sealed class WordsFileTests
{
    private const string Words = """
        # The words of our work

        Never on a Friday.

        - [ ] The customer got an answer

        ## Check the reply

        Read it **aloud**:

        ```
        ## no heading
        ```

        - [ ] It is true,
          and short
        - [x] It is kind

        ### Tone

        - [ ] No jokes

        ### Message: It takes longer

        ```
        Dear customer,
        {ticket.Subject} takes longer.
        ```

        ### When the customer is angry

        1. Call
        2. Write

        ### Example: A good one

        Thanks!

        ## By hand

        Answer from the mailbox

        ## Section: Materials

        A phone.
        """;

    [Fact]
    public void A_page_is_the_same_wherever_the_words_stand()
    {
        var beside = Page(Source("", "", "Fallback(SwitchWhen = \"Never\")"), Words);
        var inside = Page(
            Source(
                """
                [Note("Never on a Friday."), Checklist("The customer got an answer"), Section("Materials", "A phone.")]
                """,
                """
                [Instructions("Read it **aloud**:\n\n```\n## no heading\n```"), Checklist("It is true, and short", "It is kind"), Checklist("No jokes", Title = "Tone")]
                [Template("It takes longer", "Dear customer,\n{ticket.Subject} takes longer."), EdgeCase("When the customer is angry", "1. Call\n2. Write"), Example("A good one", "Thanks!")]
                """,
                "Fallback(\"Answer from the mailbox\", SwitchWhen = \"Never\")"),
            "");
        Assert.Contains("edit the words in `Work.words.md`, and the rest of `Team.Work` in `Sop.cs`. This page is generated from them.", beside, StringComparison.Ordinal);
        Assert.Equal(inside, beside.Replace("the words in `Work.words.md`, and the rest of ", "", StringComparison.Ordinal).Replace("generated from them", "generated from it", StringComparison.Ordinal));
    }

    [Fact]
    public void The_definition_is_the_same_wherever_the_words_stand()
    {
        string Definition(string source, string words) => GeneratorRun.Of(Project(source, words))["Team.Work.Definition.g.cs"];
        Assert.Equal(
            Definition(Source("[Note(\"One\")]", "[Checklist(\"Two\")]", "Owner<Founder>"), ""),
            Definition(Source("", "", "Owner<Founder>"), "One\n\n## Check\n\n- [ ] Two\n"));
    }

    [Fact]
    public void Somebody_who_edits_the_words_of_one_sop_writes_its_page_and_definition_anew()
    {
        var run = GeneratorRun.Of(Project(Source("", "", "Owner<Founder>"), "One\n"));
        var files = run.Files;
        var next = GeneratorRun.Of(Project(Source("", "", "Owner<Founder>"), "Two\n")).Files;
        Assert.Equal(
            ["Team.Work.Definition.g.cs", "Team.Work.Page.g.cs"],
            files.Keys.Where(name => files[name] != next[name]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("##")]
    [InlineData("## \n### \n- [ ] \n")]
    [InlineData("- [ ]\n")]
    [InlineData("```\n## Check")]
    [InlineData("<div>\n## Check\n</div>")]
    [InlineData("## Check\n### Message:\n")]
    [InlineData("\ufeff## Check\n\nx")]
    [InlineData("Check\n---\ntext")]
    public void Any_text_can_be_read(string text)
    {
        Assert.NotNull(WordsFile.Parse(text).Pieces);
        Assert.NotEmpty(Page(Source("", "", "Owner<Founder>"), text));
    }

    [Fact]
    public void Nothing_is_too_deep() => Assert.Single(WordsFile.Parse(string.Concat(Enumerable.Repeat("> ", 5_000)) + "x").Pieces);

    private static string Page(string source, string words) => ReadPage.Of(Project(source, words), "Team.Work").Text;

    private static SopProject Project(string source, string words)
    {
        var project = SopProject.Of(source);
        return words.Length == 0 ? project : project.WithAdditionalFile("Work.words.md", words);
    }

    private static string Source(string ofClass, string ofStep, string first) =>
        $$"""
        namespace Team;

        [Sop("Work")]
        [{{first}}]
        {{ofClass}}
        public sealed partial class Work : Sop<Ticket>
        {
            [Checkpoint<Support>("Check the reply")]
            {{ofStep}}
            public partial Task Check(Ticket ticket);
        }
        """;
}
