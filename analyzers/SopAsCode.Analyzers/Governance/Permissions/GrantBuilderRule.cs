using Microsoft.CodeAnalysis;
using SopAsCode.Model;
using SopAsCode.Model.Reading;

namespace SopAsCode.Analyzers;

/// <summary>
/// SOP0210: the builder of the SOP also granted its writes. Roles are compared first, then the people whom the policy names. A team of one person can't avoid
/// this, and declares that it is one person.
/// </summary>
internal sealed class GrantBuilderRule() : SopRule(
    Id,
    "Grant by the one who builds the SOP",
    "a grant by the role, or the only person, that builds the SOP",
    new(Starter: Info, Recommended: Warning, Strict: Error))
{
    public const string Id = "SOP0210";

    public override bool SpeaksElsewhere => true;

    internal override IEnumerable<PlacedFinding> CheckGrant(GrantContext grant)
    {
        if (grant.Granted is not { Sop: { House.IsOnePerson: false } sop } || grant.By is not { } by)
        {
            yield break;
        }

        var (granting, builders) = (SopSymbols.FullName(by.Role), sop.Duties.Where(duty => duty.Duty == Duty.Builder).Select(duty => duty.Role).ToList());
        if (builders.Exists(builder => builder.Type == granting))
        {
            yield return grant.Find(
                Id,
                by.Where,
                $"is granted by '{by.Role.Name}', who also builds '{sop.Class.Name}': let another role grant it");
        }
        else if (grant.Policy is { HasUnfinishedAttribute: false } policy
            && builders.Select(builder => (builder.Name, Person: People.WhoAloneHolds(policy, granting, builder.Type))).FirstOrDefault(one => one.Person is not null) is ({ } role, { } person))
        {
            yield return grant.Find(
                Id,
                by.Where,
                $"is granted by '{by.Role.Name}', and '{person}' alone is that and '{role}', its builder: let another person grant it");
        }
    }
}
