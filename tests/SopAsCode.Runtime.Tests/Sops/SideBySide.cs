namespace SopAsCode.Runtime.Tests.Sops;

/// <summary>Gets work from others too.</summary>
[Sop("Archive it"), Owner<Lead>]
public sealed partial class Archive : Sop<Request>
{
    [HumanStep<Clerk>("Archive it")]
    public partial Task Keep(Request request);
}

/// <summary>Hands one thing to two SOPs, and each of several things to both.</summary>
[Sop("Ship and archive"), Owner<Lead>]
public sealed partial class ShipAndArchive : Sop<Orders>
{
    [Handoff<Ship>("Have each shipped and archived", Wait = true, Result = typeof(Receipt)), Handoff<Archive>(Wait = true)]
    [OnFailure(Fallback, Retries = 1)]
    [Due(Days = 9)]
    public Task<IReadOnlyList<Request>> Both(Orders orders) => Task.FromResult(orders.All);

    [HumanStep<Clerk>("Thank the customer")]
    public partial Task Thank(Receipt receipt);
}
