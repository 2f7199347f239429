using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Language;

namespace SopAsCode.Model.Flow;

/// <summary>
/// The flow of one SOP: its states and every edge between them. The machine, the page, the definition and the rules all use
/// this graph, so they agree. States are numbered: the steps in the order of the source, then the fixed states.
/// </summary>
public sealed class FlowGraph
{
    // The constants of End and Sop, which are names that no method can have.
    private static readonly string[] Constants = [.. ReservedNames.States.Select(state => $"({state.ToLowerInvariant()})")];

    private readonly Dictionary<string, int> _states;
    private FlowEdge[][]? _out;
    private UnsafeWriteSearch? _writes;
    private Taint? _taint;
    private bool[]? _reached;
    private IReadOnlyList<int>? _entries;
    private bool[]? _ending;
    private FlowEdge[]?[]? _stated;
    private StepUses?[]? _uses;

    /// <summary>A flow that has no edges yet.</summary>
    internal FlowGraph(SopModel sop)
        : this(sop, [], NumbersOf(sop))
    {
    }

    private FlowGraph(SopModel sop, IReadOnlyList<FlowEdge> edges, Dictionary<string, int> states)
    {
        Sop = sop;
        Edges = edges;
        _states = states;
    }

    /// <summary>The SOP.</summary>
    public SopModel Sop { get; }

    /// <summary>Every edge, in the order of the states they leave.</summary>
    public IReadOnlyList<FlowEdge> Edges { get; }

    /// <summary>The values that an AI made and nobody approved, in each state.</summary>
    public Taint Taint => _taint ??= new(this);

    /// <summary>The states in which a run can begin, the first step first; none when there is no step.</summary>
    public IReadOnlyList<int> Entries => _entries ??= [.. Sop.Entries.Select(name => _states[name]).OrderBy(state => state)];

    /// <summary>What the rules of shape say, and whether the SOP can be generated; it is computed once.</summary>
    internal ShapeVerdict? Verdict { get; set; }

    /// <summary>The facts that can be true of a run at each step. Rules and fixes need them several times, so they are computed once.</summary>
    internal UnsafeWriteSearch Writes => _writes ??= new(this);

    /// <summary>The manual path.</summary>
    public int Fallback => Sop.Steps.Count;

    /// <summary>The end of a run that did its work.</summary>
    public int Completed => Fallback + 1;

    /// <summary>The end of a run that a person rejected.</summary>
    public int Rejected => Fallback + 2;

    /// <summary>The end of a run that left the SOP.</summary>
    public int Escalated => Fallback + 3;

    /// <summary>The end of a run that was cancelled.</summary>
    public int Cancelled => Fallback + 4;

    /// <summary>How many states there are.</summary>
    public int StateCount => Cancelled + 1;

    /// <summary>The edges that leave a state.</summary>
    /// <param name="state">The state.</param>
    /// <returns>The edges, in the order in which they are tried.</returns>
    public IReadOnlyList<FlowEdge> From(int state) => (_out ??= ByStates())[state];

    /// <summary>The edges that leave a state and that the declaration states or implies.</summary>
    /// <param name="state">The state.</param>
    /// <returns>The edges, in the order in which they are tried.</returns>
    public IReadOnlyList<FlowEdge> Stated(int state) => (_stated ??= new FlowEdge[]?[StateCount])[state] ??= [.. From(state).Where(static edge => edge.IsStated)];

    /// <summary>The types that the step of a state reads, approves and hands over.</summary>
    internal StepUses UsesOf(int state) => (_uses ??= new StepUses?[Fallback])[state] ??= new(Sop.Steps[state]);

    /// <summary>The name of a state.</summary>
    /// <param name="state">The state.</param>
    /// <returns>The step, or <c>Fallback</c>, <c>Completed</c>, <c>Rejected</c>, <c>Escalated</c>, <c>Cancelled</c>.</returns>
    public string NameOf(int state) =>
        state < Fallback ? Sop.Steps[state].Name : ReservedNames.States[state - Fallback];

    /// <summary>The state that a reference names.</summary>
    /// <param name="reference">The name of a step, or one of the constants for the manual path and the ends.</param>
    /// <returns>The state; null when nothing has that name.</returns>
    public int? StateOf(string reference) => _states.TryGetValue(reference, out var state) ? state : null;

    /// <summary>The step of a state.</summary>
    /// <param name="state">The state.</param>
    /// <returns>The step; null for the fixed states.</returns>
    public StepModel? StepOf(int state) => state < Fallback ? Sop.Steps[state] : null;

    /// <summary>The shortest path from the start to a state.</summary>
    /// <param name="to">The state.</param>
    /// <param name="may">Which edges may be used.</param>
    /// <returns>The states on the path, both ends included; null when there is none.</returns>
    public IReadOnlyList<int>? ShortestPath(int to, Func<FlowEdge, bool> may) =>
        PathSearch.Find(Entries, state => From(state).Where(may).Select(edge => edge.To), state => state == to);

    /// <summary>Whether a run can reach a state on edges that the declaration states or implies.</summary>
    /// <param name="state">The state.</param>
    /// <returns>True when it can.</returns>
    public bool IsReached(int state) => (_reached ??= Digraph.Reach(StateCount, Entries, from => PathSearch.Next(this, from)))[state];

