using SopAsCode.Model.Declaration;
using SopAsCode.Model.Flow;
using SopAsCode.Model.Language;
using SopAsCode.Model.Values;

namespace SopAsCode.Model.Summaries;

/// <summary>
/// What others need to know about the flow of one SOP, whose steps they may not see. Local: nothing in it depends on another SOP.
/// </summary>
/// <param name="Facts">What is true of it.</param>
/// <param name="Writes">The impacts of all writes of AI and automation.</param>
/// <param name="UnapprovedWrites">
/// Those of them that a run can reach without crossing one approve edge, or without one since a checkpoint was left by a no or by silence; a
/// write inside a complete limit does not count, as for SOP0201.
/// </param>
/// <param name="HandsOverUnapproved">The SOPs that what this one was started with reaches before anybody approved it, by type.</param>
/// <param name="HandsOverUnattended">The SOPs that get work with neither a person nor a wait on the way from the start, by type.</param>
public sealed record LocalFacts(
    SopFacts Facts,
    Impact Writes,
    Impact UnapprovedWrites,
    EquatableArray<OtherSopModel> HandsOverUnapproved,
    EquatableArray<OtherSopModel> HandsOverUnattended)
{
    /// <summary>The types of what an AI of it made and nobody approved, where runs complete.</summary>
    public EquatableArray<TypeUse> CompletesWithUnreviewed { get; init; }

    /// <summary>The types of what it was started with, or what was made of that, and nobody approved, where runs complete.</summary>
    public EquatableArray<TypeUse> PassesOnUnapproved { get; init; }

    /// <summary>Finds the facts.</summary>
    /// <param name="graph">The flow.</param>
    /// <returns>The facts.</returns>
    public static LocalFacts Of(FlowGraph graph)
    {
        var own = new FactSets(graph, new(graph), new Fact(FactKind.Reached), new Fact(FactKind.Unapproved));
        var input = WhatBecomesOfTheStart(graph);
        return new(
            FactsOf(graph, own, input),
            Impacts(graph, (_, step) => step.HasWriteEffect),
            Impacts(graph, (state, step) => step.NeedsApproval && own.Holds(state, new(FactKind.Unapproved))),
            Targets(graph, (state, step) => Arrives(input, state, FactRules.HandedOver(step))),
            Targets(graph, IsReachedUnattended(graph)))
        {
            CompletesWithUnreviewed = Ending(graph, own),
            PassesOnUnapproved = Ending(graph, input),
        };
    }

    /// <summary>The hand-offs that a run gets to with neither a person nor a wait on the way from the start.</summary>
    /// <param name="graph">The flow.</param>
    /// <returns>The numbers of their steps, in the order of the source.</returns>
    public static IEnumerable<int> UnattendedHandoffs(FlowGraph graph)
    {
        var isReached = IsReachedUnattended(graph);
        return Steps(graph).Where(one => one.Step.Handoff is not null && isReached(one.State, one.Step)).Select(one => one.State);
    }

    // An SOP that an AI's value was handed to, on a way that an AI chose. Whoever looks in from outside knows neither value nor way, so
    // both count. What AI steps of its own make is left out: where that goes, the rules at this SOP say.
    private static FactSets WhatBecomesOfTheStart(FlowGraph graph)
    {
        var rules = new FactRules(graph, isAboutInput: true);
        return graph.Sop.Input is { } input
            ? new(graph, rules, new Fact(FactKind.Chosen), new Fact(FactKind.Tainted, input.Key))
            : new(graph, rules, new Fact(FactKind.Chosen));
    }

    private static SopFacts FactsOf(FlowGraph graph, FactSets own, FactSets input)
    {
        var sop = graph.Sop;
        var facts = sop.Stage == Stage.Retired ? SopFacts.Retired : SopFacts.None;
        if (sop.Steps.Any(step => step.Kind == StepKind.Ai))
        {
            facts |= SopFacts.HasAi;
        }

        // A limit was set for what this SOP usually gets. It is no approval of what another SOP's AI sends.
        if (Steps(graph).Any(one => one.Step.HasWriteEffect && Arrives(input, one.State, FactRules.Reads(one.Step.Method.Parameters))))
        {
            facts |= SopFacts.InputReachesEffectUnapproved;
        }

        if (Unseen(graph, own).Any())
        {
            facts |= SopFacts.CompletesWithUnreviewedAi;
        }

        return facts;
    }

    // The summary stands outside the class: a type that nobody can name there can't be in it.
    private static EquatableArray<TypeUse> Ending(FlowGraph graph, FactSets walk) =>
        Unseen(graph, walk).Where(type => type is { CanBeData: true, CanBeNamed: true, IsUnknown: false, Plain: not "SopAsCode.Tick" }).ToEquatableArray();

    // Where a run completes.
    private static IEnumerable<TypeUse> Unseen(FlowGraph graph, FactSets walk) =>
        graph.Sop.Steps.SelectMany(step => step.Makes)
            .Concat(graph.Sop.Input is { } input ? [input] : [])
            .Where(type => walk.Holds(graph.Completed, new(FactKind.Tainted, type.Key)))
            .GroupBy(type => type.Key, StringComparer.Ordinal)
            .Select(same => same.First())
            .OrderBy(type => type.Plain, StringComparer.Ordinal);

    private static bool Arrives(FactSets walk, int state, HashSet<string> read) =>
        walk.Holds(state, new(FactKind.Chosen)) || read.Any(type => walk.Holds(state, new(FactKind.Tainted, type)));

    // A person's or a wait's state holds a run up on every way out of it, that of a time-out included.
    private static Func<int, StepModel, bool> IsReachedUnattended(FlowGraph graph)
    {
        var reached = Digraph.Reach(
            graph.StateCount,
            graph.Sop.Steps.Count > 0 ? [0] : [],
            state => graph.StepOf(state) is { Traits.Waits: not Waiting.Always } ? PathSearch.Next(graph, state) : []);
        return (state, _) => reached[state];
    }

    private static Impact Impacts(FlowGraph graph, Func<int, StepModel, bool> counts) => Steps(graph)
        .Where(one => counts(one.State, one.Step))
        .SelectMany(one => one.Step.Access)
        .Where(access => access.HasEffect)
        .Aggregate(Impact.None, (all, access) => all | (access.Impact ?? Impact.None));

    private static EquatableArray<OtherSopModel> Targets(FlowGraph graph, Func<int, StepModel, bool> counts) => Steps(graph)
        .Where(one => one.Step.Handoff is { Target.CanBeNamed: true } && counts(one.State, one.Step))
        .Select(one => one.Step.Handoff!.Target)
        .GroupBy(target => target.Type, StringComparer.Ordinal)
        .Select(group => group.First())
        .OrderBy(target => target.Type, StringComparer.Ordinal)
        .ToEquatableArray();

    private static IEnumerable<(int State, StepModel Step)> Steps(FlowGraph graph) => graph.Sop.Steps.Select((step, state) => (state, step));
}
