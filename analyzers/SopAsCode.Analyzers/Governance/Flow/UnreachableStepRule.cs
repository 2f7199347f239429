using SopAsCode.Model.Findings;
using SopAsCode.Model.Flow;

namespace SopAsCode.Analyzers;

/// <summary>SOP0401: a step that no run reaches. Steps that can only be reached from it are part of the same finding.</summary>
internal sealed class UnreachableStepRule() : SopRule(
    Id,
    "Step that no run comes to",
    "a step that no run comes to",
    new(Starter: Error, Recommended: Error, Strict: Error))
{
    public const string Id = "SOP0401";

    internal override Requires Requires => Requires.Steps | Requires.Methods;

    internal override IEnumerable<Finding> Check(RuleContext sop)
    {
        var graph = sop.Graph;
        var isReached = sop.GivesWay(Id, OtherwiseRule.Id)
            ? Digraph.Reach(graph.StateCount, graph.Entries, state => PathSearch.Next(graph, state).Concat(OtherwiseRule.Meant(graph, state)))
            : Digraph.Reach(graph.StateCount, graph.Entries, state => PathSearch.Next(graph, state));
        var lost = Enumerable.Range(0, graph.Fallback).Where(step => !isReached[step]).ToList();
        var told = new bool[graph.StateCount];
        foreach (var step in Heads(graph, lost).Concat(lost))
        {
            if (told[step])
            {
                continue;
            }

            var behind = Behind(graph, step, state => !isReached[state] && !told[state]);
            behind.ForEach(state => told[state] = true);
            behind.Remove(step);
            yield return new(Id, graph.Sop.Steps[step].NamePlace, Words(graph, step, behind)) { RelatedPlaces = PathSearch.Places(graph, behind) };
        }
    }

    // The steps to which no other unreached step leads. The other steps only lead to each other.
    private static IEnumerable<int> Heads(FlowGraph graph, List<int> lost)
    {
        HashSet<int> led = [.. lost.SelectMany(step => PathSearch.Next(graph, step).Where(to => to != step))];
        return lost.Where(step => !led.Contains(step));
    }

    private static List<int> Behind(FlowGraph graph, int step, Func<int, bool> isNew)
    {
        var reached = Digraph.Reach(graph.StateCount, [step], state => PathSearch.Next(graph, state).Where(to => to < graph.Fallback && isNew(to)));
        return [.. Enumerable.Range(0, graph.Fallback).Where(state => reached[state])];
    }

    private static string Words(FlowGraph graph, int step, List<int> behind)
    {
        var name = graph.NameOf(step);
        var others = behind.Count == 0 ? "" : $", nor to {MessageText.Or([.. behind.Select(state => $"'{graph.NameOf(state)}'")])} behind it";
        return $"No run comes to {MessageText.Of(graph.Sop, graph.Sop.Steps[step])}, because no way from {MessageText.Or([.. graph.Entries.Select(entry => $"'{graph.NameOf(entry)}'")])} leads to it{others}: lead one there with [Next(nameof({name}))], or remove it";
    }
}
