using SopAsCode.Model;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Places;
using SopAsCode.Model.Values;

namespace SopAsCode.Analyzers;

/// <summary>SOP0408: after work that went well, the order of the source alone leads to a step that is meant for problems.</summary>
internal sealed class FallThroughRule() : SopRule(
    Id,
    "Work that went well and slides into an exception",
    "work that went well and slides into a step for what went wrong",
    new(Starter: Info, Recommended: Warning, Strict: Warning),
    new RuleFix(FixNames.WriteNext, "write the `[Next]`"))
{
    public const string Id = "SOP0408";

    internal override Requires Requires => Requires.Steps | Requires.Methods;

    private const string Timeout = "[OnTimeout]";

    internal override IEnumerable<Finding> Check(RuleContext sop)
    {
        var graph = sop.Graph;
        var exceptions = Exceptions(sop.Sop);
        for (var state = 0; state + 1 < graph.Fallback; state++)
        {
            var (step, following) = (sop.Sop.Steps[state], sop.Sop.Steps[state + 1]);
            if (step.Next.Count == 0 && graph.IsReached(state) && exceptions.TryGetValue(following.Name, out var all)
                && all.Where(name => !IsSaidAtTimeout(sop, name.Word, name.Of, following)).ToList() is { Count: > 0 } named)
            {
                yield return new(
                    Id,
                    step.NamePlace,
                    $"{MessageText.Of(sop.Sop, step)} slides into '{following.Name}', which {named[0].Word} of '{named[0].Of.Name}' names for what goes wrong: "
                    + $"write [Next(nameof({following.Name}))] if meant, else another [Next]")
                {
                    RelatedPlaces = named.Select(name => name.Place).ToEquatableArray(),
                };
            }
        }
    }

    // If a time-out counts as an approval, or only leads round to other time-outs, the time-out is the mistake, and not the path to its step.
    private static bool IsSaidAtTimeout(RuleContext sop, string word, StepModel named, StepModel following) => word == Timeout
        && ((named.Kind == StepKind.Checkpoint && following.NeedsApproval && sop.GivesWay(Id, TimeoutRule.Id))
            || (sop.GivesWay(Id, TimeoutLoopRule.Id) && TimeoutLoopRule.LeadsRound(sop.Graph, named.Name)));

    private static Dictionary<string, List<(string Word, StepModel Of, DeclarationPlace Place)>> Exceptions(SopModel sop)
    {
        Dictionary<string, List<(string, StepModel, DeclarationPlace)>> named = new(StringComparer.Ordinal);
        foreach (var step in sop.Steps)
        {
            Add("[OnFailure]", step, step.OnFailure?.Step);
            Add(Timeout, step, step.OnTimeout);
            Add("Else in [Limit]", step, step.Limit?.Else);
            Add("Then in [OnReject]", step, step.OnReject?.Then);
            foreach (var next in step.Next)
            {
                Add("Then in [Next]", step, next.Then);
            }
        }

        return named;

        void Add(string word, StepModel step, StepReference? to)
        {
            if (to is not null)
            {
                if (!named.TryGetValue(to.Name, out var all))
                {
                    named[to.Name] = all = [];
                }

                all.Add((word, step, to.Place));
            }
        }
    }
}
