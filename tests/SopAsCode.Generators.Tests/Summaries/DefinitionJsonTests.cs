using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using SopAsCode.Generators.Tests.Output;
using SopAsCode.TestHarness;

namespace SopAsCode.Generators.Tests.Summaries;

/// <summary>The definition as JSON in the summary, and the generated object, say the same.</summary>
public class DefinitionJsonTests
{
    public static TheoryData<string> Projects => new("WholeLanguage", "TinyTeam", "Strange");

    [Theory]
    [MemberData(nameof(Projects))]
    public void It_says_what_the_definition_says_member_by_member(string project)
    {
        using var emitted = EmittedAssembly.Of(ProjectOf(project));
        var summaries = emitted.Assembly.GetCustomAttributes<SopSummaryAttribute>().ToList();
        Assert.NotEmpty(summaries);
        foreach (var summary in summaries)
        {
            var definition = emitted.Get<SopDefinition>(summary.Sop.FullName!, "Definition");
            var expected = DefinitionAsJson.Of(definition);
            var actual = JsonNode.Parse(summary.Definition!)!.AsObject();
            foreach (var member in expected.Select(member => member.Key).Union(actual.Select(member => member.Key)))
            {
                Assert.True(JsonNode.DeepEquals(expected[member], actual[member]), $"{definition.Id}.{member}: expected\n{expected[member]}\nbut it is\n{actual[member]}");
            }

            Assert.Equal((definition.Id, definition.Version), (summary.Id, summary.Version));
        }
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void It_is_canonical(string project)
    {
        using var emitted = EmittedAssembly.Of(ProjectOf(project));
        foreach (var text in emitted.Assembly.GetCustomAttributes<SopSummaryAttribute>().Select(summary => summary.Definition!))
        {
            Assert.DoesNotContain('\r', text);
            Assert.DoesNotContain(text.Split('\n'), line => line.Length == 0 || line != line.Trim(' '));
            Assert.Equal(text, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)));
        }
    }

    private static SopProject ProjectOf(string name) => name switch
    {
        "TinyTeam" => Example.Of(name),
        "Strange" => Strange,
        _ => WholeLanguage.Project,
    };

    private static SopProject Strange => Vocabulary.Sop(
        """
            [AiStep<Writer>("\"\"\"\" */ \u2028 \\ \0 \u0007 \u0085 ｆ 🧾 \ud800 \udc00")]
            [Prompt("\"\"\"\"\n```\n{{not a place}} {ticket.Subject} {nothing.here} { }\r\n\u2029\ufeff")]
            [Writes<Helpdesk>(Impact.Customers | Impact.Money | Impact.PublicPages), Writes<Ledger>(Impact.None), Writes<Website>(Irreversible = true)]
            [Next(nameof(DraftReply), When = nameof(IsSo), AtMost = 3, Then = nameof(Look)), Next(nameof(Look))]
            [Limit("A few", When = nameof(IsSo), PerDay = 2, Since = "2026-09-14")]
            public partial Task<Reply> DraftReply(Ticket ticket);

            [WaitFor("Very long"), After(Days = 2147483, Hours = 49, Minutes = 121)]
            public partial Task Look();

            [Condition("So")] private static bool IsSo(Ticket ticket) => ticket.HighValue;
        """).Replace("Baseline = 240, Target = 60", "Baseline = 1e300, Target = double.NegativeInfinity", StringComparison.Ordinal)
            .Replace("Baseline = 30, Target = 10", "Target = 0.1", StringComparison.Ordinal);
}
