namespace SopAsCode.Tests.Sops;

public sealed record Line(string Name, decimal Price, int Count);

public sealed record Parsed(
    string Number, DateOnly? Due, Size Size, bool Paid, IReadOnlyList<Line> Lines, Line? Gift, Guid? Reference, double[] Weights)
{
    public string? Remark { get; init; }
}

/// <summary>An AI that reads mail: its answer is a record with everything in it.</summary>
[Sop("Reading"), Owner<Lead>]
public sealed partial class Reading : Sop<Order>
{
    [AiStep<Writer>, Prompt("Read order {order.Number}")]
    [Instructions("You read orders.")]
    [Guardrail("Invent nothing"), Guardrail("Leave out what is not there")]
    [Reads<Shop>]
    public partial Task<Parsed> Read(Order order);

    [AiStep<Writer>, Prompt("Sort it")]
    public partial Task<Size> Sort();

    [AiStep<Writer>, Prompt("Look at it")]
    public partial Task Look();

    [Checkpoint<Lead>]
    public partial Task<(Draft, Receipt)> Correct(Parsed parsed);

    [Handoff<Plain>]
    public partial Task HandOver();

    [Handoff<Plain>]
    [Next(End.Completed)]
    public Task<IReadOnlyList<Order>> HandOverAll(Order order) => Task.FromResult<IReadOnlyList<Order>>([order, order with { Number = 8 }]);
}
