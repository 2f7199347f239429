using SopAsCode.Model.Flow;
using SopAsCode.Model.Summaries;
using SopAsCode.TestHarness;

namespace SopAsCode.Generators.Tests.Summaries;

/// <summary>What a fingerprint sees and what it does not.</summary>
public class FingerprintTests
{
    private const string Source =
        """
        [assembly: Grant<Team.AnswerTicket, Helpdesk>(Impact.Customers, By = typeof(Founder), On = "2026-09-10")]

        namespace Team;

        [Title("Bot"), Model("model-1"), Provider("OpenAI"), System.ComponentModel.Description("Writes")]
        public sealed class Bot : Agent;

        [OfficeHours("MON-FRI 09:00-17:00")] public sealed class House : Policy;

        [Sop("Answer a ticket")]
        [Purpose("Answer tickets", Output = "An answered ticket")]
        [Owner<Support>, Backup<Founder>, Responsible<Support>(Duty.Builder)]
        [ValueStream<CustomerSuccess>]
        [Trigger("A ticket comes in")]
        [Metric(Measure.CycleTime, Baseline = 240, Target = 60, Unit = "minutes")]
        [Review(Cadence.Monthly, Last = "2026-11-02")]
        [Fallback("Work the queue by hand", SwitchWhen = "The writer is down")]
        [Disclosure("Drafts are prepared with AI")]
        [Checklist("The customer is happy")]
        [Note("Take your time")]
        [Change("1.0.0", "2026-09-14", "First version")]
        public sealed partial class AnswerTicket(IHelpdesk helpdesk) : Sop<Ticket>
        {
            [AiStep<Bot>("Draft it", Level = Level.DraftOnly)]
            [Prompt("Answer {ticket.Subject}", Version = "1")]
            [Instructions("Be kind"), Guardrail("No promises"), Limitation("Knows no law", Workaround = "Ask")]
            [Drafts<Helpdesk>]
            [Next(nameof(TakeOver), When = nameof(IsUrgent)), Next(nameof(ReviewReply))]
            public partial Task<Reply> DraftReply(Ticket ticket);

            [Checkpoint<Support>("Review it")]
            [Checklist("Facts verified", "Tone")]
            [Due(Hours = 4), OnTimeout(nameof(TakeOver))]
            [OnReject(nameof(DraftReply), AtMost = 2, Then = nameof(TakeOver))]
            public partial Task<Reply> ReviewReply(Reply reply);

            [AutomatedStep("Send it")]
            [Writes<Helpdesk>(Impact.Customers)]
            [Limit("Few", When = nameof(IsUrgent), PerDay = 5, Since = "2026-09-14", Evidence = "Weeks")]
            [SpotCheck<Support>(OneIn = 20)]
            [OnFailure(nameof(TakeOver), Retries = 3)]
            public Task SendReply(Reply reply, Ticket ticket) => helpdesk.SendAsync(reply.Text, default);

            [WaitFor("A day"), After(Days = 1)]
            public partial Task Rest();

            [Handoff<Archive>("Archive it")]
            [Next(End.Completed)]
            public partial Task File(Ticket ticket);

            [HumanStep<SeniorSupport>("Take it over")]
            [Next(End.Escalated)]
            public partial Task TakeOver(Ticket ticket);

            [Condition("It is urgent")] private static bool IsUrgent(Ticket ticket) => ticket.HighValue;
            [Condition("It is calm")] private static bool IsCalm(Ticket ticket) => !ticket.HighValue;
        }

        [Sop("Archive"), Owner<Support>]
        public sealed partial class Archive : Sop<Ticket>
        {
            [HumanStep<Support>] public partial Task Look(Ticket ticket);
        }

        [Sop("Shred"), Owner<Support>]
        public sealed partial class Shred : Sop<Ticket>
        {
            [HumanStep<Support>] public partial Task Look(Ticket ticket);
        }
        """;

    private static readonly string Before = Of(Source);

