using SopAsCode.Runtime;
using TinyTeam.Support;
using Reply = TinyTeam.Support.Reply;

namespace TinyTeam.Play;

/// <summary>Five tickets, each of which goes another way.</summary>
internal static class SupportScenes
{
    /// <summary>The tickets with their scripts.</summary>
    public static IReadOnlyList<(Ticket Ticket, Scene Scene)> All =>
    [
        (new(1041, "I can't log in", "I forgot my password. What now?", HighValue: false),
            new Scene("A simple question: a macro answers it")
                .On(nameof(SupportTriage.Categorise), new Triage("password", 1, "Reset your password"))),

        (new(1042, "Where is my parcel?", "Ordered nine days ago, and nothing has come.", HighValue: false),
            new Scene("An ordinary ticket: one draft is sent back, and the helpdesk stumbles once")
                .On(nameof(SupportTriage.Categorise), new Triage("delivery", 3, null))
                .On(nameof(SupportTriage.DraftReply), new Reply("It will be there on Friday, we promise!"))
                .On(nameof(SupportTriage.ReviewReply), new StepRejectedException("The carrier names no day, so we can't either", "ben@example.com"))
                .On(nameof(SupportTriage.DraftReply), new Reply("The carrier has it. We will write again by Friday."))
                .On(nameof(SupportTriage.ReviewReply), new Reply("The carrier has it. We will write to you again by Friday noon."))
                .On(nameof(SupportTriage.SummariseResolution), new Article("What to say about late parcels", "Name no day that the carrier does not name."))),

        (new(1043, "Invoice of our whole team", "Please call me about our plan.", HighValue: true),
            new Scene("A customer we can't lose: no draft, a senior takes over")
                .On(nameof(SupportTriage.Categorise), new Triage("billing", 2, "How billing works"))),

        (new(1044, "Change my e-mail address", "How do I change it?", HighValue: false),
            new Scene("Simple too, but the fifty macros of the day are used up")
                .On(nameof(SupportTriage.Categorise), new Triage("account", 1, "Change your address"))
                .On(nameof(SupportTriage.DraftReply), new Reply("Open Settings, then Account, and type the new address."))
                .On(nameof(SupportTriage.ReviewReply), new Reply("Open Settings, then Account, and type the new address."))
                .On(nameof(SupportTriage.SummariseResolution), new Article("Changing the e-mail address", "Settings, Account."))),

        (new(1045, "The lid is broken", "It came with a crack. Can I have a new one?", HighValue: false),
            new Scene("The AI service is down: the owner takes it by hand, and sends it back when the service is up")
                .On(nameof(SupportTriage.Categorise), new HttpRequestException("the AI service does not answer"))
                .OwnerDoes(SopTrigger.Resume, "the AI service is up again")
                .On(nameof(SupportTriage.Categorise), new Triage("damage", 4, null))
                .On(nameof(SupportTriage.DraftReply), new Reply("We are sorry. A new lid is on its way."))
                .On(nameof(SupportTriage.ReviewReply), new Reply("We are sorry about the crack. A new lid leaves tomorrow."))
                .On(nameof(SupportTriage.SummariseResolution), new Article("Broken lids", "Send a new one; no photo needed."))),
    ];
}
