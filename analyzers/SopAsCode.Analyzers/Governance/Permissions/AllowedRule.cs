using SopAsCode.Model;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;

namespace SopAsCode.Analyzers;

/// <summary>
/// SOP0205: the policy does not allow an agent or a tool. A policy that names no agent does not limit agents; the same is true for tools. Each agent and tool
/// is reported once.
/// </summary>
internal sealed class AllowedRule() : SopRule(
    Id,
    "Agent or tool that the policy does not allow",
    "an agent or a tool that the policy does not allow",
    new(Starter: Info, Recommended: Warning, Strict: Error))
{
    public const string Id = "SOP0205";

    internal override IEnumerable<Finding> Check(RuleContext sop) => sop.FinishedPolicy is { } policy
        ? sop.FinishedSteps.SelectMany(step => (IEnumerable<Finding>)[.. Agent(sop.Sop, step, policy), .. Tools(sop.Sop, step, policy)])
        : [];

    private static IEnumerable<Finding> Agent(SopModel sop, StepModel step, PolicyModel policy)
    {
        if (step is { Kind: StepKind.Ai, Performer: { } agent } && policy.Agents.Count > 0 && policy.Agents.All(allowed => allowed.Agent.Type != agent.Type))
        {
            yield return new(
                Id,
                step.Place,
                $"{MessageText.Of(sop, step)} is done by '{agent.Name}', which the policy does not allow: use an allowed agent, or add [Allow<{agent.Name}>(UpTo = …)] to the policy")
            {
                Cause = agent.Type,
            };
        }
    }

    private static IEnumerable<Finding> Tools(SopModel sop, StepModel step, PolicyModel policy)
    {
        if (policy.Tools.Count == 0)
        {
            yield break;
        }

        foreach (var access in step.Access)
        {
            var upTo = policy.Tools.Where(allowed => allowed.Tool.Type == access.Tool.Type).Select(allowed => (Access?)allowed.UpTo).Max();
            if (upTo is null || upTo < access.Kind)
            {
                var (name, doing) = (access.Tool.Name, Doing(access.Kind));
                var allows = upTo is { } highest ? $"allows only up to Access.{highest} there" : "does not allow";

                // The fix writes the access that all steps together need, because one entry per kind of access would contradict the next.
                var needed = sop.Steps.SelectMany(other => other.Access).Where(other => other.Tool.Type == access.Tool.Type).Max(other => other.Kind);
                var ask = upTo is null ? $"add [AllowTool<{name}>(Access.{needed})] to the policy" : $"raise it to [AllowTool<{name}>(Access.{needed})]";
                var joined = upTo is null ? $", a tool that the policy {allows}" : $", but the policy {allows}";
                yield return new(Id, access.Place, $"{MessageText.Of(sop, step)} {doing} '{name}'{joined}: do without it, or {ask}")
                {
                    Cause = access.Tool.Type,
                };
            }
        }
    }

    private static string Doing(Access access) => access switch
    {
        Access.Read => "reads",
        Access.Draft => "drafts in",
        _ => "writes to",
    };
}
