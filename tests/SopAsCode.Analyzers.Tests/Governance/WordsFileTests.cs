using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests.Governance;

public sealed class WordsFileTests
{
    private const string Id = "SOP0808";

    private const string Work = """
        [Sop("Work"), Owner<Founder>]
        public sealed partial class Work : Sop<Ticket>
        {
            [AiStep<Writer>("Draft a reply")]
            [Prompt("Answer {ticket.Body}")]
            public partial Task<Reply> Draft(Ticket ticket);

            [Checkpoint<Support>("Check the reply")]
            public partial Task<Reply> Check(Ticket ticket, Reply reply);

            [HumanStep<Support>("Send it")]
            public partial Task Send(Reply reply);

            [HumanStep<Support>("Send it")]
            public partial Task SendAgain(Reply reply);
        }
        """;

    [Fact]
    public async Task What_reaches_the_page_is_fine() => await Check("""
        # The words of our work

        Never on a Friday.

        - [ ] The customer got an answer

        ## Draft a reply

        ## Check

        Read it aloud.

        - [ ] It is true

        **Tone**

        - [ ] It is kind

        ### Message: It takes longer

        Dear customer, {ticket.Subject} takes longer: {reply.Text}.

        ### When the customer is angry

        Call.

        ### Example: A good one

        Thanks!

        ### Content

        - [ ] No dates

        ## SendAgain

        Twice.

        ## By hand

        1. Open the mailbox
        2. Answer

        ## Section: Materials

        A phone.
        """);

    [Theory]
    [InlineData("## Draft a repply", "'## Draft a repply' names no step of 'Work': is 'Draft a reply' meant?")]
    [InlineData("## Xyzzy", "'## Xyzzy' names no step of 'Work': write the title or the method of a step, 'By hand' or 'Section: …'")]
    [InlineData("## Send it", "'## Send it' is the title of 2 steps of 'Work': write the method instead, 'Send' or 'SendAgain'")]
    public async Task A_heading_that_names_no_step(string heading, string message)
    {
        var run = await Check($"{{|SOP0808:{heading}|}}\n\nDo it.\n\n### When it rains\n\nWait.\n");
        Assert.Equal(message, run.Message(Id));
    }

    [Fact]
    public async Task A_heading_that_says_nothing()
    {
        var run = await Check("## Check\n\n{|SOP0808:### Remarks|}\n\nBe quick.\n");
        Assert.Equal("'### Remarks' says nothing that a words file can say: begin it with 'Message:', 'When' or 'Example:', or put lines '- [ ]' below it", run.Message(Id));
    }

    [Fact]
    public async Task Lines_to_tick_where_nobody_ticks()
    {
        var run = await Check("## Draft\n\n{|SOP0808:- [ ] It is true|}\n");
        Assert.Equal("'Work.Draft' is no step at which a person ticks lines: move them to the step of the person who looks at it", run.Message(Id));
    }

    [Theory]
    [InlineData("[Instructions(\"Read it\")]", "{|SOP0808:## Check|}\n\nRead it aloud.\n", "How to do 'Work.Check' stands in class 'Work' too: keep one of them")]
    [InlineData("[Template(\"Late\", \"Sorry\")]", "## Check\n\n{|SOP0808:### Message: late|}\n\nSorry!\n", "Message 'late' of 'Work.Check' stands in class 'Work' too: keep one of them")]
    [InlineData("[EdgeCase(\"When it rains\", \"Wait\")]", "## Check\n\n{|SOP0808:### When it rains|}\n\nWait.\n", "Case 'When it rains' of 'Work.Check' stands in class 'Work' too: keep one of them")]
    [InlineData("[Checklist(\"It is true\")]", "## Check\n\n### More\n\n{|SOP0808:- [ ] It is true|}\n", "A line to tick of 'Work.Check' stands in class 'Work' too: keep one of them")]
    public async Task What_stands_in_the_class_too(string attribute, string words, string message)
    {
        var run = await Check(words, Work.Replace("    [Checkpoint<Support>(\"Check the reply\")]", $"    [Checkpoint<Support>(\"Check the reply\")] {attribute}", StringComparison.Ordinal));
        Assert.Equal(message, run.Message(Id));
    }

    [Theory]
    [InlineData("[Section(\"Materials\", \"A phone\")]", "{|SOP0808:## Section: materials|}\n\nA pen.\n", "Section 'materials' of SOP 'Work' stands in class 'Work' too: keep one of them")]
    [InlineData("[Fallback(\"Write it\", SwitchWhen = \"Twice bad\")]", "{|SOP0808:## By hand|}\n\nWrite it by hand.\n", "The manual path of SOP 'Work' stands in class 'Work' too: keep one of them")]
    [InlineData("[Template(\"Late\", \"Sorry\")]", "{|SOP0808:### Message: late|}\n\nSorry!\n", "Message 'late' of SOP 'Work' stands in class 'Work' too: keep one of them")]
    public async Task What_stands_at_the_class_too(string attribute, string words, string message) =>
        Assert.Equal(message, (await Check(words, attribute + Work)).Message(Id));

    [Theory]
    [InlineData("[Section(\"Machines\", \"A phone\")]", "## Section: Materials\n\nA pen.\n")]
    [InlineData("[Fallback(SwitchWhen = \"Twice bad\")]", "## By hand\n\nWrite it by hand.\n")]
    [InlineData("[Template(\"Early\", \"Sorry\")]", "### Message: late\n\nSorry!\n")]
    public Task Silent_about_what_is_something_else(string attribute, string words) => Check(words, attribute + Work);

