using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Flow;

namespace SopAsCode.Analyzers;

/// <summary>SOP0413: a task beside a step must be ticked off before a step to which no way leads from there, or at which no run waits for anybody.</summary>
internal sealed class MeanwhileRule() : SopRule(
    Id,
    "Task beside the work that holds no step up",
    "a `[Meanwhile<…>]` whose `Until` no way reaches, or at which no run waits",
    new(Starter: Error, Recommended: Error, Strict: Error))
{
    public const string Id = "SOP0413";

    public override bool FollowsPaths => true;

    internal override Requires Requires => Requires.Steps | Requires.Methods;

    internal override IEnumerable<Finding> Check(RuleContext sop)
    {
        var graph = sop.Graph;
        for (var state = 0; state < graph.Fallback; state++)
        {
            var step = sop.Sop.Steps[state];
            foreach (var task in step.Meanwhile)
            {
                if ((task.Until is null ? state : graph.StateOf(task.Until.Name)) is { } until && until < graph.Fallback && Problem(graph, state, until) is { } problem)
                {
                    yield return new(
                        Id,
                        task.Until?.Place ?? task.Place,
                        $"'{MessageText.Text(task.Title)}' beside {MessageText.Of(sop.Sop, step)} {problem}");
                }
            }
        }
    }

    private static string? Problem(FlowGraph graph, int from, int until)
    {
        var name = graph.NameOf(until);
        return from != until && PathSearch.Shortest(graph, from, state => state == until) is null
            ? $"must be ticked off before '{name}', to which no way leads from there: name a step that comes after it"
            : graph.StepOf(until) is { Waits: false }
            ? $"must be ticked off before '{name}' is done, which a machine does at once: name a step at which a run waits for somebody"
            : null;
    }
}
