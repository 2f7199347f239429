using SopAsCode.Model;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Values;

namespace SopAsCode.Generators;

/// <summary>Writes what the SOPs of an assembly share, as the JSON that <c>CatalogueDefinition.Parse</c> reads.</summary>
internal static class CatalogueJson
{
    public static string Write(EquatableArray<PartyModel> tools, EquatableArray<PartyModel> agents, PolicyModel? policy) => JsonWriter.Write((tools, agents, policy), static (json, all) =>
    {
        json.Objects("tools", all.tools, WriteTool);
        json.Objects("agents", all.agents, static (json, agent) =>
        {
            json.Party("agent", agent);
            json.Text("description", agent.Description);
            json.Text("model", agent.Model);
            json.Text("provider", agent.Provider);
            json.Links(agent.Links);
        });
        json.Object("policy", all.policy, WritePolicy);
    });

    private static void WriteTool(JsonWriter json, PartyModel tool)
    {
        json.Party("tool", tool);
        json.Text("description", tool.Description);
        json.Links(tool.Links);
        if (tool.Touches is { } impact)
        {
            json.Words("touches", impact);
        }

        json.Word("holds", tool.Holds);
        json.Objects("feeds", tool.Feeds, static (json, feed) =>
        {
            json.Party("to", feed.To);
            json.Text("what", feed.What);
            json.Text("via", feed.Via);
        });
    }

    private static void WritePolicy(JsonWriter json, PolicyModel policy)
    {
        json.Text("class", policy.Type);
        json.Objects("agents", policy.Agents, static (json, allowed) =>
        {
            json.Party("agent", allowed.Agent);
            json.Word<DataClass>("upTo", allowed.UpTo);
        });
        json.Objects("tools", policy.Tools, static (json, allowed) =>
        {
            json.Party("tool", allowed.Tool);
            json.Word<Access>("upTo", allowed.UpTo);
        });
        json.Objects("caps", policy.Caps, static (json, cap) =>
        {
            json.Words("impact", cap.Impact);
            json.Word<Level>("level", cap.Level);
        });
        json.Objects("holders", policy.Holders, static (json, holder) =>
        {
            json.Party("role", holder.Role);
            json.Text("person", holder.Person);
        });
        json.Texts("metrics", policy.Metrics.Select(metric => EnumNames.Of(metric.Measure)));
        json.Word("review", policy.Review);
        json.Objects("approvers", policy.Approvers, static (json, approver) =>
        {
            json.Party("role", approver.Role);
            json.Words("impact", approver.Impact);
        });
        json.Number("maxApprovalShare", policy.MaxApprovalShare);
        json.Number("minimumTrial", policy.MinimumTrial);
        json.Text("titlePattern", policy.TitlePattern);
        json.Number("maxSteps", policy.MaxSteps);
        json.Number("waiverLimit", policy.WaiverLimit);
        json.Texts("allowedWaivers", policy.AllowedWaivers);
        json.OfficeHours(policy.House);
        json.Flag("isOnePersonTeam", policy.House.IsOnePerson);
        json.Disclosure(policy.House.Disclosure);
    }
}
