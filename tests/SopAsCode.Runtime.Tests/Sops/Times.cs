namespace SopAsCode.Runtime.Tests.Sops;

public sealed record Errand([property: Key] string Number, double Hours, DateTimeOffset? Deadline);

/// <summary>Methods say when its steps and its runs are due, inside office hours.</summary>
[Sop("Run an errand"), Owner<Lead>, Backup<Founder>]
[OfficeHours("MON-FRI 09:00-17:00", Zone = "Europe/Berlin")]
[Due(By = nameof(RunErrand.Agreed)), Remind(Hours = 2)]
public sealed partial class RunErrand : Sop<Errand>
{
    [HumanStep<Clerk>("Do it")]
    [Due(By = nameof(InHours)), Remind(Hours = 1), OnTimeout(nameof(Hurry))]
    public partial Task Run(Errand errand);

    [WaitFor("Give it time")]
    [After(Until = nameof(WhenQuiet))]
    public partial Task GiveTime();

    [HumanStep<Clerk>("Ask whether it helped")]
    [Due(Days = 2, Hours = 3)]
    [Next(End.Completed)]
    public partial Task Ask(Errand errand);

    [HumanStep<Clerk>("Hurry up")]
    [Due(By = nameof(Agreed))]
    [Next(End.Completed)]
    public partial Task Hurry(Errand errand);

    [Time("by its size")]
    private static TimeSpan InHours(Errand errand) => TimeSpan.FromHours(errand.Hours);

    [Time("as agreed")]
    private static DateTimeOffset Agreed(Errand errand) => errand.Deadline ?? throw new InvalidOperationException("no deadline was agreed");

    [Time("thirty days after its size, from when the step began")]
    private static TimeSpan WhenQuiet(Errand errand, Began began) => began.At.AddDays(30).AddHours(errand.Hours) - began.At;
}

/// <summary>The same where all time counts.</summary>
[Sop("Run an errand at night"), Owner<Lead>]
[OfficeHours(OfficeHours.Always)]
public sealed partial class RunErrandAtNight : Sop<Errand>
{
    [HumanStep<Clerk>("Do it")]
    [Due(Days = 2, Hours = 3)]
    public partial Task Run(Errand errand);
}
