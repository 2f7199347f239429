using SopAsCode;
using TinyTeam.House;

namespace TinyTeam.Onboarding;

/// <summary>From a signature to a customer who works with it, across sales, operations and customer success.</summary>
[Sop("New-customer onboarding")]
[Purpose("Have the customer working with it within two weeks of the kick-off", Output = "A customer who uses it every week")]
[Owner<CustomerSuccessLead>, Backup<SalesLead>]
[Responsible<OperationsLead>(Duty.Builder), Responsible<SalesLead>(Duty.Reviewer), Responsible<CustomerSuccessLead>(Duty.Documentation)]
[ValueStream<SalesAndOnboarding>(Part = "Onboarding")]
[Trigger("A customer signs")]
[Prerequisite("The contract is in the CRM, and the account is paid or has a payment date")]
[OutOfScope("Questions after the first month", Covered = typeof(Support.SupportTriage))]
[Metric(Measure.Outcome, Name = "Customers who use it every week after 30 days", Baseline = 62, Target = 80, Unit = "%")]
[Metric(Measure.Escalations, Name = "Customers we had to run after", Baseline = 5, Target = 2, Unit = "a quarter")]
[Review(Cadence.Monthly, Last = "2026-11-10")]
[Fallback("Work through the onboarding checklist with the customer on the phone, in one sitting",
    SwitchWhen = "The customer asks for it, or has no time for mails")]
[Disclosure("The welcome mail says that AI helped to write the plan, and who read it")]
[Checklist("The customer can say what they will have after three months", "Every promise of sales is done or has a date")]
[TeamMode("An onboarding manager joins: kick-off and check go there, the review stays with customer success")]
[EdgeCase("The contact leaves the company", "Hold a second kick-off with the new one; the plan starts again")]
[EdgeCase("Data can't be imported", "Agree with the customer on the fifty most important products; type those in")]
[Link("Onboarding checklist", "https://files.example.com/onboarding")]
[Change("2.0.0", "2026-11-10", "One kick-off call instead of two, because nobody came to the second", Moves = "SecondCall -> HoldKickOff")]
[Change("1.0.0", "2026-09-14", "First version")]
public sealed partial class CustomerOnboarding(IWelcomeMail mail) : Sop<NewCustomer>
{
    [HumanStep<SalesLead>("Write down goal, promises and worries")]
    [Instructions("Write what you would tell a colleague over coffee. Ten minutes, on the day of the signature.")]
    [Checklist("The goal is the customer's own sentence", "Each promise has a date", "You told the customer who takes over")]
    [Due(Days = 1)]
    public partial Task<SalesHandover> WriteHandover(NewCustomer customer);

    [HumanStep<OperationsLead>("Set up the account and import the products")]
    [Checklist("The plan in the account is the one in the contract", "Ten imported products looked at", "Invitation is not sent yet")]
    [Due(Days = 2)]
    public partial Task<AccountSetup> SetUpAccount(NewCustomer customer, SalesHandover handover);

    [AiStep<ReplyWriter>("Draft welcome mail and 30-day plan", Level = Level.DraftOnly)]
    [Prompt("""
        Write a welcome mail of at most 150 words, and a plan for the first 30 days, one line a week.
        Customer: {customer.Contact} of {customer.Company}, plan {customer.Plan}
        Their goal: {handover.Goal}
        What they worry about (answer it, do not name it): {handover.Worries}
        Imported products: {setup.ImportedProducts}. Open: {setup.OpenPoints}

        What a person last sent back, and why, if anything was: {rejection.Reason}
        """)]
    [Guardrail("Promise nothing that is not in the plan they bought")]
    [Limitation("Fills every week, also when there is little to do", Workaround = "Strike what is there only to fill a line")]
    [Drafts<Mailer>]
    public partial Task<WelcomePack> DraftWelcome(NewCustomer customer, SalesHandover handover, AccountSetup setup, Rejection? rejection);

    [Checkpoint<CustomerSuccessLead>("Review welcome mail and plan")]
    [Checklist("It leads to the customer's goal", "Nothing is promised that sales did not promise", "Names and dates are right")]
    [Due(Hours = 8)]
    [OnReject(nameof(DraftWelcome), AtMost = 2)]
    public partial Task<WelcomePack> ReviewWelcome(NewCustomer customer, SalesHandover handover, WelcomePack pack);

    [AutomatedStep("Send welcome mail and invitation")]
    [Writes<Mailer>(Impact.Customers)]
    [OnFailure(Fallback, Retries = 3)]
    public Task SendWelcome(NewCustomer customer, WelcomePack pack, StepContext step, CancellationToken cancel) =>
        mail.SendAsync(customer.Email, pack, step.IdempotencyKey, cancel);

    [WaitFor("Wait for the first login")]
    [Due(Days = 5), OnTimeout(nameof(CallCustomer))]
    [Next(nameof(HoldKickOff))]
    public partial Task<FirstLogin> WaitForLogin(NewCustomer customer);

    [HumanStep<CustomerSuccessLead>("Call the customer who does not log in")]
    [Instructions("Ask what came in between. Log in together if they have five minutes.")]
    [Checklist("The invitation arrived", "A day for the first login is agreed")]
    [Due(Days = 2)]
    [Next(nameof(WaitForLogin), AtMost = 2, Then = End.Escalated)]
    public partial Task CallCustomer(NewCustomer customer);

    [HumanStep<CustomerSuccessLead>("Hold the kick-off call")]
    [Checklist("The customer did the first real task during the call", "Open points have a date", "The next date is in both calendars")]
    [Due(Days = 5)]
    public partial Task HoldKickOff(NewCustomer customer, SalesHandover handover, AccountSetup setup, WelcomePack pack);

    [WaitFor("Give the customer two weeks"), After(Days = 14)]
    public partial Task LetThemWork();

    [HumanStep<CustomerSuccessLead>("Check how the first two weeks went")]
    [Checklist("Looked at the account before the call", "Goal compared with what is there", "Every promise of sales is done")]
    [Due(Days = 3)]
    [Next(nameof(HoldKickOff), When = nameof(IsStuck), AtMost = 1, Then = End.Escalated)]
    [Next(End.Completed)]
    public partial Task<TwoWeekCheck> CheckProgress(NewCustomer customer, SalesHandover handover);

    [Condition("The customer does not use it every week")]
    private static bool IsStuck(TwoWeekCheck check) => !check.UsesIt;
}
