using Microsoft.CodeAnalysis;
using SopAsCode.Model;
using SopAsCode.Model.Reading;

namespace SopAsCode.Analyzers;

/// <summary>SOP0210: the builder of the SOP also granted its writes. A team of one person can't avoid this, and declares that it is one person.</summary>
internal sealed class GrantBuilderRule() : SopRule(
    Id,
    "Whoever builds an SOP does not grant what it may do",
    "a grant by the role that builds the SOP",
    new(Starter: Info, Recommended: Warning, Strict: Error))
{
    public const string Id = "SOP0210";

    public override bool SpeaksElsewhere => true;

    internal override IEnumerable<PlacedFinding> CheckGrant(GrantContext grant)
    {
        if (grant.Granted is { Sop: { } sop } && grant.By is { } by && !sop.House.IsOnePerson && sop.Duties.Any(duty => duty.Duty == Duty.Builder && duty.Role.Type == SopSymbols.FullName(by.Role)))
        {
            yield return grant.Find(
                Id,
                by.Where,
                $"is granted by '{by.Role.Name}', who also builds '{sop.Class.Name}': let another role grant it, so that two people look at what it may do");
        }
    }
}
