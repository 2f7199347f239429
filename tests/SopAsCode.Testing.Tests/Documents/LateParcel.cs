using SopAsCode.Testing.Tests.Harness;
using TinyTeam;
using TinyTeam.House;
using TinyTeam.Support;
using Reply = TinyTeam.Support.Reply;

namespace SopAsCode.Testing.Tests.Documents;

public class LateParcel
{
    [Fact]
    public async Task A_draft_that_is_sent_back_is_written_again_and_nothing_is_sent()
    {
        await using var scenario = Scenario.Of<TinyTeamSops>().Given<IHelpdesk>(new FakeHelpdesk());
        var ticket = await scenario.Start<SupportTriage>(new Ticket(1042, "Where is my parcel?", "It is late.", HighValue: false));

        await ticket.AI<TicketClassifier>().Answers(new Triage("delivery", 3, Macro: null));
        await ticket.AI<ReplyWriter>().Answers(new Reply("It will be there on Friday, we promise!"));
        await ticket.The<CustomerSuccessLead>().Rejects("The carrier names no day, so we can't either");

        ticket.StandsIn(nameof(SupportTriage.DraftReply));
        ticket.WroteNothing();
    }

    [Fact]
    public void Nobody_gets_a_reply_that_nobody_read() =>
        NoWay.In(SupportTriage.Definition).To(nameof(SupportTriage.SendReply)).WithoutApprovalAt(nameof(SupportTriage.ReviewReply));
}
