using SopAsCode;
using TinyTeam.House;

namespace TinyTeam.Sales;

/// <summary>Doubles, dead addresses and people we have no reason to keep, once a month.</summary>
[Sop("CRM clean-up")]
[Purpose("Keep contacts true, and keep none that we have no reason to keep", Output = "A CRM with up to two hundred contacts put right")]
[Owner<SalesLead>, Backup<OperationsLead>]
[Responsible<OperationsLead>(Duty.Builder), Responsible<SalesLead>(Duty.Reviewer), Responsible<OperationsLead>(Duty.Documentation)]
[Responsible<OperationsLead>(Duty.Operator)]
[ValueStream<SalesAndOnboarding>(Part = "Contacts")]
[Trigger("First day of the month at 07:00", Cron = "0 7 1 * *")]
[Prerequisite("Administrator access to the CRM, and room for a backup in the shared folder")]
[OutOfScope("Leads of the last twelve months", Covered = typeof(LeadQualification))]
[OutOfScope("Requests to be forgotten: they are done the same day, by hand")]
[Metric(Measure.ErrorRate, Name = "Changes taken back within a month", Baseline = 5, Target = 1, Unit = "%")]
[Metric(Measure.TimeSaved, Baseline = 0, Target = 150, Unit = "minutes")]
[Review(Cadence.Quarterly, Last = "2026-10-06")]
[Fallback("Sort the contact list by last activity and go through the oldest fifty by hand",
    SwitchWhen = "The plan has two wrong merges, or the backup can't be read")]
[Disclosure(DisclosureMode.NotNeeded, Because = "Customers see nothing of it: only our own notes about them change")]
[EdgeCase("Two people share one address", "Never merge: note 'shared address' on both")]
[EdgeCase("A contact has an open invoice", "Do not delete, whatever the plan says")]
[Change("1.1.0", "2026-10-06", "The founder approves deletions, because they can't be taken back")]
[Change("1.0.0", "2026-09-01", "First version")]
public sealed partial class CrmCleanUp(ISalesDesk desk) : Sop<Tick>
{
    [AutomatedStep("List contacts untouched for a year, and likely doubles")]
    [Reads<Crm>]
    [OnFailure(Fallback, Retries = 2)]
    public Task<ContactBatch> ListContacts(CancellationToken cancel) => desk.StaleContactsAsync(cancel);

    [AiStep<ContactChecker>("Propose merges, corrections and deletions", Level = Level.PrepareForApproval)]
    [Prompt("""
        Go through these contacts and propose what to merge, what to correct and what to delete.
        Merge only if name and company or address agree. Correct only what another field of the same contact proves.
        Delete only contacts that were never customers. Give a reason for each line.

        {batch}

        What a person last sent back, and why, if anything was: {rejection.Reason}
        """)]
    [Guardrail("Never propose to delete a customer")]
    [Limitation("Takes father and son for one person", Workaround = "Compare the first names before a merge")]
    [Reads<Crm>, Drafts<Crm>]
    public partial Task<CleanUpPlan> ProposePlan(ContactBatch batch, Rejection? rejection);

    [Checkpoint<SalesLead>("Go through the plan line by line")]
    [Instructions("Strike what you are not sure of. A contact that stays wrong for a month hurts less than one that is gone.")]
    [Checklist("Each merge is one person", "No customer is deleted", "Corrections have a proof")]
    [Due(Days = 5)]
    [OnReject(nameof(ProposePlan), AtMost = 2)]
    [Next(nameof(ApproveDeletions), When = nameof(HasDeletions))]
    [Next(nameof(BackUp))]
    public partial Task<CleanUpPlan> ReviewPlan(ContactBatch batch, CleanUpPlan plan, Rejection? founderSaid);

    [Checkpoint<Founder>("Approve the deletions")]
    [Checklist("None has bought", "None asked a question we did not answer", "The law does not ask us to keep them")]
    [Due(Days = 3)]
    [OnReject(nameof(ReviewPlan), AtMost = 2)]
    public partial Task ApproveDeletions(CleanUpPlan plan);

    [AutomatedStep("Back up the CRM")]
    [Reads<Crm>, Writes<SharedFolder>]
    [Due(Hours = 4), OnTimeout(Fallback)]
    [Note("The nightly export of the CRM does this on demand and reports the address of the file")]
    [Limitation("The export leaves out attachments", Workaround = "Contacts with attachments are struck from the plan")]
    public partial Task<CrmBackup> BackUp();

    [AutomatedStep("Apply the plan to the CRM")]
    [Writes<Crm>(Impact.Customers, Irreversible = true)]
    [OnFailure(nameof(RestoreBackup))]
    [Next(End.Completed)]
    public Task ApplyPlan(CleanUpPlan plan, StepContext step, CancellationToken cancel) =>
        desk.ApplyAsync(plan, step.IdempotencyKey, cancel);

    [HumanStep<OperationsLead>("Restore the backup and say what was lost")]
    [Checklist("The number of contacts is the one from before", "Five contacts looked at by hand", "The sales lead knows")]
    [Writes<Crm>(Impact.Customers)]
    [Due(Days = 1)]
    [Next(End.Escalated)]
    public partial Task RestoreBackup(CrmBackup backup);

    [Condition("The plan deletes contacts")]
    private static bool HasDeletions(CleanUpPlan plan) => plan.Deletions.Count > 0;
}
