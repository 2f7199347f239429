using SopAsCode;

namespace Real.Refunds;

[Title("Support agent")] public class SupportAgent : Role;
[Title("Administrator")] public class Admin : SupportAgent;
[Title("Head of support")] public sealed class Head : Admin;

[Title("Orders"), Link("Orders", "https://shop.example.com/admin/orders"), Touches(Impact.Money), Holds(DataClass.Personal)] public sealed class Orders : Tool;
[Title("Payment provider"), Link("Disputes", "https://shop.example.com/admin/disputes"), Touches(Impact.Money)] public sealed class Payments : Tool;

public enum Reason { ChangeOfMind, ServiceDown, ChargedTwice, Fraud, Other }

public sealed record RefundRequest([property: Key] string Ticket, string OrderId, Reason Reason);
public sealed record Identity(bool Confirmed);
public sealed record Facts(int DaysSinceDelivery, long PaidCents, long MonthlyCents, int DaysDown, string Currency);
public sealed record Amount(long Cents, string Currency, bool EndsSubscription);

public interface IPayments
{
    Task RefundAsync(string order, long cents, string key, CancellationToken cancel);
}

[Sop("Refund a customer"), Owner<Head>, Backup<Admin>]
[Purpose("Give money back where the policy says so, and only there", Output = "A refund, or an explanation with an alternative")]
[Responsible<ProcessLead>(Duty.Builder), Responsible<Auditor>(Duty.Reviewer), Responsible<ProcessLead>(Duty.Documentation), ValueStream<Service>]
[Trigger("A customer asks for it")]
[Trigger("A dispute is opened at the payment provider, which knows who paid", Start = nameof(RefundCustomer.LookUp))]
[OutOfScope("Exchange of a product")]
[Metric(Measure.Outcome, Name = "Request until the first answer", Baseline = 48, Target = 24, Unit = "hours")]
[Metric(Measure.Outcome, Name = "Disputes", Baseline = 1, Target = 0.5, Unit = "% of orders")]
[Review(Cadence.Quarterly, Last = "2026-11-20")]
[Fallback("Refund it in the provider's dashboard, and write it into the order", SwitchWhen = "The provider's interface is down")]
[EdgeCase("It arrived damaged", "Ask for photos; the administrator decides each case")]
[EdgeCase("They asked for refunds before", "Look for a pattern, and decline if it is one")]
[Section("What the policy says", """
    | Case | Refund |
    |---|---|
    | Charged twice | full |
    | Service down | part, by days |
    | Change of mind within 7 days of delivery | full |
    | Change of mind after that | none |
    """)]
[Change("1.0.0", "2026-11-20", "First version")]
public sealed partial class RefundCustomer(IPayments payments) : Sop<RefundRequest>
{
    [HumanStep<SupportAgent>("Verify the identity")]
    [Checklist("Mail address is that of the account", "The order exists", "The account is theirs")]
    [Note("Never talk about an account with somebody else")]
    [Reads<Orders>, Due(Hours = 4)]
    [Next(nameof(LookUp), When = nameof(IsThem)), Next(nameof(Explain))]
    public partial Task<Identity> Verify(RefundRequest request);

    [HumanStep<SupportAgent>("Look up order and outages")]
    [Reads<Orders>, Due(Hours = 4)]
    [Next(nameof(Explain), When = nameof(IsTooLate)), Next(nameof(Calculate))]
    public partial Task<Facts> LookUp(RefundRequest request);

    [HumanStep<SupportAgent>("Calculate the amount")]
    [Instructions("Daily rate = monthly amount / 30. Refund = daily rate × days down. **100 USD a month and 3 days down: 10 USD.**")]
    [Due(Hours = 4)]
    public partial Task<Amount> Calculate(RefundRequest request, Facts facts);

    [Checkpoint<Admin>("Approve the refund", NotBy = nameof(LookUp))]
    [Checklist("The amount is right", "The reason is true")]
    [Due(Days = 1), OnTimeout(Fallback), OnReject(nameof(Explain))]
    public partial Task<Amount> Approve(RefundRequest request, [Context] Facts facts, Amount amount);

    [AutomatedStep("Pay it back")]
    [Writes<Payments>(Impact.Money, Irreversible = true), Writes<Orders>(Impact.Money)]
    [OnFailure(Fallback, Retries = 2)]
    public Task PayBack(RefundRequest request, Amount amount, StepContext step, CancellationToken cancel) =>
        payments.RefundAsync(request.OrderId, amount.Cents, step.IdempotencyKey, cancel);

    [HumanStep<SupportAgent>("Tell the customer")]
    [Template("Approved", "I've sent back {amount.Cents} cents {amount.Currency} for {request.OrderId}. It will be on your account in 5 to 10 business days.")]
    [Due(Days = 1), Next(End.Completed)]
    public partial Task TellCustomer(RefundRequest request, Amount amount);

    [HumanStep<SupportAgent>("Explain why not, and offer something else")]
    [Template("Refused", "I can't refund {request.OrderId}, because … What I can offer is …")]
    [Due(Days = 1), Next(End.Rejected)]
    public partial Task Explain(RefundRequest request);

    [Condition("They are who they say")] private static bool IsThem(Identity identity) => identity.Confirmed;

    [Condition("A change of mind after more than seven days")]
    private static bool IsTooLate(RefundRequest request, Facts facts) => request.Reason == Reason.ChangeOfMind && facts.DaysSinceDelivery > 7;
}
