namespace SopAsCode.Runtime.Tests.Sops;

/// <summary>Each way into the manual path: from a step of a person, from a checkpoint, from code that failed, from a step that was done.</summary>
[Sop("Refund by hand"), Owner<Lead>, Backup<Founder>]
public sealed partial class RefundByHand(IBank bank) : Sop<Request>
{
    [HumanStep<Clerk>("Propose an amount")]
    [Checklist("The order is this customer's")]
    public partial Task<Proposal> Propose(Request request);

    [Checkpoint<Lead>("Decide")]
    public partial Task Decide(Proposal proposal);

    [AutomatedStep("Pay it")]
    [Writes<Bank>(Impact.Money)]
    [Next(nameof(Tell), When = nameof(IsPaid))]
    [Next(Fallback)]
    public async Task<Receipt> Pay(Proposal proposal, StepContext step, CancellationToken cancel) =>
        new(await bank.PayAsync(step.IdempotencyKey, proposal.Cents, cancel), proposal.Cents);

    [HumanStep<Clerk>("Tell the customer")]
    [Next(nameof(Pay), When = nameof(IsLarge), AtMost = 1, Then = End.Completed)]
    [Next(End.Completed)]
    public partial Task Tell(Receipt receipt);

    [Condition("Something was paid")]
    private static bool IsPaid(Receipt receipt) => receipt.Cents > 0;

    [Condition("It is paid in two parts")]
    private static bool IsLarge(Receipt receipt) => receipt.Cents > 10_000;
}
