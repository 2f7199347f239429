namespace SopAsCode.Runtime.Tests.Sops;

/// <summary>An AI proposes, a person approves, code pays, a person tells the customer.</summary>
[Sop("Pay a refund"), Owner<Lead>, Backup<Founder>]
[Trigger("A customer asks for money back")]
[Metric(Measure.ErrorRate, Name = "Wrong amounts", Baseline = 3, Target = 1, Unit = "%")]
[Fallback("Pay it in the bank's own program")]
[Change("1.0.0", "2026-11-02", "First version")]
public sealed partial class PayRefund(IBank bank) : Sop<Request>
{
    [AiStep<Writer>("Propose an amount")]
    [Prompt("How much is due for {request.Text}? Last time it was sent back because {rejection.Reason}")]
    [OnFailure(Fallback, Retries = 1)]
    public partial Task<Proposal> Propose(Request request, Rejection? rejection);

    [Checkpoint<Lead>("Decide on the refund")]
    [Checklist("The order is this customer's", "The amount is right")]
    [Template("Tell the customer", "Dear customer, {proposal.Cents} cents for {request.Number}.")]
    [Due(Hours = 4), Remind(Hours = 1), OnTimeout(nameof(TakeOver))]
    [OnReject(nameof(Propose), AtMost = 2, Then = nameof(TakeOver))]
    public partial Task<Proposal> Decide(Request request, Proposal proposal);

    [AutomatedStep("Pay it")]
    [Writes<Bank>(Impact.Money, Irreversible = true)]
    [OnFailure(nameof(TakeOver), Retries = 2)]
    public async Task<Receipt> Pay(Request request, Proposal proposal, StepContext step, CancellationToken cancel) =>
        new(await bank.PayAsync(step.IdempotencyKey, proposal.Cents, cancel), proposal.Cents);

    [HumanStep<Clerk>("Tell the customer")]
    [Next(End.Completed)]
    public partial Task Tell(Request request, Receipt receipt);

    [HumanStep<Lead>("Take it over")]
    [Next(End.Escalated)]
    public partial Task TakeOver(Request request);
}
