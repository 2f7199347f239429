using Microsoft.CodeAnalysis.CodeFixes;
using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class GrantFixTests
{
    private const string Rule = "SOP0203";

    private const string Source = """
        namespace Team;

        [Sop("Answer a ticket"), Owner<Support>]
        public sealed partial class Answer : Sop<Ticket>
        {
            [Checkpoint<Support>("Approve it"), Due(Days = 1)] public partial Task Approve(Ticket ticket);

            [AutomatedStep("Send it"), Writes<Helpdesk>(Impact.Customers | Impact.Money), Writes<Ledger>(Impact.Money)] public Task Send(Ticket ticket) => Task.CompletedTask;
        }
        """;

    private static readonly string[] Unfilled = ["SOP0212", "SOP0306"];

    [Fact]
    public async Task Makes_the_file_and_leaves_open_who_grants()
    {
        var fixedUp = await FixRun.ApplyAsync(Source, Rule, mayBring: Unfilled);
        Assert.Equal("using Team;\n\n[assembly: Grant<Answer, Helpdesk>(Impact.Money | Impact.Customers, By = null, On = null, Because = \"\")]\n", fixedUp["Grants.cs"]);
        Assert.Equal(["SOP0203", "SOP0306"], fixedUp.Left.Where(left => left is Rule or "SOP0306"));
    }

    [Fact]
    public async Task Writes_the_usings_that_the_file_needs()
    {
        var fixedUp = await FixRun.ApplyAsync(Explicit(), Rule, mayBring: Unfilled);
        Assert.Equal(
            """
            using Desk;
            using SopAsCode;
            using Team;

            [assembly: Grant<Answer, Helpdesk>(Impact.Money | Impact.Customers, By = null, On = null, Because = "")]

            """,
            fixedUp["Grants.cs"]);
    }

    [Fact]
    public async Task Appends_in_the_style_of_the_last_grant()
    {
        const string grants = """
            using SopAsCode;
            using Team;

            [assembly: Grant<Answer, Desk.Helpdesk>(Impact.Money, By = typeof(Desk.Founder), On = "2026-09-10",
                Because = "Small sums")]

            // What else there is.

            """;
        var fixedUp = await FixRun.ApplyAsync(Explicit().With("House/Grants.cs", grants), Rule, mayBring: Unfilled);
        Assert.Equal(
            """
            using Desk;
            using SopAsCode;
            using Team;

            [assembly: Grant<Answer, Desk.Helpdesk>(Impact.Money, By = typeof(Desk.Founder), On = "2026-09-10",
                Because = "Small sums")]
            [assembly: Grant<Answer, Helpdesk>(Impact.Customers, By = null, On = null,
                Because = "")]

            // What else there is.

            """,
            fixedUp["House/Grants.cs"]);
    }

    [Fact]
    public async Task Spells_out_what_is_called_like_something_else()
    {
        var project = SopProject.Of(Source)
            .With("Other.cs", "global using Other;\nnamespace Other { public class Grant; public class Impact; public class Helpdesk; }\nnamespace Team { public class Ledger; }")
            .With("Sop.cs", Source.Replace("Impact.", "SopAsCode.Impact.", StringComparison.Ordinal).Replace("<Helpdesk>", "<Desk.Helpdesk>", StringComparison.Ordinal).Replace("<Ledger>", "<Desk.Ledger>", StringComparison.Ordinal));
        var fixedUp = await FixRun.ApplyAsync(project, Rule, mayBring: Unfilled);
        Assert.Contains("global::SopAsCode.Impact.Customers, By = null", fixedUp["Grants.cs"], StringComparison.Ordinal);
        Assert.Contains("global::Desk.Helpdesk>", fixedUp["Grants.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public Task Only_a_person_asks_for_a_grant() => FixRun.AssertOnlyByHandAsync(SopProject.Of(Source), Rule);

    [Fact]
    public async Task Renews_a_grant_that_has_ended()
    {
        var project = SopProject.Of(Source)
            .With("Grants.cs", "[assembly: Grant<Team.Answer, Helpdesk>(Impact.Customers | Impact.Money, By = typeof(Founder), Until = \"2026-01-31\")]\n[assembly: Grant<Team.Answer, Ledger>(Impact.Money, By = typeof(Founder))]\n")
            .WithProperty("SopAsOf", "2026-02-01");
        var fixedUp = await FixRun.ApplyAsync(project, Rule, mayBring: Unfilled);
        Assert.Contains("By = null", fixedUp["Grants.cs"], StringComparison.Ordinal);
    }

    private static SopProject Explicit() => new SopProject()
        .With("Usings.cs", "global using System;\nglobal using System.Threading.Tasks;")
        .With(Vocabulary.File, "using System.Threading;\nusing SopAsCode;\n" + Vocabulary.Source)
        .With("Sop.cs", "using Desk;\nusing SopAsCode;\n\n" + Source);
}
