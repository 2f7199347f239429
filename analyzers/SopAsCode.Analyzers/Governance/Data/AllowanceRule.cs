using SopAsCode.Model;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Flow;

namespace SopAsCode.Analyzers;

/// <summary>SOP0502: an agent gets data that is more sensitive than the policy allows for this agent.</summary>
internal sealed class AllowanceRule() : SopRule(
    Id,
    "Agent that sees more than the policy allows",
    "data above what the policy allows an agent, in its prompt or in a tool it reads",
    new(Starter: Error, Recommended: Error, Strict: Error))
{
    public const string Id = "SOP0502";

    internal override IEnumerable<Finding> Check(RuleContext sop)
    {
        // A policy without any allowance does not limit agents.
        if (sop.FinishedPolicy is not { Agents.Count: > 0 } policy)
        {
            yield break;
        }

        foreach (var data in DataFlow.Reaching(sop.Graph, sop.Project.Tools.Value))
        {
            var step = sop.Sop.Steps[data.Step];
            if (step.Performer is not { } agent)
            {
                continue;
            }

            // An agent that is not allowed at all is reported once. Every agent may read public data.
            var upTo = policy.Agents.Where(allowed => allowed.Agent.Type == agent.Type).Select(allowed => (DataClass?)allowed.UpTo).Max();
            if (data.Class <= (upTo ?? DataClass.Public) || (upTo is null && sop.GivesWay(Id, AllowedRule.Id)))
            {
                continue;
            }

            yield return new(Id, data.Place, $"{What(sop.Graph, MessageText.Of(sop.Sop, step), agent, data)}, but the policy {Limit(upTo)}: {ToDo(data)}")
            {
                RelatedPlaces = PathSearch.Places(sop.Graph, data.Path),
                Cause = $"{agent.Type} {data.Class} {data.Tool?.Type}",
            };
        }
    }

    private static string What(FlowGraph graph, string step, PartyModel agent, AgentData data)
    {
        if (data.Tool is { } tool)
        {
            return data.Fed.Count == 0
                ? $"{step} lets agent '{agent.Name}' read '{tool.Name}', which holds {DataWords.Of(data.Class)} data"
                : $"{step} lets agent '{agent.Name}' read '{tool.Name}', which gets {DataWords.Of(data.Class)} data ({string.Join(" → ", data.Fed.Append(tool).Select(passing => passing.Name))})";
        }

        var shown = $"{step} shows agent '{agent.Name}' '{{{data.Placeholder}}}'";
        return data.Origins.Count == 0
            ? $"{shown}, which is {(data.Computed is null ? DataWords.Of(data.Class) : $"made of {DataWords.Of(data.Class)} data")}"
            : $"{graph.Print(data.Path)}: {shown}, {DataWords.Of(data.Class)} data of '{data.Origins[0].From}'";
    }

    private static string Limit(DataClass? upTo) => upTo is { } known ? $"allows it {DataWords.Of(known)} data at most" : "does not allow that agent";

    // The page names the other ways out, such as another agent or a higher limit.
    private static string ToDo(AgentData data) => data switch
    {
        { Tool: { } tool, Fed.Count: > 0 } => $"remove [Reads<{tool.Name}>], or say with [Holds(…)] what '{tool.Name}' gets",
        { Tool: { } tool } => $"remove [Reads<{tool.Name}>], or let another agent do it",
        { Origins.Count: > 0 } => $"leave it out, or give '{data.Origins[data.Origins.Count - 1].To}' a [Data(…)] if it is less sensitive",
        { Computed: { } computed } => $"leave it out, or put [Data(…)] on '{computed}' if it is less sensitive",
        _ => "leave it out, or let another agent do it",
    };
}
