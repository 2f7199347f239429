namespace SopAsCode.Model;

/// <summary>Follows what an AI made, what people approved, and what was replaced afterwards.</summary>
internal sealed class FactWalk(FlowGraph graph, FactRules rules, params Fact[] start) : Spread<Fact>(graph, rules.Across, start);
