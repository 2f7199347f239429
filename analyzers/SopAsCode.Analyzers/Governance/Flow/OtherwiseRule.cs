using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Flow;

namespace SopAsCode.Analyzers;

/// <summary>SOP0404: the entry for the case that no condition holds is missing, or is not the last one.</summary>
internal sealed class OtherwiseRule() : SopRule(
    Id,
    "Conditional ways on without an otherwise at their end",
    "conditional `[Next]` without an otherwise, and entries behind the otherwise",
    new(Starter: Error, Recommended: Error, Strict: Error),
    new RuleFix(FixNames.SayOtherwise, "add the otherwise; put it last; remove what is never tried"))
{
    public const string Id = "SOP0404";

    internal override IEnumerable<Finding> Check(RuleContext sop)
    {
        foreach (var step in sop.FinishedSteps.Where(step => step.Next.Count > 0))
        {
            var name = MessageText.Of(sop.Sop, step);
            var otherwise = step.Next.TakeWhile(next => next.When is not null).Count();
            if (otherwise == step.Next.Count)
            {
                yield return new(
                    Id,
                    step.Next[otherwise - 1].Place,
                    $"{name} does not say where to go when {(step.Next.Count == 1 ? "the condition does not hold" : "no condition holds")}, so the run goes to Fallback: "
                    + "add a [Next(…)] without When as the last one");
            }
            else if (otherwise + 1 < step.Next.Count)
            {
                yield return new(
                    Id,
                    step.Next[otherwise + 1].Place,
                    $"This [Next] of {name} is never tried, because the one without When before it always wins{Bounded(step.Next[otherwise])}: put the one without When last, or remove this one")
                {
                    RelatedPlaces = [step.Next[otherwise].Place, .. step.Next.Skip(otherwise + 2).Select(next => next.Place)],
                };
            }
        }
    }

    /// <summary>Whether the rule reports a step, because the step does not lead where its entries say.</summary>
    public static bool IsUnclear(StepModel step) => step.Next.Count > 0 && step.Next.TakeWhile(next => next.When is not null).Count() != step.Next.Count - 1;

    /// <summary>Where such a step may be meant to lead: to the entries that are never tried, or to the next step.</summary>
    public static IEnumerable<int> Meant(FlowGraph graph, int state)
    {
        if (graph.StepOf(state) is not { } step || !IsUnclear(step))
        {
            return [];
        }

        var named = step.Next.Select(next => graph.StateOf(next.Step.Name)).OfType<int>();
        return state + 1 < graph.Fallback && step.Next.All(next => next.When is not null) ? named.Concat([state + 1]) : named;
    }

    private static string Bounded(NextModel otherwise) =>
        otherwise.AtMost > 0 ? $", and leads to {(otherwise.Then is null ? "Fallback" : "its Then")} when AtMost is used up" : "";
}
