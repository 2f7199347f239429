using SopAsCode.Model.Declaration;
using SopAsCode.Model.Places;

namespace SopAsCode.Model.Flow;

/// <summary>A record without a data class that is part of a prompt.</summary>
/// <param name="Step">The number of the AI step.</param>
/// <param name="Parameter">The number of the parameter that brings it.</param>
/// <param name="Record">The record.</param>
public sealed record UnclassifiedData(int Step, int Parameter, TypeUse Record)
{
    /// <summary>The property that may be anything, as in <c>Event.Payload</c>; null when it is the record that states no class.</summary>
    public string? Anything { get; init; }
}

/// <summary>Data that reaches an agent.</summary>
/// <param name="Step">The number of the AI step.</param>
/// <param name="Class">How sensitive it is.</param>
/// <param name="Place">The placeholder, or the access to a tool.</param>
public sealed record AgentData(int Step, DataClass Class, DeclarationPlace Place)
{
    /// <summary>The placeholder that shows it; empty when it is in a tool.</summary>
    public string Placeholder { get; init; } = "";

    /// <summary>The property that is computed from it; null when it is shown itself.</summary>
    public string? Computed { get; init; }

    /// <summary>The tool that holds it; null when it is in the prompt.</summary>
    public PartyModel? Tool { get; init; }

    /// <summary>The tools that pass it on to that tool, the one that holds it first; empty when the tool states itself what it holds.</summary>
    public IReadOnlyList<PartyModel> Fed { get; init; } = [];

    /// <summary>How the data got into the value, the origin first; empty when the type of the value states its class itself.</summary>
    public IReadOnlyList<DataOrigin> Origins { get; init; } = [];

    /// <summary>A shortest path on which it reaches the agent: the numbers of its states, the AI step last; empty when there is no path to follow.</summary>
    public IReadOnlyList<int> Path { get; init; } = [];
}

/// <summary>A value that is made from another one and is therefore as sensitive.</summary>
/// <param name="Step">The number of the step that makes it.</param>
/// <param name="From">The value or tool that it is made from.</param>
/// <param name="To">The value that is made.</param>
public sealed record DataOrigin(int Step, string From, string To);

/// <summary>
/// Follows how sensitive values are: a value whose type states no class is as sensitive as the most sensitive value that it is made
/// from, on any path.
/// </summary>
public static class DataFlow
{
    /// <summary>The records that are part of a prompt, do not state how sensitive they are, and are not the answer of an AI.</summary>
    /// <param name="graph">The flow.</param>
    /// <returns>One entry per parameter, in the order of the source.</returns>
    public static IEnumerable<UnclassifiedData> Unclassified(FlowGraph graph) => HasPrompts(graph) ? new DataWalk(graph).Unclassified() : [];

    /// <summary>The data that reaches the agents: the most sensitive data per parameter and tool.</summary>
    /// <param name="graph">The flow.</param>
    /// <param name="tools">What tools get from other tools; null when only what a tool states itself counts.</param>
    /// <returns>The data, in the order of the source.</returns>
    public static IEnumerable<AgentData> Reaching(FlowGraph graph, FedTools? tools = null) => HasPrompts(graph) ? new DataWalk(graph, tools).Reaching() : [];

    private static bool HasPrompts(FlowGraph graph) => graph.Sop.Steps.Any(step => step.Kind == StepKind.Ai);
}
