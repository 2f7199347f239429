using SopAsCode;
using TinyTeam.House;

namespace TinyTeam.Billing;

/// <summary>Money back where it is due, and never without a person's yes.</summary>
[Sop("Refund")]
[Purpose("Give money back where it is due, within two days", Output = "A paid refund, or a no that the customer understands")]
[Owner<CustomerSuccessLead>, Backup<Founder>]
[Responsible<OperationsLead>(Duty.Builder), Responsible<Bookkeeper>(Duty.Reviewer), Responsible<CustomerSuccessLead>(Duty.Documentation)]
[ValueStream<BillingAndRenewals>(Part = "Refunds")]
[Trigger("A customer asks for money back")]
[Prerequisite("The returns policy in the knowledge base is the current one")]
[OutOfScope("Chargebacks by the bank: the bookkeeper answers those within the bank's deadline")]
[OutOfScope("Every other ticket", Covered = typeof(Support.SupportTriage))]
[Metric(Measure.CycleTime, Name = "Request to answer", Baseline = 6, Target = 2, Unit = "days")]
[Metric(Measure.ErrorRate, Name = "Refunds with a wrong amount", Baseline = 3, Target = 0.5, Unit = "%")]
[Review(Cadence.Monthly, Last = "2026-11-03")]
[Fallback("Look the order up, decide with the returns policy next to you, and refund in the payment service",
    SwitchWhen = "The payment service or the shop does not answer, or a refund went out twice")]
[Disclosure("The footer of each message says that it was drafted with AI and read by a person")]
[EdgeCase("Paid with a gift card", "Switch to the manual path: the shop makes a new card, and no money moves. A no would send them a refusal")]
[EdgeCase("The third refund this year", "Not a reason to say no; tell the founder after you paid")]
[EdgeCase("Broken in transit", "Refund first, claim it from the carrier afterwards; ask for a photo, not for the parcel")]
[Link("Returns policy", "https://kb.example.com/returns")]
[Change("1.1.0", "2026-11-03", "Whether the founder must sign is asked again after the amount was edited")]
[Change("1.0.0", "2026-09-21", "First version")]
public sealed partial class RefundCustomer(IBooks books) : Sop<RefundRequest>
{
    [AutomatedStep("Fetch the order and earlier refunds")]
    [Reads<Shop>, Reads<PaymentService>]
    [OnFailure(Fallback, Retries = 3)]
    public Task<OrderFacts> FetchOrder(RefundRequest request, CancellationToken cancel) => books.OrderAsync(request.Order, cancel);

    [AiStep<RefundAssessor>("Assess the request against the returns policy")]
    [Prompt("""
        Hold this request against our returns policy and propose an amount. Never more than was paid less what was refunded.
        Name the clause that decides, and what speaks against it. If no clause fits, propose 0 and say so.

        The customer says: {request.Reason}
        The order: {order}
        """)]
    [Guardrail("Propose; never tell the customer anything")]
    [Limitation("Counts the 30 days from the order, not from delivery", Workaround = "Compare with the day of delivery")]
    [Reads<KnowledgeBase>]
    [Next(nameof(SignAsFounder), When = nameof(IsLarge))]
    [Next(nameof(Decide))]
    public partial Task<RefundProposal> AssessRequest(RefundRequest request, OrderFacts order);

    [Checkpoint<CustomerSuccessLead>("Decide on the refund and its amount")]
    [Instructions("You may change the amount. If it is above 100 EUR then, the founder signs too.")]
    [Checklist("The order is this customer's", "The clause says what the proposal says", "Amount is not above what is left of the payment")]
    [Due(Hours = 4), OnTimeout(nameof(SignAsFounder))]
    [OnReject(nameof(ExplainRefusal))]
    [Next(nameof(SignAsFounder), When = nameof(IsLarge))]
    [Next(nameof(PayRefund))]
    public partial Task<RefundProposal> Decide(RefundRequest request, OrderFacts order, RefundProposal proposal, Rejection? founderSaid);

