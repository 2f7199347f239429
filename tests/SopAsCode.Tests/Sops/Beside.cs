namespace SopAsCode.Tests.Sops;

/// <summary>Tasks beside steps, starts at other steps, an AI outside, several hand-offs, and inputs that a schedule asks for.</summary>
[Sop("Beside"), Owner<Lead>]
[Trigger("It comes in")]
[Trigger("It comes back", Start = nameof(Beside.Close))]
[Trigger("Each day", Cron = "0 8 * * *", Each = nameof(Beside.Open), Start = nameof(Beside.Find))]
public sealed partial class Beside(IFormatProvider? clock) : Sop<Order>
{
    [HumanStep<Lead>]
    [Meanwhile<Lead>("Tell them", Until = nameof(Check), Every = 30), Meanwhile<Lead>("Keep the log")]
    public partial Task Find(Order order);

    [AiStep<Writer>(Outside = true), Due(Hours = 1), OnFailure(nameof(Find), Retries = 1)]
    [Meanwhile<Lead>("Watch it")]
    public partial Task<Draft> Write(Order order);

    [Checkpoint<Lead>]
    [OnReject(nameof(Find)), OnTimeout(nameof(Close)), Due(Hours = 1)]
    public partial Task Check(Order order);

    [Handoff<Plain>(Wait = true), Handoff<Reading>(Wait = true), Due(Days = 2)]
    public partial Task Both(Order order);

    [HumanStep<Lead>]
    public partial Task Close(Order order);

    public Task<IReadOnlyList<Order>> Open(CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        return Task.FromResult<IReadOnlyList<Order>>([new(1, clock is null ? 1 : 2), new(2, 1), new(1, 9)]);
    }
}