    [Theory]
    [InlineData("Model(\"model-1\")", "Model(\"model-2\")")]
    [InlineData("Provider(\"OpenAI\")", "Provider(\"Other\")")]
    [InlineData("\"A ticket comes in\"", "\"A ticket comes in\", Cron = \"0 8 * * MON\"")]
    [InlineData("[Sop(\"Answer a ticket\")]", "[Sop(\"Answer a ticket\", Stage = Stage.Retired)]")]
    [InlineData("AiStep<Bot>", "AiStep<Writer>")]
    [InlineData("Level.DraftOnly", "Level.PrepareForApproval")]
    [InlineData("Answer {ticket.Subject}", "Answer  {ticket.Subject}")]
    [InlineData("Version = \"1\"", "Version = \"2\"")]
    [InlineData("Be kind", "Be curt")]
    [InlineData("No promises", "Any promises")]
    [InlineData("[Drafts<Helpdesk>]", "[Reads<Helpdesk>]")]
    [InlineData("[Drafts<Helpdesk>]", "[Drafts<Ledger>]")]
    [InlineData("[Next(nameof(TakeOver), When = nameof(IsUrgent)), Next(nameof(ReviewReply))]", "")]
    [InlineData("[Next(nameof(TakeOver), When = nameof(IsUrgent))", "[Next(nameof(TakeOver), When = nameof(IsCalm))")]
    [InlineData("IsUrgent(Ticket ticket)", "IsUrgent(Reply reply)")]
    [InlineData("Checkpoint<Support>", "Checkpoint<Founder>")]
    [InlineData("\"Review it\"", "\"Review it\", Approvals = 2")]
    [InlineData("\"Review it\"", "\"Review it\", NotBy = nameof(TakeOver)")]
    [InlineData("\"Facts verified\", \"Tone\"", "\"Facts verified\"")]
    [InlineData("Due(Hours = 4)", "Due(Hours = 5)")]
    [InlineData(", OnTimeout(nameof(TakeOver))", "")]
    [InlineData("AtMost = 2", "AtMost = 3")]
    [InlineData("Then = nameof(TakeOver)", "Then = Fallback")]
    [InlineData("partial Task<Reply> ReviewReply(Reply reply)", "partial Task ReviewReply(Reply reply)")]
    [InlineData("ReviewReply(Reply reply)", "ReviewReply(Reply reply, Ticket ticket)")]
    [InlineData("ReviewReply(Reply reply)", "ReviewReply(Reply? reply)")]
    [InlineData("(Impact.Customers)]\n    [Limit", "(Impact.Money)]\n    [Limit")]
    [InlineData("(Impact.Customers)]\n    [Limit", "(Impact.Customers, Irreversible = true)]\n    [Limit")]
    [InlineData("\"Few\", When = nameof(IsUrgent)", "\"Few\", When = nameof(IsCalm)")]
    [InlineData("PerDay = 5", "PerDay = 6")]
    [InlineData("Since = \"2026-09-14\"", "Since = \"2026-09-15\"")]
    [InlineData(", Evidence", ", Else = nameof(ReviewReply), Evidence")]
    [InlineData("OneIn = 20", "OneIn = 30")]
    [InlineData("SpotCheck<Support>", "SpotCheck<Founder>")]
    [InlineData("Retries = 3", "Retries = 4")]
    [InlineData("After(Days = 1)", "After(Days = 2)")]
    [InlineData("Handoff<Archive>", "Handoff<Shred>")]
    [InlineData("\"Archive it\"", "\"Archive it\", Wait = true")]
    [InlineData("HumanStep<SeniorSupport>", "HumanStep<Support>")]
    [InlineData("SendReply", "DispatchReply")]
    [InlineData("public Task SendReply(Reply reply, Ticket ticket) => helpdesk.SendAsync(reply.Text, default);", "public partial Task SendReply(Reply reply, Ticket ticket);")]
    public void What_matters_changes_it(string from, string to) => Assert.NotEqual(Before, Of(Edited(from, to)));

    [Theory]
    [InlineData("Title(\"Bot\")", "Title(\"The bot\")")]
    [InlineData("Description(\"Writes\")", "Description(\"Types\")")]
    [InlineData("Sop(\"Answer a ticket\"", "Sop(\"Reply to a ticket\"")]
    [InlineData("Sop(\"Answer a ticket\"", "Sop(\"Answer a ticket\", Id = \"other\"")]
    [InlineData("\"Answer tickets\", Output = \"An answered ticket\"", "\"Reply\", Output = \"A reply\"")]
    [InlineData("Owner<Support>, Backup<Founder>, Responsible<Support>(Duty.Builder)", "Owner<Founder>, Backup<Support>")]
    [InlineData("[ValueStream<CustomerSuccess>]", "")]
    [InlineData("\"A ticket comes in\"", "\"Somebody writes\"")]
    [InlineData("Baseline = 240, Target = 60", "Baseline = 24, Target = 6")]
    [InlineData("Cadence.Monthly, Last = \"2026-11-02\"", "Cadence.Weekly, Last = \"2026-11-09\"")]
    [InlineData("\"Work the queue by hand\", SwitchWhen = \"The writer is down\"", "\"By hand\"")]
    [InlineData("Drafts are prepared with AI", "With AI")]
    [InlineData("The customer is happy", "All are happy")]
    [InlineData("Take your time", "Hurry")]
    [InlineData("\"1.0.0\", \"2026-09-14\", \"First version\"", "\"1.1.0\", \"2026-10-14\", \"Better\"")]
    [InlineData("\"Draft it\"", "\"Write it\"")]
    [InlineData("Limitation(\"Knows no law\", Workaround = \"Ask\")", "Limitation(\"Knows little\")")]
    [InlineData("\"Facts verified\", \"Tone\"", "\"Facts checked\", \"Manner\"")]
    [InlineData("\"Few\"", "\"A few\"")]
    [InlineData("Evidence = \"Weeks\"", "Evidence = \"Months\"")]
    [InlineData("\"A day\"", "\"One day\"")]
    [InlineData("\"It is urgent\"", "\"In a hurry\"")]
    [InlineData("\"Archive it\"", "\"Put it away\"")]
    [InlineData("Sop(\"Archive\")", "Sop(\"The archive\")")]
    [InlineData("On = \"2026-09-10\"", "On = \"2026-09-11\"")]
    [InlineData("MON-FRI", "MON-SAT")]
    [InlineData("Due(Hours = 4)", "Due(Minutes = 240)")]
    [InlineData("Next(nameof(ReviewReply))]", "Next(nameof(ReviewReply), AtMost = 0)]")]
    [InlineData("OnFailure(nameof(TakeOver), Retries = 3)]", "OnFailure(nameof(TakeOver), Retries = 3), Next(nameof(Rest))]")]
    [InlineData("=> ticket.HighValue;", "=> ticket.Body == \"\";")]
    [InlineData("=> helpdesk.SendAsync(reply.Text, default);", "\n{\n// more\nreturn Task.CompletedTask; }")]
    [InlineData("(IHelpdesk helpdesk)", "(IHelpdesk helpdesk, IFormatProvider format)")]
    public void What_is_said_around_it_does_not(string from, string to) => Assert.Equal(Before, Of(Edited(from, to)));