    [Checkpoint<Founder>("Sign the refund as it stands")]
    [Instructions("You sign or you don't; to change the amount, say no and name the right one.")]
    [Checklist("The order is this customer's", "The clause says what the proposal says", "We would do the same for everybody")]
    [Due(Hours = 4)]
    [OnReject(nameof(Decide), AtMost = 1, Then = nameof(ExplainRefusal))]
    public partial Task SignAsFounder(RefundRequest request, OrderFacts order, RefundProposal proposal);

    [AutomatedStep("Pay the refund")]
    [Writes<PaymentService>(Impact.Money, Irreversible = true)]
    [OnFailure(nameof(PayByHand), Retries = 2)]
    [Next(nameof(DraftMessage))]
    public async Task<RefundReceipt> PayRefund(RefundRequest request, RefundProposal proposal, StepContext step, CancellationToken cancel) =>
        new(await books.RefundAsync(request.Order, proposal.Cents, proposal.Currency, step.IdempotencyKey, cancel), proposal.Cents, proposal.Currency);

    [HumanStep<Bookkeeper>("Pay the refund by hand")]
    [Writes<PaymentService>(Impact.Money, Irreversible = true)]
    [Checklist("The automatic refund did not go out after all", "Amount and order are the approved ones", "The reference is in the ticket")]
    [Due(Hours = 4)]
    [Next(nameof(DraftMessage))]
    public partial Task<RefundReceipt> PayByHand(RefundRequest request, RefundProposal proposal);

    [AiStep<ReplyWriter>("Draft the message to the customer", Level = Level.DraftOnly)]
    [Prompt("""
        Tell the customer in at most 80 words that the money is on its way: {receipt.Cents} cents {receipt.Currency},
        written in units with two decimals. It takes up to five days. Reference: {receipt.Reference}.
        Answer what they wrote, without blame:
        {request.Reason}

        What a person last sent back, and why, if anything was: {rejection.Reason}
        """)]
    [Drafts<Helpdesk>]
    [Example("A message", "Hello Mr Doe, we are sorry about the cracked lid. 24.90 EUR are on their way to your card and take up to five days.")]
    public partial Task<RefundMessage> DraftMessage(RefundRequest request, RefundReceipt receipt, Rejection? rejection);

    [Checkpoint<SeniorSupport>("Review the message before it is sent")]
    [Checklist("Amount and reference are those of the receipt", "Nothing is promised beyond the refund", "Tone fits what they wrote")]
    [Due(Hours = 4)]
    [OnReject(nameof(DraftMessage), AtMost = 2)]
    public partial Task<RefundMessage> ReviewMessage(RefundRequest request, RefundReceipt receipt, RefundMessage message);

    [AutomatedStep("Send the message")]
    [Writes<Helpdesk>(Impact.Customers)]
    [OnFailure(Fallback, Retries = 3)]
    [Next(End.Completed)]
    public Task SendMessage(RefundRequest request, RefundMessage message, StepContext step, CancellationToken cancel) =>
        books.AnswerAsync(request.Ticket, message.Text, step.IdempotencyKey, cancel);

    [HumanStep<SeniorSupport>("Tell the customer why not")]
    [Instructions("Write it yourself. Name the clause, offer what we can do instead, and leave a door open.")]
    [Writes<Helpdesk>(Impact.Customers)]
    [Checklist("The clause is named in plain words", "Something is offered instead", "No standard text")]
    [Due(Days = 1)]
    [Next(End.Rejected)]
    public partial Task ExplainRefusal(RefundRequest request, RefundProposal proposal, Rejection rejection);

    [Condition("The amount is above 100 EUR, or in another currency")]
    private static bool IsLarge(RefundProposal proposal) => proposal.Cents > 10_000 || proposal.Currency != "EUR";
}
