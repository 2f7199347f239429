namespace SopAsCode.Runtime.Tests.Sops;

/// <summary>A person writes, another approves, a third person's correction is approved by somebody else again.</summary>
[Sop("Publish an article"), Owner<Founder>]
public sealed partial class PublishArticle : Sop
{
    [HumanStep<Clerk>("Write it")]
    public partial Task<Article> Write();

    [Checkpoint<Lead>("Approve it")]
    [OnReject(nameof(Write))]
    public partial Task<Article> Approve(Article article);

    [Checkpoint<Lead>("Sign it")]
    [OnReject(nameof(Approve))]
    [Next(End.Completed)]
    public partial Task Sign(Article article);
}

/// <summary>The same with a waiver.</summary>
[Sop("Publish alone"), Owner<Founder>]
public sealed partial class PublishAlone : Sop
{
    [HumanStep<Clerk>("Write it")]
    public partial Task<Article> Write();

    [Checkpoint<Clerk>("Approve it")]
    [Waive("SOP0305", Because = "One person in summer", By = typeof(Founder), Until = "2027-08-31")]
    public partial Task Approve(Article article);
}

/// <summary>A person returns two values.</summary>
[Sop("Decide and write"), Owner<Founder>]
public sealed partial class DecideAndWrite : Sop
{
    [HumanStep<Clerk>("Decide and write")]
    public partial Task<(Decision, Article)> Decide();
}
