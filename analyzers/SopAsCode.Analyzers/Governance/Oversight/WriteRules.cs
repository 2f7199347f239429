using Microsoft.CodeAnalysis;
using SopAsCode.Model;

namespace SopAsCode.Analyzers;

/// <summary>SOP0201, SOP0301 and SOP0314, which share one walk: per write one finding, that of the rule that says most.</summary>
internal static class WriteRules
{
    /// <summary>Checks the writes of one SOP.</summary>
    public static IEnumerable<Finding> Check(SopCase sop)
    {
        var graph = sop.Graph;
        var open = graph.Without(Told(sop).Select(told => told.Edge));
        HashSet<int> found = [];
        foreach (var write in Unsafe(sop, open))
        {
            found.Add(write.Step);
            var step = graph.Sop.Steps[write.Step];
            yield return new(RuleOf(write.Kind), step.NameSite, Words(graph, write) + LimitRule.Instead(sop, step))
            {
                Fix = LimitRule.Completed(sop, step),
                Also = Ways.Sites(graph, write.Path),
            };
        }

        // Where nobody approves it at all, that is said.
        foreach (var again in WriteEffects.Repeated(open).Where(again => !found.Contains(again.Step)))
        {
            yield return new(UnapprovedWriteRule.Id, graph.Sop.Steps[again.Step].NameSite, UnapprovedWriteRule.AgainWords(graph, again)) { Also = Ways.Sites(graph, again.Path) };
        }
    }

    /// <summary>The rule that speaks about a step's write, by the number of the step; it may do so at the checkpoint before it.</summary>
    public static IReadOnlyDictionary<int, string> ByStep(SopCase sop)
    {
        var told = Told(sop).ToList();
        var rules = told.Count == 0 ? [] : Unsafe(sop, sop.Graph).ToDictionary(write => write.Step, _ => told[0].Rule);
        foreach (var write in Unsafe(sop, sop.Graph.Without(told.Select(one => one.Edge))))
        {
            rules[write.Step] = RuleOf(write.Kind);
        }

        return rules;
    }

    private static IReadOnlyList<UnsafeWrite> Unsafe(SopCase sop, FlowGraph graph)
    {
        var weights = Kinds.ToDictionary(kind => kind, kind => sop.Severity(RuleOf(kind)) is { } known ? 1 + (int)known : 0);
        return WriteEffects.Unsafe(graph, kind => weights[kind]);
    }

    // A time-out that counts as a yes, and a reject that leads where an approval leads, are told where they stand. What is unsafe on other
    // ways too is told at the write.
    private static IEnumerable<(string Rule, FlowEdge Edge)> Told(SopCase sop) =>
    [
        .. All(TimeoutRule.Id, TimeoutRule.Edges(sop.Graph), sop),
        .. All(SameWayRule.Id, SameWayRule.Edges(sop.Graph), sop),
    ];

    private static IEnumerable<(string Rule, FlowEdge Edge)> All(string rule, IEnumerable<FlowEdge> edges, SopCase sop) =>
        Kinds.All(kind => sop.GivesWay(RuleOf(kind), rule)) ? edges.Select(edge => (rule, edge)) : [];

    private static UnsafeWriteKind[] Kinds => [UnsafeWriteKind.MadeAfter, UnsafeWriteKind.UnreviewedAi, UnsafeWriteKind.Unapproved];

    private static string RuleOf(UnsafeWriteKind kind) => kind switch
    {
        UnsafeWriteKind.MadeAfter => ReplacedValueRule.Id,
        UnsafeWriteKind.UnreviewedAi => UnreviewedAiRule.Id,
        _ => UnapprovedWriteRule.Id,
    };

    private static string Words(FlowGraph graph, UnsafeWrite write) => write.Kind switch
    {
        UnsafeWriteKind.MadeAfter => ReplacedValueRule.Words(graph, write),
        UnsafeWriteKind.UnreviewedAi => UnreviewedAiRule.Words(graph, write),
        _ => UnapprovedWriteRule.Words(graph, write),
    };
}
