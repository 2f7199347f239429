using SopAsCode.Model.Flow;

namespace SopAsCode.Analyzers;

/// <summary>The writes of an SOP that are not safe. The rules about them share one walk, and each write gets one finding.</summary>
internal sealed class UnsafeWrites
{
    private static readonly UnsafeWriteKind[] Kinds = [.. Enum.GetValues(typeof(UnsafeWriteKind)).Cast<UnsafeWriteKind>()];

    private readonly RuleContext _sop;
    private readonly Lazy<IReadOnlyDictionary<int, string>> _byStep;

    public UnsafeWrites(RuleContext sop)
    {
        _sop = sop;
        Decisions = [.. Of(TimeoutRule.Id, TimeoutRule.Edges(sop.Graph)), .. Of(SameWayRule.Id, SameWayRule.Edges(sop.Graph)), .. Of(ContextRule.Id, ContextRule.Edges(sop.Graph))];
        Open = sop.Graph.Without(Decisions.Select(decision => decision.Edge));
        (All, Told) = Split(Unsafe(Open));
        _byStep = new(ByStepOf);
    }

    /// <summary>The writes, each with the worst problem on a shortest unsafe path to it.</summary>
    public IReadOnlyList<UnsafeWrite> All { get; }

    /// <summary>The steps whose unsafe writes SOP0202 tells, because they name an impact that their tools do not have.</summary>
    private IReadOnlyList<int> Told { get; }

    /// <summary>The flow without the edges that have a finding of their own. A write that is also unsafe on other paths is reported at the write.</summary>
    public FlowGraph Open { get; }

    /// <summary>The rule that reports the write of a step, by the number of the step; it may report it at the checkpoint before the step.</summary>
    public IReadOnlyDictionary<int, string> ByStep => _byStep.Value;

    // A time-out that counts as an approval, and a reject that leads where an approval leads.
    private IReadOnlyList<(string Rule, FlowEdge Edge)> Decisions { get; }

    /// <summary>The rule that speaks about a kind.</summary>
    public static string RuleOf(UnsafeWriteKind kind) => kind switch
    {
        UnsafeWriteKind.MadeAfter => ReplacedValueRule.Id,
        UnsafeWriteKind.UnreviewedAi or UnsafeWriteKind.LeftByAi => UnreviewedAiRule.Id,
        UnsafeWriteKind.LeftBeside => UnseenDraftRule.Id,
        UnsafeWriteKind.NotShown => UnshownValueRule.Id,
        _ => UnapprovedWriteRule.Id,
    };

    private Dictionary<int, string> ByStepOf()
    {
        var rules = Decisions.Count == 0 ? [] : Unsafe(_sop.Graph).ToDictionary(write => write.Step, _ => Decisions[0].Rule);
        foreach (var write in All)
        {
            rules[write.Step] = RuleOf(write.Kind);
        }

        foreach (var step in Told)
        {
            rules[step] = ImpactRule.Id;
        }

        return rules;
    }

    private (IReadOnlyList<UnsafeWrite> All, IReadOnlyList<int> Told) Split(IReadOnlyList<UnsafeWrite> all)
    {
        var told = all.Where(write => ImpactRule.TellsAll(_sop, RuleOf(write.Kind), _sop.Sop.Steps[write.Step])).ToList();
        return ([.. all.Except(told)], [.. told.Select(write => write.Step)]);
    }

    private IReadOnlyList<UnsafeWrite> Unsafe(FlowGraph graph)
    {
        var weights = Kinds.ToDictionary(kind => kind, kind => _sop.Severity(RuleOf(kind)) is { } known ? 1 + (int)known : 0);
        return WriteEffects.Unsafe(graph, kind => weights[kind]);
    }

    private IEnumerable<(string Rule, FlowEdge Edge)> Of(string rule, IEnumerable<FlowEdge> edges) =>
        Kinds.All(kind => _sop.GivesWay(RuleOf(kind), rule)) ? edges.Select(edge => (rule, edge)) : [];
}
