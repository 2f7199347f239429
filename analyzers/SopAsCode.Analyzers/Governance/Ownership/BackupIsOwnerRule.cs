using SopAsCode.Model;

namespace SopAsCode.Analyzers;

/// <summary>SOP0102: the backup is the owner again, or the class of all roles, so nobody steps in.</summary>
internal static class BackupIsOwnerRule
{
    public const string Id = "SOP0102";

    public static IEnumerable<Finding> Check(SopCase sop)
    {
        if (sop is { IsActive: true, Sop: { Owner: { IsRole: true } owner, Backup: { } backup } } && owner.Type == backup.Type)
        {
            yield return new(
                Id,
                backup.Site,
                $"Owner and backup of SOP '{sop.Sop.Class.Name}' are both '{backup.Name}', so nobody steps in while the owner is away: name another role in [Backup<…>]");
        }
        else if (sop is { IsActive: true, Sop.Backup: { IsRoleItself: true } nobody })
        {
            yield return new(
                Id,
                nobody.Site,
                $"The backup of SOP '{sop.Sop.Class.Name}' is '{nobody.Name}', which all roles derive from, so nobody steps in while the owner is away: name a role of the team in [Backup<…>]");
        }
    }
}
