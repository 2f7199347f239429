using SopAsCode.TestHarness;

namespace SopAsCode.Generators.Tests.Pages;

/// <summary>SOPs with texts that some reader of Markdown takes for something else.</summary>
internal static class OddTexts
{
    private const string Frame = """
        [Title("Clerk {x}")] public sealed class Clerk : Role;
        [Model("m-2026-01-01")] public sealed class Writer : Agent;
        [Link("Box", "https://mail.example.com/a_b?x=1#top")] public sealed class Mail : Tool;
        [Data(DataClass.Internal)] public sealed record Bill([property: Key] string Number);
        public sealed record Reply(string Text);
        """;

    private const string Braces = """
        [Sop("Fill {{ customer.name }} and {% if x %}", Id = "braces"), Owner<Clerk>]
        [Trigger("A template with {{ placeholders }} comes in")]
        [Note("Write {{ name }}, {% raw %} and {one}")]
        [EdgeCase("A {{ in the text", "Take {it} out: {{ x }}")]
        public sealed partial class Braces : Sop<Bill>
        {
            [HumanStep<Clerk>("Replace {{name}} and {{ order.id }}")]
            [Instructions("Every {{ order.total }} must be gone {before}")]
            [Checklist("No {{ is left", "{.a #b}")]
            [Next(nameof(Check), When = nameof(IsOdd)), Next(End.Completed)]
            public partial Task Fill(Bill bill);

            [Checkpoint<Clerk>("Look at {it}")]
            [Template("To {{ customer }}", "Dear {bill.Number}, {{ yours }}")]
            public partial Task Check(Bill bill);

            [Condition("It has {{ braces }}")] private static bool IsOdd(Bill bill) => true;
        }
        """;

    private const string Charts = """
        [Sop("Chart words", Id = "charts"), Owner<Clerk>]
        [Trigger("1. An e-mail comes in"), Trigger("- nightly")]
        public sealed partial class Charts : Sop<Bill>
        {
            [HumanStep<Clerk>("end"), Next(nameof(Style), When = nameof(C1)), Next(nameof(Klass), When = nameof(C2)), Next(nameof(Click), When = nameof(C3)), Next(nameof(Sub))]
            public partial Task EndIt(Bill bill);
            [HumanStep<Clerk>("style s1 fill:#f00"), Next(End.Completed)] public partial Task Style(Bill bill);
            [HumanStep<Clerk>("class default"), Next(End.Completed)] public partial Task Klass(Bill bill);
            [HumanStep<Clerk>("1) click s1 href"), Next(End.Completed)] public partial Task Click(Bill bill);
            [HumanStep<Clerk>("subgraph o--o x--x"), Next(End.Completed)] public partial Task Sub(Bill bill);
            [Condition("- not paid")] private static bool C1(Bill bill) => true;
            [Condition("2) over 500")] private static bool C2(Bill bill) => true;
            [Condition("# it is new `x` $$x^2$$ **bold** _it_")] private static bool C3(Bill bill) => true;
        }
        """;

    private const string Addresses = """
        [Sop("Open https://forms.example.com/leave_request?a=1&b=2#step_3", Id = "addresses"), Owner<Clerk>]
        [Trigger("Somebody writes to on_call@example.com"), Trigger("It stands on www.example.com/a_b (see there)")]
        [Prerequisite("An account at https://wiki.example.com/Team_(sales), and www.example.com/x*y.")]
        [Fallback("Use https://forms.example.com/leave_request?a=1&b=2#step_3 instead", SwitchWhen = "https://status.example.com/a_b is red.")]
        public sealed partial class Addresses : Sop<Bill>
        {
            [HumanStep<Clerk>("Fill in https://forms.example.com/leave_request_1")]
            [Instructions("Form: https://forms.example.com/leave_request?a=1&b=2#step_3, then https://wiki.example.com/Team_(sales)")]
            [Link("Anchor", "#step-1")]
            [Link("Web", "https://en.example.org/wiki/Foo_(bar)?x=[1]&y=a b")]
            public partial Task Fill(Bill bill);
        }
        """;

