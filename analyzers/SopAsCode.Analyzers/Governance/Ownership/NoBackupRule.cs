using SopAsCode.Model.Findings;
using SopAsCode.Model.Places;

namespace SopAsCode.Analyzers;

/// <summary>SOP0104: the SOP has a write that can hurt and no backup for the owner. A team of one person can't name a backup.</summary>
internal sealed class NoBackupRule() : SopRule(
    Id,
    "SOP without a backup that writes where it can hurt",
    "an SOP that writes where it can hurt, without a backup",
    new(Starter: Info, Recommended: Warning, Strict: Error),
    new RuleFix(FixNames.AddBackup, "add `[Backup<…>]`, one offer per role"))
{
    public const string Id = "SOP0104";

    internal override Requires Requires => Requires.Active | Requires.Class;

    internal override IEnumerable<Finding> Check(RuleContext of)
    {
        var sop = of.Sop;
        if (sop is { Backup: null, House.IsOnePerson: false } && sop.Steps.FirstOrDefault(step => step.HasWriteEffect) is { } write)
        {
            yield return new(
                Id,
                DeclarationPlace.OfClass,
                $"{MessageText.Of(sop, write)} writes to {WriteWords.Target(write)}, and nobody steps in while the owner is away: add [Backup<…>] to '{sop.Class.Name}'");
        }
    }
}
