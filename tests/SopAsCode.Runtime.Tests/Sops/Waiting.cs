namespace SopAsCode.Runtime.Tests.Sops;

/// <summary>Waits for an event that finds its run by the key.</summary>
[Sop("Onboard a customer"), Owner<Lead>, Backup<Founder>]
[Fallback("By phone")]
[Due(Days = 10), Remind(Days = 1)]
public sealed partial class Onboard : Sop<Request>
{
    [HumanStep<Clerk>("Invite the customer")]
    public partial Task Invite(Request request);

    [WaitFor("Wait for the first login")]
    [Due(Days = 5), OnTimeout(nameof(Call))]
    [Next(End.Completed)]
    public partial Task<Login> WaitForLogin(Request request);

    [HumanStep<Clerk>("Call the customer")]
    [Due(Days = 1)]
    [Next(nameof(WaitForLogin))]
    public partial Task Call(Request request);
}

/// <summary>Waits for time to pass, then asks an outside automation.</summary>
[Sop("Follow up"), Owner<Lead>]
public sealed partial class FollowUp : Sop<Request>
{
    [WaitFor("Give it three days"), After(Days = 3)]
    public partial Task GiveTime();

    [AutomatedStep("Have the shop look")]
    [OnFailure(Fallback, Retries = 1)]
    [Due(Hours = 8)]
    public partial Task<Decision> Look(Request request);
}

/// <summary>Office hours count.</summary>
[Sop("Answer in office hours"), Owner<Lead>]
[OfficeHours("MON-FRI 09:00-17:00", Zone = "Europe/Berlin")]
public sealed partial class OfficeAnswer : Sop<Request>
{
    [HumanStep<Clerk>("Answer")]
    [Due(Hours = 4), OnTimeout(Fallback)]
    public partial Task Answer(Request request);
}
