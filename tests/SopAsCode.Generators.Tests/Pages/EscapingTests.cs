using SopAsCode.TestHarness;

namespace SopAsCode.Generators.Tests.Pages;

/// <summary>Text from a declaration stays text, wherever it lands on a page.</summary>
public class EscapingTests
{
    private const string Evil = "- 1. # <script>x</script> [a](javascript:b) ![c](d) **e** `f` | g ~~h~~ $i$ \\\\ --- &lt; <!-- j --> http";

    // The same declaration twice: every text in the first is harmless, in the second it is not.
    private static readonly ReadPage Harmless = PageWith("Harmless");
    private static readonly ReadPage Hostile = PageWith(Evil);

    [Fact]
    public void Text_makes_no_heading() => Assert.Equal(Harmless.Headings, Hostile.Headings.Select(Disarm));

    [Fact]
    public void Text_makes_no_html() => Assert.Equal(Harmless.Html, Hostile.Html);

    [Fact]
    public void Text_makes_no_link() => Assert.Equal(Harmless.Links, Hostile.Links);

    [Fact]
    public void Text_makes_no_fence_and_ends_none() => Assert.Equal(Harmless.Fences, Hostile.Fences);

    [Fact]
    public void Text_makes_no_cell() => Assert.Equal(Harmless.Rows, Hostile.Rows.Select(Disarm));

    [Fact]
    public void Text_makes_no_emphasis() => Assert.Equal(Harmless.Marked, Hostile.Marked.Select(Disarm));

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("//example.com")]
    [InlineData("not an address")]
    public void A_link_leads_to_the_web_or_a_mailbox_only(string url) =>
        Assert.DoesNotContain(PageWith("Harmless", url).Links, link => !link.StartsWith('#') && !link.StartsWith("https://", StringComparison.Ordinal));

    [Fact]
    public void An_address_can_not_leave_its_link()
    {
        var page = PageWith("Harmless", "https://example.com/a>b|c) [x](https://evil.example.com)");
        Assert.DoesNotContain(page.Links, link => link.StartsWith("https://evil", StringComparison.Ordinal));
        Assert.Equal(Harmless.Rows.Count, page.Rows.Count);
    }

    // Markdown of people may have emphasis, lists and links; it brings no HTML and no heading, and the page goes on behind it.
    [Theory]
    [InlineData(Evil)]
    [InlineData("# Steps\\n\\n</details>\\n\\n<script>x</script>")]
    [InlineData("```\\n</details>")]
    [InlineData("- one\\n  - <b>two</b>\\n\\n> # three")]
    public void Prose_brings_no_html_and_no_heading(string prose)
    {
        var page = PageWith("Harmless", prose: prose);
        Assert.Equal(Harmless.Html, page.Html);
        Assert.Equal(Harmless.Headings, page.Headings);
        Assert.Equal(Harmless.Rows.Count, page.Rows.Count);
    }

    // What a viewer shows of the hostile text is the hostile text.
    private static string Disarm(string shown) => shown.Replace(Evil.Replace("\\\\", "\\", StringComparison.Ordinal), "Harmless", StringComparison.Ordinal);

    private static ReadPage PageWith(string text, string url = "https://example.com", string prose = "Harmless") => ReadPage.Of(
        SopProject.Of(Source.Replace("TEXT", text, StringComparison.Ordinal).Replace("URL", url, StringComparison.Ordinal).Replace("PROSE", prose, StringComparison.Ordinal)),
        "Team.AnswerTicket");

    private const string Source =
        """
        using Team;
        [assembly: Grant<AnswerTicket, Tool1>(Impact.Customers, By = typeof(Role1), On = "2026-01-01", Because = "TEXT")]
        namespace Team;

        [Title("TEXT")] public sealed class Role1 : Role;
        [Title("TEXT"), Model("model-1")] public sealed class Agent1 : Agent;
        [Title("TEXT"), Link("TEXT", "URL")] public sealed class Tool1 : Tool;
        [Title("TEXT")] public sealed class Stream1 : ValueStream;

        [Sop("TEXT")]
        [Purpose("TEXT", Output = "TEXT")]
        [Owner<Role1>, Backup<Role1>]
        [ValueStream<Stream1>]
        [Trigger("TEXT")]
        [OutOfScope("TEXT")]
        [Checklist("TEXT")]
        [Metric(Measure.Outcome, Name = "TEXT", Unit = "TEXT", Baseline = 1)]
        [Fallback("PROSE", SwitchWhen = "TEXT")]
        [Note("PROSE"), EdgeCase("TEXT", "PROSE"), Example("TEXT", "PROSE"), Section("TEXT", "PROSE"), Template("TEXT", "TEXT")]
        [Disclosure("TEXT")]
        [Link("TEXT", "URL")]
        [Change("1.0.0", "2026-01-01", "TEXT")]
        public sealed partial class AnswerTicket : Sop<Ticket>
        {
            [AiStep<Agent1>("TEXT")]
            [Prompt("TEXT\n```\nTEXT\n~~~\n</details>")]
            [Reads<Tool1>]
            [Next(nameof(Check), When = nameof(IsSo))]
            [Next(End.Cancelled)]
            public partial Task<Reply> Draft(Ticket ticket);

            [Checkpoint<Role1>("TEXT.")]
            [Instructions("PROSE")]
            [Checklist("TEXT", Title = "TEXT"), Template("TEXT", "TEXT")]
            public partial Task<Reply> Check(Reply reply);

            [AutomatedStep("TEXT!")]
            [Writes<Tool1>(Impact.Customers)]
            [Limit("TEXT", When = nameof(IsSo), PerDay = 2, Since = "2026-01-01", Evidence = "TEXT")]
            [SpotCheck<Role1>(OneIn = 2)]
            public Task Send(Reply reply) => Task.CompletedTask;

            [Condition("TEXT")]
            private static bool IsSo(Ticket ticket) => true;
        }
        """;
}
