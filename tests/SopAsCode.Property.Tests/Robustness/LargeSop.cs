using System.Globalization;
using System.Text;

namespace SopAsCode.Property.Tests.Robustness;

/// <summary>An SOP far larger than anybody should write: each ten steps a round of drafting, reviewing and sending, with values and a question of their own.</summary>
internal static class LargeSop
{
    private const int Round = 10;

    /// <summary>Its source.</summary>
    /// <param name="steps">How many steps it has: a multiple of ten.</param>
    /// <returns>The source.</returns>
    public static string Of(int steps)
    {
        var source = new StringBuilder("namespace Team;\n\n");
        for (var round = 0; round < steps / Round; round++)
        {
            source.Append(CultureInfo.InvariantCulture, $"[Data(DataClass.Internal)] public sealed record Part{round}(string Text, int Number, IReadOnlyList<Ticket> Tickets);\n");
        }

        source.Append("""

            [Sop("Far too large"), Owner<Support>, Backup<Founder>]
            [Change("1.0.0", "2026-09-14", "First version", Moves = "Old -> Draft0")]
            public sealed partial class FarTooLarge : Sop<Ticket>
            {

            """);
        for (var round = 0; round < steps / Round; round++)
        {
            source.Append(Rounds.Replace("#", round.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        }

        return source.Append("}\n").ToString();
    }

    private const string Rounds =
        """
            [AiStep<Writer>("Draft part #"), Prompt("Write {ticket.Subject} and {last} as {ticket}"), Drafts<Helpdesk>]
            [OnFailure(Fallback, Retries = 2)]
            public partial Task<Part#> Draft#(Ticket ticket, Reply? last, Rejection? rejection);

            [Checkpoint<Support>("Review part #"), OnReject(nameof(Draft#), AtMost = 2, Then = nameof(Rework#)), Due(Hours = 4), OnTimeout(Fallback)]
            [Next(nameof(Send#), When = nameof(IsShort#)), Next(nameof(Rework#), AtMost = 1), Next(nameof(Send#))]
            public partial Task<Part#> Review#(Part# part, Ticket ticket);

            [HumanStep<Support>("Rework part #")]
            public partial Task<Part#> Rework#(Part# part, Ticket ticket);

            [Checkpoint<Founder>("Approve part #")]
            public partial Task Approve#(Part# part, Ticket ticket);

            [AutomatedStep("Send part #"), Writes<Helpdesk>(Impact.Customers, Irreversible = true)]
            public Task<Reply> Send#(Part# part, Ticket ticket, CancellationToken cancel) => Task.FromResult(new Reply(part.Text));

            [AutomatedStep("Note part #"), Limit("Few", When = nameof(IsShort#), PerDay = 5, Since = "2026-01-01")]
            public Task Note#(Part# part, Reply reply) => Task.CompletedTask;

            [WaitFor("An answer to part #"), Due(Days = 1), OnTimeout(nameof(File#))]
            public partial Task<Reply> Hear#(Reply reply);

            [AutomatedStep("Store part #")]
            public Task Store#(Reply reply) => Task.CompletedTask;

            [HumanStep<Support>("File part #")]
            public partial Task File#(Ticket ticket);

            [AutomatedStep("Close part #")]
            public Task Close#(Ticket ticket) => Task.CompletedTask;

            [Condition("Part # is short")]
            private static bool IsShort#(Part# part) => part.Text.Length < 100;


        """;
}
