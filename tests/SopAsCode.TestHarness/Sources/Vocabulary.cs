namespace SopAsCode.TestHarness;

/// <summary>The words that the SOPs of tests are made of, so that a test shows its SOP and nothing else.</summary>
public static class Vocabulary
{
    /// <summary>The file that holds the words.</summary>
    public const string File = "Vocabulary.cs";

    /// <summary>Roles, agents, tools, a value stream, records and services, in namespace <c>Desk</c>, which every file uses.</summary>
    public const string Source = """
        namespace Desk;

        [Title("Founder")] public sealed class Founder : Role;
        [Title("Support")] public sealed class Support : Role;
        [Title("Senior support")] public sealed class SeniorSupport : Role;
        [Title("Finance")] public sealed class Finance : Role;

        [Model("gpt-5-mini-2026-08-07")] public sealed class Writer : Agent;
        [Model("gpt-5-mini-2026-08-07")] public sealed class Sorter : Agent;

        [Link("Queue", "https://helpdesk.example.com")] public sealed class Helpdesk : Tool;
        [Link("Ledger", "https://ledger.example.com")] public sealed class Ledger : Tool;
        [Link("Pages", "https://pages.example.com")] public sealed class Website : Tool;
        [Link("Articles", "https://articles.example.com"), Touches(Impact.None)] public sealed class KnowledgeBase : Tool;

        [Title("Customer success")] public sealed class CustomerSuccess : ValueStream;

        [Data(DataClass.Personal)] public sealed record Ticket(string Subject, string Body, bool HighValue);
        [Data(DataClass.Personal)] public sealed record Triage(string Topic, int Urgency, string? Macro);
        [Data(DataClass.Personal)] public sealed record Reply(string Text);
        [Data(DataClass.Internal)] public sealed record Article(string Title, string Text);
        [Data(DataClass.Confidential)] public sealed record Invoice(string Number, long Cents, string Currency);
        [Data(DataClass.Confidential)] public sealed record Refund(string Number, long Cents, string Currency);
        public enum Verdict { Fine, Doubtful, Bad }

        public interface IHelpdesk
        {
            Task SendAsync(string text, CancellationToken cancel);
        }
        """;

    /// <summary>The usings an SDK project has, and the two that an SOP needs.</summary>
    public const string GlobalUsings = """
        global using global::System;
        global using global::System.Collections.Generic;
        global using global::System.Linq;
        global using global::System.Threading;
        global using global::System.Threading.Tasks;
        global using global::SopAsCode;
        """;

    /// <summary>An SOP that says everything a class can say, around the steps of a test.</summary>
    /// <param name="steps">Its methods.</param>
    /// <param name="name">Its class.</param>
    /// <param name="input">The type of its input; null for none.</param>
    /// <returns>Source.</returns>
    public static string Sop(string steps, string name = "AnswerTicket", string? input = "Ticket") => $$"""
        namespace Team;

        [Sop("{{name}} by the book")]
        [Purpose("Answer tickets", Output = "An answered ticket")]
        [Owner<Support>, Backup<Founder>]
        [Responsible<Founder>(Duty.Builder), Responsible<Support>(Duty.Reviewer), Responsible<Support>(Duty.Documentation)]
        [ValueStream<CustomerSuccess>]
        [Trigger("A ticket comes in")]
        [OutOfScope("Contracts")]
        [Metric(Measure.CycleTime, Baseline = 240, Target = 60, Unit = "minutes")]
        [Metric(Measure.ReworkRate, Baseline = 30, Target = 10, Unit = "%")]
        [Review(Cadence.Monthly, Last = "2026-11-02")]
        [Fallback("Work the queue by hand", SwitchWhen = "The writer is down")]
        [EdgeCase("The customer writes twice", "Answer once, and close the other ticket")]
        [Disclosure("Drafts are prepared with AI and read by a person")]
        [Change("1.0.0", "2026-09-14", "First version")]
        public sealed partial class {{name}} : {{(input is null ? "Sop" : $"Sop<{input}>")}}
        {
        {{steps}}
        }
        """;
}
