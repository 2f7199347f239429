namespace SopAsCode.Tests.Sops;

/// <summary>About something that is known by a date, which it may not have yet.</summary>
[Sop("Visits"), Owner<Lead>]
public sealed partial class Visits : Sop<Visit>
{
    [HumanStep<Lead>]
    public partial Task Go(Visit visit);
}

/// <summary>About something without a key.</summary>
[Sop("Drafts"), Owner<Lead>]
public sealed partial class Drafts : Sop<Draft>
{
    [HumanStep<Lead>]
    public partial Task Read(Draft draft);
}
