namespace SopAsCode.Tests.Sops;

/// <summary>Times that methods say.</summary>
[Sop("Timed"), Owner<Lead>, Due(By = nameof(Timed.WholeBy))]
public sealed partial class Timed : Sop<Order>
{
    [HumanStep<Lead>, Due(By = nameof(LookBy))]
    public partial Task Look(Order order);

    [WaitFor, After(Until = nameof(Day30))]
    public partial Task Wait(Order order);

    [HumanStep<Lead>, Due(Days = 2, Hours = 30)]
    public partial Task Close(Order order);

    [Time("by amount")]
    private static TimeSpan LookBy(Order order) => order.Total < 0 ? throw new InvalidOperationException("no amount") : TimeSpan.FromHours(order.Total > 100 ? 1 : 8);

    [Time("day 30")]
    private static DateTimeOffset Day30(Began began) => began.At.AddDays(30);

    [Time("a week from the start")]
    private static DateTimeOffset WholeBy(Began began, Order order) => began.At.AddDays(7 + order.Number);
}
