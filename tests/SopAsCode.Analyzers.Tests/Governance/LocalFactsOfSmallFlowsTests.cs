using SopAsCode.Model;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Flow;
using SopAsCode.Model.Places;
using SopAsCode.Model.Summaries;

namespace SopAsCode.Analyzers.Tests;

/// <summary>What a summary says about random flows, against a search that knows nothing of facts.</summary>
public class LocalFactsOfSmallFlowsTests
{
    [Fact]
    public void Unapproved_writes_are_those_with_a_way_that_crosses_no_approve_edge_or_none_since_a_no()
    {
        for (var seed = 0; seed < 2000; seed++)
        {
            var graph = FlowBuilder.Build(SmallFlow.Make(seed));
            var isUnapproved = graph.Sop.Steps.Where((step, state) => step.NeedsApproval && IsReachedSinceANo(graph, state)).Any();
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
    public void What_runs_complete_with_is_what_played_runs_complete_with()
    {
        var unreviewed = 0;
        for (var seed = 0; seed < 3000; seed++)
        {
            var sop = SmallFlow.Make(seed);
            var facts = LocalFacts.Of(FlowBuilder.Build(sop));
            Assert.Equal($"{seed}: {string.Join(' ', PlayedRuns.Completing(sop, isAboutInput: false))}", $"{seed}: {Keys(facts.CompletesWithUnreviewed)}");
            Assert.Equal($"{seed}: {string.Join(' ', PlayedRuns.Completing(sop, isAboutInput: true))}", $"{seed}: {Keys(facts.PassesOnUnapproved)}");
            Assert.Equal(facts.CompletesWithUnreviewed.Count > 0, facts.Facts.HasFlag(Model.SopFacts.CompletesWithUnreviewedAi));
            unreviewed += facts.CompletesWithUnreviewed.Count;
        }

        Assert.True(unreviewed > 500, "The flows are too tame to prove anything.");
    }

    [Fact]
    public void What_was_approved_in_the_end_was_approved_in_each_run()
    {
        var boss = new PartyModel("Boss", "Boss", DeclarationPlace.OfClass) { IsRole = true };
        var approved = 0;
        for (var seed = 0; seed < 3000; seed++)
        {
            var sop = SmallFlow.Make(seed, drafts: true);
            sop = sop with { Steps = [.. sop.Steps.Select(step => step.Kind == Model.StepKind.Checkpoint ? step with { Performer = boss } : step)] };
            var said = LocalFacts.Of(FlowBuilder.Build(sop)).ApprovedBy.Select(result => result.Type.Key).ToHashSet(StringComparer.Ordinal);
            var played = PlayedRuns.Approved(sop);
            Assert.True(said.IsSubsetOf(played), $"{seed}: {string.Join(' ', said)} is said, but {string.Join(' ', played)} was approved.");

            // A no takes all back, also what another yes after it does not show; without one, nothing may be missing.
            if (sop.Steps.All(step => step.Kind != Model.StepKind.Checkpoint || (step.OnTimeout is null && step.OnReject is null)))
            {
                Assert.True(said.SetEquals(played), $"{seed}: {string.Join(' ', said)} is said, and {string.Join(' ', played)} was approved.");
            }

            approved += said.Count;
        }

        Assert.True(approved > 200, "The flows are too tame to prove anything.");
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

    private static string Keys(IEnumerable<TypeUse> types) => string.Join(' ', types.Select(type => type.Key).Order(StringComparer.Ordinal));

    private static bool IsReachedSinceANo(FlowGraph graph, int state)
    {
        var stated = graph.Edges.Where(edge => edge is { Cause: EdgeCause.Declared or EdgeCause.Implied, IsRetry: false }).ToList();
        var noes = stated.Where(edge => edge.Trigger is Model.SopTrigger.Reject or Model.SopTrigger.TimeOut && graph.StepOf(edge.From)!.Kind == Model.StepKind.Checkpoint && graph.IsReached(edge.From));
        return Digraph.Reach(
            graph.StateCount, [0, .. noes.Select(edge => edge.To)], from => stated.Where(edge => edge.From == from && edge.Trigger != Model.SopTrigger.Approve).Select(edge => edge.To))[state];
    }

    private static bool IsReachedUnapproved(FlowGraph graph, int state) => graph.ShortestPath(
        state, edge => edge is { Cause: EdgeCause.Declared or EdgeCause.Implied, IsRetry: false, Trigger: not Model.SopTrigger.Approve }) is not null;
}
