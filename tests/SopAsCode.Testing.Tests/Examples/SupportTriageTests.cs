using SopAsCode.Runtime;
using SopAsCode.Testing.Tests.Harness;
using TinyTeam;
using TinyTeam.House;
using TinyTeam.Support;
using Reply = TinyTeam.Support.Reply;

namespace SopAsCode.Testing.Tests.Examples;

/// <summary>Support triage, tested as its team would.</summary>
public class SupportTriageTests
{
    private static readonly Ticket LateParcel = new(1042, "Where is my parcel?", "Ordered nine days ago.", HighValue: false);
    private static readonly Triage Delivery = new("delivery", 3, null);

    private readonly FakeHelpdesk _helpdesk = new();

    public static AllWays Ways => AllWays.Of(SupportTriage.CreateSopMachine());

    private Scenario New() => Scenario.Of<TinyTeamSops>().Given<IHelpdesk>(_helpdesk);

    [Fact]
    public async Task A_draft_that_is_sent_back_is_written_again_with_the_reason()
    {
        await using var scenario = New();
        var ticket = await scenario.Start<SupportTriage>(LateParcel);
        await ticket.AI<TicketClassifier>().Answers(Delivery);
        await ticket.AI<ReplyWriter>().Answers(new Reply("On Friday, we promise!"));
        await ticket.The<CustomerSuccessLead>().Rejects("The carrier names no day");
        Assert.Contains("The carrier names no day", ticket.AI<ReplyWriter>().Prompts[^1], StringComparison.Ordinal);

        await ticket.AI<ReplyWriter>().Answers(new Reply("We write again by Friday."));
        await ticket.The<CustomerSuccessLead>().Approves(new Reply("We write again by Friday noon."));
        Assert.Equal(["We write again by Friday noon."], _helpdesk.Sent);
        ticket.Wrote<Helpdesk>();

        await ticket.AI<ReplyWriter>().Answers(new Article("Late parcels", "Name no day."));
        ticket.EndedIn(End.Completed);
        ticket.Took(
            nameof(SupportTriage.Categorise), nameof(SupportTriage.DraftReply), nameof(SupportTriage.ReviewReply), nameof(SupportTriage.DraftReply),
            nameof(SupportTriage.ReviewReply), nameof(SupportTriage.SendReply), nameof(SupportTriage.SummariseResolution), End.Completed);
        Assert.Equal("Late parcels", ticket.Value<Article>().Title);
    }

    [Fact]
    public async Task A_review_that_nobody_does_in_time_goes_to_a_senior_and_nothing_is_sent()
    {
        // Two hours of work, from a quarter to five on Friday, are over on Monday.
        await using var scenario = New().StartingAt(new(2026, 11, 20, 15, 45, 0, TimeSpan.Zero));
        scenario.AI<TicketClassifier>().WillAnswer(Delivery);
        scenario.AI<ReplyWriter>().WillAnswer(new Reply("Soon."));
        var ticket = await scenario.Start<SupportTriage>(LateParcel);
        ticket.WaitsFor<CustomerSuccessLead>(nameof(SupportTriage.ReviewReply));

        await scenario.Advance(TimeSpan.FromDays(2));
        ticket.StandsIn(nameof(SupportTriage.ReviewReply));
        await ticket.TimesOut();
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 9, 45, 0, TimeSpan.Zero), scenario.Now);
        ticket.WaitsFor<SeniorSupport>(nameof(SupportTriage.TakeOver));
        ticket.WroteNothing();
    }

    [Fact]
    public async Task A_helpdesk_that_stumbles_gets_the_reply_once()
    {
        _helpdesk.Stumbles = 2;
        await using var scenario = New();
        var ticket = await ReviewedAsync(scenario);
        await ticket.The<CustomerSuccessLead>().Approves();
        ticket.StandsIn(nameof(SupportTriage.SendReply));
        Assert.Single(ticket.Events<StepFailed>());

        await scenario.Advance(TimeSpan.FromHours(1));
        ticket.StandsIn(nameof(SupportTriage.SummariseResolution));
        Assert.Single(_helpdesk.Sent);
        ticket.Wrote<Helpdesk>(times: 1);
    }

    [Fact]
    public async Task While_the_AI_is_down_the_owner_sorts_by_hand_and_the_run_goes_on()
    {
        await using var scenario = New();
        var ticket = await scenario.Start<SupportTriage>(LateParcel);
        await ticket.AI<TicketClassifier>().Fails();
        ticket.StandsIn(Sop.Fallback);
        await ticket.The<CustomerSuccessLead>().DoesByHand(Delivery);
        ticket.StandsIn(nameof(SupportTriage.DraftReply));
    }

    [Fact]
    public async Task Only_the_lead_decides_and_only_with_all_lines_ticked()
    {
        await using var scenario = New();
        var ticket = await ReviewedAsync(scenario);
        Assert.Equal(RefusalKind.NotTheRole, (await scenario.Refuses(() => ticket.Person("eli@example.com").Approves())).Kind);
        Assert.Equal(RefusalKind.Incomplete, (await scenario.Refuses(() => ticket.The<CustomerSuccessLead>().Approves(ticked: ["Facts verified"]))).Kind);
        ticket.WroteNothing();
        await ticket.Person("ben@example.com").Approves();
        ticket.Wrote<Helpdesk>();
    }

    [Fact]
    public async Task No_more_than_fifty_macros_go_out_on_a_day()
    {
        await using var scenario = New();
        for (var number = 0; number < 51; number++)
        {
            scenario.AI<TicketClassifier>().WillAnswer(new Triage("password", 1, "Reset your password"));
            await scenario.Start<SupportTriage>(LateParcel with { Number = number });
        }

        Assert.Equal(50, _helpdesk.Macros.Count);
        scenario.Runs[^1].StandsIn(nameof(SupportTriage.DraftReply));
    }

    [Fact]
    public async Task An_answer_of_an_AI_that_does_not_fit_is_a_failure()
    {
        await using var scenario = New();
        var ticket = await scenario.Start<SupportTriage>(LateParcel);
        await ticket.AI<TicketClassifier>().Answers(System.Text.Json.Nodes.JsonNode.Parse("""{"Topic":"delivery","Urgency":"soon"}""")!);
        ticket.StandsIn(Sop.Fallback);
    }

    [Theory, MemberData(nameof(Ways))]
    public void Nobody_gets_a_reply_that_nobody_read(Way way) => Assert.True(way.IsApprovedAt(nameof(SupportTriage.ReviewReply)) || !way.ComesTo(nameof(SupportTriage.SendReply)));

    [Fact]
    public void Nothing_is_sent_unread_on_any_way_however_long()
    {
        NoWay.In(SupportTriage.Definition).To(nameof(SupportTriage.SendReply)).WithoutApprovalAt(nameof(SupportTriage.ReviewReply));
        NoWay.In(SupportTriage.Definition).To(nameof(SupportTriage.SendReply)).WithoutApprovalAtSince(nameof(SupportTriage.ReviewReply), since: nameof(SupportTriage.DraftReply));
        NoWay.In(SupportTriage.Definition).To(nameof(SupportTriage.ApplyMacro)).Without(nameof(SupportTriage.Categorise));
    }

    private static async Task<ScenarioRun> ReviewedAsync(Scenario scenario)
    {
        scenario.AI<TicketClassifier>().WillAnswer(Delivery);
        scenario.AI<ReplyWriter>().WillAnswer(new Reply("Soon."));
        return await scenario.Start<SupportTriage>(LateParcel);
    }
}
