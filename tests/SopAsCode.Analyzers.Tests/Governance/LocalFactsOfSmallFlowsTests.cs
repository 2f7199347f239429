using SopAsCode.Model;

namespace SopAsCode.Analyzers.Tests;

/// <summary>What a summary says about random flows, against a search that knows nothing of facts.</summary>
public class LocalFactsOfSmallFlowsTests
{
    [Fact]
    public void Unapproved_writes_are_those_with_a_way_that_crosses_no_approve_edge()
    {
        for (var seed = 0; seed < 2000; seed++)
        {
            var graph = FlowBuilder.Build(SmallFlow.Make(seed));
            var isUnapproved = graph.Sop.Steps.Where((step, state) => step.NeedsApproval && IsReachedUnapproved(graph, state)).Any();
            Assert.True(isUnapproved == (LocalFacts.Of(graph).UnapprovedWrites != Model.Impact.None), $"Seed {seed}");
        }
    }

    [Fact]
    public void What_a_write_before_any_approval_lets_through_is_all_of_the_start()
    {
        for (var seed = 0; seed < 2000; seed++)
        {
            var graph = FlowBuilder.Build(SmallFlow.Make(seed));
            if (graph.Sop.Steps.Where((step, state) => step.HasWriteEffect && IsReachedUnapproved(graph, state)).Any())
            {
                Assert.True(LocalFacts.Of(graph).Facts.HasFlag(Model.SopFacts.InputReachesEffectUnapproved), $"Seed {seed}");
            }
        }
    }

    [Fact]
    public void A_flow_without_steps_that_write_lets_nothing_through()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var sop = SmallFlow.Make(seed);
            var facts = LocalFacts.Of(FlowBuilder.Build(sop with { Steps = [.. sop.Steps.Select(step => step with { Access = [] })] }));
            Assert.Equal((Model.Impact.None, Model.Impact.None, false), (facts.Writes, facts.UnapprovedWrites, facts.Facts.HasFlag(Model.SopFacts.InputReachesEffectUnapproved)));
        }
    }

    private static bool IsReachedUnapproved(FlowGraph graph, int state) => graph.ShortestPath(
        state, edge => edge is { Cause: EdgeCause.Declared or EdgeCause.Implied, IsRetry: false, Trigger: not Model.SopTrigger.Approve }) is not null;
}
