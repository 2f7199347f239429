namespace SopAsCode.Analyzers.Tests.Language;

/// <summary>An SOP that its policy has much to say about: what a policy asks only shows where somebody does otherwise.</summary>
internal static class Policed
{
    public const string Source = """
        [assembly: Grant<Team.Letters, Team.Mailer>(Impact.Customers, By = typeof(Founder), On = "2026-09-10", Until = "2027-09-10", Because = "Reviewed")]

        namespace Team;

        [Title("Shop assistants")] public sealed class Assistant : Role;

        [Touches(Impact.Customers), Holds(DataClass.Confidential)] public sealed class Mailer : Tool;

        [Allow<Writer>(UpTo = DataClass.Personal)]
        [Cap(Impact.Customers, Level.Autonomous)]
        [Holder<Assistant>("al@example.com"), Holder<Support>("sam@example.com"), Holder<Founder>("ana@example.com")]
        [RequireMetric(Measure.ErrorRate), RequireApprover<Founder>(Impact.Customers)]
        [MaxApprovalShare(100), MinimumTrial(28), TitlePattern("^Answer"), MaxSteps(3), WaiverLimit(30), AllowWaiver("SOP0201")]
        public sealed class HousePolicy : Policy;

        [Sop("Reply to letters"), Owner<Assistant>]
        [Metric(Measure.CycleTime, Baseline = 240, Target = 60, Unit = "minutes")]
        [Waive("SOP0201", Because = "A small shop", By = typeof(Founder), Until = "2027-01-31")]
        [Change("1.0.0", "2026-11-09", "First version")]
        public sealed partial class Letters(IHelpdesk helpdesk) : Sop<Ticket>
        {
            [AiStep<Writer>("Sort the letter"), Prompt("Sort {ticket.Subject}, {ticket.Body}"), Reads<Mailer>]
            [Next(nameof(SendMacro), When = nameof(IsSimple)), Next(nameof(Write))]
            public partial Task<Triage> Categorise(Ticket ticket);

            [HumanStep<Assistant>("Write the letter")]
            public partial Task<Reply> Write(Ticket ticket);

            [Checkpoint<Support>("Check the tone")] public partial Task<Reply> CheckTone(Reply reply);
            [Checkpoint<Support>("Check the facts")] public partial Task<Reply> CheckFacts(Reply reply);
            [Checkpoint<Support>("Check the name")] public partial Task<Reply> CheckName(Reply reply);
            [Checkpoint<Support>("Check the date")] public partial Task<Reply> CheckDate(Reply reply);
            [Checkpoint<Support>("Check the sum")] public partial Task<Reply> CheckSum(Reply reply);

            [AutomatedStep("Send the letter"), Writes<Mailer>(Impact.Customers)]
            public Task Send(Reply reply, CancellationToken cancel) => helpdesk.SendAsync(reply.Text, cancel);

            [AutomatedStep("File the letter"), Writes<Mailer>]
            [Next(End.Completed)]
            public Task Store(Ticket ticket, CancellationToken cancel) => helpdesk.SendAsync(ticket.Body, cancel);

            [AutomatedStep("Send the macro"), Writes<Mailer>(Impact.Customers)]
            [Limit("Macros", When = nameof(IsSimple), PerDay = 5, Else = nameof(Write), Since = "2026-11-10", Evidence = "Two weeks"), SpotCheck<Support>(OneIn = 5)]
            [Next(End.Completed)]
            public Task SendMacro(Triage triage, CancellationToken cancel) => helpdesk.SendAsync(triage.Macro!, cancel);

            [Condition("A macro answers it")]
            private static bool IsSimple(Triage triage) => triage.Macro is not null;
        }
        """;
}
