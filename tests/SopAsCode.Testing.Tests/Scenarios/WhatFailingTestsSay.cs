using SopAsCode.Testing.Tests.Harness;
using TinyTeam;
using TinyTeam.House;
using TinyTeam.Support;
using Reply = TinyTeam.Support.Reply;

namespace SopAsCode.Testing.Tests.Scenarios;

/// <summary>A failing test says what happened instead, how far the run came, what waits for whom, and why.</summary>
public class WhatFailingTestsSay
{
    private static readonly Ticket LateParcel = new(1042, "Where is my parcel?", "It is late.", HighValue: false);

    [Fact]
    public async Task A_run_that_stands_elsewhere()
    {
        await using var scenario = New();
        scenario.AI<TicketClassifier>().WillAnswer(new Triage("delivery", 3, null));
        scenario.AI<ReplyWriter>().WillAnswer(new Reply("Soon."));
        var ticket = await scenario.Start<SupportTriage>(LateParcel);
        var error = Assert.Throws<ScenarioException>(() => ticket.EndedIn(End.Completed));
        Assert.Equal(
            """
            Run 'support-triage-1' should have ended in 'Completed', and stands in 'ReviewReply'.

            Run 'support-triage-1' so far:
              Categorise → DraftReply → ReviewReply
            It waits for:
              Customer success lead (ben@example.com) at ReviewReply: Review the reply before it is sent, due Mon 2026-11-16 10:00Z
            Its record:
               1 Mon 2026-11-16 08:00Z Categorise RunStarted by test
               2 Mon 2026-11-16 08:00Z Categorise StepStarted by AI Ticket classifier
               3 Mon 2026-11-16 08:00Z Categorise StepCompleted by AI Ticket classifier → DraftReply (otherwise)
               4 Mon 2026-11-16 08:00Z DraftReply StepStarted by AI Reply writer
               5 Mon 2026-11-16 08:00Z DraftReply StepCompleted by AI Reply writer → ReviewReply
               6 Mon 2026-11-16 08:00Z ReviewReply StepStarted by host
               7 Mon 2026-11-16 08:00Z ReviewReply ItemOpened by host
            """,
            error.Message);
    }

    [Fact]
    public async Task An_AI_that_was_not_asked_and_one_that_waits_for_its_script()
    {
        await using var scenario = New();
        var ticket = await scenario.Start<SupportTriage>(LateParcel);
        var error = await Assert.ThrowsAsync<ScenarioException>(() => ticket.AI<ReplyWriter>().Answers(new Reply("Soon.")));
        Assert.StartsWith("AI 'ReplyWriter' has no question to answer in run 'support-triage-1'.", error.Message, StringComparison.Ordinal);
        Assert.Contains("\n  AI Ticket classifier at Categorise: no answer is scripted\n", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_who_has_nothing_to_do()
    {
        await using var scenario = New();
        var ticket = await scenario.Start<SupportTriage>(LateParcel with { HighValue = true });
        await ticket.AI<TicketClassifier>().Answers(new Triage("billing", 2, null));
        var error = await Assert.ThrowsAsync<ScenarioException>(() => ticket.The<CustomerSuccessLead>().Approves());
        Assert.StartsWith("Customer success lead has nothing to approve in run 'support-triage-1'.", error.Message, StringComparison.Ordinal);
        Assert.Contains("Senior support (cho@example.com) at TakeOver: Take the ticket over personally", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_went_wrong_in_a_step_and_what_a_person_wrote()
    {
        await using var scenario = New();
        var ticket = await scenario.Start<SupportTriage>(LateParcel);
        await ticket.AI<TicketClassifier>().Fails("the service is down");
        var error = Assert.Throws<ScenarioException>(() => ticket.StandsIn(nameof(SupportTriage.DraftReply)));
        Assert.Contains("StepFailed by AI Ticket classifier → Fallback: the service is down", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Letters_that_a_terminal_would_obey_are_none()
    {
        await using var scenario = New();
        var ticket = await scenario.Start<SupportTriage>(LateParcel);
        await ticket.AI<TicketClassifier>().Fails("\u001b[2J gone");
        Assert.DoesNotContain('\u001b', ticket.ToString());
    }

    [Fact]
    public async Task Something_that_should_have_been_refused()
    {
        await using var scenario = New();
        var ticket = await scenario.Start<SupportTriage>(LateParcel);
        var error = await Assert.ThrowsAsync<ScenarioException>(() => scenario.Refuses(() => ticket.The<CustomerSuccessLead>().Cancels("a double")));
        Assert.StartsWith("The host should have refused this, and accepted it.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Writes_and_waits_that_are_not_there()
    {
        await using var scenario = New();
        var ticket = await scenario.Start<SupportTriage>(LateParcel);
        Assert.StartsWith("Run 'support-triage-1' should have written to Helpdesk once, and wrote never.", Assert.Throws<ScenarioException>(() => ticket.Wrote<Helpdesk>()).Message, StringComparison.Ordinal);
        Assert.StartsWith("Run 'support-triage-1' should wait for Customer success lead.", Assert.Throws<ScenarioException>(() => ticket.WaitsFor<CustomerSuccessLead>()).Message, StringComparison.Ordinal);
        Assert.StartsWith("Nothing times out in 'Categorise' of run 'support-triage-1'", (await Assert.ThrowsAsync<ScenarioException>(() => ticket.TimesOut())).Message, StringComparison.Ordinal);
        Assert.StartsWith("Run 'support-triage-1' has no value of type 'Triage'.", Assert.Throws<ScenarioException>(() => ticket.Value<Triage>()).Message, StringComparison.Ordinal);
        Assert.StartsWith("Run 'support-triage-1' should never have come to 'Categorise'.", Assert.Throws<ScenarioException>(() => ticket.NeverCameTo(nameof(SupportTriage.Categorise))).Message, StringComparison.Ordinal);
        Assert.StartsWith("Run 'support-triage-1' should have gone DraftReply.", Assert.Throws<ScenarioException>(() => ticket.Took(nameof(SupportTriage.DraftReply))).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => scenario.WithoutAI());
    }

    private static Scenario New() => Scenario.Of<TinyTeamSops>().Given<IHelpdesk>(new FakeHelpdesk());
}
