using SopAsCode.Model;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Flow;

namespace SopAsCode.Analyzers;

/// <summary>SOP0321: a checkpoint keeps away whoever did a step that no person does, or that no run does before.</summary>
internal sealed class NotByRule() : SopRule(
    Id,
    "NotBy that keeps nobody away",
    "a checkpoint whose `NotBy` names a step that no person does, or that is never done before it",
    new(Starter: Error, Recommended: Error, Strict: Error))
{
    public const string Id = "SOP0321";

    internal override IEnumerable<Finding> Check(RuleContext sop)
    {
        var graph = sop.Graph;
        for (var state = 0; state < graph.Fallback; state++)
        {
            var step = sop.Sop.Steps[state];
            if (step is not { Kind: StepKind.Checkpoint, NotBy: { } named } || !sop.IsFinished(step) || !graph.IsReached(state)
                || graph.StateOf(named.Name) is not { } done || !graph.IsReached(done) || graph.StepOf(done) is not { } doer || !sop.IsFinished(doer))
            {
                continue;
            }

            var keeps = $"{MessageText.Of(sop.Sop, step)} keeps away whoever did '{doer.Name}'";
            if (!doer.Traits.IsByPerson)
            {
                yield return new(Id, named.Place, $"{keeps}, which is {doer.Traits.Words} and done by no person of the team: name a human step or a checkpoint");
            }
            else if (PathSearch.Shortest(graph, done, to => to == state) is null)
            {
                yield return new(Id, named.Place, $"{keeps}, but no way leads from there to the checkpoint, so nobody did: name a step before it");
            }
        }
    }
}
