using SopAsCode.Model.Findings;
using SopAsCode.Model.Places;

namespace SopAsCode.Analyzers;

/// <summary>
/// SOP0106: no policy counts for the project, or one that says nothing, so that every rule that compares an SOP with the policy is silent. It is reported
/// once, at the first SOP of the project.
/// </summary>
internal sealed class NoPolicyRule() : SopRule(
    Id,
    "Project with SOPs and no policy",
    "a project with SOPs and no policy, or an empty one",
    new(Starter: Info, Recommended: Info, Strict: Warning))
{
    public const string Id = "SOP0106";

    internal override Requires Requires => Requires.Active;

    internal override IEnumerable<Finding> Check(RuleContext sop)
    {
        if (sop.Project.Policies is not { IsStated: false, HasRivals: false } policies
            || !sop.IsFirst
            || (policies.Houses.Count > 0 && !policies.IsNamed && sop.GivesWay(Id, UnusedPolicyRule.Id)))
        {
            yield break;
        }

        const string so = "so no rule looks at who holds a role, must approve, or may see what";
        yield return policies.Counting is { } empty
            ? new(Id, DeclarationPlace.OfClass, $"Policy '{empty}' says nothing, {so}: write its first entry, such as [Holder<…>(\"…\")]")
            : new(Id, DeclarationPlace.OfClass, $"The project of SOP '{sop.Sop.Class.Name}' has no policy, {so}: add a class that derives from Policy");
    }
}
