namespace SopAsCode.Runtime.Tests.Sops;

/// <summary>Gets work from others.</summary>
[Sop("Ship it"), Owner<Lead>]
public sealed partial class Ship : Sop<Request>
{
    [HumanStep<Clerk>("Ship it")]
    public partial Task<Receipt> Send(Request request);
}

/// <summary>Hands over once and goes on.</summary>
[Sop("Tell the warehouse"), Owner<Lead>]
public sealed partial class TellWarehouse : Sop<Request>
{
    [Handoff<Ship>("Have it shipped")]
    public partial Task Tell(Request request);
}

/// <summary>Hands over once and waits for what comes back.</summary>
[Sop("Ship and thank"), Owner<Lead>]
public sealed partial class ShipAndThank : Sop<Request>
{
    [Handoff<Ship>("Have it shipped", Wait = true, Result = typeof(Receipt))]
    [Due(Days = 10), OnTimeout(Fallback)]
    public partial Task HaveShipped(Request request);

    [HumanStep<Clerk>("Thank the customer")]
    public partial Task Thank(Receipt receipt);
}

/// <summary>Hands over each of several and waits for all.</summary>
[Sop("Ship all"), Owner<Lead>]
public sealed partial class ShipAll : Sop<Orders>
{
    [Handoff<Ship>("Have each shipped", Wait = true)]
    [OnFailure(nameof(LookAtIt))]
    [Next(End.Completed)]
    public Task<IReadOnlyList<Request>> ShipEach(Orders orders) => Task.FromResult(orders.All);

    [HumanStep<Clerk>("Look at what was not shipped")]
    public partial Task LookAtIt(Orders orders);
}

/// <summary>May end without having shipped anything.</summary>
[Sop("Ship it if there is one"), Owner<Lead>]
public sealed partial class ShipIfThere : Sop<Request>
{
    [HumanStep<Clerk>("Look whether there is one")]
    [Next(End.Completed, When = nameof(IsFree)), Next(nameof(Send))]
    public partial Task Look(Request request);

    [HumanStep<Clerk>("Ship it")]
    public partial Task<Receipt> Send(Request request);

    [Condition("It costs nothing")]
    private static bool IsFree(Request request) => request.Cents == 0;
}

/// <summary>Needs what an awaited run need not bring back.</summary>
[Sop("Have it shipped if there is one"), Owner<Lead>]
public sealed partial class ShipAndFile : Sop<Request>
{
    [Handoff<ShipIfThere>("Have it shipped", Wait = true, Result = typeof(Receipt)), Handoff<Ship>(Wait = true)]
    [Due(Days = 10), OnTimeout(Fallback), OnFailure(Fallback, Retries = 1)]
    public partial Task HaveShipped(Request request);

    [HumanStep<Clerk>("File it")]
    public partial Task File(Receipt receipt);
}

/// <summary>Needs what comes back from each of several, of which there may be none.</summary>
[Sop("Ship all and file"), Owner<Lead>]
public sealed partial class ShipAllAndFile : Sop<Orders>
{
    [Handoff<Ship>("Have each shipped", Wait = true, Result = typeof(Receipt))]
    public Task<IReadOnlyList<Request>> ShipEach(Orders orders) => Task.FromResult(orders.All);

    [HumanStep<Clerk>("File the last")]
    public partial Task File(Receipt receipt);
}
