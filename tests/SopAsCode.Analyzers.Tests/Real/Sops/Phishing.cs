using SopAsCode;

namespace Real.Phishing;

[Title("Incident lead")] public sealed class Lead : Role;
[Title("Security analyst")] public sealed class Analyst : Role;
[Title("Mail administrator")] public sealed class MailAdmin : Role;
[Title("Service desk")] public sealed class Desk : Role;
[Title("Legal counsel")] public sealed class Legal : Role;

[Title("Mail gateway"), Link("Console", "https://mail.example.com/admin"), Touches(Impact.Employees)] public sealed class Gateway : Tool;
[Title("Directory"), Link("Console", "https://directory.example.com"), Touches(Impact.Employees), Holds(DataClass.Secret)] public sealed class Directory : Tool;
[Title("Sandbox"), Link("Sandbox", "https://sandbox.example.com"), Touches(Impact.None)] public sealed class Sandbox : Tool;

public sealed record Report([property: Key] string Number, string Sender, string Subject);
public sealed record Scope(int Users, bool CredentialsGiven, bool DataAtRisk);
public sealed record Indicators(string Domains, string Hashes);

public enum Severity { Low, Medium, High }

public sealed record Assessment(Severity Severity);
public sealed record Attack([property: Key] string Number, string Sender, string Domains, bool DataAtRisk, Severity Severity);

[Sop("Answer a phishing attack"), Owner<Lead>, Backup<Analyst>]
[Purpose("Limit the damage of a phishing mail", Output = "Accounts safe, mails gone, everybody told who must be")]
[Responsible<ProcessLead>(Duty.Builder), Responsible<Auditor>(Duty.Reviewer), Responsible<ProcessLead>(Duty.Documentation), ValueStream<Operations>(Part = "Security")]
[Trigger("A user, a customer or a partner reports a suspicious mail")]
[Prerequisite("A device without access to sensitive data, to look at the mail")]
[Metric(Measure.Outcome, Name = "Report until contained", Baseline = 24, Target = 8, Unit = "hours")]
[Metric(Measure.Outcome, Name = "Accounts taken over", Baseline = 4, Target = 0, Unit = "a year")]
[Review(Cadence.Yearly, Last = "2026-11-20")]
[OfficeHours(OfficeHours.Always)]
[Fallback("Follow the printed card of the security team", SwitchWhen = "The directory can't be reached")]
[Change("1.0.0", "2026-11-20", "First version")]
public sealed partial class AnswerPhishing : Sop<Report>
{
    [HumanStep<Desk>("Open a ticket and interview the user")]
    [Checklist("What did you notice, and why did it seem wrong?", "Which account, which system, which network?", "Who else have you told?", Title = "Ask")]
    [Checklist("Photo of the screen taken", Title = "Keep")]
    [Due(Minutes = 30)]
    public partial Task TakeReport(Report report);

    [HumanStep<Analyst>("Find out how many users it reached, and what they did")]
    [Due(Hours = 1)]
    public partial Task<Scope> FindScope(Report report);

    [HumanStep<Analyst>("Analyse the message on a safe device")]
    [Instructions("""
        Do **not** open attachments, do **not** follow links. Look at

        - sender, subject and body
        - headers, above all `X-Authenticated-User`
        - IP addresses
        """)]
    [Writes<Sandbox>]
    [Link("VirusTotal", "https://www.virustotal.com")]
    [Due(Hours = 2)]
    public partial Task<Indicators> Analyse(Report report, Scope scope);

    [HumanStep<Lead>("Set the severity")]
    [Checklist("Is anybody in danger?", "Is personal data at risk?", "How many assets?", "Are services hit?")]
    [Due(Hours = 1)]
    public partial Task<Assessment> Assess(Report report, Scope scope, Indicators indicators);

    [Handoff<ContainAccounts>("Contain and communicate, all at once", Wait = true)]
    [Handoff<BlockSenders>(Wait = true), Handoff<TellPeople>(Wait = true)]
    [Due(Days = 4)]
    public Task<Attack> Answer(Report report, Scope scope, Indicators indicators, Assessment assessment) =>
        Task.FromResult(new Attack(report.Number, report.Sender, indicators.Domains, scope.DataAtRisk, assessment.Severity));

    [HumanStep<Lead>("Learn from it")]
    [Checklist("Controls that failed are named", "Training updated")]
    [Due(Days = 14)]
    public partial Task Recover(Report report);
}

