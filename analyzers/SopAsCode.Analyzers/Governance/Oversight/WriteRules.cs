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
        foreach (var write in Unsafe(sop))
        {
            var step = graph.Sop.Steps[write.Step];
            yield return new(RuleOf(write.Kind), step.NameSite, Words(graph, write) + LimitRule.Instead(sop, step))
            {
                Fix = LimitRule.Completed(sop, step),
                Also = write.Path.Select(graph.StepOf).Where(step => step is not null).Select(step => step!.NameSite).ToEquatableArray(),
            };
        }
    }

    /// <summary>The rule that speaks about a step's write, by the number of the step.</summary>
    public static IReadOnlyDictionary<int, string> ByStep(SopCase sop) => Unsafe(sop).ToDictionary(write => write.Step, write => RuleOf(write.Kind));

    private static IReadOnlyList<UnsafeWrite> Unsafe(SopCase sop)
    {
        var weights = Kinds.ToDictionary(kind => kind, kind => sop.Severity(RuleOf(kind)) is { } known ? 1 + (int)known : 0);
        return WriteEffects.Unsafe(sop.Graph, kind => weights[kind]);
    }

    private static UnsafeWriteKind[] Kinds => [UnsafeWriteKind.Replaced, UnsafeWriteKind.UnreviewedAi, UnsafeWriteKind.Unapproved];

    private static string RuleOf(UnsafeWriteKind kind) => kind switch
    {
        UnsafeWriteKind.Replaced => ReplacedValueRule.Id,
        UnsafeWriteKind.UnreviewedAi => UnreviewedAiRule.Id,
        _ => UnapprovedWriteRule.Id,
    };

    private static string Words(FlowGraph graph, UnsafeWrite write) => write.Kind switch
    {
        UnsafeWriteKind.Replaced => ReplacedValueRule.Words(graph, write),
        UnsafeWriteKind.UnreviewedAi => UnreviewedAiRule.Words(graph, write),
        _ => UnapprovedWriteRule.Words(graph, write),
    };
}
