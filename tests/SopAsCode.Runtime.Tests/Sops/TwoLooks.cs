namespace SopAsCode.Runtime.Tests.Sops;

/// <summary>Two people look, the second one at what nobody asks to approve.</summary>
[Sop("Pay after two looks"), Owner<Lead>]
public sealed partial class PayAfterTwoLooks(IBank bank) : Sop<Request>
{
    [HumanStep<Clerk>("Propose an amount")]
    public partial Task<Proposal> Propose(Request request);

    [Checkpoint<Lead>("Decide on it")]
    public partial Task Decide(Proposal proposal);

    [Checkpoint<Lead>("Look at the request")]
    public partial Task Look([Context] Request request);

    [AutomatedStep("Pay it")]
    [Writes<Bank>(Impact.Money)]
    public Task Pay(Proposal proposal, StepContext step, CancellationToken cancel) => bank.PayAsync(step.IdempotencyKey, proposal.Cents, cancel);
}

/// <summary>Writes what may not be there.</summary>
[Sop("Pay what there is"), Owner<Lead>]
public sealed partial class PayWhatThereIs(IBank bank) : Sop<Request>
{
    [Checkpoint<Lead>("Decide on it")]
    public partial Task Decide(Request request);

    [AutomatedStep("Pay it")]
    [Writes<Bank>(Impact.Money)]
    [Next(End.Completed)]
    public Task Pay(Proposal? proposal, StepContext step, CancellationToken cancel) => bank.PayAsync(step.IdempotencyKey, proposal?.Cents ?? 5, cancel);

    [HumanStep<Clerk>("Propose an amount")]
    public partial Task<Proposal> Propose(Request request);
}

/// <summary>Sends a text that is always the same, so its limit asks nothing.</summary>
[Sop("Thank for it"), Owner<Lead>]
public sealed partial class ThankForIt(IBank bank) : Sop<Request>
{
    [AutomatedStep("Pay a cent as thanks")]
    [Writes<Bank>(Impact.Money)]
    [Limit("The same cent to each", PerDay = 2, Since = "2026-10-01", Evidence = "A month by hand")]
    public Task Thank(Request request, StepContext step, CancellationToken cancel) => bank.PayAsync(step.IdempotencyKey, 1, cancel);
}
