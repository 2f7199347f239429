using Microsoft.CodeAnalysis;
using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class ReferencesTests
{
    [Fact]
    public Task Silent_about_steps_ends_and_the_manual_path() => Shape.CheckAsync(Shape.Sop("""
            [HumanStep<Support>("Draft a reply")]
            [Next(nameof(Answer.ReviewReply), When = nameof(IsFine), AtMost = 2, Then = Fallback)]
            [Next(step: nameof(ReviewReply))]
            [Due(Hours = 2), OnTimeout(Sop.Fallback)]
            public partial Task<Reply> DraftReply(Ticket ticket);

            [Checkpoint<Founder>("Review the reply")]
            [OnReject(nameof(DraftReply), AtMost = 2, Then = SopAsCode.End.Escalated)]
            public partial Task ReviewReply(Ticket ticket);

            [AutomatedStep("Send the reply")]
            [OnFailure(nameof(DraftReply))]
            [Limit("A few a day", PerDay = 5, Else = nameof(ReviewReply))]
            [Next(End.Completed)]
            public Task Send() => Task.CompletedTask;

            [Condition("It is fine")] static bool IsFine(Ticket ticket) => ticket.HighValue;
        """));

    [Theory]
    [InlineData("[Next({|SOP0003:nameof(ReviewTicket)|})]", "[Next] of 'Answer.DraftReply' names 'ReviewTicket', which is neither a step nor an end: name a step by nameof, Fallback, or one of End")]
    [InlineData("[Next({|SOP0003:\"ReviewRepyl\"|})]", "[Next] of 'Answer.DraftReply' names 'ReviewRepyl', which is neither a step nor an end: is nameof(ReviewReply) meant?")]
    [InlineData("[Next({|SOP0003:\"reviewreply\"|})]", "[Next] of 'Answer.DraftReply' names 'reviewreply', which is neither a step nor an end: is nameof(ReviewReply) meant?")]
    [InlineData("[Next({|SOP0003:\"complete\"|})]", "[Next] of 'Answer.DraftReply' names 'complete', which is neither a step nor an end: is End.Completed meant?")]
    [InlineData("[Next({|SOP0003:nameof(End.Completed)|})]", "[Next] of 'Answer.DraftReply' names 'Completed', which is no step: write End.Completed without nameof or quotes")]
    [InlineData("[Due(Hours = 1), OnTimeout({|SOP0003:nameof(Fallback)|})]", "[OnTimeout] of 'Answer.DraftReply' names 'Fallback', which is no step: write Fallback without nameof or quotes")]
    [InlineData("[Next({|SOP0003:nameof(IsFine)|})]", "[Next] of 'Answer.DraftReply' names 'IsFine', which is a condition: name a step here, and the condition in When")]
    [InlineData("[Next({|SOP0003:\"\"|})]", "[Next] of 'Answer.DraftReply' names nothing: name a step by nameof, Fallback, or one of End")]
    [InlineData("[Next({|SOP0003:null!|})]", "[Next] of 'Answer.DraftReply' names nothing: name a step by nameof, Fallback, or one of End")]
    [InlineData("[Next(nameof(ReviewReply), AtMost = 1, Then = {|SOP0003:nameof(ReviewTicket)|})]", "Then in [Next] of 'Answer.DraftReply' names 'ReviewTicket', which is neither a step nor an end: name a step by nameof, Fallback, or one of End")]
    [InlineData("[Next(nameof(ReviewReply), When = {|SOP0003:nameof(IsBad)|})]", "When in [Next] of 'Answer.DraftReply' asks 'IsBad', but no method of that name has [Condition(\"…\")]: add it to a static bool method")]
    [InlineData("[Next(nameof(ReviewReply), When = {|SOP0003:\"IsBad\"|})]", "When in [Next] of 'Answer.DraftReply' asks 'IsBad', but no method of that name has [Condition(\"…\")]: add it to a static bool method, and name that by nameof")]
    [InlineData("[Next(nameof(ReviewReply), When = {|SOP0003:\"IsFin\"|})]", "When in [Next] of 'Answer.DraftReply' asks 'IsFin', but no method of that name has [Condition(\"…\")]: is nameof(IsFine) meant?")]
    [InlineData("[Next(nameof(ReviewReply), When = {|SOP0003:nameof(ReviewReply)|})]", "When in [Next] of 'Answer.DraftReply' asks 'ReviewReply', which is a step: name a method with [Condition(\"…\")]")]
    public async Task Says_what_is_wrong(string attribute, string message) => Assert.Equal(message, await Shape.MessageAsync(Draft(attribute)));

    [Fact]
    public async Task One_condition_that_is_missing_is_said_once()
    {
        var run = await Shape.CheckAsync(Shape.Sop("""
                [AutomatedStep("Draft"), Next(nameof(Send), When = {|SOP0003:nameof(IsLate)|}), Next(nameof(Draft), When = nameof(IsLate), AtMost = 2), Next(End.Completed)]
                public Task Draft() => Task.CompletedTask;

                [AutomatedStep("Send"), Next(End.Cancelled, When = nameof(IsLate)), Next(End.Completed, When = {|SOP0003:nameof(HasNone)|}), Next(End.Completed)]
                public Task Send() => Task.CompletedTask;

                static bool IsLate(Ticket ticket) => true;
                static bool HasNone(Ticket ticket) => true;
            """));
        Assert.Equal(
            [
                "When in [Next] of 'Answer.Draft' asks 'IsLate', but no method of that name has [Condition(\"…\")]: add it to a static bool method (the same at 'Send')",
                "When in [Next] of 'Answer.Send' asks 'HasNone', but no method of that name has [Condition(\"…\")]: add it to a static bool method",
            ],
            run.Findings.Select(finding => finding.Message));
        Assert.Equal([2, 0], run.Findings.Select(finding => finding.RelatedPlaces.Count));
    }

    [Fact]
    public async Task Every_place_that_names_a_step_is_looked_at() => Assert.Equal(6, (await Shape.CheckAsync(Shape.Sop("""
            [Checkpoint<Founder>("Review the reply")]
            [OnReject({|SOP0003:nameof(Ticket)|}, AtMost = 2, Then = {|SOP0003:nameof(Ticket)|})]
            [Due(Hours = 1), OnTimeout({|SOP0003:nameof(Ticket)|})]
            public partial Task ReviewReply(Ticket ticket);

            [AutomatedStep("Send the reply")]
            [OnFailure({|SOP0003:nameof(Ticket)|})]
            [Limit("A few a day", When = {|SOP0003:nameof(Ticket)|}, Else = {|SOP0003:nameof(Ticket)|})]
            public Task Send() => Task.CompletedTask;
        """))).Findings.Count);

    [Fact]
    public async Task A_limit_that_leads_back_into_itself() => Assert.Equal(
        "Else in [Limit] of 'Answer.Send' names 'Send' itself: outside the limit the step does not start, so name another way",
        await Shape.MessageAsync(Shape.Sop("""
                [AutomatedStep("Send the reply")]
                [Limit("A few a day", PerDay = 5, Else = {|SOP0003:nameof(Send)|})]
                public Task Send() => Task.CompletedTask;
            """)));

    [Theory]
    [InlineData("[Next({|SOP0003:\"ReviewReply\"|})]", "[Next] of 'Answer.DraftReply' names 'ReviewReply' as text: write nameof(ReviewReply), so that renaming keeps it right")]
    [InlineData("[Next(step: {|SOP0003:\"(completed)\"|})]", "[Next] of 'Answer.DraftReply' names '(completed)' as text: write End.Completed, so that renaming keeps it right")]
    [InlineData("[Due(Hours = 1), OnTimeout({|SOP0003:\"(fallback)\"|})]", "[OnTimeout] of 'Answer.DraftReply' names '(fallback)' as text: write Fallback, so that renaming keeps it right")]
    [InlineData("[Next(nameof(ReviewReply), When = {|SOP0003:\"IsFine\"|})]", "When in [Next] of 'Answer.DraftReply' names 'IsFine' as text: write nameof(IsFine), so that renaming keeps it right")]
    public async Task A_text_is_a_warning(string attribute, string message)
    {
        var run = await Shape.CheckAsync(Draft(attribute));
        Assert.Equal(message, run.Message("SOP0003"));
        Assert.Equal(DiagnosticSeverity.Warning, run.Single("SOP0003").Severity);
    }

    [Fact]
    public async Task What_names_nothing_is_an_error() =>
        Assert.Equal(DiagnosticSeverity.Error, (await Shape.CheckAsync(Draft("[Next({|SOP0003:\"Nowhere\"|})]"))).Single("SOP0003").Severity);

    [Fact]
    public async Task A_severity_of_the_team_holds_for_both()
    {
        var project = SopProject.Of(Draft("[Next({|SOP0003:\"ReviewReply\"|})]")).WithEditorConfig("[*.cs]\ndotnet_diagnostic.SOP0003.severity = error");
        Assert.Equal(DiagnosticSeverity.Error, (await Shape.CheckAsync(project)).Single("SOP0003").Severity);
        await Shape.CheckAsync(SopProject.Of(Draft("[Next(\"ReviewReply\")]")).WithEditorConfig("[*.cs]\ndotnet_diagnostic.SOP0003.severity = none"));
    }

    [Fact]
    public Task Silent_about_a_name_that_the_compiler_does_not_know() =>
        Shape.CheckAsync(SopProject.Of(Draft("[Next(Nowhere, When = Never)]")).ThatDoesNotCompile());

    [Fact]
    public Task Silent_about_an_argument_that_is_not_typed_yet() => Shape.CheckAsync(SopProject.Of(Draft("[Next()]")).ThatDoesNotCompile());

    [Fact]
    public Task Silent_about_a_step_whose_attribute_is_half_typed() => Shape.CheckAsync(SopProject.Of(Shape.Sop("""
            [HumanStep<Support>("Draft a reply"), Next(nameof(Send))]
            public partial Task<Reply> DraftReply(Ticket ticket);

            [AutomatedStp("Send it")]
            public Task Send(Reply reply) => Task.CompletedTask;
        """)).ThatDoesNotCompile());

    private static string Draft(string attribute) => Shape.Sop($$"""
            [HumanStep<Support>("Draft a reply")]
            {{attribute}}
            public partial Task<Reply> DraftReply(Ticket ticket);

            [Checkpoint<Founder>("Review the reply")]
            public partial Task ReviewReply(Ticket ticket);

            public partial class ReviewTicket;

            static bool IsBad(Ticket ticket) => !ticket.HighValue;

            [Condition("It is fine")] static bool IsFine(Ticket ticket) => ticket.HighValue;
        """);
}
