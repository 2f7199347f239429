using SopAsCode.Model.Findings;
using SopAsCode.Model.Places;

namespace SopAsCode.Analyzers;

/// <summary>SOP0101: nobody answers for the result.</summary>
internal sealed class OwnerRule() : SopRule(
    Id,
    "SOP without an owner",
    "an SOP without an owner",
    new(Starter: Error, Recommended: Error, Strict: Error),
    new RuleFix(FixNames.AddOwner, "add `[Owner<…>]`, one offer per role"))
{
    public const string Id = "SOP0101";

    internal override IEnumerable<Finding> Check(RuleContext sop)
    {
        if (sop.Sop.Owner is null && !sop.IsUnfinished)
        {
            yield return new(Id, DeclarationPlace.OfClass, $"SOP '{sop.Sop.Class.Name}' has no owner: add [Owner<…>] with the role that answers for its result");
        }

        // A base class of the team between Role and its roles, abstract or not, may mean a certain person.
        if (sop.Sop.Owner is { IsRoleItself: true } owner)
        {
            yield return new(Id, owner.Place, $"SOP '{sop.Sop.Class.Name}' is owned by '{owner.Name}', which all roles derive from, so that is nobody: name the role that answers for its result in [Owner<…>]");
        }
    }
}
