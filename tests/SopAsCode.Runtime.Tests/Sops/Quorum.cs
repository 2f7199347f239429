namespace SopAsCode.Runtime.Tests.Sops;

/// <summary>Two people agree, neither of whom looked the customer up; what is shown for context is not approved.</summary>
[Sop("Agree on a contract"), Owner<Founder>]
public sealed partial class AgreeOnContract(IBank bank) : Sop<Request>
{
    [HumanStep<Clerk>("Draft it")]
    public partial Task<Article> Draft(Request request);

    [HumanStep<Lead>("Look the customer up")]
    public partial Task<Receipt> LookUp(Request request);

    [Checkpoint<Lead>("Sign it")]
    [OnReject(nameof(Draft))]
    public partial Task Sign([Context] Receipt receipt, Article article);

    [Checkpoint<Lead>("Agree", Approvals = 2, NotBy = nameof(LookUp))]
    [Checklist("I read it")]
    [Due(Days = 2), OnTimeout(nameof(Draft))]
    [OnReject(nameof(Draft))]
    public partial Task<(Article, Decision)> Agree([Context] Receipt receipt, Article article);

    [AutomatedStep("Pay the advance")]
    [Writes<Bank>(Impact.Money)]
    public Task Pay(Article article, StepContext step, CancellationToken cancel) => bank.PayAsync($"{article.Title} by {step.Approval!.By}", 1, cancel);
}
