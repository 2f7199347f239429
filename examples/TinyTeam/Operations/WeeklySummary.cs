using SopAsCode;
using TinyTeam.House;

namespace TinyTeam.Operations;

/// <summary>Monday morning: what the last week says, and what to do about it.</summary>
[Sop("Weekly operations summary")]
[Purpose("See on Monday what needs doing this week", Output = "A post of five lines, and the agreed actions on the board")]
[Owner<OperationsLead>, Backup<Founder>]
[Responsible<OperationsLead>(Duty.Builder), Responsible<Founder>(Duty.Reviewer), Responsible<OperationsLead>(Duty.Documentation)]
[ValueStream<ServiceDelivery>(Part = "Steering")]
[Trigger("Monday at 08:00", Cron = "0 8 * * MON")]
[Prerequisite("Reading access to shop, analytics and helpdesk; no other access")]
[OutOfScope("A single product that runs out", Covered = typeof(InventoryExceptions))]
[OutOfScope("Monthly accounts and taxes")]
[Metric(Measure.TimeSaved, Baseline = 0, Target = 75, Unit = "minutes")]
[Metric(Measure.ErrorRate, Name = "Insights that were wrong", Baseline = 15, Target = 3, Unit = "%")]
[Metric(Measure.Outcome, Name = "Agreed actions done by Friday", Baseline = 40, Target = 75, Unit = "%")]
[Review(Cadence.Weekly, Last = "2026-11-16")]
[Pilot("2026-10-26", "2026-11-30")]
[Fallback("Open the three reports, copy last week's table, and write five lines",
    SwitchWhen = "A number in the post differs from the report it names")]
[Disclosure(DisclosureMode.NotNeeded, Because = "Only the team reads the post")]
[EdgeCase("A holiday week", "Say so in the first line; compare with the same week of last year")]
[EdgeCase("A report is missing at 08:00", "The step tries again three times; then the owner writes the post by hand")]
[Link("Table of the weeks before", "https://files.example.com/weekly")]
[Change("0.3.0", "2026-11-16", "Posts by itself after three Mondays without a correction")]
[Change("0.2.0", "2026-11-02", "Actions that cost money go to the founder")]
[Change("0.1.0", "2026-10-26", "Pilot: reads only, the owner posts")]
public sealed partial class WeeklySummary(IOperationsDesk desk) : Sop<Tick>
{
    [AutomatedStep("Fetch the numbers of the week")]
    [Reads<Shop>, Reads<Analytics>, Reads<Helpdesk>]
    [OnFailure(Fallback, Retries = 3)]
    public Task<WeekNumbers> FetchNumbers(Tick tick, CancellationToken cancel) => desk.WeekAsync(tick.Due, cancel);

    [AiStep<OperationsAnalyst>("Say what changed, and propose actions")]
    [Prompt(File = "prompts/weekly-summary.md")]
    [Guardrail("No number that is not in the data")]
    [Guardrail("No names of customers")]
    [Limitation("Sees causes where there is only chance", Workaround = "Below twenty cases, say 'few cases' and no cause")]
    [Example("An insight", "Refunds went from 6 to 14. Nine of them name the lid of the large jar.")]
    public partial Task<WeekSummary> SummariseWeek(WeekNumbers numbers);

    [AutomatedStep("Post the insights to the team")]
    [Writes<TeamChat>]
    [Limit("Five lines of numbers and themes, in the channel that only the team reads", PerDay = 1,
        Since = "2026-11-16", Evidence = "Three Mondays read by the owner before posting, no correction")]
    [SpotCheck<OperationsLead>(OneIn = 4)]
    [OnFailure(Fallback, Retries = 3)]
    [Next(nameof(AgreeActions), When = nameof(HasActions))]
    [Next(End.Completed)]
    public Task PostInsights(WeekSummary summary, StepContext step, CancellationToken cancel) =>
        desk.PostAsync(string.Join('\n', summary.Insights), step.IdempotencyKey, cancel);

    [Checkpoint<OperationsLead>("Agree on actions for this week")]
    [Instructions("Take over what you agree with; strike the rest. Reject if nothing is worth doing.")]
    [Checklist("The number behind each action is in the report", "It can be done by Friday", "Somebody has time for it")]
    [Due(Days = 1)]
    [OnReject(End.Completed)]
    [Next(nameof(AgreeSpending), When = nameof(CostsMoney))]
    [Next(nameof(PutOnBoard))]
    public partial Task<AgreedActions> AgreeActions(WeekNumbers numbers, WeekSummary summary, Rejection? founderSaid);

    [Checkpoint<Founder>("Agree on actions that cost money")]
    [Checklist("What it costs is said", "What it should bring is said", "It can be stopped")]
    [Due(Days = 2)]
    [OnReject(nameof(AgreeActions), AtMost = 1)]
    [Next(nameof(PutOnBoard))]
    public partial Task AgreeSpending(AgreedActions actions);

    [AutomatedStep("Put the agreed actions on the board")]
    [Writes<TaskBoard>]
    [OnFailure(Fallback, Retries = 3)]
    [Note("Nothing else happens by itself: whoever takes a card does the work, under the SOP of that work")]
    public Task PutOnBoard(AgreedActions actions, StepContext step, CancellationToken cancel) =>
        desk.PutOnBoardAsync(actions.Actions, step.IdempotencyKey, cancel);

    [Condition("The summary proposes actions")]
    private static bool HasActions(WeekSummary summary) => summary.Actions.Count > 0;

    [Condition("An agreed action costs money")]
    private static bool CostsMoney(AgreedActions actions) => actions.Actions.Any(action => action.Touches == ActionKind.Money);
}
