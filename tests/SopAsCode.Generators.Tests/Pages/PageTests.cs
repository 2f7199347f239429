using SopAsCode.TestHarness;

namespace SopAsCode.Generators.Tests.Pages;

/// <summary>What stands on a page, as a Markdown viewer shows it.</summary>
public class PageTests
{
    private static readonly ReadPage Triage = ReadPage.Of(Example.Of("TinyTeam"), "TinyTeam.Support.SupportTriage");

    [Fact]
    public void A_page_has_its_parts_in_order() => Assert.Equal(
        [
            "# Customer support triage",
            "## At a glance",
            "## Your part",
            "## Flow",
            "## Steps",
            "### 1. Sort the ticket by topic and urgency",
            "### 2. Answer with the matching macro",
            "### 3. Draft a reply",
            "### 4. Review the reply before it is sent",
            "### 5. Send the approved reply",
            "### 6. Summarise the resolution for the knowledge base",
            "### 7. Take the ticket over personally",
            "## Who may do what",
            "## What the AI gets to see",
            "## When it goes wrong",
            "### By hand",
            "## Metrics",
            "## Good to know",
            "## Rules set aside",
            "## Data",
            "## Changes",
        ],
        Triage.Headings);

    [Theory]
    [InlineData("Owner | Customer success lead")]
    [InlineData("Backup | Founder")]
    [InlineData("A person approves | Customer success lead: 4. Review the reply before it is sent")]
    [InlineData("AI | drafts only. Without a person looking first: only 2. Answer with the matching macro, inside its limit")]
    [InlineData("Review | every month, next due 2026-12-02")]
    [InlineData("2. Answer with the matching macro | Helpdesk | write | customers | by Founder on 2026-09-10 until 2027-09-10: Replies leave only after review, macros only inside their limit")]
    [InlineData("Ticket classifier | 1. Sort the ticket by topic and urgency | Ticket: subject, body | personal")]
    [InlineData("Reply writer | 3. Draft a reply | Triage: topic | personal, from ticket")]
    [InlineData("Reply writer | 3. Draft a reply | Rejection: reason | not stated")]
    [InlineData("Reply | Text | 3. Draft a reply, 4. Review the reply before it is sent")]
    [InlineData("Reviewed by | Senior support")]
    [InlineData("Rework rate | 30 % | 10 %")]
    [InlineData("1.1.0 | 2026-11-02 | High-value customers go to a senior before any draft is written")]
    public void A_page_says_who_and_what(string row) => Assert.Contains(row, Triage.Rows);

    [Theory]
    [InlineData("- If the customer is high-value → [7. Take the ticket over personally](#step-7)\n")]
    [InlineData("- Otherwise → [3. Draft a reply](#step-3)\n")]
    [InlineData("* Rejected, the first two times → [3. Draft a reply](#step-3)\n")]
    [InlineData("* No answer in time → [7. Take the ticket over personally](#step-7)\n")]
    [InlineData("- Failed, and three retries too → [7. Take the ticket over personally](#step-7)\n")]
    [InlineData("- Outside its limit (pre-written macros for topics of urgency 1 or 2, 50 times a day) → [3. Draft a reply](#step-3)\n")]
    [InlineData("- [ ] Nothing invented")]
    [InlineData("**Customer success lead** approves or rejects, due in 2 working hours.")]
    [InlineData("One in 20 is looked at afterwards by Customer success lead.")]
    [InlineData("Switch when: The classifier is down, or wrong in one of five spot checks.")]
    public void A_page_says_it_in_words(string line) => Assert.Contains(line, Triage.Text, StringComparison.Ordinal);

