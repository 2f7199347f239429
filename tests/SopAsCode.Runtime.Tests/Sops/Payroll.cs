namespace SopAsCode.Runtime.Tests.Sops;

/// <summary>Is approved once and paid per person.</summary>
[Sop("Run payroll"), Owner<Lead>]
public sealed partial class RunPayroll : Sop
{
    [HumanStep<Clerk>("Prepare it")]
    public partial Task<Orders> Prepare();

    [Checkpoint<Lead>("Approve it")]
    public partial Task Approve(Orders orders);

    [Handoff<PaySalary>("Pay each of them", Wait = true)]
    [OnFailure(nameof(Prepare), Retries = 1)]
    [Next(nameof(LookBack))]
    public Task<IReadOnlyList<Request>> PayEach(Orders orders) => Task.FromResult(orders.All);

    [HumanStep<Clerk>("Look back")]
    [Next(nameof(PayEach), When = nameof(IsOnceMore), AtMost = 1, Then = End.Completed)]
    [Next(End.Completed)]
    public partial Task<Decision> LookBack();

    [Condition("It is to be paid once more")]
    private static bool IsOnceMore(Decision decision) => decision.Size == Size.Large;
}

/// <summary>Changes what was approved while it hands it over: the compiler says so, and so does the host.</summary>
[Sop("Run payroll with a bonus"), Owner<Lead>]
public sealed partial class RunPayrollWithBonus : Sop
{
    [HumanStep<Clerk>("Prepare it")]
    public partial Task<Orders> Prepare();

    [Checkpoint<Lead>("Approve it")]
    public partial Task Approve(Orders orders);

    [Handoff<PaySalary>("Pay each of them")]
    public Task<IReadOnlyList<Request>> PayEach(Orders orders) => Task.FromResult<IReadOnlyList<Request>>([.. orders.All.Select(order => order with { Cents = order.Cents + 1 })]);
}

/// <summary>Does the same by leave of the policy, for a while.</summary>
[Sop("Run payroll with a bonus by leave"), Owner<Lead>]
public sealed partial class RunPayrollByLeave : Sop
{
    [HumanStep<Clerk>("Prepare it")]
    public partial Task<Orders> Prepare();

    [Checkpoint<Lead>("Approve it")]
    public partial Task Approve(Orders orders);

    [Handoff<PaySalary>("Pay the first as approved, the others with a bonus", Wait = true), Handoff<PayAndLook>(Wait = true)]
    [Waive("SOP0907", Because = "The bonus is agreed in the contracts", By = typeof(Lead), Until = "2027-08-31")]
    public Task<IReadOnlyList<Request>> PayEach(Orders orders) => Task.FromResult<IReadOnlyList<Request>>(
        [.. orders.All.Select((order, number) => number == 0 ? order : order with { Cents = order.Cents + 1 })]);
}

/// <summary>Pays what comes, and again what somebody found wrong.</summary>
[Sop("Pay and look"), Owner<Lead>, ApprovedInput]
public sealed partial class PayAndLook(IBank bank) : Sop<Request>
{
    [AutomatedStep("Pay it")]
    [Writes<Bank>(Impact.Money)]
    public Task Pay(Request request, StepContext step, CancellationToken cancel) => bank.PayAsync($"{request.Number} {request.Cents} at once", request.Cents, cancel);

    [Checkpoint<Lead>("Look at it")]
    [OnReject(nameof(Mend))]
    [Next(End.Completed)]
    public partial Task Look(Request request);

    [AutomatedStep("Pay it again")]
    [Writes<Bank>(Impact.Money)]
    public Task Mend(Request request, StepContext step, CancellationToken cancel) => bank.PayAsync($"{request.Number} {request.Cents} again", request.Cents, cancel);
}

/// <summary>Pays what was approved where it came from: once before its first checkpoint.</summary>
[Sop("Pay a salary"), Owner<Lead>, ApprovedInput]
public sealed partial class PaySalary(IBank bank) : Sop<Request>
{
    [AutomatedStep("Pay it")]
    [Writes<Bank>(Impact.Money)]
    public Task Pay(Request request, StepContext step, CancellationToken cancel) => bank.PayAsync($"{request.Number} {request.Cents} by {step.Approval?.By ?? "nobody"}", request.Cents, cancel);

    [HumanStep<Clerk>("Tell the person")]
    [Next(nameof(Pay), When = nameof(IsOnceMore), AtMost = 1, Then = End.Completed)]
    [Next(End.Completed)]
    public partial Task<Decision> Tell(Request request);

    [Condition("It is to be paid once more")]
    private static bool IsOnceMore(Decision decision) => decision.Size == Size.Large;
}

/// <summary>What another SOP approved and gives back is approved here.</summary>
[Sop("Refund with a second look"), Owner<Lead>]
public sealed partial class RefundWithSecondLook(IBank bank) : Sop<Request>
{
    [Handoff<DecideRefund>("Have it decided", Wait = true, Result = typeof(Proposal))]
    [Due(Days = 3)]
    public partial Task HaveDecided(Request request);

    [AutomatedStep("Pay it")]
    [Writes<Bank>(Impact.Money)]
    public Task Pay(Proposal proposal, StepContext step, CancellationToken cancel) => bank.PayAsync($"{proposal.Cents} by {step.Approval!.By}", proposal.Cents, cancel);
}

/// <summary>Decides, with or without a checkpoint.</summary>
[Sop("Decide on a refund"), Owner<Lead>]
public sealed partial class DecideRefund : Sop<Request>
{
    [HumanStep<Clerk>("Propose an amount")]
    [Next(End.Completed, When = nameof(IsSmall))]
    [Next(nameof(Decide))]
    public partial Task<Proposal> Propose(Request request);

    [Checkpoint<Lead>("Decide")]
    public partial Task<Proposal> Decide(Proposal proposal);

    [Condition("The amount is small")]
    private static bool IsSmall(Proposal proposal) => proposal.Cents < 100;
}
