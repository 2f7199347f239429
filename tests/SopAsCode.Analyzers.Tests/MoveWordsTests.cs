using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.Text;
using SopAsCode.CodeFixes;
using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public sealed class MoveWordsTests
{
    private const string Work = """"
        namespace Team;

        [Sop("Work")]
        [Owner<Founder>]
        [Fallback("Answer from the mailbox", SwitchWhen = "Two bad drafts")]
        [Note("Never on a Friday."), Checklist("The customer got an answer")]
        [Section("Materials", "- a phone")]
        public sealed partial class Work : Sop<Ticket>
        {
            [AiStep<Writer>("Draft a reply")]
            [Instructions("You are polite.")]
            [Prompt("Answer {ticket.Body}")]
            [EdgeCase("When it rains", "Wait")]
            public partial Task<Reply> Draft(Ticket ticket);

            [Checkpoint<Support>("Check the reply")]
            [Instructions("""
                Read it **aloud**:

                1. once
                2. twice
                """)]
            [Checklist("It is true", "It is kind"), Checklist("No jokes", Title = "Tone")]
            [Template("It takes longer", "Dear customer,\nit takes longer."), Link("Queue", "https://queue.example.com")]
            [EdgeCase("Gift cards", "Refund them"), Example("Thanks", "Thank you!")]
            public partial Task<Reply> Check(Ticket ticket, Reply reply);
        }
        """";

    [Fact]
    public async Task The_words_leave_the_class_and_the_page_stays()
    {
        var (source, words) = await MoveAsync(Work);
        Assert.Equal(
            """
            Never on a Friday.

            - [ ] The customer got an answer

            ## Draft

            ### When it rains

            Wait

            ## Check

            Read it **aloud**:

            1. once
            2. twice

            - [ ] It is true
            - [ ] It is kind

            ### Tone

            - [ ] No jokes

            ### Message: It takes longer

            ```
            Dear customer,
            it takes longer.
            ```

            ### Example: Thanks

            Thank you!

            ## By hand

            Answer from the mailbox

            ## Section: Materials

            - a phone

            """,
            words);
        Assert.Equal(
            """
            namespace Team;

            [Sop("Work")]
            [Owner<Founder>]
            [Fallback(SwitchWhen = "Two bad drafts")]
            public sealed partial class Work : Sop<Ticket>
            {
                [AiStep<Writer>("Draft a reply")]
                [Instructions("You are polite.")]
                [Prompt("Answer {ticket.Body}")]
                public partial Task<Reply> Draft(Ticket ticket);

                [Checkpoint<Support>("Check the reply")]
                [Link("Queue", "https://queue.example.com")]
                [EdgeCase("Gift cards", "Refund them")]
                public partial Task<Reply> Check(Ticket ticket, Reply reply);
            }
            """,
            source);

        // One list item more or less would be a difference: what is moved and what is left are the same definition.
        var before = GeneratorRun.Of(SopProject.Of(Work))["Team.Work.Definition.g.cs"];
        var after = GeneratorRun.Of(SopProject.Of(source).WithAdditionalFile("Work.words.md", words!))["Team.Work.Definition.g.cs"];
        Assert.Equal(before, after);
        await AnalyzerRun.CheckAsync(SopProject.Of(source).WithAdditionalFile("Work.words.md", words!), ["SOP0808"]);
    }

    [Fact]
    public async Task A_class_without_words_has_nothing_to_move() => Assert.Null((await MoveAsync(
        """
        [Sop("Work"), Owner<Founder>]
        public sealed partial class Work : Sop<Ticket>
        {
            [HumanStep<Support>("Do it"), Instructions("# Not\nprose")]
            public partial Task Do(Ticket ticket);
        }
        """)).Words);

    [Fact]
    public async Task A_file_that_is_there_is_left_alone() => Assert.Null((await MoveAsync(SopProject.Of(Work).WithAdditionalFile("Work.words.md", "Mine\n"))).Words);

    [Theory]
    [InlineData("[Instructions(")]
    [InlineData("[Checklist(null)]")]
    [InlineData("[Template(\"A\", Unknown)]")]
    [InlineData("[Instructions]")]
    public async Task Half_typed_code_is_left_alone(string typed)
    {
        var source = $"[Sop(\"Work\"), Owner<Founder>]\npublic sealed partial class Work : Sop<Ticket>\n{{\n    [HumanStep<Support>(\"Do it\")]\n    {typed}\n    public partial Task Do(Ticket ticket);\n}}\n";
        Assert.Null((await MoveAsync(source)).Words);
    }

    private static async Task<(string Source, string? Words)> MoveAsync(SopProject project)
    {
        using var workspace = new FixWorkspace(Tooling.Product, project);
        var document = workspace.Project.Documents.Single(document => document.Name == "Sop.cs");
        var text = (await document.GetTextAsync()).ToString();
        List<CodeAction> offers = [];
        var context = new CodeRefactoringContext(document, new TextSpan(text.IndexOf("class Work", StringComparison.Ordinal) + 7, 0), offers.Add, CancellationToken.None);
        await new MoveWords().ComputeRefactoringsAsync(context);
        if (offers.Count == 0)
        {
            return (text, null);
        }

        var changed = Assert.Single(await Assert.Single(offers).GetOperationsAsync(CancellationToken.None)) as ApplyChangesOperation;
        var file = changed!.ChangedSolution.Projects.Single().AdditionalDocuments.Single();
        Assert.Equal(ProjectOptions.PathOf("Work.words.md"), file.FilePath);
        return ((await changed.ChangedSolution.GetDocument(document.Id)!.GetTextAsync()).ToString(), (await file.GetTextAsync()).ToString());
    }
}
