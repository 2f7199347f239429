namespace SopAsCode.Runtime.Tests.Sops;

/// <summary>Tasks beside steps: of a step itself, of a later one, one that is to be done again and again.</summary>
[Sop("Handle an outage"), Owner<Founder>]
public sealed partial class HandleOutage(IBank bank) : Sop<Request>
{
    [AutomatedStep("Open the status page")]
    [Meanwhile<Clerk>("Tell the customers", Until = nameof(Review), Every = 30)]
    [Meanwhile<Lead>("Stand by as deputy", Until = nameof(FindCause))]
    [Writes<Mail>(Impact.None)]
    [OnFailure(Fallback, Retries = 2)]
    public Task Open(Request request, StepContext step, CancellationToken cancel) => bank.PayAsync(step.IdempotencyKey, 1, cancel);

    [HumanStep<Lead>("Find the cause")]
    [Due(Hours = 10), OnTimeout(nameof(Open))]
    public partial Task<Proposal> FindCause(Request request);

    [Checkpoint<Lead>("Look back")]
    [OnReject(nameof(Open), AtMost = 1)]
    public partial Task Review([Context] Request request, Proposal proposal);

    [Handoff<Ship>("Have the part sent", Wait = true)]
    [Meanwhile<Clerk>("Keep the log")]
    public partial Task HavePartSent(Request request);

    [WaitFor("Wait until it is quiet"), After(Hours = 5)]
    [Meanwhile<Clerk>("Watch it")]
    public partial Task WaitUntilQuiet();

    [WaitFor("Wait for the bill")]
    [Meanwhile<Clerk>("Tidy up")]
    public partial Task<Receipt> WaitForBill(Request request);

    [HumanStep<Lead>("Pay the bill")]
    public partial Task PayBill(Receipt receipt);
}
