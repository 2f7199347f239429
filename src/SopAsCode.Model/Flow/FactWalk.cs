namespace SopAsCode.Model.Flow;

/// <summary>Follows which values an AI made, which people approved, and which were replaced afterwards.</summary>
/// <param name="graph">The flow.</param>
/// <param name="rules">The effect of steps and edges on a fact.</param>
/// <param name="isAboutReaders">
/// The walk is only about the readers of values, so it drops a fact about a value that no later step reads. Otherwise it follows each fact to the end.
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