[Sop("Contain accounts"), Owner<MailAdmin>, Backup<Lead>]
[Purpose("Nobody else uses an account of ours", Output = "Accounts that only their owners use")]
[Responsible<ProcessLead>(Duty.Builder), Responsible<Auditor>(Duty.Reviewer), Responsible<ProcessLead>(Duty.Documentation), ValueStream<Operations>(Part = "Security")]
[Trigger("An attack is being answered")]
[OutOfScope("The mails themselves", Covered = typeof(BlockSenders))]
[Metric(Measure.CycleTime, Baseline = 6, Target = 1, Unit = "hours")]
[Metric(Measure.ErrorRate, Name = "Accounts overlooked", Baseline = 5, Target = 0, Unit = "%")]
[Review(Cadence.Yearly, Last = "2026-11-20")]
[OfficeHours(OfficeHours.Always)]
[Fallback("Call the provider of the directory", SwitchWhen = "The directory can't be reached")]
[Change("1.0.0", "2026-11-20", "First version")]
public sealed partial class ContainAccounts : Sop<Attack>
{
    [HumanStep<MailAdmin>("Contain the accounts")]
    [Writes<Directory>(Impact.Employees)]
    [Checklist("Passwords changed", "Sessions ended", "Second factor enforced", "Access reduced until it is clear")]
    [Due(By = nameof(BySeverity))]
    public partial Task Contain(Attack attack);

    [Time("one hour at high severity, else four")]
    private static TimeSpan BySeverity(Attack attack) => TimeSpan.FromHours(attack.Severity == Severity.High ? 1 : 4);
}

[Sop("Block senders"), Owner<MailAdmin>, Backup<Lead>]
[Purpose("The mail reaches nobody any more", Output = "Mailboxes without it")]
[Responsible<ProcessLead>(Duty.Builder), Responsible<Auditor>(Duty.Reviewer), Responsible<ProcessLead>(Duty.Documentation), ValueStream<Operations>(Part = "Security")]
[Trigger("An attack is being answered")]
[OutOfScope("Accounts", Covered = typeof(ContainAccounts))]
[Metric(Measure.CycleTime, Baseline = 6, Target = 1, Unit = "hours")]
[Metric(Measure.ErrorRate, Name = "Mails overlooked", Baseline = 5, Target = 0, Unit = "%")]
[Review(Cadence.Yearly, Last = "2026-11-20")]
[OfficeHours(OfficeHours.Always)]
[Fallback("Call the provider of the gateway", SwitchWhen = "The gateway can't be reached")]
[Change("1.0.0", "2026-11-20", "First version")]
public sealed partial class BlockSenders : Sop<Attack>
{
    [HumanStep<MailAdmin>("Block senders and domains, and purge the mails")]
    [Writes<Gateway>(Impact.Employees, Irreversible = true)]
    [Checklist("Copies kept for forensics", "Domains blocked at DNS and proxy", "Mails purged from all mailboxes")]
    [Due(Hours = 1)]
    public partial Task Block(Attack attack);
}

[Sop("Tell whoever must know"), Owner<Lead>, Backup<Legal>]
[Purpose("Everybody hears in time what concerns them", Output = "Users, customers and authorities who know")]
[Responsible<ProcessLead>(Duty.Builder), Responsible<Auditor>(Duty.Reviewer), Responsible<ProcessLead>(Duty.Documentation), ValueStream<Operations>(Part = "Security")]
[Trigger("An attack is being answered")]
[OutOfScope("Questions of the press")]
[Metric(Measure.Outcome, Name = "Until users know", Baseline = 80, Target = 48, Unit = "hours")]
[Metric(Measure.CompletionRate, Name = "Notices within the legal time", Baseline = 90, Target = 100, Unit = "%")]
[Review(Cadence.Yearly, Last = "2026-11-20")]
[OfficeHours(OfficeHours.Always)]
[Fallback("Call everybody", SwitchWhen = "Mail is not safe")]
[Change("1.0.0", "2026-11-20", "First version")]
public sealed partial class TellPeople : Sop<Attack>
{
    [HumanStep<Lead>("Tell users and, if their data is affected, customers")]
    [Template("To users", "A dangerous mail from {attack.Sender} is going around. Open nothing, delete nothing, and tell the service desk.")]
    [Due(Hours = 2)]
    [Next(nameof(Notify), When = nameof(IsHigh)), Next(End.Completed)]
    public partial Task Communicate(Attack attack);

    [HumanStep<Legal>("Decide who must be notified by law, and talk to insurer and police")]
    [Due(Hours = 72), Remind(Hours = 12)]
    public partial Task Notify(Attack attack);

    [Condition("The severity is high, or personal data is at risk")]
    private static bool IsHigh(Attack attack) => attack.Severity == Severity.High || attack.DataAtRisk;
}
