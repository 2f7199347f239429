namespace SopAsCode.Runtime.Tests.Sops;

/// <summary>An automation outside does it, and again until it found something.</summary>
[Sop("Have it weighed"), Owner<Lead>]
public sealed partial class HaveWeighed : Sop<Request>
{
    [AutomatedStep("Have it weighed")]
    [Due(Hours = 8), OnTimeout(Fallback)]
    public partial Task<Receipt> Weigh(Request request);

    [HumanStep<Clerk>("Look at it")]
    [Next(nameof(Weigh), When = nameof(IsNothing), AtMost = 3)]
    [Next(End.Completed)]
    public partial Task Look(Receipt receipt);

    [Condition("It weighs nothing")]
    private static bool IsNothing(Receipt receipt) => receipt.Cents == 0;
}

/// <summary>Somebody decides without seeing what was proposed.</summary>
[Sop("Decide unseen"), Owner<Lead>]
public sealed partial class DecideUnseen : Sop<Request>
{
    [HumanStep<Clerk>("Propose")]
    public partial Task<Proposal> Propose(Request request);

    [Checkpoint<Lead>("Decide")]
    public partial Task<Proposal> Decide(Request request);
}

/// <summary>Pays a part itself and has the rest paid by an SOP whose step has the same name.</summary>
[Sop("Pay in two parts"), Owner<Lead>]
public sealed partial class PayInParts(IBank bank) : Sop<Request>
{
    [Checkpoint<Lead>("Decide")]
    [Due(Days = 1)]
    public partial Task Decide(Request request);

    [AutomatedStep("Pay the first part")]
    [Writes<Bank>(Impact.Money)]
    public Task Pay(Request request, CancellationToken cancel) => bank.PayAsync("first part", request.Cents, cancel);

    [Handoff<PaySalary>("Have the rest paid")]
    public partial Task HaveRest(Request request);
}

/// <summary>Hands over to itself, each time it is done.</summary>
[Sop("Pass it on"), Owner<Lead>]
public sealed partial class PassOn : Sop<Request>
{
    [HumanStep<Clerk>("Do it")]
    public partial Task Do(Request request);

    [Handoff<PassOn>("Have it done again")]
    public partial Task Später(Request request);
}
