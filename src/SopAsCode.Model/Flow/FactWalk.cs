namespace SopAsCode.Model.Flow;

/// <summary>Follows what an AI made, what people approved, and what was replaced afterwards.</summary>
/// <param name="graph">The flow.</param>
/// <param name="rules">What steps and edges make of a fact.</param>
/// <param name="isAboutReaders">
/// Only who reads a value is asked for: a fact about a value that nobody reads any more is dropped. Else each fact goes to the end.
/// </param>
/// <param name="start">What is true at the start.</param>
internal sealed class FactWalk(FlowGraph graph, FactRules rules, bool isAboutReaders, params Fact[] start)
    : FactPropagation<Fact>(graph, rules.Across, isAboutReaders ? Readers(graph, rules) : null, start)
{
    private static Func<int, Fact, bool> Readers(FlowGraph graph, FactRules rules)
    {
        var live = new LiveValues(graph, [.. graph.Sop.Steps.Select(rules.ReadsOrAsks)]);
        return (state, fact) => fact.Type.Length == 0 || live.Matters(state, fact.Type);
    }
}
