using SopAsCode;

namespace Real.Support;

[Title("Support engineer")] public sealed class SupportEngineer : Role;
[Title("Support hero")] public sealed class SupportHero : Role;
[Title("Head of support")] public sealed class Head : Role;

[Title("Helpdesk"), Link("Queue", "https://help.example.com"), Touches(Impact.Customers), Holds(DataClass.Personal)] public sealed class Helpdesk : Tool;

public enum Priority { High, Normal, Low }

[Data(DataClass.Personal)]
public sealed record Ticket([property: Key] string Number, string Text, bool IsPaying, bool IsHighPaying, bool IsTrial, bool FromSharedChannel, string Severity);
public sealed record Triage(Priority Priority);
public sealed record Answer(string Text, bool NeedsEngineers);

[Sop("Answer a support ticket"), Owner<Head>, Backup<SupportEngineer>]
[Purpose("Each customer gets an answer in the time their plan promises", Output = "An answer, and a ticket in the right state")]
[Responsible<ProcessLead>(Duty.Builder), Responsible<Auditor>(Duty.Reviewer), Responsible<ProcessLead>(Duty.Documentation), ValueStream<Service>]
[Trigger("A ticket is created in the app"), Trigger("Somebody asks in a shared channel")]
[Trigger("Somebody asks on social media", Start = nameof(AnswerTicket.MoveToHelpdesk))]
[OutOfScope("Progress of feature requests")]
[Metric(Measure.Outcome, Name = "First answer, high priority", Baseline = 20, Target = 12, Unit = "hours")]
[Metric(Measure.Outcome, Name = "Answers in time", Baseline = 70, Target = 90, Unit = "%")]
[Review(Cadence.Monthly, Last = "2026-11-20")]
[OfficeHours("MON-FRI 00:00-24:00", Zone = "Europe/London")]
[Fallback("Answer from the shared mailbox, oldest first", SwitchWhen = "The helpdesk is down")]
[Change("1.0.0", "2026-11-20", "First version")]
public sealed partial class AnswerTicket : Sop<Ticket>
{
    [AutomatedStep("Set the priority")]
    [Reads<Helpdesk>]
    [Next(nameof(Reply))]
    public Task<Triage> Prioritise(Ticket ticket) => Task.FromResult(new Triage(
        ticket.IsHighPaying || ticket.IsTrial || ticket.FromSharedChannel || ticket.Severity == "critical" ? Priority.High
        : ticket.IsPaying || ticket.Severity == "high" ? Priority.Normal : Priority.Low));

    [HumanStep<SupportEngineer>("Bring the talk into the helpdesk")]
    [Checklist("Looked for a ticket that exists", "Answered from the company account, not your own")]
    [Due(Hours = 4)]
    [Next(nameof(Prioritise))]
    public partial Task<Ticket> MoveToHelpdesk(Ticket ticket);

    [HumanStep<SupportEngineer>("Answer the ticket")]
    [Writes<Helpdesk>(Impact.Customers)]
    [Due(By = nameof(AnswerBy)), Remind(Hours = 2), OnTimeout(nameof(TellHead))]
    [Next(nameof(Escalate), When = nameof(NeedsEngineers)), Next(nameof(WaitForReply))]
    public partial Task<Answer> Reply(Ticket ticket, Triage triage);

    [HumanStep<SupportHero>("Look into it with your team, and answer")]
    [Writes<Helpdesk>(Impact.Customers)]
    [Due(Days = 2), OnTimeout(nameof(TellHead))]
    public partial Task<Answer> Escalate(Ticket ticket, Triage triage);

    [WaitFor("Wait for the customer's reply"), Due(Days = 7), OnTimeout(nameof(Close))]
    [Next(nameof(Prioritise))]
    public partial Task<Ticket> WaitForReply(Ticket ticket);

    [HumanStep<SupportEngineer>("Close the ticket"), Due(Days = 1), Next(End.Completed)]
    public partial Task Close(Ticket ticket);

    [HumanStep<Head>("Take care of the ticket that is late"), Due(Hours = 4), Next(End.Escalated)]
    public partial Task TellHead(Ticket ticket);

    [Time("12 hours at high priority, 24 at normal, 5 days at low")]
    private static TimeSpan AnswerBy(Triage triage) =>
        TimeSpan.FromHours(triage.Priority switch { Priority.High => 12, Priority.Normal => 24, _ => 120 });

    [Condition("Engineers are needed")] private static bool NeedsEngineers(Answer answer) => answer.NeedsEngineers;
}
