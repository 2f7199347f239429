using SopAsCode.Model.Findings;
using SopAsCode.Model.Shape;

namespace SopAsCode.Analyzers;

/// <summary>A rule about the shape, as the other rules are described. What it finds in an SOP the model decides, because the generator asks too.</summary>
internal class ShapeWords(ShapeRule rule) : SopRule(rule.RuleId, rule.Title, rule.Flags, RuleSeverity.Always(Error), [.. rule.Fixes])
{
    public sealed override RuleAdvice? Advice { get; } = rule.Advice;
}
