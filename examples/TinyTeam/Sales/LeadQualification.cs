using SopAsCode;
using TinyTeam.House;

namespace TinyTeam.Sales;

/// <summary>Who gets a call today, and who gets a letter now and then.</summary>
[Sop("Lead qualification")]
[Purpose("Call the leads that are worth a call while they still remember us", Output = "A lead with a next step, or in nurture")]
[Owner<SalesLead>, Backup<Founder>]
[Responsible<OperationsLead>(Duty.Builder), Responsible<SalesLead>(Duty.Reviewer), Responsible<SalesLead>(Duty.Documentation)]
[ValueStream<LeadGeneration>(Part = "Qualification")]
[Trigger("A lead is created in the CRM")]
[Trigger("Nurture hands back a lead that engaged")]
[Prerequisite("The lead has an address and agreed to be contacted")]
[OutOfScope("Leads that are not ready to buy", Covered = typeof(LeadNurture))]
[OutOfScope("Existing customers who want more: their contact person calls them")]
[Metric(Measure.CycleTime, Name = "Lead to next step", Baseline = 52, Target = 24, Unit = "hours")]
[Metric(Measure.Outcome, Name = "Calls that end in an offer", Baseline = 12, Target = 25, Unit = "%")]
[Metric(Measure.ErrorRate, Name = "Scores that the sales lead would not have given", Baseline = 35, Target = 15, Unit = "%")]
[Review(Cadence.Monthly, Last = "2026-11-03")]
[Fallback("Read new leads in the CRM by hand, twice a day, and call whoever names a need and a date",
    SwitchWhen = "Three leads in a week were scored low and bought all the same")]
[TeamMode("Two salespeople: the country of the lead decides who calls")]
[EdgeCase("A student or a job seeker writes", "Answer kindly by hand, and close the lead: no score, no nurture")]
[EdgeCase("A competitor writes", "Tell the founder; do not call")]
[Change("1.1.0", "2026-11-03", "Leads in the middle go to the sales lead, because half of them were better than their score")]
[Change("1.0.0", "2026-09-14", "First version")]
public sealed partial class LeadQualification(ISalesDesk desk) : Sop<Lead>
{
    [AutomatedStep("Look up the company in the public register")]
    [OnFailure(nameof(ScoreLead), Retries = 2)]
    [Next(nameof(ScoreLead))]
    [Note("Without an entry in the register the lead is scored from its own words")]
    public Task<CompanyProfile> LookUpCompany(Lead lead, CancellationToken cancel) => desk.LookUpAsync(lead.Company, cancel);

    [AiStep<LeadScorer>("Score fit and intent")]
    [Prompt("""
        Score this lead for a small shop-software company.
        Fit from 0 to 100: can we help them? Best are shops with 2 to 50 employees in the EU.
        Intent from 0 to 100: do they want to buy now? A date, a budget or a named problem count; politeness does not.
        Say why in two sentences, with their own words.

        Source: {lead.Source}
        Company: {lead.Company}
        Register: {company}
        Message:
        {lead.Message}
        """)]
    [Guardrail("Name, sex, age and origin of a person never count")]
    [Limitation("Long friendly messages score too high", Workaround = "Look for a date, a budget or a problem before you trust a high score")]
    [Reads<Crm>]
    [OnFailure(nameof(Decide), Retries = 1)]
    [Next(nameof(CallLead), When = nameof(IsHot))]
    [Next(nameof(HandToNurture), When = nameof(IsCold))]
    [Next(nameof(Decide))]
    public partial Task<LeadScore> ScoreLead(Lead lead, CompanyProfile? company);

    [Checkpoint<SalesLead>("Decide whether the lead is worth a call")]
    [Checklist("Read the message yourself, not only the score", "They name a need", "We can help them within a quarter")]
    [Due(Hours = 4)]
    [OnReject(nameof(HandToNurture))]
    [Next(nameof(CallLead))]
    public partial Task Decide(Lead lead, CompanyProfile? company, LeadScore? score);

    [HumanStep<SalesLead>("Call the lead and agree on a next step")]
    [Instructions("Ask first what they tried before. Offer two dates. No price on the phone.")]
    [Checklist("Need, budget and date asked", "Next step with a date agreed, or a clear no", "Note is in the CRM")]
    [Writes<CrmNotes>]
    [Due(Hours = 4), OnTimeout(nameof(CallAsFounder))]
    [Next(nameof(HandToNurture), When = nameof(IsForLater))]
    [Next(End.Completed)]
    public partial Task<CallNote> CallLead(Lead lead, LeadScore? score);

    [HumanStep<Founder>("Call the lead in the sales lead's place")]
    [Checklist("Need, budget and date asked", "Next step with a date agreed, or a clear no", "Note is in the CRM")]
    [Writes<CrmNotes>]
    [Due(Hours = 8)]
    [Next(nameof(HandToNurture), When = nameof(IsForLater))]
    [Next(End.Completed)]
    public partial Task<CallNote> CallAsFounder(Lead lead, LeadScore? score);

    [Handoff<LeadNurture>("Hand the lead to nurture")]
    [Next(End.Completed)]
    public partial Task HandToNurture(Lead lead);

    [Condition("Fit and intent are 70 or more")]
    private static bool IsHot(LeadScore score) => score is { Fit: >= 70, Intent: >= 70 };

    [Condition("Fit or intent is below 30")]
    private static bool IsCold(LeadScore score) => score.Fit < 30 || score.Intent < 30;

    [Condition("The lead is interested, but not now")]
    private static bool IsForLater(CallNote note) => note.IsForLater;
}
