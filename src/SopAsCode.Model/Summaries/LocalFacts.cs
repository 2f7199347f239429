using SopAsCode.Model.Declaration;
using SopAsCode.Model.Flow;
using SopAsCode.Model.Language;
using SopAsCode.Model.Values;

namespace SopAsCode.Model.Summaries;

/// <summary>
/// What other SOPs need to know about the flow of one SOP whose steps they may not see. The facts are local: none of them depends on another SOP.
/// </summary>
/// <param name="Facts">What is true of it.</param>
/// <param name="Writes">The impacts of all writes of AI and automation.</param>
/// <param name="UnapprovedWrites">
/// The impacts of writes that a run can reach without crossing an approve edge, or without one after a checkpoint ended with a reject or a
/// time-out. As in SOP0201, a write inside a complete limit does not count.
/// </param>
/// <param name="HandsOverUnapproved">The SOPs that get the input of this SOP, or a value made from it, before anybody approved it, by type.</param>
/// <param name="HandsOverUnattended">The SOPs that get work on a path from the start that has neither a person nor a wait, by type.</param>
public sealed record LocalFacts(
    SopFacts Facts,
    Impact Writes,
    Impact UnapprovedWrites,
    EquatableArray<OtherSopModel> HandsOverUnapproved,
    EquatableArray<OtherSopModel> HandsOverUnattended)
{
    /// <summary>The types of the values of steps that are there whenever a run completes on a way that the declaration states.</summary>
    public EquatableArray<TypeUse> CompletesWith { get; init; }

    /// <summary>The types of the values that an AI of the SOP made and that nobody approved before the run completes.</summary>
    public EquatableArray<TypeUse> CompletesWithUnreviewed { get; init; }

    /// <summary>The types of the input, and of values made from it, that nobody approved before the run completes.</summary>
    public EquatableArray<TypeUse> PassesOnUnapproved { get; init; }

    /// <summary>The values that a person approved on each way to the completed end, once for each role that can have approved them last.</summary>
    public EquatableArray<(TypeUse Type, PartyModel Role)> ApprovedBy { get; init; }

    /// <summary>The impacts of the writes that rest on the approval with which the input comes.</summary>
    public Impact ApprovedInputWrites { get; init; }

    /// <summary>The roles of the people whose writes rest on that approval, with the impacts of these writes.</summary>
    public EquatableArray<PersonsWrites> ApprovedInputWriters { get; init; }

    /// <summary>The SOPs with approved input that get work which rests on the approval with which the input of this SOP comes, by type.</summary>
    public EquatableArray<OtherSopModel> PassesOnApproval { get; init; }

    /// <summary>Finds the facts.</summary>
    /// <param name="graph">The flow.</param>
    /// <returns>The facts.</returns>
    public static LocalFacts Of(FlowGraph graph)
    {
        var own = new FactSets(graph, new(graph), new Fact(FactKind.Reached), new Fact(graph.Sop.HasApprovedInput ? FactKind.Approved : FactKind.Unapproved));
        var input = WhatBecomesOfTheStart(graph);
        var isFirst = IsBeforeApproval(graph);
        return new(
            FactsOf(graph, own, input),
            Impacts(graph, (_, step) => step.HasWriteEffect),
            Impacts(graph, (state, step) => step.NeedsApproval && own.Holds(state, new(FactKind.Unapproved))),
            Targets(graph, (state, step) => Arrives(input, state, graph.UsesOf(state).HandedOver)),
            Targets(graph, IsReachedUnattended(graph)))
        {
            CompletesWith = DefiniteValues.AtTheEnd(graph).Where(CanBeSummarised).OrderBy(type => type.Plain, StringComparer.Ordinal).ToEquatableArray(),
            CompletesWithUnreviewed = Ending(graph, own),
            PassesOnUnapproved = Ending(graph, input),
            ApprovedBy = ApprovedResults.Of(graph).ToEquatableArray(),
            ApprovedInputWrites = graph.Sop.HasApprovedInput ? Impacts(graph, (state, step) => step.NeedsApproval && isFirst(state)) : Impact.None,
            ApprovedInputWriters = graph.Sop.HasApprovedInput ? Writers(graph, isFirst) : [],
            PassesOnApproval = graph.Sop.HasApprovedInput ? Targets(graph, (state, step) => step.ApprovedHandoff is not null && isFirst(state)) : [],
        };
    }

    // The states to which a run comes before anybody of this SOP approves anything.
    private static Func<int, bool> IsBeforeApproval(FlowGraph graph)
    {
        var reached = Digraph.Reach(
            graph.StateCount,
            graph.Sop.Steps.Count > 0 ? [.. graph.Entries] : [],
            state => state < graph.Fallback ? PathSearch.From(graph, state).Where(edge => !graph.IsApproval(edge)).Select(edge => edge.To) : []);
        return state => reached[state];
    }

    /// <summary>The hand-offs that a run can reach on a path from the start that has neither a person nor a wait.</summary>
    /// <param name="graph">The flow.</param>
    /// <returns>The numbers of their steps, in the order of the source.</returns>
    public static IEnumerable<int> UnattendedHandoffs(FlowGraph graph)
    {
        var isReached = IsReachedUnattended(graph);
        return Steps(graph).Where(one => one.Step.Handoff is not null && isReached(one.State, one.Step)).Select(one => one.State);
    }

    // This assumes that the SOP got an AI's value, on a path that an AI chose. Other SOPs know neither the value nor the path, so both
    // count. Values of the SOP's own AI steps are left out, because the rules report them at this SOP. What comes approved is checked where it is handed over.
    private static FactSets WhatBecomesOfTheStart(FlowGraph graph)
    {
        var rules = new FactRules(graph, isAboutInput: true);
        return graph.Sop.HasApprovedInput ? new(graph, rules)
            : graph.Sop.Input is { } input
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

        // A limit was set for the usual input of this SOP. It is not an approval of a value that an AI of another SOP sends.
        if (Steps(graph).Any(one => one.Step.HasWriteEffect && Arrives(input, one.State, graph.UsesOf(one.State).Reads)))
        {
            facts |= SopFacts.InputReachesEffectUnapproved;
        }

        if (Unseen(graph, own).Any())
        {
            facts |= SopFacts.CompletesWithUnreviewedAi;
        }

        return facts;
    }

    // The summary is outside the class, so it can't contain a type that can't be named there.
    private static EquatableArray<TypeUse> Ending(FlowGraph graph, FactSets walk) =>
        Unseen(graph, walk).Where(CanBeSummarised).ToEquatableArray();

    private static bool CanBeSummarised(TypeUse type) => type is { CanBeData: true, CanBeNamed: true, IsUnknown: false, Plain: not "SopAsCode.Tick" };

    // The values that are unapproved when a run completes.
    private static IEnumerable<TypeUse> Unseen(FlowGraph graph, FactSets walk) =>
        graph.Sop.Steps.SelectMany(step => step.Makes)
            .Concat(graph.Sop.Input is { } input ? [input] : [])
            .Where(type => walk.Holds(graph.Completed, new(FactKind.Tainted, type.Key)))
            .GroupBy(type => type.Key, StringComparer.Ordinal)
            .Select(same => same.First())
            .OrderBy(type => type.Plain, StringComparer.Ordinal);

    private static bool Arrives(FactSets walk, int state, HashSet<string> read) =>
        walk.Holds(state, new(FactKind.Chosen)) || read.Any(type => walk.Holds(state, new(FactKind.Tainted, type)));

    // A step of a person or a wait stops a run on every edge out of it, also on that of a time-out.
    private static Func<int, StepModel, bool> IsReachedUnattended(FlowGraph graph)
    {
        var reached = Digraph.Reach(
            graph.StateCount,
            graph.Entries,
            state => graph.StepOf(state) is { Traits.Waits: not Waiting.Always } ? PathSearch.Next(graph, state) : []);
        return (state, _) => reached[state];
    }

    private static Impact Impacts(FlowGraph graph, Func<int, StepModel, bool> counts) => Harm(Steps(graph).Where(one => counts(one.State, one.Step)).Select(one => one.Step));

    private static Impact Harm(IEnumerable<StepModel> steps) => steps
        .SelectMany(step => step.Access)
        .Where(access => access.HasEffect)
        .Aggregate(Impact.None, (all, access) => all | access.Harm);

    private static EquatableArray<PersonsWrites> Writers(FlowGraph graph, Func<int, bool> counts) => Steps(graph)
        .Where(one => one.Step is { Kind: StepKind.Human, Performer: not null } && counts(one.State))
        .GroupBy(one => one.Step.Performer!.Type, one => one.Step, StringComparer.Ordinal)
        .Select(same => new PersonsWrites(same.First().Performer! with { Place = default }, Harm(same)))
        .Where(person => person.Harm != Impact.None)
        .OrderBy(person => person.Role.Type, StringComparer.Ordinal)
        .ToEquatableArray();

    private static EquatableArray<OtherSopModel> Targets(FlowGraph graph, Func<int, StepModel, bool> counts) => Steps(graph)
        .Where(one => one.Step.Handoffs.Count > 0 && counts(one.State, one.Step))
        .SelectMany(one => one.Step.Handoffs.Select(handoff => handoff.Target))
        .Where(target => target.CanBeNamed)
        .GroupBy(target => target.Type, StringComparer.Ordinal)
        .Select(group => group.First())
        .OrderBy(target => target.Type, StringComparer.Ordinal)
        .ToEquatableArray();

    private static IEnumerable<(int State, StepModel Step)> Steps(FlowGraph graph) => graph.Sop.Steps.Select((step, state) => (state, step));
}
