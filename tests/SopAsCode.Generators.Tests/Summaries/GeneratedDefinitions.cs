using System.Collections.Concurrent;
using SopAsCode.Generators.Tests.Output;
using SopAsCode.Model.Summaries;
using SopAsCode.TestHarness;

namespace SopAsCode.Generators.Tests.Summaries;

/// <summary>The definitions that the generator writes for the examples, for all the language can say, and for odd texts and numbers.</summary>
internal static class GeneratedDefinitions
{
    private static readonly ConcurrentDictionary<string, GeneratorRun> Known = new(StringComparer.Ordinal);

    /// <summary>The projects.</summary>
    public static IReadOnlyList<string> Projects { get; } = ["WholeLanguage", "TinyTeam", "Minimal", "Odd"];

    /// <summary>The JSON of the definitions of a project, by the class.</summary>
    public static IReadOnlyDictionary<string, string> Of(string project) =>
        SopSummary.ReadAll(RunOf(project).Output.Assembly).ToDictionary(summary => summary.Sop, summary => summary.Definition!, StringComparer.Ordinal);

    /// <summary>The generated project.</summary>
    public static GeneratorRun RunOf(string project) => Known.GetOrAdd(project, static name => GeneratorRun.Of(name switch
    {
        "WholeLanguage" => WholeLanguage.Project,
        "Odd" => Odd,
        _ => Example.Of(name),
    }));

    private static SopProject Odd => Vocabulary.Sop(
        """
            [AiStep<Writer>("\"\"\"\" */ \u2028 \\ \0 \u0007 \u0085 ｆ 🧾 \ud800 \udc00")]
            [Prompt("\"\"\"\"\n```\n{{not a place}} {ticket.Subject} {nothing.here} { }\r\n\u2029\ufeff")]
            [Writes<Helpdesk>(Impact.Customers | Impact.Money | Impact.PublicPages), Writes<Ledger>(Impact.None), Writes<Website>(Irreversible = true)]
            [Next(nameof(DraftReply), When = nameof(IsSo), AtMost = 3, Then = nameof(Look)), Next(nameof(Look))]
            [Limit("A few", When = nameof(IsSo), PerDay = 2, Since = "2026-09-14")]
            public partial Task<Reply> DraftReply(Ticket ticket);

            [WaitFor("Very long"), After(Days = 2147483, Hours = 49, Minutes = 121)]
            public partial Task Look();

            [AutomatedStep("Say that it is over"), Limit("The same words each time", PerDay = 3, Since = "2026-09-14")]
            public Task Say() => Task.CompletedTask;

            [Condition("So")] private static bool IsSo(Ticket ticket) => ticket.HighValue;
        """).Replace("Baseline = 240, Target = 60", "Baseline = 1e300, Target = double.NegativeInfinity", StringComparison.Ordinal)
            .Replace("Baseline = 30, Target = 10", "Target = 0.1", StringComparison.Ordinal);
}
