using SopAsCode;
using TinyTeam.House;

namespace TinyTeam.Incidents;

/// <summary>From "the shop is down" to a post-mortem: one person leads, two work alongside, the developers repair.</summary>
[Sop("Major incident")]
[Purpose("Let customers buy again as soon as it is safe", Output = "A shop that works, and a post-mortem with agreed actions")]
[Owner<IncidentCommander>, Backup<Founder>]
[Responsible<LeadDeveloper>(Duty.Builder), Responsible<Founder>(Duty.Reviewer), Responsible<OperationsLead>(Duty.Documentation)]
[ValueStream<RunningTheShop>(Part = "Incidents")]
[Trigger("Somebody declares an incident: anybody may, and nobody is blamed for one too many")]
[Prerequisite("Your phone is loud while you are on call")]
[OutOfScope("A suspicious mail", Covered = typeof(Security.PhishingReport))]
[OutOfScope("The disk of the database fills up, and the shop still works", Covered = typeof(DatabaseDiskFillsUp))]
[Metric(Measure.Outcome, Name = "Declared until customers can buy again", Baseline = 95, Target = 45, Unit = "minutes")]
[Metric(Measure.CompletionRate, Name = "Post-mortems within five working days", Baseline = 50, Target = 95, Unit = "%")]
[Review(Cadence.Quarterly, Last = "2026-11-09")]
[OfficeHours(OfficeHours.Always)]
[Section("How bad is it?", """
    | Severity | Means                                                    | Find a repair within |
    | -------- | -------------------------------------------------------- | -------------------- |
    | 1        | Nobody can buy, or data of customers is open to others   | 15 minutes           |
    | 2        | Some can't buy, or something important is broken for all | 30 minutes           |
    | 3        | A nuisance, with a way around it                         | 2 hours              |

    Between two levels, take the worse one. You can lower it later.
    """)]
[Section("On the call", """
    - **One person leads.** The commander decides, gives each task to one person by name, and touches no system.
    - **Nobody repairs anything unasked.** Say what you see, propose, and wait for the word.
    - **Ask for objections, not for agreement.** "Any strong objections?" has an answer within ten seconds.
    - **Hand over before you are tired**, after three hours at the latest: say it aloud, and let the scribe write it down.
    """)]
[Template("First message to customers", """
    We are looking into a problem: {incident.What}.
    Orders that are already placed are safe. We will write here again within 30 minutes.
    """)]
[Template("It is over", """
    The shop works again. What was wrong: {incident.What}. We are sorry for the trouble.
    If something still looks odd to you, please answer to this message.
    """)]
[Fallback("Call each other by phone, from the list beside the door, and follow this page on paper", SwitchWhen = "The chat or this program is down too")]
[EdgeCase("You are alone", "You are the commander. Call a developer before you try anything yourself.")]
[EdgeCase("Data of customers may be open", "Severity 1. Call the founder now, also at night: a notice to the authority is due within 72 hours.")]
[EdgeCase("Two incidents at once", "Two commanders, two calls. If it turns out to be one, the younger one is closed.")]
[Link("The call", "https://meet.example.com/incident")]
[Link("Status page", "https://status.example.com/edit")]
[Change("1.1.0", "2026-11-09", "The liaison writes every 30 minutes, also when there is nothing new")]
[Change("1.0.0", "2026-10-05", "First version")]
public sealed partial class MajorIncident : Sop<Incident>
{
    [HumanStep<IncidentCommander>("Take command and set the severity")]
    [Instructions("""
        Say it in the call and in `#incident`, in these words:

        > I am in command. Dia writes, Ben talks to customers, Ivy looks for the cause.

        Then set the severity. It takes a minute; you can change it later.
        """)]
    [Writes<TeamChat>]
    [Due(Minutes = 10)]
    [Meanwhile<Scribe>("Keep the log: who did what, when, and what we saw", Until = nameof(StandDown))]
    [Meanwhile<CustomerLiaison>("Tell customers where we stand", Until = nameof(StandDown), Every = 30)]
    [Informed<Founder>]
    public partial Task<Assessment> TakeCommand(Incident incident);

    [HumanStep<Developer>("Find the cause and propose a repair")]
    [Instructions("""
        Begin with what changed last; most incidents follow a change.

        1. Was there a release in the last two hours? Propose to roll it back, before you know why.
        2. Do the graphs of the shop, the database or the payment service bend at the same minute?
        3. Does the payment service or the carrier report a problem of their own?

        Say what you see as you see it. A half-sure cause with a safe repair is enough.
        """)]
    [Reads<Hosting>, Reads<Analytics>]
    [Due(By = nameof(RepairFoundBy)), OnTimeout(nameof(CallForHelp))]
    [Next(nameof(Decide))]
    public partial Task<Diagnosis> FindCause(Incident incident, Assessment assessment);