    private const string Lists = """"
        [Sop("Restart the service", Id = "lists"), Owner<Clerk>]
        [Fallback("""
            1. Call the on-call person
            2. Write it down

            Then wait.
            """, SwitchWhen = "The board is down.")]
        [Note("It may be slow."), Note("""
            Some days are worse:

            the first of the month, and the day after a holiday.
            """), Note("Ask whoever is on call.")]
        public sealed partial class Lists : Sop<Bill>
        {
            [HumanStep<Clerk>("Restart")]
            [Instructions("""
                Do this in order:

                1. Drain the node: `kubectl drain node-1`
                2. Restart it
                   - wait for **green**
                   - look at [the board](https://board.example.com)
                3. Put it back

                | Severity | Time   |
                | -------- | ------ |
                | high     | 15 min |
                """)]
            [Checklist("It is green")]
            [EdgeCase("It costs $5 or $10 & more", "Pay ~20% with a | in it, 3 > 2, a#b, x*y, !important")]
            public partial Task Restart(Bill bill);
        }
        """";

    /// <summary>Letters that mean something somewhere, in each text of an SOP: nothing of it may work.</summary>
    private const string Evil = "- 1. # <script>x</script> [a](javascript:b) ![c](https://example.com/d.png) **e** `f` | g ~~h~~ $i$ \\\\ --- &lt; <!-- j --> {k} {{ l }} {% m %} \\u202E n\\no";

    private static string Hostile => $$$"""
        [Sop("{{{Evil}}}", Id = "hostile"), Owner<Clerk>]
        [Purpose("{{{Evil}}}", Output = "{{{Evil}}}")]
        [Trigger("{{{Evil}}}"), Prerequisite("{{{Evil}}}"), OutOfScope("{{{Evil}}}")]
        [Fallback("{{{Evil}}}", SwitchWhen = "{{{Evil}}}")]
        [Note("{{{Evil}}}"), EdgeCase("{{{Evil}}}", "{{{Evil}}}"), Example("{{{Evil}}}", "{{{Evil}}}"), Section("{{{Evil}}}", "{{{Evil}}}"), Checklist("{{{Evil}}}", Title = "{{{Evil}}}")]
        [Metric(Measure.CycleTime, Name = "{{{Evil}}}", Baseline = 3, Target = 2, Unit = "{{{Evil}}}")]
        public sealed partial class Hostile : Sop<Bill>
        {
            [AiStep<Writer>("{{{Evil}}} 1"), Prompt("Answer {bill.Number}"), Guardrail("{{{Evil}}}"), Limitation("{{{Evil}}}", Workaround = "{{{Evil}}}")]
            [Next(nameof(Look), When = nameof(IsOdd)), Next(End.Completed)]
            public partial Task<Reply> Draft(Bill bill);

            [Checkpoint<Clerk>("{{{Evil}}} 2"), Instructions("{{{Evil}}}"), Checklist("{{{Evil}}}"), Template("{{{Evil}}}", "a")]
            public partial Task Look(Bill bill, Reply reply);

            [Condition("{{{Evil}}}")] private static bool IsOdd(Bill bill) => true;
        }
        """;

    private static string Long => $$"""
        [Sop("Read a long text", Id = "long"), Owner<Clerk>]
        [Purpose("{{string.Concat(Enumerable.Repeat("Long (and) deep * ", 600))}}")]
        public sealed partial class Long : Sop<Bill>
        {
            [HumanStep<Clerk>("Read it"), Instructions("Long: {{string.Concat(Enumerable.Repeat("[(*_{<", 1700))}}")]
            public partial Task Read(Bill bill);
        }
        """;

    /// <summary>The project, and its SOPs.</summary>
    public static SopProject Project { get; } = SopProject.Of(string.Join('\n', Frame, Braces, Charts, Addresses, Lists, Hostile, Long));

    /// <summary>Their classes.</summary>
    public static IReadOnlyList<string> Classes { get; } = ["Braces", "Charts", "Addresses", "Lists", "Hostile", "Long"];
}
