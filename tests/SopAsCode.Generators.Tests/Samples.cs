using SopAsCode.TestHarness;

namespace SopAsCode.Generators.Tests;

/// <summary>SOPs that many tests start from.</summary>
internal static class Samples
{
    /// <summary>The kinds of generated files.</summary>
    public static readonly string[] FileKinds = ["State", "Machine", "Steps", "Dispatcher", "Definition", "Page"];

    /// <summary>Those of them that say everything an SOP declares.</summary>
    public static readonly string[] KindsThatSayAll = ["Definition", "Page"];

    /// <summary>An SOP with a step of each kind.</summary>
    public static readonly string Answer = Vocabulary.Sop(
        """
            [AiStep<Writer>]
            [Prompt("Answer {ticket.Subject}")]
            [Drafts<Helpdesk>]
            public partial Task<Reply> DraftReply(Ticket ticket);

            [Checkpoint<Support>]
            [Checklist("Facts verified")]
            [Due(Hours = 4), OnTimeout(nameof(TakeOver))]
            [OnReject(nameof(TakeOver))]
            public partial Task<Reply> ReviewReply(Reply reply);

            [AutomatedStep]
            [Writes<Helpdesk>(Impact.Customers)]
            [Next(End.Completed)]
            public Task SendReply(Reply reply)
            {
                return Task.CompletedTask;
            }

            [HumanStep<SeniorSupport>]
            [Next(End.Escalated)]
            public partial Task TakeOver(Ticket ticket);
        """);

    /// <summary>A second, smaller SOP.</summary>
    public static readonly string Route = Vocabulary.Sop(
        """
            [HumanStep<Support>]
            public partial Task Look(Ticket ticket);
        """,
        name: "RouteTicket");

    /// <summary>Both, each in a file of its own.</summary>
    public static SopProject Two => SopProject.Of(Answer).With("Route.cs", Route);

    /// <summary>The names of all files of an SOP in namespace Team.</summary>
    public static string[] FilesOf(string name) => [.. FileKinds.Select(kind => $"Team.{name}.{kind}.g.cs")];
}
