namespace SopAsCode.Runtime.Tests.Sops;

/// <summary>The requests that wait, as far as SOPs ask for them.</summary>
public interface IRequests
{
    Task<IReadOnlyList<Request>> WaitingAsync();
}

/// <summary>Begins in another step when somebody calls, and each morning for all that wait.</summary>
[Sop("Chase a request"), Owner<Lead>]
[Trigger("Somebody asks for it")]
[Trigger("By phone", Start = nameof(ChaseRequest.Call))]
[Trigger("Each morning", Cron = "0 8 * * *", Each = nameof(ChaseRequest.Waiting), Start = nameof(ChaseRequest.Call))]
public sealed partial class ChaseRequest(IRequests requests) : Sop<Request>
{
    [HumanStep<Clerk>("Look up what was said")]
    [Due(Hours = 1)]
    public partial Task LookUp(Request request);

    [HumanStep<Clerk>("Call the customer")]
    [Due(Hours = 3)]
    public partial Task Call(Request request);

    public Task<IReadOnlyList<Request>> Waiting() => requests.WaitingAsync();
}

/// <summary>A schedule that starts one run.</summary>
[Sop("Look at the week"), Owner<Lead>]
[Trigger("Monday morning", Cron = "0 8 * * MON")]
[Trigger("Friday evening", Cron = "0 18 * * FRI")]
public sealed partial class LookAtTheWeek : Sop<Tick>
{
    [HumanStep<Clerk>("Look at it")]
    public partial Task Look(Tick tick);
}
