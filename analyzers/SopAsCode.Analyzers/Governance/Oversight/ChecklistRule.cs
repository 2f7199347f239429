using SopAsCode.Model;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Flow;

namespace SopAsCode.Analyzers;

/// <summary>SOP0304: a person approves the work of an AI, and nothing says what the person must check.</summary>
internal sealed class ChecklistRule() : SopRule(
    Id,
    "Checkpoint over AI output without a checklist",
    "a checkpoint that shows what an AI made, without a checklist",
    new(Starter: Info, Recommended: Warning, Strict: Error),
    new RuleFix(FixNames.AddChecklist, "add a checklist to fill in"))
{
    public const string Id = "SOP0304";

    internal override IEnumerable<Finding> Check(RuleContext sop)
    {
        var graph = sop.Graph;
        for (var state = 0; state < graph.Fallback; state++)
        {
            var step = sop.Sop.Steps[state];
            if (step.Kind == StepKind.Checkpoint && step.Checklist.All(PlaceholderText.Is) && sop.IsFinished(step)
                && graph.Taint.ReadBy(state) is var (value, maker))
            {
                yield return new(
                    Id,
                    step.NamePlace,
                    $"Checkpoint {MessageText.Of(sop.Sop, step)} shows the '{value.Short}' {UnreviewedAiRule.Origin(graph.StepOf(maker)!, value)}, and has no checklist: "
                    + "add [Checklist(…)] with what to look at")
                {
                    RelatedPlaces = PathSearch.Places(graph, [maker]),
                    Fix = new(FixNames.AddChecklist),
                };
            }
        }
    }
}
