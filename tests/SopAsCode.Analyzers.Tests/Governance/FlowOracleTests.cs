using Microsoft.CodeAnalysis;
using SopAsCode.Model;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Flow;
using SopAsCode.Model.Places;

namespace SopAsCode.Analyzers.Tests;

/// <summary>What the rules about flow say about small flows, made at random, agrees with plain definitions that try everything.</summary>
public class FlowOracleTests
{
    private const double Target = 0.5;

    [Theory]
    [InlineData(1000)]
    [InlineData(2000)]
    [InlineData(3000)]
    public async Task Agrees(int first)
    {
        var seen = (Lost: 0, Traps: 0, Knots: 0, Over: 0);
        for (var seed = first; seed < first + 20; seed++)
        {
            var sop = Settled(SmallFlow.Make(seed));
            var plain = new Definition(FlowBuilder.Build(sop));
            var findings = (await FindingsAsync(sop)).ToLookup(finding => finding.Id, StringComparer.Ordinal);

            Assert.True(plain.Lost == findings["SOP0401"].Sum(finding => 1 + finding.AdditionalLocations.Count), $"{seed}: SOP0401 tells {findings["SOP0401"].Count()}, lost are {plain.Lost}.");
            Assert.True(plain.Traps == findings["SOP0402"].Count(), $"{seed}: SOP0402 tells {findings["SOP0402"].Count()} of {plain.Traps}.");
            Assert.True(plain.Knots == findings["SOP0403"].Count(), $"{seed}: SOP0403 tells {findings["SOP0403"].Count()} of {plain.Knots}.");

            // The rule leaves ways back out, so it may say less than there is, but never more.
            var isOver = plain.LongestWait() > Target;
            Assert.True(isOver || !findings["SOP0407"].Any(), $"{seed}: SOP0407 speaks, but no run waits that long.");
            Assert.True(!isOver || plain.HasLoop || findings["SOP0407"].Any(), $"{seed}: SOP0407 keeps quiet.");
            seen = (seen.Lost + plain.Lost, seen.Traps + plain.Traps, seen.Knots + plain.Knots, seen.Over + findings["SOP0407"].Count());
        }

        Assert.True(seen is { Lost: > 0, Traps: > 0, Knots: > 0, Over: > 0 }, $"Among these flows is too little of {seen}.");
    }

    private static async Task<IEnumerable<Diagnostic>> FindingsAsync(SopModel sop)
    {
        var texts = SmallFlowSource.Of(sop).Sources.ToDictionary(source => source.Name, source => source.Text, StringComparer.Ordinal);
        var metric = FormattableString.Invariant($"Metric(Measure.CycleTime, Target = {Target}, Unit = \"days\")");
        var run = await PlainRun.OfAsync($"{texts["Sop.cs"]}\n{texts["Words.cs"]}".Replace("[Sop(\"Flow\"), ", $"[Sop(\"Flow\"), {metric}, ", StringComparison.Ordinal));
        Assert.Null(run.Thrown);
        Assert.DoesNotContain(run.Output.GetDiagnostics(), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return run.Findings;
    }

    // With one way that has no condition, at the end: what SOP0404 asks for.
    private static SopModel Settled(SopModel sop) => sop with { Steps = [.. sop.Steps.Select(Settled)] };

    private static StepModel Settled(StepModel step) => step.Next.Count == 0 ? step : step with
    {
        Next =
        [
            .. step.Next.Where(next => next.When is not null),
            step.Next.FirstOrDefault(next => next.When is null) ?? new(new("(completed)", IsLiteral: false, DeclarationPlace.OfClass), When: null, AtMost: 0, Then: null, DeclarationPlace.OfClass),
        ],
    };

    /// <summary>The definitions, over the closure of "leads to".</summary>
    private sealed class Definition
    {
        private readonly FlowGraph _graph;
        private readonly List<FlowEdge> _edges;
        private readonly bool[,] _leads;

        public Definition(FlowGraph graph)
        {
            _graph = graph;
            _edges = [.. graph.Edges.Where(edge => edge is { Cause: EdgeCause.Declared or EdgeCause.Implied, IsRetry: false })];
            _leads = Closure(_edges);
        }

        public int Lost => Steps.Count(step => !IsReached(step));

        public int Traps => Groups(_leads, step => IsReached(step) && !CanEnd(step)).Count(group => Steps.All(other => !_leads[group, other] || _leads[other, group]));

        public int Knots => Groups(Closure(_edges.Where(IsFree)), step => IsReached(step) && CanEnd(step)).Count;

        public bool HasLoop => Steps.Any(step => _leads[step, step]);

        private IEnumerable<int> Steps => Enumerable.Range(0, _graph.Fallback);

        public double LongestWait(int state = 0, int seen = 0)
        {
            if (state >= _graph.Fallback)
            {
                return state == _graph.Completed ? 0 : double.NegativeInfinity;
            }

            return _edges
                .Where(edge => edge.From == state && (seen & (1 << edge.To)) == 0 && edge.To != state)
                .Select(edge => (edge.Trigger == Model.SopTrigger.LeaveLimit ? 0 : Days(state)) + LongestWait(edge.To, seen | (1 << state)))
                .DefaultIfEmpty(double.NegativeInfinity)
                .Max();
        }

        // The source says a day wherever there is a way for a time-out.
        private double Days(int state) => _graph.StepOf(state) is { Kind: Model.StepKind.Human or Model.StepKind.Checkpoint, OnTimeout: not null } ? 1 : 0;

        private bool IsReached(int step) => step == 0 || _leads[0, step];

        private bool CanEnd(int step) =>
            Enumerable.Range(_graph.Fallback, _graph.StateCount - _graph.Fallback).Any(end => _leads[step, end])
            || Steps.Any(other => (other == step || _leads[step, other]) && IsUsedUp(_graph.StepOf(other)!));

        // By hand it goes on where a count is used up, or a limit reached, and nothing else is said.
        private static bool IsUsedUp(StepModel step) =>
            step.Next.Any(next => next is { AtMost: > 0, Then: null })
            || (step.Limit is { Else: null } limit && (limit.When is not null || limit.PerDay > 0));

        private bool IsFree(FlowEdge edge) =>
            edge.AtMost == 0
            && _graph.StepOf(edge.To) is { Kind: Model.StepKind.Ai or Model.StepKind.Automated }
            && (edge.Trigger == Model.SopTrigger.LeaveLimit || _graph.StepOf(edge.From)!.Limit is not { PerDay: > 0 });

        // One of each set of steps that lead to each other.
        private List<int> Groups(bool[,] leads, Func<int, bool> counts) =>
            [.. Steps.Where(step => counts(step) && leads[step, step] && !Steps.Any(other => other < step && leads[step, other] && leads[other, step]))];

        private bool[,] Closure(IEnumerable<FlowEdge> edges)
        {
            var leads = new bool[_graph.StateCount, _graph.StateCount];
            foreach (var edge in edges)
            {
                leads[edge.From, edge.To] = true;
            }

            for (var over = 0; over < _graph.StateCount; over++)
            {
                for (var from = 0; from < _graph.StateCount; from++)
                {
                    for (var to = 0; to < _graph.StateCount; to++)
                    {
                        leads[from, to] |= leads[from, over] && leads[over, to];
                    }
                }
            }

            return leads;
        }
    }
}
