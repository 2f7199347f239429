using SopAsCode.Model;

namespace SopAsCode.Analyzers;

/// <summary>SOP0304: a person approves what an AI made, and nothing says what to look at.</summary>
internal static class ChecklistRule
{
    public const string Id = "SOP0304";

    public static IEnumerable<Finding> Check(SopCase sop)
    {
        var graph = sop.Graph;
        for (var state = 0; state < graph.Fallback && sop.IsActive; state++)
        {
            var step = sop.Sop.Steps[state];
            if (step.Kind == StepKind.Checkpoint && step.Checklist.All(Blank.Is) && sop.IsFinished(step)
                && graph.Taint.ReadBy(state) is var (value, maker))
            {
                yield return new(
                    Id,
                    step.NameSite,
                    $"Checkpoint {Quote.Of(sop.Sop, step)} shows the '{value.Short}' that {UnreviewedAiRule.Origin(graph.StepOf(maker)!, value)}, and has no checklist: "
                    + "add [Checklist(…)] with what to look at, such as facts, names and tone")
                {
                    Also = Ways.Sites(graph, [maker]),
                    Fix = new(FixNames.AddChecklist),
                };
            }
        }
    }
}