    [HumanStep<IncidentCommander>("Call more people in, and look at the severity again")]
    [Checklist("Somebody new was called by phone, not by chat", "The severity still fits", "The liaison knows if it changed")]
    [Due(Minutes = 10)]
    [Next(nameof(FindCause))]
    public partial Task<Assessment> CallForHelp(Incident incident, Assessment assessment);

    [HumanStep<IncidentCommander>("Decide on the repair")]
    [Instructions("Repeat the proposal and its risk. Ask: \"Any strong objections?\" Wait ten seconds, then name one person who does it.")]
    [Due(Minutes = 10)]
    [Next(nameof(FindCause), When = nameof(LooksFurther))]
    [Next(nameof(Repair))]
    public partial Task<Decision> Decide(Incident incident, Diagnosis diagnosis);

    [HumanStep<Developer>("Carry out the repair")]
    [Instructions("""
        Do what was decided and nothing else. Say when you begin and when you are done.

        | Repair                                        | How                              |
        | --------------------------------------------- | -------------------------------- |
        | Roll the last release back                    | `shopctl rollback --to previous` |
        | Restart the shop, one machine after the other | `shopctl restart --rolling`      |
        | Close the shop for a moment                   | `shopctl maintenance on`         |
        """)]
    [Writes<Hosting>(Impact.Customers)]
    [Due(Minutes = 30), OnTimeout(nameof(CallForHelp))]
    public partial Task Repair(Incident incident, Decision decision);

    [HumanStep<IncidentCommander>("Check whether customers can buy again")]
    [Checklist("Somebody bought the test product", "Orders per minute look like this hour of last week, for ten minutes", "No new tickets about it")]
    [Reads<Shop>, Reads<Helpdesk>]
    [Due(Minutes = 30)]
    [Next(nameof(FindCause), When = nameof(IsStillDown))]
    [Next(nameof(StandDown))]
    public partial Task<Recovery> CheckRecovery(Incident incident);

    [HumanStep<IncidentCommander>("Stand down")]
    [Checklist("The last message to customers is out", "One developer writes the post-mortem, and knows it", "Who worked at night comes later tomorrow")]
    [Writes<TeamChat>]
    [Due(Minutes = 30)]
    public partial Task StandDown(Incident incident, Recovery recovery);

    [HumanStep<Developer>("Write the post-mortem")]
    [Instructions("""
        Use the log of the scribe. Write about what made the mistake easy, never about who made it.

        1. What customers noticed, from when to when
        2. What happened, minute by minute
        3. Why it could happen, and why we did not see it earlier
        4. What went well
        5. What we change, as a list: at most five items
        """)]
    [Due(By = nameof(FiveWorkingDays)), Remind(Days = 1)]
    [Writes<SharedFolder>]
    public partial Task<PostMortem> WritePostMortem(Incident incident, Diagnosis diagnosis, Decision decision);

    [HumanStep<IncidentCommander>("Agree on what we change")]
    [Checklist("Everybody from the call has read it", "Each item has one name and one date", "The founder agrees with what costs money")]
    [Consulted<Founder>, Informed<CustomerSuccessLead>]
    [Writes<TaskBoard>]
    [Due(Days = 7)]
    public partial Task AgreeOnChanges(PostMortem postMortem);

    [Time("15 minutes at severity 1, 30 minutes at severity 2, else 2 hours")]
    private static TimeSpan RepairFoundBy(Assessment assessment) =>
        TimeSpan.FromMinutes(assessment.Severity switch { Severity.Sev1 => 15, Severity.Sev2 => 30, _ => 120 });

    // Day and night count in this SOP, so the weekend between is counted here.
    [Time("five working days later")]
    private static DateTimeOffset FiveWorkingDays(Began began) =>
        began.At.AddDays(began.At.DayOfWeek switch { DayOfWeek.Saturday => 6, DayOfWeek.Sunday => 5, _ => 7 });

    [Condition("No repair was chosen")]
    private static bool LooksFurther(Decision decision) => decision.Repair.Length == 0;

    [Condition("Customers still can't buy")]
    private static bool IsStillDown(Recovery recovery) => !recovery.IsBack;
}
