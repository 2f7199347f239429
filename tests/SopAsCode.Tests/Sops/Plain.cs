namespace SopAsCode.Tests.Sops;

/// <summary>No flow attribute at all: the order of the source is the order of the work.</summary>
[Sop("Plain"), Owner<Lead>]
public sealed partial class Plain : Sop<Order>
{
    [AutomatedStep]
    public Task<Draft> First(Order order) => Task.FromResult(new Draft($"Order {order.Number}"));

    [HumanStep<Lead>]
    public partial Task Second(Draft draft);

    [AutomatedStep("Ask the bank")]
    public partial ValueTask<Receipt> Third(Draft draft);
}
