using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests.Governance;

public sealed class OpenFenceTests
{
    [Theory]
    [InlineData("[Instructions(\"Run\\n\\n{|SOP0807:```bash|}\\nls\\n\")]")]
    [InlineData("[Note(\"{|SOP0807:~~~|}\\nls\")]")]
    [InlineData("[EdgeCase(\"It hangs\", \"- Run\\n\\n  {|SOP0807:```|}\\n  ls\")]")]
    [InlineData("[Example(\"A call\", \"````json\\n```\\n````\\n{|SOP0807:```yaml|}\\na: 1\")]")]
    public async Task A_fence_that_nothing_closes_is_named(string attribute) => await Check(attribute);

    [Theory]
    [InlineData("[Instructions(\"Run\\n\\n```bash\\nls\\n```\\n\\nand `this`\")]")]
    [InlineData("[Note(\"Type ``` to open a block of code\")]")]
    [InlineData("[EdgeCase(\"~~~\", \"Nothing to do\")]")]
    [InlineData("[Template(\"Reply\", \"```\\n{ticket.Subject}\")]")]
    [InlineData("[Checklist(\"```\")]")]
    public async Task A_closed_fence_and_plain_texts_are_fine(string attribute) => await Check(attribute);

    [Fact]
    public async Task The_message_names_the_text_and_the_fence()
    {
        var run = await Check("[Note(\"{|SOP0807:```sh|}\\nls\")]");
        Assert.Equal("[Note] of 'Work.Do' opens '```sh' and never closes it, so all that follows is code: put a line '```' behind the code", run.Message("SOP0807"));
    }

    [Fact]
    public async Task Texts_of_the_class_count_too()
    {
        var run = await AnalyzerRun.CheckAsync(
            """
            [Sop("Work"), Owner<Founder>]
            [Section("Materials", "{|SOP0807:```|}\nkeys")]
            public sealed partial class Work : Sop<Ticket>
            {
                [HumanStep<Support>("Do it")]
                public partial Task Do(Ticket ticket);
            }
            """,
            ["SOP0807"]);
        Assert.StartsWith("[Section] of SOP 'Work' opens", run.Message("SOP0807"), StringComparison.Ordinal);
    }

    private static Task<AnalyzerRun> Check(string attribute) => AnalyzerRun.CheckAsync(
        $$"""
        [Sop("Work"), Owner<Founder>]
        public sealed partial class Work : Sop<Ticket>
        {
            [HumanStep<Support>("Do it")]
            {{attribute}}
            public partial Task Do(Ticket ticket);
        }
        """,
        ["SOP0807"]);
}
