namespace SopAsCode.Runtime.Tests.Sops;

/// <summary>An AI in another product proposes, and an automation in another product pays.</summary>
[Sop("Refund elsewhere"), Owner<Lead>]
public sealed partial class RefundElsewhere : Sop<Request>
{
    [AiStep<Writer>("Weigh it", Outside = true)]
    [SpotCheck<Lead>(OneIn = 1)]
    [OnFailure(Fallback, Retries = 1)]
    [Due(Days = 1), OnTimeout(Fallback)]
    public partial Task<Proposal> Weigh(Request request);

    [AiStep<Writer>("Weigh it again", Outside = true)]
    public partial Task<Proposal> WeighAgain(Proposal proposal);

    [Checkpoint<Lead>("Decide")]
    public partial Task Decide(Proposal proposal);

    [AutomatedStep("Have it paid")]
    [Writes<Bank>(Impact.Money)]
    [Due(Days = 1)]
    public partial Task<Receipt> HavePaid(Proposal proposal);

    [HumanStep<Clerk>("Tell the customer")]
    [Next(nameof(HavePaid), When = nameof(IsWrong), AtMost = 1)]
    [Next(End.Completed)]
    public partial Task Tell(Receipt receipt);

    [Condition("The receipt is about nothing")]
    private static bool IsWrong(Receipt receipt) => receipt.Cents == 0;
}