    [Fact]
    public void Every_link_to_a_step_has_its_anchor()
    {
        var anchors = Triage.Links.Where(link => link.StartsWith('#')).Distinct(StringComparer.Ordinal);
        Assert.All(anchors, link => Assert.Contains($"<a id=\"{link[1..]}\"></a>", Triage.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void The_smallest_sop_has_a_page_without_empty_parts()
    {
        var page = ReadPage.Of(
            """
            namespace Team;
            [Sop("Smallest"), Owner<Support>]
            public sealed partial class Smallest : Sop
            {
                [HumanStep<Support>]
                public partial Task DoIt();
            }
            """,
            "Team.Smallest");
        Assert.Equal(["# Smallest", "## At a glance", "## Your part", "## Flow", "## Steps", "### 1. Do it", "## When it goes wrong", "### By hand", "## Data", "## Changes"], page.Headings);
        Assert.Equal(["Owner | Support", "AI | none", "Who | Does | Approves | Is asked | Is told", "Support | 1. Do it, answers for the result, and works by hand |  |  | "], page.Rows);
    }

    [Fact]
    public void A_write_that_nobody_granted_says_so()
    {
        var page = ReadPage.Of(Samples.Answer, "Team.AnswerTicket");
        Assert.Contains("3. Send reply | Helpdesk | write | customers | not granted", page.Rows);
    }

    [Theory]
    [InlineData("By = null, On = null, Because = \"\"", "by nobody named")]
    [InlineData("By = typeof(Support), On = \"\", Until = \" \"", "by Support")]
    [InlineData("By = typeof(Support), On = \"2026-09-10\", Until = \"2027-09-10\", Because = \"Small sums\"", "by Support on 2026-09-10 until 2027-09-10: Small sums")]
    public void A_grant_says_what_is_stated(string settings, string says)
    {
        var page = ReadPage.Of($"[assembly: Grant<Team.AnswerTicket, Helpdesk>(Impact.Customers, {settings})]\n" + Samples.Answer, "Team.AnswerTicket");
        Assert.Contains("3. Send reply | Helpdesk | write | customers | " + says, page.Rows);
    }

    [Theory]
    [InlineData("AutomatedStep(\"Do it\"), Writes<Helpdesk>", "public Task Do(Ticket ticket) => Task.CompletedTask", "1. Do it | Helpdesk | write | not stated | ")]
    [InlineData("HumanStep<Support>(\"Do it\"), Writes<Helpdesk>", "public partial Task Do(Ticket ticket)", "1. Do it | Helpdesk | write |  | ")]
    [InlineData("AutomatedStep(\"Do it\"), Writes<KnowledgeBase>", "public Task Do(Ticket ticket) => Task.CompletedTask", "1. Do it | Knowledge base | write | none | ")]
    [InlineData("AutomatedStep(\"Do it\"), Writes<KnowledgeBase>(Irreversible = true)", "public Task Do(Ticket ticket) => Task.CompletedTask", "1. Do it | Knowledge base | write | none, can't be undone | ")]
    public void Where_a_write_can_hurt_is_said_by_its_tool_or_by_nobody(string attributes, string method, string row) => Assert.Contains(
        row,
        ReadPage.Of($"namespace Team;\n[Sop(\"Do it\"), Owner<Support>]\npublic sealed partial class Do1 : Sop<Ticket>\n{{\n[{attributes}] {method};\n}}", "Team.Do1").Rows);

    [Theory]
    [InlineData("", "AI | answers only, touches no tool", "AI: Writer, answers only, touches no tool.")]
    [InlineData(", Reads<Helpdesk>", "AI | reads only", "AI: Writer, reads Helpdesk.")]
    public void What_an_AI_may_do_is_said_of_its_tools(string access, string row, string step)
    {
        var page = ReadPage.Of(
            $"namespace Team;\n[Sop(\"Do it\"), Owner<Support>]\npublic sealed partial class Do1 : Sop<Ticket>\n{{\n[AiStep<Writer>(\"Draft it\"){access}] public partial Task<Reply> Do(Ticket ticket);\n}}",
            "Team.Do1");
        Assert.Contains(row, page.Rows);
        Assert.Contains(step, page.Text.Replace("*", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("In", "{x}", "In", "internal; inside: secret")]
    [InlineData("In", "{x.Pair}", "In: pair", "internal; inside: secret")]
    [InlineData("In", "{x.Text}", "In: text", "internal")]
    [InlineData("Part", "{x}", "Part", "not stated; mail: personal; inside: secret")]
    [InlineData("Part", "{x.Mail}", "Part: mail", "not stated; mail: personal")]
    [InlineData("Tuple<Secrets, int>", "{x}", "Tuple<Secrets, int>", "secret")]
    [InlineData("IReadOnlyList<Secrets>", "{x}", "List of secrets", "secret")]
    [InlineData("Tuple<string, int>", "{x}", "Tuple<string, int>", "not stated")]
    public void What_is_inside_is_said_where_it_is_more_sensitive(string type, string prompt, string data, string classes) => Assert.Contains(
        $"Writer | 1. Draft it | {data} | {classes}",
        ReadPage.Of(
            $$"""
            namespace Team;
            [Data(DataClass.Secret)] public sealed record Secrets(string Key);
            [Data(DataClass.Internal)] public sealed record In(string Text, (Secrets Secrets, int Count) Pair);
            public sealed record Part([property: Data(DataClass.Personal)] string Mail, Lazy<Secrets> Secrets);
            [Sop("Do it"), Owner<Support>]
            public sealed partial class Do1 : Sop<{{type}}> { [AiStep<Writer>("Draft it"), Prompt("{{prompt}}")] public partial Task<Reply> Do({{type}} x); }
            """,
            "Team.Do1").Rows);

    [Fact]
    public void A_page_knows_nothing_of_the_machine_that_made_it()
    {
        Assert.DoesNotContain('\r', Triage.Text);
        Assert.DoesNotContain(Example.RepositoryRoot, Triage.Text, StringComparison.Ordinal);
        Assert.EndsWith("\n", Triage.Text, StringComparison.Ordinal);
    }
}