    [Fact]
    public void A_run_for_each_element_is_not_one_run()
    {
        var one = Of(Handing("Ticket"));
        var each = Of(Handing("IReadOnlyList<Ticket>"));
        Assert.Equal(Before, one);
        Assert.NotEqual(one, each);
        Assert.Equal(each, Of(Handing("Ticket[]")));
    }

    [Fact]
    public void A_list_that_the_other_SOP_is_about_is_one_run() => Assert.DoesNotContain(
        "one run for each",
        Fingerprint.TextOf(Read.Flow(Handing("IReadOnlyList<Ticket>").Replace("Archive : Sop<Ticket>", "Archive : Sop<IReadOnlyList<Ticket>>", StringComparison.Ordinal))),
        StringComparison.Ordinal);

    [Fact]
    public void It_is_sixteen_hexadecimal_digits() => Assert.Matches("^[0-9a-f]{16}$", Before);

    [Fact]
    public void It_stays_what_it_is_from_one_release_to_the_next() => Assert.Equal("6c00698bc735b36a", Before);

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("de-DE")]
    public void The_culture_does_not_matter(string culture) => Assert.Equal(Before, Determinism.Under(culture, () => Of(Source)));

    [Fact]
    public void Line_ends_do_not_matter()
    {
        var raw = Source.Replace("Prompt(\"Answer {ticket.Subject}\"", "Prompt(\"\"\"\n        Answer\n        {ticket.Subject}\n        \"\"\"", StringComparison.Ordinal);
        Assert.NotEqual(Before, Of(raw));
        Assert.Equal(Of(raw), Of(raw.Replace("\n", "\r\n", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_order_of_files_and_what_else_they_hold_do_not_matter()
    {
        var project = SopProject.Of(Source).With("Other.cs", "public sealed class Other;");
        Assert.Equal(Before, Of(project with { Sources = [.. project.Sources.Reverse()] }));
    }

    [Fact]
    public void Where_the_class_stands_and_what_it_is_called_do_not_matter()
    {
        const string Other = "Moved.Away";
        Assert.Equal(
            Fingerprint.Of(Read.Flow(Samples.Answer)),
            Fingerprint.Of(Read.Flow(Samples.Answer.Replace("namespace Team", "namespace Moved", StringComparison.Ordinal).Replace("class AnswerTicket", "class Away", StringComparison.Ordinal), Other)));
    }

    [Fact]
    public void A_prompt_in_a_file_counts_by_its_text_and_not_by_its_place()
    {
        var inFile = Edited("Prompt(\"Answer {ticket.Subject}\"", "Prompt(File = \"prompts/answer.md\"");
        Assert.Equal(Before, Of(SopProject.Of(inFile).WithAdditionalFile("prompts/answer.md", "Answer {ticket.Subject}\r\n")));
        Assert.NotEqual(Before, Of(SopProject.Of(inFile).WithAdditionalFile("prompts/answer.md", "Answer {ticket.Body}")));
        Assert.NotEqual(Before, Of(inFile));
    }

    [Theory]
    [InlineData("prompts/answer.md")]
    [InlineData("prompts/missing.md")]
    public void Generator_and_analyzers_see_the_same(string file)
    {
        var project = SopProject.Of(Edited("Prompt(\"Answer {ticket.Subject}\"", $"Prompt(File = \"{file}\""))
            .WithAdditionalFile("prompts/answer.md", "Answer {ticket.Body}\n")
            .WithAdditionalFile("prompts/other.md", "Other");
        Assert.Equal(Of(project), Read.Summaries(project).Single(summary => summary.Id == "answer-ticket").Fingerprint);
    }

    private static string Handing(string given) => Edited("public partial Task File(Ticket ticket);", $"public Task<{given}> File(Ticket ticket) => throw new NotSupportedException();");

    private static string Edited(string from, string to)
    {
        Assert.Contains(from, Source, StringComparison.Ordinal);
        return Source.Replace(from, to, StringComparison.Ordinal);
    }

    private static string Of(SopProject project) => Fingerprint.Of(Read.Flow(project));
}
