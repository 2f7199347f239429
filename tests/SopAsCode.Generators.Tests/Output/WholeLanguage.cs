using Microsoft.CodeAnalysis.CSharp;

namespace SopAsCode.Generators.Tests.Output;

/// <summary>An SOP that says everything the language can say, with what stands around it.</summary>
internal static class WholeLanguage
{
    public const string Source =
        """
        using System.ComponentModel;

        [assembly: Grant<Team.Refunds, Team.Bank>(Impact.Money, By = typeof(Founder), On = "2026-09-10", Until = "2027-09-10", Because = "Only after sign-off")]

        namespace Team;

        [Title("Bank"), Description("Where the money is"), Link("Login", "https://bank.example.com")]
        [Touches(Impact.Money), Holds(DataClass.Confidential), Feeds<Ledger>("Bookings", Via = "nightly export")]
        public sealed class Bank : Tool;

        [Title("Assessor"), Description("Weighs reasons"), Model("gpt-5-2026-08-07"), Provider("OpenAI"), Link("Its tests", "https://assess.example.com")]
        public sealed class Assessor : Agent;

        public class Payer : Role;
        [Title("Head of payments")] public sealed class HeadOfPayments : Payer;

        [Data(DataClass.Confidential)]
        public sealed record Claim([property: Key] string Number, long Cents, string Currency, [property: Data(DataClass.Personal)] string Name);
        public sealed record Opinion(string Reason, Verdict Verdict, IReadOnlyList<string> Doubts);
        public sealed record Decision(bool Pay);
        public sealed record Letter(string Text);
        public sealed record Payment(string Reference);
        public sealed record Thanks(string Text);
        public sealed record Sorted(string Shelf);

        [Allow<Assessor>(UpTo = DataClass.Confidential), Allow<Writer>(UpTo = DataClass.Personal)]
        [AllowTool<Bank>(Access.Write), AllowTool<Helpdesk>(Access.Read)]
        [Cap(Impact.Money, Level.PrepareForApproval)]
        [Holder<Founder>("ana@example.com"), Holder<Finance>("fin@example.com")]
        [RequireMetric(Measure.ErrorRate), RequireReview(Cadence.Quarterly), RequireApprover<Founder>(Impact.Money)]
        [MaxApprovalShare(60), MinimumTrial(28), TitlePattern("[A-Z].*"), MaxSteps(12), WaiverLimit(90), AllowWaiver("SOP0305")]
        [OnePersonTeam, OfficeHours("MON-FRI 09:00-17:00", Zone = "Europe/Berlin")]
        [Disclosure(DisclosureMode.NotNeeded, Because = "No customer reads what the AI writes")]
        public sealed class HousePolicy : Policy;

        [Sop("Refund a customer", Id = "refund")]
        [Purpose("Give money back where it is due", Output = "A paid or refused claim")]
        [Owner<Finance>, Backup<Founder>]
        [Responsible<Support>(Duty.Builder), Responsible<Finance>(Duty.Reviewer), Responsible<Support>(Duty.Documentation), Responsible<Support>(Duty.Operator)]
        [Consulted<Support>, Informed<SeniorSupport>, Due(Days = 5, Hours = 1, Minutes = 1), Remind(Days = 1, Hours = 2, Minutes = 3)]
        [OfficeHours("MON-SAT 08:00-20:00", Zone = "Europe/Vienna")]
        [ValueStream<CustomerSuccess>(Part = "Returns")]
        [Trigger("A claim comes in"), Trigger("Each morning", Cron = "0 7 * * *", Each = nameof(Refunds.Unpaid), Start = nameof(Refunds.PayByHand))]
        [OutOfScope("Chargebacks", Covered = typeof(Chargebacks)), Prerequisite("Access to the bank")]
        [Metric(Measure.ErrorRate, Name = "Wrong refunds", Baseline = 2.5, Target = 0.5, Unit = "%"), Metric(Measure.CycleTime, Name = "First word", Baseline = 9, Target = 8, Unit = "days", Until = nameof(Refunds.Decide))]
        [Review(Cadence.Weekly, Last = "2026-11-02")]
        [Pilot("2026-10-01", "2026-12-01")]
        [Fallback("Decide and pay by hand", SwitchWhen = "The bank is down")]
        [Assessment(Repeatability = 4, Risk = 5, DataReadiness = 3, Judgement = 2, MinutesSaved = 15)]
        [Checklist("The customer got an answer", Title = "For the customer"), Checklist("The books agree", Title = "For us")]
        [Section("Materials", "- the **card reader**\n- the returns folder"), Template("It takes longer", "Dear {claim.Name}, we still look into {claim.Number}.")]
        [TeamMode("Finance decides in pairs"), EdgeCase("Gift cards", "Refund to the card"), Note("Ask before you pay twice")]
        [Example("A letter", "Dear Ms Roe"), Example("The form", File = "images/form.png"), Link("Form", "https://forms.example.com")]
        [Waive("SOP0305", Because = "Two people only", By = typeof(Founder), Until = "2027-01-31")]
        [Change("1.1.0", "2026-11-02", "The founder decides", Moves = "AskFinance -> Decide, Weigh -> Assess")]
        [Change("1.0.0", "2026-09-14", "First version")]
        public sealed partial class Refunds(IHelpdesk helpdesk, IFormatProvider? format) : Sop<Claim>
        {
            [AiStep<Assessor>("Assess the claim", Level = Level.PrepareForApproval)]
            [Instructions("You are careful with money.")]
            [Prompt(File = "prompts/assess.md", Version = "2")]
            [Guardrail("Never promise a refund"), Guardrail("Doubt in favour of the customer")]
            [Limitation("Does not know the law", Workaround = "Ask finance")]
            [Reads<Helpdesk>, Drafts<Helpdesk>]
            [OnFailure(Fallback, Retries = 2)]
            [EdgeCase("No receipt", "Say so"), Note("Looks at one claim at a time"), TeamMode("One assessor each")]
            public partial Task<Opinion> Assess(Claim claim);

            [Checkpoint<Founder>("Decide, and correct the letter", Approvals = 2, NotBy = nameof(PayByHand))]
            [Checklist("Amount is right", "Name is right"), Checklist("Letter is kind", Title = "Letter")]
            [Template("Refused", "Dear {claim.Name}, we can't pay {claim.Cents} cents.")]
            [Meanwhile<Support>("Tell the customer where we are", Until = nameof(Confirmed), Every = 90)]
            [Due(Days = 1, Hours = 2, Minutes = 30), Remind(Hours = 4), OnTimeout(Fallback)]
            [Consulted<Support>, Informed<Finance>]
            [OnReject(End.Rejected)]
            [Next(nameof(Pay), When = nameof(IsGranted)), Next(nameof(TellSupport))]
            public partial Task<(Decision, Letter)> Decide(Claim claim, [Context] Opinion opinion);

            [AutomatedStep("Pay")]
            [Writes<Bank>(Impact.Money, Irreversible = true)]
            [OnFailure(nameof(PayByHand), Retries = 1)]
            public async Task<Payment> Pay(Claim claim, Decision decision, Letter letter, StepContext step, CancellationToken cancel)
            {
                await helpdesk.SendAsync(letter.Text, cancel);
                return new(string.Format(format, "{0}/{1}", claim.Number, step.IdempotencyKey));
            }

            [WaitFor("The bank confirms")]
            [Due(Days = 3), OnTimeout(nameof(PayByHand))]
            public partial Task<Thanks> Confirmed(Payment payment);

            [AiStep<Assessor>("Sort the claim in the other tool", Level = Level.DraftOnly, Outside = true)]
            [Due(Hours = 3), Drafts<Helpdesk>]
            public partial Task<Sorted> SortOutside(Claim claim);

            [WaitFor("The complaint period"), After(Days = 14, Hours = 1, Minutes = 1)]
            public partial Task CoolDown();

            [WaitFor("The end of the month"), After(Until = nameof(MonthEnd))]
            public partial Task Month();

            [AutomatedStep("Book it")]
            [Due(By = nameof(BookBy))]
            public partial Task Book(Payment payment);

            [Handoff<TellCustomer>("Tell support", Wait = true, Result = typeof(Reply)), Handoff<AskAuditor>(Wait = true)]
            [OnFailure(Fallback)]
            [Next(End.Completed)]
            public partial Task TellSupport(Claim claim);

            [Handoff<Chargebacks>]
            [Next(End.Completed)]
            public Task<IReadOnlyList<Payment>> PassOn(Claim claim) => Task.FromResult<IReadOnlyList<Payment>>([new(claim.Number)]);

            [HumanStep<Payer>("Pay by hand")]
            [Writes<Bank>(Impact.Money)]
            [Link("Bank", "https://bank.example.com"), Example("A transfer", File = "images/transfer.png")]
            [Next(End.Escalated)]
            public partial Task<Payment> PayByHand(Claim claim, Decision? decision);

            public Task<IReadOnlyList<Claim>> Unpaid(CancellationToken cancel) => Task.FromResult<IReadOnlyList<Claim>>([]);

            [Time("by the amount")]
            private static TimeSpan BookBy(Claim claim) => TimeSpan.FromHours(claim.Cents > 10000 ? 1 : 8);

            [Time("the end of the month")]
            private static DateTimeOffset MonthEnd(Began began) => new DateTimeOffset(began.At.Year, began.At.Month, 1, 0, 0, 0, TimeSpan.Zero).AddMonths(1);

            [Condition("The decision is to pay")]
            private static bool IsGranted(Decision decision) => decision.Pay;
        }

        [Sop("Tell the customer"), Owner<Support>]
        public sealed partial class TellCustomer : Sop<Claim>
        {
            [HumanStep<Support>] public partial Task<Reply> Write(Claim claim);
        }

        [Sop("Ask the auditor"), Owner<Finance>]
        public sealed partial class AskAuditor : Sop<Claim>
        {
            [HumanStep<Finance>] public partial Task Ask(Claim claim);
        }

        [Sop("Chargebacks"), ApprovedInput, Owner<Finance>, Due(By = nameof(Chargebacks.AnswerBy))]
        public sealed partial class Chargebacks : Sop<Payment>
        {
            [HumanStep<Finance>] public partial Task Look(Payment payment);

            [Time("before the bank decides")]
            private static DateTimeOffset AnswerBy(Began began) => began.At.AddDays(20);
        }

        [Sop("Weekly summary"), Owner<Founder>]
        [Trigger("Monday morning", Cron = "0 8 * * MON")]
        public sealed partial class WeeklySummary : Sop<Tick>
        {
            [HumanStep<Founder>] public partial Task Look(Tick tick);
        }

        [Sop("Sort receipts", Stage = Stage.Idea), Owner<Finance>]
        [Assessment(Repeatability = 5, Risk = 1, DataReadiness = 4, Judgement = 1, MinutesSaved = 30)]
        [Note("Every Friday, an hour of typing")]
        public sealed partial class SortReceipts : Sop;

        [Sop("Fax orders", Stage = Stage.Retired), Owner<Support>]
        public sealed partial class FaxOrders : Sop
        {
            [HumanStep<Support>] public partial Task Type();
        }
        """;

    /// <summary>The project, with its prompt in a file.</summary>
    public static TestHarness.SopProject Project => (TestHarness.SopProject.Of(Source) with { Name = "Shop" }).WithAdditionalFile(
        "prompts/assess.md", "Assess claim {claim.Number} over {claim.Cents} cents ({claim.Currency}) for {claim.Name}.\n");

    /// <summary>The project after an edit of its sources.</summary>
    public static TestHarness.SopProject After(CSharpSyntaxRewriter edit) => Project with
    {
        Sources = [.. Project.Sources.Select(source => source with { Text = edit.Visit(CSharpSyntaxTree.ParseText(source.Text).GetRoot()).ToFullString() })],
    };
}
