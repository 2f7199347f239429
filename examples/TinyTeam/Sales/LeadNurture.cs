using SopAsCode;
using TinyTeam.House;

namespace TinyTeam.Sales;

/// <summary>Staying in mind of people who are not ready to buy, without getting on their nerves.</summary>
[Sop("Lead nurture")]
[Purpose("Be remembered when the lead is ready to buy", Output = "A lead that came back, or that was left in peace after three mails")]
[Owner<SalesLead>, Backup<ContentLead>]
[Responsible<OperationsLead>(Duty.Builder), Responsible<ContentLead>(Duty.Reviewer), Responsible<SalesLead>(Duty.Documentation)]
[ValueStream<LeadGeneration>(Part = "Nurture")]
[Trigger("Qualification hands over a lead that is not ready")]
[Prerequisite("The lead agreed to get mail from us")]
[OutOfScope("Leads that want to buy now", Covered = typeof(LeadQualification))]
[OutOfScope("The newsletter: it goes to everybody, this goes to one person")]
[Metric(Measure.Outcome, Name = "Leads that come back", Baseline = 4, Target = 10, Unit = "%")]
[Metric(Measure.ErrorRate, Name = "Leads that unsubscribe", Baseline = 6, Target = 2, Unit = "%")]
[Review(Cadence.Quarterly, Last = "2026-10-06")]
[Fallback("Take a template, write one sentence of your own, and set a reminder for 30 days",
    SwitchWhen = "Two leads in a month answer that the mail missed the point")]
[Disclosure("The footer of each mail says that it was drafted with AI and read by a person")]
[EdgeCase("The lead answers 'who are you?'", "Apologise by hand, say where the address comes from, and unsubscribe them")]
[EdgeCase("The lead is out of office for months", "Resume the run when they are back; the 30 days start again")]
[Change("1.0.1", "2026-10-06", "Who unsubscribes ends the run at once, and is not handed back")]
[Change("1.0.0", "2026-09-14", "First version")]
public sealed partial class LeadNurture(ISalesDesk desk) : Sop<Lead>
{
    [AiStep<ReplyWriter>("Draft the next mail", Level = Level.DraftOnly)]
    [Prompt("""
        Write a short mail to a lead who is not ready to buy. Give one useful thing that fits what they told us, and no offer.
        At most 120 words. End with one question that takes a sentence to answer.

        Name: {lead.Name}
        Company: {lead.Company}
        What they told us: {lead.Message}

        The mail they got before, if there was one; say nothing twice: {sent.Text}
        What a person last sent back, and why, if anything was: {rejection.Reason}
        """)]
    [Guardrail("No price, no discount, no hurry")]
    [Guardrail("Pretend no acquaintance that is not there")]
    [Drafts<Mailer>]
    [Example("A mail", "Hello Ms Roe, you wrote that returns eat your Mondays. Here is the form two other shops use; it took them "
        + "an hour to set up. What takes you longest: the parcels or the refunds?")]
    public partial Task<NurtureMail> DraftMail(Lead lead, SentMail? sent, Rejection? rejection);

    [Checkpoint<SalesLead>("Review the mail before it is sent")]
    [Checklist("It helps, even if they never buy", "Every fact about them comes from them", "Nothing we already sent")]
    [Due(Days = 2)]
    [OnReject(nameof(DraftMail), AtMost = 2)]
    public partial Task<NurtureMail> ReviewMail(Lead lead, NurtureMail mail);

    [AutomatedStep("Send the mail")]
    [Writes<Mailer>(Impact.Customers)]
    [OnFailure(Fallback, Retries = 3)]
    public async Task<SentMail> SendMail(Lead lead, NurtureMail mail, StepContext step, CancellationToken cancel)
    {
        await desk.SendAsync(lead.Email, mail, step.IdempotencyKey, cancel);
        return new(mail.Subject, mail.Text);
    }

    [WaitFor("Wait 30 days for a sign of the lead")]
    [Due(Days = 30), OnTimeout(nameof(NoteSilence))]
    [Next(End.Completed, When = nameof(HasUnsubscribed))]
    [Next(nameof(AlertTeam))]
    public partial Task<Engagement> WaitForSign(Lead lead);

    [AutomatedStep("Note the silence and start the next round")]
    [Writes<CrmNotes>]
    [Next(nameof(DraftMail), AtMost = 2, Then = End.Completed)]
    public Task NoteSilence(Lead lead, CancellationToken cancel) => desk.NoteMailAsync(lead, cancel);

    [AutomatedStep("Alert the team that the lead engaged")]
    [Writes<TeamChat>]
    [OnFailure(nameof(HandBack), Retries = 2)]
    [Next(nameof(HandBack))]
    public Task AlertTeam(Lead lead, Engagement engagement, CancellationToken cancel) =>
        desk.PostAsync($"{lead.Name} ({lead.Company}) is back: {engagement.Words}", cancel);

    [Handoff<LeadQualification>("Hand the lead back to qualification")]
    [Next(End.Completed)]
    public Task<Lead> HandBack(Lead lead, Engagement engagement) =>
        Task.FromResult(lead with { Message = engagement.Words, Source = "nurture" });

    [Condition("The lead wants no more mail")]
    private static bool HasUnsubscribed(Engagement engagement) => engagement.Kind == EngagementKind.Unsubscribed;
}
