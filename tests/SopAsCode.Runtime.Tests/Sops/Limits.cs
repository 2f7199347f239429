namespace SopAsCode.Runtime.Tests.Sops;

/// <summary>Writes by itself, inside a limit, and somebody looks at the samples.</summary>
[Sop("Send a macro"), Owner<Lead>, Backup<Founder>]
public sealed partial class SendMacro(IBank bank) : Sop<Request>
{
    [AutomatedStep("Send the macro")]
    [Writes<Mail>(Impact.Customers)]
    [Limit("Small requests", When = nameof(IsSmall), PerDay = 3, Else = nameof(Answer), Since = "2026-09-14")]
    [SpotCheck<Lead>(OneIn = 1)]
    [Next(End.Completed)]
    public Task Send(Request request, StepContext step, CancellationToken cancel) => bank.PayAsync(step.IdempotencyKey, request.Cents, cancel);

    [HumanStep<Clerk>("Answer it")]
    public partial Task Answer(Request request);

    [Condition("The request is small")]
    private static bool IsSmall(Request request) => request.Cents < 1000;
}

/// <summary>Writes what nobody approved: the compiler says so, and so does the host.</summary>
[Sop("Pay unseen"), Owner<Lead>]
public sealed partial class PayUnseen(IBank bank) : Sop<Request>
{
    [AutomatedStep("Pay it")]
    [Writes<Bank>(Impact.Money)]
    public Task Pay(Request request, StepContext step, CancellationToken cancel) => bank.PayAsync(step.IdempotencyKey, request.Cents, cancel);
}

/// <summary>Goes round and wants to write twice with one approval, or another value than the approved one.</summary>
[Sop("Pay in a loop"), Owner<Lead>]
public sealed partial class PayInALoop(IBank bank) : Sop<Request>
{
    [Checkpoint<Lead>("Approve it")]
    public partial Task Approve(Request request);

    [AutomatedStep("Pay it")]
    [Writes<Bank>(Impact.Money)]
    [Next(nameof(Change))]
    public Task Pay(Request request, StepContext step, CancellationToken cancel) => bank.PayAsync(step.IdempotencyKey, request.Cents, cancel);

    [HumanStep<Clerk>("Look at it, and change it")]
    [Next(nameof(Pay), When = nameof(IsOpen), AtMost = 3)]
    [Next(End.Completed)]
    public partial Task<Request> Change(Request request);

    [Condition("There is something to pay")]
    private static bool IsOpen(Request request) => request.Cents > 0;
}

/// <summary>A machine changes what was approved before it is paid.</summary>
[Sop("Pay another amount"), Owner<Lead>]
public sealed partial class PayAnother(IBank bank) : Sop<Request>
{
    [Checkpoint<Lead>("Approve it")]
    public partial Task Approve(Request request);

    [AutomatedStep("Round it")]
    public Task<Request> Round(Request request) => Task.FromResult(request with { Cents = request.Cents * 10 });

    [AutomatedStep("Pay it")]
    [Writes<Bank>(Impact.Money)]
    public Task Pay(Request request, StepContext step, CancellationToken cancel) => bank.PayAsync(step.IdempotencyKey, request.Cents, cancel);
}
