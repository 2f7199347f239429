namespace SopAsCode.Tests.Sops;

/// <summary>Every way of choosing: conditions in order, bounds, rework, time-out, failure, limit.</summary>
[Sop("Choices"), Owner<Lead>]
public sealed partial class Choices : Sop<Order>
{
    [AiStep<Writer>]
    [Prompt("{order.Number}")]
    [Next(nameof(Check), When = nameof(IsLarge))]
    [Next(nameof(Pack), When = nameof(IsCheap), AtMost = 2, Then = nameof(Send))]
    [Next(End.Cancelled, When = nameof(IsUndecidable))]
    [Next(nameof(Send))]
    [OnFailure(nameof(Takeover), Retries = 1)]
    public partial Task<Draft> Write(Order order, Rejection? rejection);

    [Checkpoint<Lead>]
    [Due(Hours = 2), OnTimeout(nameof(Takeover))]
    [OnReject(nameof(Write), AtMost = 2, Then = nameof(Takeover))]
    [Next(nameof(Send), When = nameof(IsLarge))]
    [Next(Fallback)]
    public partial Task<Draft> Check(Draft draft);

    [AutomatedStep]
    [Next(nameof(Write), AtMost = 1)]
    public Task Pack() => Task.CompletedTask;

    [AutomatedStep]
    [Limit("Small orders", When = nameof(IsCheap), PerDay = 3, Else = nameof(Judge))]
    [Next(End.Completed)]
    public Task<Receipt> Send(Order order) => Task.FromResult(new Receipt($"{order.Number}"));

    [Checkpoint<Lead>]
    [OnReject(nameof(Judge))]
    public partial Task Judge(Order order);

    [Checkpoint<Lead>]
    public partial Task Decide(Order order);

    [HumanStep<Lead>]
    [Next(End.Escalated)]
    public partial Task Takeover(Order order);

    [Condition("The order is large")]
    public static bool IsLarge(Order order) => order.Total >= 1000;

    [Condition("The order is cheap")]
    public static bool IsCheap(Order order) => order.Total < 100;

    [Condition("Nobody knows")]
    public static bool IsUndecidable(Order order) => order.Total == 500 ? throw new InvalidOperationException("no idea") : false;
}