    [Fact]
    public async Task An_example_stands_in_the_class_too() => Assert.Equal(
        "Example 'a good one' of 'Work.Check' stands in class 'Work' too: keep one of them",
        (await Check("## Check\n\n{|SOP0808:### Example: a good one|}\n\nThanks.\n", Work.Replace("    [Checkpoint<Support>(\"Check the reply\")]", "    [Checkpoint<Support>(\"Check the reply\"), Example(\"A good one\", \"Thanks!\")]", StringComparison.Ordinal))).Message(Id));

    [Theory]
    [InlineData("## Check\n\nRead it.\n\n## Send\n\nRead it.\n")]
    [InlineData("## Check\n\n### Message: Late\n\nSorry\n\n## Send\n\n### Message: Late\n\nSorry\n")]
    [InlineData("A note.\n\n## Check\n\n### When it rains\n\nWait.\n\n### Example: When it rains\n\nWait.\n")]
    [InlineData("## Check\n\n- [ ] It is true\n\n### More\n\n- [ ] It is kind\n")]
    public Task Silent_about_what_stands_at_two_places(string words) => Check(words);

    [Theory]
    [InlineData("## Check\n\n### When it rains\n\nWait.\n\n{|SOP0808:### When it Rains|}\n\nGo.\n", "Case 'When it Rains' of 'Work.Check' stands in this file twice: keep one of them")]
    [InlineData("### Message: Late\n\nSorry\n\n{|SOP0808:### Message: late|}\n\nSorry\n", "Message 'late' of SOP 'Work' stands in this file twice: keep one of them")]
    [InlineData("## Check\n\n- [ ] It is true\n\n### More\n\n{|SOP0808:- [ ] it is true|}\n", "A line to tick of 'Work.Check' stands in this file twice: keep one of them")]
    [InlineData("## By hand\n\nOne.\n\n{|SOP0808:## By hand|}\n\nTwo.\n", "The manual path of SOP 'Work' stands in this file twice: keep one of them")]
    public async Task What_stands_in_the_file_twice(string words, string message) => Assert.Equal(message, (await Check(words)).Message(Id));

    [Fact]
    public async Task What_stands_twice()
    {
        var run = await Check("## Check\n\nRead it.\n\n{|SOP0808:## Check the reply|}\n\nRead it aloud.\n");
        Assert.Equal("How to do 'Work.Check' stands in this file twice: keep one of them", run.Message(Id));
    }

    [Fact]
    public async Task A_file_of_no_sop()
    {
        var run = await AnalyzerRun.CheckAsync(SopProject.Of(Work).WithAdditionalFile("Wrok.words.md", "{|SOP0808:Notes|}\n"), [Id]);
        Assert.Equal("'Wrok.words.md' belongs to no SOP, because its folder has no SOP class 'Wrok': is 'Work' meant?", run.Message(Id));
    }

    [Fact]
    public async Task Silent_while_its_class_is_being_typed() => await AnalyzerRun.CheckAsync(
        SopProject.Of(Work.Replace("Task Send(Reply reply);", "Task Send(Reply reply", StringComparison.Ordinal)).WithAdditionalFile("Work.words.md", "## Nothing\n").ThatDoesNotCompile(), [Id]);

    [Fact]
    public async Task A_file_in_another_folder() =>
        await AnalyzerRun.CheckAsync(SopProject.Of(Work).WithAdditionalFile("other/Work.words.md", "{|SOP0808:Notes|}\n"), [Id]);

    [Fact]
    public async Task Other_files_are_none_of_its_business() => await AnalyzerRun.CheckAsync(SopProject.Of(Work).WithAdditionalFile("Work.md", "## Nothing\n"), [Id]);

    [Fact]
    public async Task Places_count_the_line_ends_of_the_file()
    {
        var project = SopProject.Of(Work).WithAdditionalFile("Work.words.md", "Note\r\n\r\n{|SOP0808:## Nothing|}\r\n\r\nx\r\n");
        await AnalyzerRun.CheckAsync(project, [Id]);
    }

    [Fact]
    public async Task Blanks_secrets_and_fences_of_the_file_are_checked_too()
    {
        var project = SopProject.Of(Work).WithAdditionalFile(
            "Work.words.md",
            "## Check\n\n### Message: Late\n\nDear {|SOP0602:{ticket.Nme}|}\n\n{|SOP0603:### Example: A key|}\n\nAKIA" + "IOSFODNN7EXAMPLQ\n\n## Send\n\n{|SOP0807:```sh|}\nls\n");
        await AnalyzerRun.CheckAsync(project, ["SOP0602", "SOP0603", "SOP0807", Id]);
    }

    // The rules see the words: a checkpoint whose lines stand in the file has a checklist, and a manual path there is one.
    [Fact]
    public async Task Rules_see_the_words()
    {
        var work = Work.Replace("\"Send it\")]\n    public partial Task SendAgain", "\"Send it again\")]\n    public partial Task SendAgain", StringComparison.Ordinal);
        await AnalyzerRun.CheckAsync(SopProject.Of(work.Replace("Task<Reply> Check", "Task<Reply> {|SOP0304:Check|}", StringComparison.Ordinal)), ["SOP0304"]);
        await AnalyzerRun.CheckAsync(SopProject.Of(work).WithAdditionalFile("Work.words.md", "## Check\n\n- [ ] It is true\n"), ["SOP0304"]);
        await AnalyzerRun.CheckAsync(
            SopProject.Of(work.Replace("Owner<Founder>]", "Owner<Founder>, Fallback(SwitchWhen = \"Two bad drafts\")]", StringComparison.Ordinal)).WithAdditionalFile("Work.words.md", "## By hand\n\nWrite it.\n"),
            ["SOP0406"]);
    }

    private static Task<AnalyzerRun> Check(string words, string source = Work) =>
        AnalyzerRun.CheckAsync(SopProject.Of(source).WithAdditionalFile("Work.words.md", words), [Id]);
}
