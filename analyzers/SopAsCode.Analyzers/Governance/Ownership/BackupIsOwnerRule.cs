using SopAsCode.Model.Findings;

namespace SopAsCode.Analyzers;

/// <summary>SOP0102: the backup is the owner itself, held by the same person alone, or the base class of all roles, so nobody can stand in.</summary>
internal sealed class BackupIsOwnerRule() : SopRule(
    Id,
    "Backup that is the owner",
    "a backup that is the owner, by role or by person",
    new(Starter: Info, Recommended: Warning, Strict: Error))
{
    public const string Id = "SOP0102";

    internal override Requires Requires => Requires.Active;

    internal override IEnumerable<Finding> Check(RuleContext sop)
    {
        if (sop is { Sop: { Owner: { IsRole: true } owner, Backup: { } backup } } && owner.Type == backup.Type)
        {
            yield return new(
                Id,
                backup.Place,
                $"Owner and backup of SOP '{sop.Sop.Class.Name}' are both '{backup.Name}', so nobody steps in while the owner is away: name another role in [Backup<…>]");
        }
        else if (sop is { Sop: { House.IsOnePerson: false, Owner: { IsRole: true } first, Backup: { IsRole: true } second } }
            && People.WhoAloneHolds(sop.FinishedPolicy, first.Type, second.Type) is { } person)
        {
            yield return new(
                Id,
                second.Place,
                $"'{person}' alone is '{first.Name}', the owner of SOP '{sop.Sop.Class.Name}', and '{second.Name}', its backup, so nobody steps in: name another role, or another holder in the policy");
        }
        else if (sop is { Sop.Backup: { IsRoleItself: true } nobody })
        {
            yield return new(
                Id,
                nobody.Place,
                $"The backup of SOP '{sop.Sop.Class.Name}' is '{nobody.Name}', which all roles derive from, so nobody steps in while the owner is away: name a role of the team in [Backup<…>]");
        }
    }
}
