using SopAsCode.Generators.Tests.Output;
using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests.Language;

/// <summary>A project that uses every attribute in a place where it matters.</summary>
internal static class WholeProject
{
    private const string Autonomy = """
        [assembly: UsePolicy<Team.HousePolicy>]

        namespace Team;

        [Title("Returning customers")] public sealed class Returning : ValueStream;

        [MaxSteps(2)] public sealed class OldPolicy : Policy;

        [Sop("Answer by macro"), Owner<Support>]
        [Trigger("A ticket comes in")]
        [Disclosure("Our footer says that an AI helps")]
        public sealed partial class AnswerByMacro(IHelpdesk helpdesk) : Sop<Ticket>
        {
            [AiStep<Sorter>("Sort the ticket")]
            [Prompt("Sort {ticket.Subject}, {ticket.Body}, after {rejection.Reason}")]
            [Next(nameof(Answer), When = nameof(IsSimple), AtMost = 3, Then = nameof(Look))]
            [Next(nameof(Look))]
            public partial Task<Triage> Categorise(Ticket ticket, Rejection? rejection);

            [Checkpoint<Support>("Look at it")]
            [Checklist("Topic is right", "Nothing is missing")]
            [OnReject(nameof(Categorise), AtMost = 2, Then = nameof(TakeOver))]
            public partial Task<Triage> Look(Triage triage);

            [AutomatedStep("Answer with the macro")]
            [Writes<Helpdesk>(Impact.Customers)]
            [Limit("Macros of urgency 1 or 2", When = nameof(IsSimple), PerDay = 50, Else = nameof(TakeOver), Since = "2026-09-14", Evidence = "Four weeks")]
            [SpotCheck<Support>(OneIn = 20)]
            [Next(End.Completed)]
            public Task Answer(Triage triage, CancellationToken cancel) => helpdesk.SendAsync(triage.Macro!, cancel);

            [WaitFor("The customer is back"), After(Days = 2, Hours = 3, Minutes = 4)]
            public partial Task Pause();

            [HumanStep<SeniorSupport>("Take it over")]
            public partial Task TakeOver(Ticket ticket);

            [Condition("A macro answers it")]
            private static bool IsSimple(Triage triage) => triage.Macro is not null;
        }
        """;

    /// <summary>The whole language, and an SOP that acts by itself.</summary>
    public static SopProject Of() => WholeLanguage.Project.With("Autonomy.cs", Autonomy).WithProperty("SopAsOf", "2026-11-20");

    /// <summary>A project of its own.</summary>
    /// <param name="source">Its declarations.</param>
    public static SopProject Around(string source) => SopProject.Of(source).WithProperty("SopAsOf", "2026-11-20");
}
