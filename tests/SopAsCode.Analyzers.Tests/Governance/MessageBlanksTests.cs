using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests.Governance;

public sealed class MessageBlanksTests
{
    [Fact]
    public async Task A_blank_of_a_step_names_a_parameter_and_its_properties()
    {
        var run = await Check("", "[Template(\"Late\", \"Dear customer, {|SOP0602:{ticket.Subjct}|} takes longer. {ticket.Body}\")]");
        Assert.Equal(
            "Message 'Late' of 'Work.Do' has '{ticket.Subjct}', but 'Ticket' has no property 'Subjct': is 'Subject' meant?", run.Message("SOP0602"));
    }

    [Theory]
    [InlineData("{|SOP0602:{tiket.Subject}|}")]
    [InlineData("{|SOP0602:{reply.Text}|}")]
    [InlineData("{|SOP0602:{customer name}|}")]
    public async Task A_blank_that_names_nothing_is_named(string blank) => await Check("", $"[Template(\"Late\", \"About {blank}\")]");

    [Theory]
    [InlineData("Dear customer, nothing to fill in")]
    [InlineData("{{literal braces}}")]
    [InlineData("{ticket}")]
    public async Task Honest_messages_are_fine(string text) => await Check("", $"[Template(\"Late\", \"{text}\")]");

    [Fact]
    public async Task A_blank_of_the_class_names_a_parameter_of_any_step() =>
        await Check("[Template(\"Thanks\", \"{ticket.Subject}: {reply.Text}, {|SOP0602:{replies.Text}|}\")]", "");

    [Fact]
    public async Task A_name_that_two_steps_give_to_two_types_names_nothing()
    {
        await AnalyzerRun.CheckAsync(
            """
            [Sop("Work"), Owner<Founder>]
            [Template("Thanks", "{|SOP0602:{it.Subject}|}")]
            public sealed partial class Work : Sop<Ticket>
            {
                [HumanStep<Support>("Write it")]
                public partial Task<Reply> Write(Ticket it);

                [HumanStep<Support>("Send it")]
                public partial Task Send(Reply it);
            }
            """,
            ["SOP0602"]);
    }

    private static Task<AnalyzerRun> Check(string ofClass, string ofStep) => AnalyzerRun.CheckAsync(
        $$"""
        [Sop("Work"), Owner<Founder>]
        {{ofClass}}
        public sealed partial class Work : Sop<Ticket>
        {
            [HumanStep<Support>("Do it")]
            {{ofStep}}
            public partial Task<Reply> Do(Ticket ticket);

            [HumanStep<Support>("Send it")]
            public partial Task Send(Reply reply);
        }
        """,
        ["SOP0602"]);
}
