using SopAsCode.Model;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Flow;
using SopAsCode.Model.Places;

namespace SopAsCode.Analyzers;

/// <summary>SOP0313: an AI works, and nothing says how a person takes over when the AI can't do the work.</summary>
internal sealed class ExceptionsRule() : SopRule(
    Id,
    "AI without a way for a person to take over",
    "an SOP with AI that says nowhere how a person takes over",
    new(Starter: Info, Recommended: Warning, Strict: Error),
    new RuleFix(FixNames.AddFallback, "add `[Fallback(…)]` to fill in"))
{
    public const string Id = "SOP0313";

    internal override Requires Requires => Requires.Class | Requires.Steps;

    internal override IEnumerable<Finding> Check(RuleContext sop)
    {
        if (sop.Sop.Steps.Any(step => step.Kind == StepKind.Ai)
            && PlaceholderText.Is(sop.Sop.Fallback?.How)
            && !sop.Graph.Edges.Any(edge => IsException(edge) && TakesOver(sop.Graph, edge.To)))
        {
            yield return new(
                Id,
                DeclarationPlace.OfClass,
                $"SOP '{sop.Sop.Class.Name}' lets an AI work, and nothing says how a person takes over: "
                + "add [Fallback(…, SwitchWhen = …)], or lead [OnFailure] or [OnReject] to a person");
        }
    }

    // A path that every run takes is not an exception.
    private static bool IsException(FlowEdge edge) =>
        edge is { Cause: EdgeCause.Declared, IsRetry: false } && (!edge.CarriesOutput || edge.Condition is not null || edge.Label is not null);

    private static bool TakesOver(FlowGraph graph, int state) => state == graph.Escalated || PathSearch.IsPerson(graph, state);
}
