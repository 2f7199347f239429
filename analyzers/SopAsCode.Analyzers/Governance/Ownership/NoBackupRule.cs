using SopAsCode.Model;

namespace SopAsCode.Analyzers;

/// <summary>SOP0104: a write that can hurt, and nobody who steps in while the owner is away. A team of one can name nobody.</summary>
internal static class NoBackupRule
{
    public const string Id = "SOP0104";

    public static IEnumerable<Finding> Check(SopCase of)
    {
        var sop = of.Sop;
        if (of is { IsActive: true, IsUnfinished: false } && sop is { Backup: null, House.IsOnePerson: false }
            && sop.Steps.FirstOrDefault(step => step.HasWriteEffect) is { } write)
        {
            yield return new(
                Id,
                Site.OfClass,
                $"{Quote.Of(sop, write)} writes to {WriteWords.Target(write)}, but SOP '{sop.Class.Name}' has no backup who steps in while the owner is away: add [Backup<…>]");
        }
    }
}
