using SopAsCode.Model.Flow;
using SopAsCode.Model.Reading;
using SopAsCode.TestHarness;

namespace SopAsCode.Generators.Tests.Pages;

/// <summary>What people see drawn is what the machine does: the chart is read with Mermaid's parser and compared with the model.</summary>
public class FlowchartTests
{
    [DiagramFact]
    public Task The_chart_of_the_example_has_the_edges_of_its_model() => AssertDrawn(Example.Of("TinyTeam"), "TinyTeam.Support.SupportTriage");

    [DiagramFact]
    public Task A_chart_with_every_kind_of_edge_has_the_edges_of_its_model() => AssertDrawn(
        Vocabulary.Sop(
            """
                [AiStep<Writer>]
                [Prompt("{ticket.Body}")]
                [Next(nameof(Review), When = nameof(IsHard), AtMost = 2, Then = nameof(TakeOver))]
                [Next(nameof(Send), AtMost = 1)]
                [OnFailure(Fallback, Retries = 2)]
                public partial Task<Reply> Write(Ticket ticket);

                [Checkpoint<Support>]
                [Due(Minutes = 90), OnTimeout(End.Cancelled)]
                [OnReject(nameof(Review), AtMost = 1, Then = nameof(Write))]
                public partial Task Review(Reply reply);

                [AutomatedStep]
                [Writes<Helpdesk>(Impact.Customers)]
                [Limit("A few", When = nameof(IsHard), PerDay = 3, Since = "2026-01-01", Else = nameof(TakeOver))]
                [Next(End.Completed)]
                public Task Send(Reply reply) => Task.CompletedTask;

                [Checkpoint<Support>]
                public partial Task TakeOver(Ticket ticket);

                [Condition("It is hard")]
                private static bool IsHard(Ticket ticket) => ticket.HighValue;
            """),
        "Team.AnswerTicket");

    [DiagramFact]
    public async Task Text_can_not_leave_its_label()
    {
        const string evil = "\"]; s1 --> x[\"<script>alert(1)</script> `b` #quot; %%{init}%% | {{ }} end \\\\ & ; style";
        var run = GeneratorRun.Of(Vocabulary.Sop(
            """
                [HumanStep<Support>("EVIL")]
                [Next(End.Completed, When = nameof(IsSo)), Next(End.Escalated)]
                public partial Task Look(Ticket ticket);

                [Condition("EVIL")]
                private static bool IsSo(Ticket ticket) => ticket.HighValue;
            """).Replace("EVIL", evil.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal), StringComparison.Ordinal));
        var chart = await Flowchart.OnPageAsync(PageOf(run, "Team.AnswerTicket"));
        Assert.Equal(["completed", "escalated", "s1", "start"], chart.Nodes.Select(node => node.Id).Order(StringComparer.Ordinal));
        Assert.Equal($"1. {evil}\nSupport", chart.Nodes.Single(node => node.Id == "s1").Text);
        Assert.Equal(["", evil, "otherwise"], chart.Edges.Select(edge => edge.Label));
    }

    private static async Task AssertDrawn(SopProject project, string name)
    {
        var run = GeneratorRun.Of(project);
        var chart = await Flowchart.OnPageAsync(PageOf(run, name));
        var graph = FlowBuilder.Build(SopReader.Read(run.Input.GetTypeByMetadataName(name)!, CancellationToken.None));

        var drawn = chart.Edges.Where(edge => edge.From != "start").Select(edge => (edge.From, edge.To)).ToList();
        var declared = graph.Edges.Where(edge => edge.IsStated).Select(edge => (Id(graph, edge.From), Id(graph, edge.To))).ToList();
        Assert.Equal(declared, drawn);
        Assert.Equal(("start", "s1"), (chart.Edges[0].From, chart.Edges[0].To));

        for (var state = 0; state < graph.Fallback; state++)
        {
            var node = chart.Nodes.Single(candidate => candidate.Id == Id(graph, state));
            Assert.StartsWith($"{state + 1}. {graph.Sop.Steps[state].Title}\n", node.Text, StringComparison.Ordinal);
            Assert.Equal([LookOf(graph.Sop.Steps[state].Kind)], node.Classes);
        }
    }

    private static string PageOf(GeneratorRun run, string name)
    {
        using var assembly = EmittedAssembly.Of(run.Output);
        return assembly.Get<string>(name, "Markdown");
    }

    private static string Id(FlowGraph graph, int state) =>
        state < graph.Fallback ? $"s{state + 1}" : graph.NameOf(state).ToLowerInvariant();

    private static string LookOf(Model.StepKind kind) => kind switch
    {
        Model.StepKind.Human => "person",
        Model.StepKind.Ai => "ai",
        Model.StepKind.Checkpoint => "checkpoint",
        _ => "automation",
    };
}
