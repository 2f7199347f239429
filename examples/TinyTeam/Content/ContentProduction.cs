using SopAsCode;
using TinyTeam.House;

namespace TinyTeam.Content;

/// <summary>From a line on the calendar to a published article with its promotion.</summary>
[Sop("Content production")]
[Purpose("Publish articles that bring the right readers", Output = "A published article, and its promotion on the calendar")]
[Owner<ContentLead>, Backup<Founder>]
[Responsible<OperationsLead>(Duty.Builder), Responsible<ContentLead>(Duty.Reviewer), Responsible<ContentLead>(Duty.Documentation)]
[ValueStream<LeadGeneration>(Part = "Content")]
[Trigger("A topic is approved on the content calendar")]
[Prerequisite("The topic names reader, question and publication day")]
[Prerequisite("The style guide is at hand")]
[OutOfScope("Finding and checking sources", Covered = typeof(ContentResearchBrief))]
[OutOfScope("Prices, contracts and legal pages: the founder writes those")]
[Metric(Measure.CycleTime, Name = "Calendar to page", Baseline = 21, Target = 14, Unit = "days")]
[Metric(Measure.ErrorRate, Name = "Articles corrected after publication", Baseline = 12, Target = 3, Unit = "%")]
[Metric(Measure.Outcome, Name = "Newsletter sign-ups per article", Baseline = 9, Target = 20, Unit = "readers")]
[Review(Cadence.Monthly, Last = "2026-11-04")]
[Fallback("Write the article by hand from the brief; publish it in the editor of the website",
    SwitchWhen = "Two drafts in a row needed more than an hour of repair")]
[Disclosure("The page 'How we write' says that AI drafts, and that an editor rewrites and checks every article")]
[TeamMode("Two editors: one refines, the other approves; the founder reads only what names prices or the law")]
[EdgeCase("The topic turns out to be stale", "Reject the outline with 'stale'; after the second time the owner takes it off the calendar")]
[EdgeCase("A customer is named", "Get the customer's yes in writing before the article goes to approval")]
[Link("Style guide", "https://files.example.com/style-guide")]
[Change("1.3.0", "2026-11-16", "The address of the page is chosen first, so that the founder approves posts with the link that goes out")]
[Change("1.2.0", "2026-11-04", "The founder approves article and promotion together, because posts promised what the article did not say")]
[Change("1.1.0", "2026-10-05", "The brief comes from an SOP of its own")]
[Change("1.0.0", "2026-09-07", "First version")]
public sealed partial class ContentProduction(IWebsite website) : Sop<Topic>
{
    [Handoff<ContentResearchBrief>("Get a research brief", Wait = true, Result = typeof(Brief))]
    [Due(Days = 3)]
    public partial Task GetBrief(Topic topic);

    [AiStep<ContentWriter>("Suggest keywords and an outline")]
    [Prompt("""
        Suggest five keywords and an outline of at most seven headings for this article.
        Working title: {topic.Title}
        Reader: {topic.Reader}
        Brief:
        {brief.Text}

        What the editor last sent back, and why, if anything was: {rejection.Reason}
        """)]
    [Reads<Analytics>]
    [Limitation("Likes headings that say nothing", Workaround = "Ask of each heading: could it stand over any other article?")]
    public partial Task<Outline> SuggestOutline(Topic topic, Brief brief, Rejection? rejection);

    [Checkpoint<ContentLead>("Agree on the outline")]
    [Checklist("It answers the reader's question", "No heading could stand over any other article", "Every point is in the brief")]
    [Due(Days = 1)]
    [OnReject(nameof(SuggestOutline), AtMost = 2)]
    public partial Task<Outline> AgreeOutline(Topic topic, Brief brief, Outline outline);

    [AiStep<ContentWriter>("Draft the article", Level = Level.DraftOnly)]
    [Prompt(File = "prompts/article.md", Version = "3")]
    [Guardrail("Use no number, quote or name that is not in the brief")]
    [Guardrail("Promise nothing about our product")]
    [Limitation("Smooths over what the brief leaves open", Workaround = "The draft lists its doubtful claims; check those first")]
    [Drafts<Website>]
    public partial Task<Draft> DraftArticle(Topic topic, Brief brief, Outline outline);

    [HumanStep<ContentLead>("Refine the draft, add examples and check the facts")]
    [Instructions("Rewrite the first paragraph yourself. Add at least one example from our own customers or shop.")]
    [Checklist("Every fact checked against its source", "At least one example of our own", "It sounds like us", "Links work")]
    [Due(Days = 3)]
    [Note("After a rejection: start from the founder's reason, not from the draft")]
    public partial Task<Article> RefineDraft(Draft draft, Brief brief, Rejection? rejection);

    [AutomatedStep("Choose the address of the page")]
    [Reads<Website>]
    [OnFailure(Fallback, Retries = 2)]
    public async Task<PageAddress> ChooseAddress(Article article, CancellationToken cancel) => new(await website.FreeAddressAsync(article.Title, cancel));

    [AiStep<ContentWriter>("Write meta description, posts and newsletter blurb", Level = Level.DraftOnly)]
    [Prompt("""
        Write for this article: a meta description of at most 155 characters, one post for each of our two networks,
        and three sentences for the newsletter. Posts and newsletter link to {page.Address}.

        {article.Title}
        {article.Text}
        """)]
    [Guardrail("Say nothing that the article does not say")]
    [Drafts<PromotionPlanner>]
    [Example("A post", "A late parcel costs you more than the postage. We asked forty shops how much more.")]
    public partial Task<Promotion> WriteMetaTexts(Article article, PageAddress page);

    [Checkpoint<Founder>("Approve article and promotion")]
    [Checklist("I would sign it with my name", "No claim about us that we can't keep", "The posts say what the article says")]
    [Due(Days = 2)]
    [OnReject(nameof(RefineDraft), AtMost = 2)]
    public partial Task<(Article, Promotion)> ApproveForPublication(Topic topic, Article article, Promotion promotion, PageAddress page);

    [AutomatedStep("Publish the article on its day")]
    [Writes<Website>(Impact.PublicPages)]
    [OnFailure(nameof(PublishByHand), Retries = 3)]
    [Next(nameof(SchedulePromotion))]
    public Task PublishArticle(Topic topic, Article article, Promotion promotion, PageAddress page, StepContext step, CancellationToken cancel) =>
        website.PublishAsync(article, promotion.MetaDescription, page.Address, topic.PublishOn, step.IdempotencyKey, cancel);

    [HumanStep<ContentLead>("Publish the article by hand")]
    [Writes<Website>(Impact.PublicPages)]
    [Checklist("Text is the approved one", "Meta description is set", "The address is the approved one", "Page opens on a phone")]
    [Due(Days = 1)]
    [Next(nameof(SchedulePromotion))]
    public partial Task PublishByHand(Article article, Promotion promotion, PageAddress page);

    [AutomatedStep("Schedule posts and newsletter blurb")]
    [Writes<PromotionPlanner>(Impact.PublicPages | Impact.Customers)]
    [Due(Hours = 2)]
    [Note("An automation of the planner does this and reports back")]
    [Next(End.Completed)]
    public partial Task SchedulePromotion(Promotion promotion, PageAddress page);
}