    /// <summary>Whether an edge leads from a failure to the manual path, which is also where a failed step goes when nothing is stated.</summary>
    /// <param name="edge">The edge.</param>
    /// <returns>True when it does.</returns>
    public bool IsGivenUp(FlowEdge edge) => edge.Trigger == SopTrigger.Fail && edge.To == Fallback;

    /// <summary>
    /// Whether a run without problems can get from a state to an end or to the manual path, on stated edges or because a stated count is used up.
    /// A run in the manual path can be finished by hand. Too many rejects count as a problem.
    /// </summary>
    /// <param name="state">The state.</param>
    /// <returns>True when it can.</returns>
    public bool CanEnd(int state) => (_ending ??= Ending())[state];

    /// <summary>Whether a person approves something on an edge.</summary>
    /// <param name="edge">The edge.</param>
    /// <returns>True when the edge leaves a checkpoint that approves anything, with a yes, or brings back what a person approved in another SOP.</returns>
    public bool IsApproval(FlowEdge edge) => edge.Trigger switch
    {
        SopTrigger.Approve => StepOf(edge.From) is { ApprovesNothing: false },
        SopTrigger.Complete => StepOf(edge.From) is { BringsBackApproved: true },
        _ => false,
    };

    /// <summary>
    /// Whether a no, or no answer in time, leads from a checkpoint to the manual path. From there a run comes back to the checkpoint, and what was approved before is taken back.
    /// </summary>
    /// <param name="checkpoint">The checkpoint.</param>
    /// <returns>True when it does.</returns>
    public bool CanComeBackUnapproved(int checkpoint) => From(checkpoint).Any(edge => edge.To == Fallback && edge.Trigger is (SopTrigger.Reject or SopTrigger.TimeOut));

    /// <summary>A path as people read it: <c>Categorise → ApplyMacro</c>.</summary>
    /// <param name="path">The states.</param>
    /// <returns>The names with arrows.</returns>
    public string Print(IReadOnlyList<int> path) => string.Join(" → ", path.Select(NameOf));

    /// <summary>A path as people read it, which says where the work did not go well: <c>Draft → Review (rejected) → Send</c>.</summary>
    /// <param name="write">The write that it leads to.</param>
    /// <returns>The names with arrows.</returns>
    public string Print(UnsafeWrite write) => Print(write.Path, write.Hops);

    /// <summary>A way as people read it, in the same words.</summary>
    /// <param name="way">The way.</param>
    /// <returns>The names with arrows.</returns>
    public string Print(ShownWay way) => Print(way.Path, way.Hops);

    /// <summary>The same SOP without some of its edges.</summary>
    /// <param name="left">The edges that are left out.</param>
    /// <returns>A new flow.</returns>
    public FlowGraph Without(IEnumerable<FlowEdge> left)
    {
        HashSet<FlowEdge> all = [.. left];
        return all.Count == 0 ? this : With([.. Edges.Where(edge => !all.Contains(edge))]);
    }

    /// <summary>The same SOP with other edges.</summary>
    internal FlowGraph With(IReadOnlyList<FlowEdge> edges) => new(Sop, edges, _states);

    /// <summary>The same flow of an SOP whose steps have the same names.</summary>
    internal FlowGraph Of(SopModel sop) => new(sop, Edges, _states);

    private string Print(IReadOnlyList<int> path, IReadOnlyList<FlowEdge> hops) =>
        string.Join(" → ", path.Select((state, i) => NameOf(state) + (i < hops.Count ? Remark(hops[i].Trigger) : "")));

    private static string Remark(SopTrigger trigger) => trigger switch
    {
        SopTrigger.Reject => " (rejected)",
        SopTrigger.TimeOut => " (no answer in time)",
        SopTrigger.Fail => " (failed)",
        SopTrigger.LeaveLimit => " (outside its limit)",
        _ => "",
    };

    private static Dictionary<string, int> NumbersOf(SopModel sop)
    {
        Dictionary<string, int> states = new(sop.Steps.Count + Constants.Length, StringComparer.Ordinal);
        for (var i = 0; i < Constants.Length; i++)
        {
            states[Constants[i]] = sop.Steps.Count + i;
        }

        for (var step = sop.Steps.Count - 1; step >= 0; step--)
        {
            states[sop.Steps[step].Name] = step;
        }

        return states;
    }

    private FlowEdge[][] ByStates()
    {
        var counts = new int[StateCount];
        foreach (var edge in Edges)
        {
            counts[edge.From]++;
        }

        FlowEdge[][] leaving = [.. counts.Select(count => count == 0 ? [] : new FlowEdge[count])];
        foreach (var edge in Edges)
        {
            leaving[edge.From][leaving[edge.From].Length - counts[edge.From]--] = edge;
        }

        return leaving;
    }

    private bool[] Ending()
    {
        var into = Edges.Where(edge => (edge.IsStated || (edge.IsUsedUp && edge.Trigger != SopTrigger.Reject)) && !IsGivenUp(edge)).ToLookup(edge => edge.To, edge => edge.From);
        return Digraph.Reach(StateCount, Enumerable.Range(Fallback, StateCount - Fallback), state => into[state]);
    }
}

/// <summary>The result of the rules of shape, kept because several callers need it.</summary>
/// <param name="Findings">What they found.</param>
/// <param name="Rule">The rule that keeps the SOP from being generated; null when everything can be.</param>
internal sealed record ShapeVerdict(IReadOnlyList<Finding> Findings, string? Rule);
