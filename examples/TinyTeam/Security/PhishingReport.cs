using SopAsCode;
using TinyTeam.House;

namespace TinyTeam.Security;

/// <summary>A suspicious mail: contain and inform at the same time. Its words are in PhishingReport.words.md, because operations edits them.</summary>
[Sop("Phishing report")]
[Purpose("Keep one caught click from becoming a stolen account", Output = "Mails gone, accounts safe, everybody told who must know")]
[Owner<OperationsLead>, Backup<Founder>]
[Responsible<LeadDeveloper>(Duty.Builder), Responsible<Developer>(Duty.Reviewer), Responsible<OperationsLead>(Duty.Documentation)]
[ValueStream<RunningTheShop>(Part = "Security")]
[Trigger("Somebody forwards a suspicious mail to phishing@example.com")]
[Trigger("A customer says that we wrote something odd")]
[Prerequisite("The test laptop, which knows none of our passwords, is charged")]
[OutOfScope("Customers can't buy", Covered = typeof(Incidents.MajorIncident))]
[Metric(Measure.Outcome, Name = "Report until the mail is out of all mailboxes", Baseline = 26, Target = 2, Unit = "hours")]
[Metric(Measure.Outcome, Name = "Accounts taken over", Baseline = 2, Target = 0, Unit = "a year")]
[Review(Cadence.Quarterly, Last = "2026-11-12")]
[Fallback(SwitchWhen = "The mail administration or the sign-in can't be reached")]
[Link("Notice to the authority", "https://authority.example.org/report")]
[Change("1.0.0", "2026-10-15", "First version")]
public sealed partial class PhishingReport : Sop<SuspiciousMail>
{
    [HumanStep<OperationsLead>("Ask what they did with the mail")]
    [Due(Minutes = 30), OnTimeout(nameof(Judge))]
    [Next(nameof(Judge))]
    public partial Task<Damage> Ask(SuspiciousMail mail);

    [HumanStep<Developer>("Judge the mail")]
    [Due(Hours = 1)]
    [Next(nameof(Contain), When = nameof(IsPhishing))]
    [Next(nameof(GiveAllClear))]
    public partial Task<Verdict> Judge(SuspiciousMail mail, Damage? damage);

    [HumanStep<Developer>("Contain it")]
    [Writes<MailAdministration>(Impact.Employees, Irreversible = true), Writes<SignIn>(Impact.Employees)]
    [Due(Hours = 1)]
    [Meanwhile<OperationsLead>("Warn everybody, and ask who else got it")]
    [Meanwhile<Founder>("Decide who outside must be told, and by when", Until = nameof(Learn))]
    public partial Task Contain(SuspiciousMail mail, Verdict verdict, Damage? damage);

    [HumanStep<Developer>("Check what was done with the accounts")]
    [Reads<SignIn>, Reads<MailAdministration>]
    [Due(Hours = 4)]
    [Next(nameof(CallExperts), When = nameof(IsMisused))]
    [Next(nameof(Learn))]
    public partial Task<AccountCheck> CheckAccounts(SuspiciousMail mail, Verdict verdict);

    [HumanStep<OperationsLead>("Learn from it")]
    [Writes<TaskBoard>]
    [Due(Days = 3)]
    [Next(End.Completed)]
    public partial Task Learn(SuspiciousMail mail, Verdict verdict);

    [HumanStep<Founder>("Call the experts and the insurer")]
    [Due(Hours = 2)]
    [Next(End.Escalated)]
    public partial Task CallExperts(SuspiciousMail mail, AccountCheck check);

    [HumanStep<OperationsLead>("Give the all-clear")]
    [Due(Days = 1)]
    [Next(End.Completed)]
    public partial Task GiveAllClear(SuspiciousMail mail, Verdict verdict);

    [Condition("It is phishing")]
    private static bool IsPhishing(Verdict verdict) => verdict.IsPhishing;

    [Condition("Somebody else was in an account")]
    private static bool IsMisused(AccountCheck check) => check.Misused;
}
