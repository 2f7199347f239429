using SopAsCode.Model.Findings;
using SopAsCode.Model.Shape;

namespace SopAsCode.Analyzers;

/// <summary>
/// A rule of shape, described in the same way as the other rules. The model computes its findings in an SOP, because the generator needs them too.
/// </summary>
internal class ShapeWords(ShapeRule rule) : SopRule(rule.RuleId, rule.Title, rule.Flags, RuleSeverity.Always(Error), [.. rule.Fixes])
{
    public sealed override RuleAdvice? Advice { get; } = rule.Advice;
}
