using SopAsCode.Model.Findings;
using SopAsCode.Model.Flow;

namespace SopAsCode.Analyzers;

/// <summary>A rule about unsafe writes. The finding stands at the step that writes, and its way is the shortest unsafe one.</summary>
internal abstract class UnsafeWriteRule(string id, string title, string flags, RuleSeverity severity, params RuleFix[] fixes)
    : SopRule(id, title, flags, severity, fixes)
{
    /// <inheritdoc/>
    internal override IEnumerable<Finding> Check(RuleContext sop) => sop.Writes.All.Where(write => UnsafeWrites.RuleOf(write.Kind) == RuleId).Select(write => Find(sop, write));

    /// <summary>What is wrong with a write, and what to do.</summary>
    protected abstract string Words(FlowGraph graph, UnsafeWrite write);

    private Finding Find(RuleContext sop, UnsafeWrite write)
    {
        var step = sop.Sop.Steps[write.Step];
        return new(RuleId, step.NamePlace, Words(sop.Graph, write) + LimitRule.Instead(sop, step))
        {
            Fix = LimitRule.Completed(sop, step),
            RelatedPlaces = PathSearch.Places(sop.Graph, write.Path),
        };
    }
}
