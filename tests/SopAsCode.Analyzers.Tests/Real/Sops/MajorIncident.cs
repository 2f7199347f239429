using SopAsCode;

namespace Real.Incident;

[Title("Incident commander")] public class Commander : Role;
public sealed class Deputy : Commander;
public sealed class Scribe : Role;
[Title("Service expert")] public sealed class Expert : Role;
[Title("Customer liaison")] public sealed class Liaison : Role;
public sealed class Leaders : Role;

[Link("Status page", "https://status.example.com"), Touches(Impact.Customers | Impact.PublicPages)] public sealed class StatusPage : Tool;
[Title("Chat"), Link("Incident room", "https://chat.example.com/incident"), Touches(Impact.None)] public sealed class Chat : Tool;

public enum Severity { Sev1, Sev2, Sev3 }

public sealed record Incident([property: Key] string Number, string Summary, Severity Severity);
public sealed record Crew(string Commander, string Deputy, string Scribe);
public sealed record Finding(string LikelyCause, string Repair, bool Known);
public sealed record Outcome(bool Helped);
public sealed record PostMortem(string Link, string OwnerName);

[Sop("Run a major incident"), Owner<Commander>, Backup<Leaders>]
[Purpose("Restore the service as fast and as safely as possible", Output = "A service that works again, and a post-mortem with an owner")]
[Responsible<ProcessLead>(Duty.Builder), Responsible<Auditor>(Duty.Reviewer), Responsible<ProcessLead>(Duty.Documentation), ValueStream<Operations>]
[Trigger("A major incident is declared")]
[Prerequisite("Everybody who takes part is in the call and in the chat")]
[OutOfScope("Security incidents: they have a process of their own")]
[Metric(Measure.Outcome, Name = "Time to recover", Baseline = 90, Target = 60, Unit = "minutes")]
[Metric(Measure.Outcome, Name = "Post-mortems published within a week", Baseline = 60, Target = 90, Unit = "%")]
[Review(Cadence.Quarterly, Last = "2026-11-20")]
[OfficeHours(OfficeHours.Always)]
[Fallback("The commander leads by phone, and the scribe writes on paper", SwitchWhen = "The chat is down")]
[Note("Nobody acts on the system unless the commander says so")]
[EdgeCase("No commander is on the call", "Page one with `!ic page`: main and backup are paged at once")]
[Template("Public message", "We are looking into {incident.Summary}. We will post again within 30 minutes.")]
[Change("1.0.0", "2026-11-20", "First version")]
public sealed partial class RunMajorIncident : Sop<Incident>
{
    [HumanStep<Commander>("Announce that you are in command, and who is deputy and scribe")]
    [Writes<Chat>]
    [Example("What to say", "IC: Bo, deputy: Di, scribe: Wen")]
    [Due(Minutes = 5)]
    [Meanwhile<Deputy>("Update the leaders, and warn the commander if the severity rises", Until = nameof(Close), Every = 30)]
    [Meanwhile<Scribe>("Keep the notes: `!status stalk` reports the state every 30 seconds, TODO marks what comes later", Until = nameof(Close))]
    [Meanwhile<Liaison>("Post public messages; if in doubt, say it", Until = nameof(Close), Every = 30)]
    public partial Task<Crew> Announce(Incident incident);

    [HumanStep<Expert>("Investigate, and propose a repair to the commander")]
    [Reads<Chat>]
    [Due(By = nameof(NextRound))]
    public partial Task<Finding> Investigate(Incident incident);

    [HumanStep<Commander>("Decide on a repair, and hand it to an expert")]
    [Instructions("""
        Typical ones:

        | Seen | Repair |
        |---|---|
        | Bad deployment | roll it back |
        | Application stuck | rolling restart |
        | Flood of events | check the throttling, adjust by hand |
        | Data centre down | check that automation took it out, force it if not |
        """)]
    [Due(By = nameof(NextRound))]
    [Next(nameof(Investigate), When = nameof(CauseUnknown), AtMost = 5, Then = nameof(Repair))]
    [Next(nameof(Repair))]
    public partial Task Decide(Incident incident, Finding finding);

    [HumanStep<Expert>("Repair it")]
    [Due(Minutes = 30)]
    public partial Task Repair(Incident incident, Finding finding);

    [HumanStep<Commander>("Check whether the service recovers")]
    [Due(Minutes = 15)]
    [Next(nameof(Investigate), When = nameof(NotRecovered)), Next(nameof(Close))]
    public partial Task<Outcome> CheckRecovered(Incident incident);

    [HumanStep<Commander>("Say that the incident is over")]
    [Checklist("Rest of the talk moved to the chat", "Clean-up work noted")]
    [Writes<Chat>, Due(Minutes = 30)]
    public partial Task Close(Incident incident, Crew crew);

    [HumanStep<Commander>("Create the post-mortem, and give it an owner")]
    [Due(By = nameof(FiveWorkingDays)), Remind(Days = 1)]
    public partial Task<PostMortem> StartPostMortem(Incident incident);

    [HumanStep<Commander>("Send the internal mail with the link")]
    [Template("Internal mail", "The post-mortem of {incident.Number} is at {postMortem.Link}, and {postMortem.OwnerName} owns it.")]
    [Informed<Leaders>, Due(Days = 1)]
    public partial Task SendMail(Incident incident, PostMortem postMortem);

    [Time("10 minutes at the highest severity, else 30")]
    private static TimeSpan NextRound(Incident incident) => TimeSpan.FromMinutes(incident.Severity == Severity.Sev1 ? 10 : 30);

    [Time("five working days later")]
    private static DateTimeOffset FiveWorkingDays(Began began) =>
        began.At.AddDays(began.At.DayOfWeek switch { DayOfWeek.Saturday => 6, DayOfWeek.Sunday => 5, _ => 7 });

    [Condition("The cause is not known")] private static bool CauseUnknown(Finding finding) => !finding.Known;
    [Condition("It does not recover")] private static bool NotRecovered(Outcome outcome) => !outcome.Helped;
}
