using SopAsCode;
using TinyTeam.House;

namespace TinyTeam.Releases;

/// <summary>From a tagged version to customers: when it is tagged, and each morning for what was left lying.</summary>
[Sop("Release of the shop")]
[Purpose("Bring a change to customers on the day it is done, and back within minutes if it hurts", Output = "A version that runs, with its note")]
[Owner<LeadDeveloper>, Backup<OperationsLead>]
[Responsible<Developer>(Duty.Builder), Responsible<LeadDeveloper>(Duty.Reviewer), Responsible<Developer>(Duty.Documentation)]
[ValueStream<RunningTheShop>(Part = "Releases")]
[Trigger("A developer tags a version")]
[Trigger("A version lies on staging, and nobody has tried it", Cron = "30 9 * * MON-FRI", Each = nameof(ShopRelease.VersionsOnStaging), Start = nameof(ShopRelease.TryOut))]
[Prerequisite("All checks of the version are green")]
[OutOfScope("The shop is down", Covered = typeof(Incidents.MajorIncident))]
[Metric(Measure.Outcome, Name = "Tagged until live", Baseline = 6, Target = 1, Unit = "days")]
[Metric(Measure.ErrorRate, Name = "Releases that were rolled back", Baseline = 12, Target = 4, Unit = "%")]
[Review(Cadence.Quarterly, Last = "2026-11-13")]
[Fallback("Roll out with `shopctl release`, with a second developer looking on", SwitchWhen = "The pipeline fails twice for reasons of its own")]
[EdgeCase("An incident is open", "Wait. Nobody can tell apart what comes from the release and what was there before.")]
[EdgeCase("It is Friday after noon", "Only a repair goes live. Everything else waits for Monday.")]
[EdgeCase("The version changes the database", "The old version must work with the new tables: try the step back on staging first.")]
[Link("Versions", "https://pipeline.example.com/versions")]
[Change("1.0.0", "2026-10-19", "First version")]
public sealed partial class ShopRelease(IPipeline pipeline) : Sop<Candidate>
{
    [AutomatedStep("Put it on staging")]
    [Writes<Staging>(Impact.None)]
    [OnFailure(Fallback, Retries = 2)]
    public Task Stage(Candidate candidate, CancellationToken cancel) => pipeline.StageAsync(candidate.Version, cancel);

    [HumanStep<SeniorSupport>("Try it as a customer would")]
    [Instructions("Ten minutes on staging, with the list of changes beside you. Write down what surprised you, also when it is no mistake.")]
    [Checklist("Search, cart, payment with the test card, confirmation by mail", Title = "Always")]
    [Checklist("Each line of the changes was tried", "On a phone too", Title = "This version")]
    [Reads<Staging>]
    [Due(Hours = 4)]
    [Next(nameof(Decide), When = nameof(IsGood))]
    [Next(End.Rejected)]
    public partial Task<Trial> TryOut(Candidate candidate);

    [Checkpoint<LeadDeveloper>("Say go or no go")]
    [Checklist("No incident is open", "Somebody is there for the next hour", "The step back was tried, if the database changes", "Support knows what changes for customers")]
    [Due(Hours = 4)]
    [OnReject(End.Rejected)]
    public partial Task Decide(Candidate candidate, [Context] Trial trial);

    [AutomatedStep("Put it live")]
    [Writes<Hosting>(Impact.Customers)]
    [OnFailure(nameof(RollBack))]
    public Task Release(Candidate candidate, StepContext step, CancellationToken cancel) =>
        pipeline.ReleaseAsync(candidate.Version, step.IdempotencyKey, cancel);

    [HumanStep<Developer>("Watch it for half an hour")]
    [Checklist("Errors are not above those of yesterday", "Orders per minute look like this hour of last week", "You bought the test product")]
    [Meanwhile<CustomerSuccessLead>("Look out for tickets about it")]
    [Reads<Hosting>, Reads<Shop>]
    [Due(Hours = 1), OnTimeout(nameof(RollBack))]
    [Next(nameof(Announce), When = nameof(IsHealthy))]
    [Next(nameof(RollBack))]
    public partial Task<Health> Watch(Candidate candidate);

    [HumanStep<ContentLead>("Tell customers what is new")]
    [Instructions("Only what they notice, in their words. Nothing to notice: no post, and you are done.")]
    [Template("Release note", """
        New in the shop since today: … (what you can do now, what looks different, where to find it)
        Something looks odd? Answer to this message, and name version {candidate.Version}.
        """)]
    [Writes<Website>(Impact.PublicPages)]
    [Due(Days = 2)]
    [Next(End.Completed)]
    public partial Task Announce(Candidate candidate);

    [HumanStep<Developer>("Roll it back")]
    [Instructions("""
        ```
        shopctl rollback --to previous
        shopctl status
        ```

        If the version changed the database, look at its note on the step back first.
        If customers still can't buy ten minutes later, declare a major incident.
        """)]
    [Writes<Hosting>(Impact.Customers)]
    [Checklist("The version before runs on all machines", "The version is marked as bad", "The lead developer knows")]
    [Due(Minutes = 30)]
    [Next(End.Escalated)]
    public partial Task RollBack(Candidate candidate);

    /// <summary>What the morning's look starts runs for.</summary>
    /// <param name="cancel">Ends the call early.</param>
    /// <returns>The versions that wait.</returns>
    public Task<IReadOnlyList<Candidate>> VersionsOnStaging(CancellationToken cancel) => pipeline.WaitingAsync(cancel);

    [Condition("It is good")]
    private static bool IsGood(Trial trial) => trial.IsGood;

    [Condition("The shop is healthy")]
    private static bool IsHealthy(Health health) => health.IsHealthy;
}
