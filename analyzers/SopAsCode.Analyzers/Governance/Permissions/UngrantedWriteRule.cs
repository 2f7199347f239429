using SopAsCode.Model;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Values;

namespace SopAsCode.Analyzers;

/// <summary>SOP0203: a write can hurt and no grant covers it.</summary>
internal sealed class UngrantedWriteRule() : SopRule(
    Id,
    "Write that can hurt and that no grant covers",
    "a write that can hurt and that no grant covers",
    new(Starter: Error, Recommended: Error, Strict: Error),
    new RuleFix(FixNames.AddGrant, "append a grant to Grants.cs, to fill in"))
{
    public const string Id = "SOP0203";

    public override Waiving Waiving => Waiving.WithLeave;

    public override bool LooksAtDates => true;

    /// <summary>Checks the writes of one SOP. Without a day of the build, every grant counts as begun and not ended.</summary>
    internal override IEnumerable<Finding> Check(RuleContext of)
    {
        var (sop, asOf) = (of.Sop, of.AsOf);
        foreach (var step in of.FinishedSteps.Where(step => step.HasWriteEffect && !sop.HasUnfinishedGrant))
        {
            foreach (var access in step.Access.Where(access => access.HasEffect && !ImpactRule.Tells(of, Id, access)))
            {
                var wanted = access.Harm;
                var open = wanted & ~Granted(sop, access.Tool, asOf);
                if (open != Impact.None)
                {
                    yield return new(Id, access.Place.At("impact"), Words(of, step, access, open)) { Fix = new(FixNames.AddGrant, open.ToString()) };
                }
            }
        }
    }

    // Another rule reports a day that can't be read, so nothing is reported here.
    private static bool HasEnded(GrantModel grant, DateTime? asOf) => IsoDay.Of(grant.Until) < asOf;

    private static bool IsToCome(GrantModel grant, DateTime? asOf) => IsoDay.Of(grant.On) > asOf;

    private static bool Holds(GrantModel grant, DateTime? asOf) => !HasEnded(grant, asOf) && !IsToCome(grant, asOf) && !NeverHolds(grant);

    private static bool NeverHolds(GrantModel grant) => IsoDay.Of(grant.Until) < IsoDay.Of(grant.On);

    private static Impact Granted(SopModel sop, PartyModel tool, DateTime? asOf) =>
        Of(sop, tool).Where(grant => Holds(grant, asOf)).Aggregate(Impact.None, (all, grant) => all | grant.Impact);

    private static IEnumerable<GrantModel> Of(SopModel sop, PartyModel tool) => sop.Grants.Where(grant => grant.Tool.Type == tool.Type);

    private static string Words(RuleContext of, StepModel step, AccessModel access, Impact open)
    {
        var sop = of.Sop;
        var what = $"{MessageText.Of(sop, step)} writes to '{access.Tool.Name}'";
        var line = $"[assembly: Grant<{sop.Class.Name}, {access.Tool.Name}>({WriteWords.Code(open)}, By = …, On = …, Because = …)]";
        var meant = Of(sop, access.Tool).Where(grant => (grant.Impact & open) == open).ToList();
        var sound = meant.Where(grant => !NeverHolds(grant)).ToList();
        if (sound.Where(grant => IsToCome(grant, of.AsOf)).Select(grant => IsoDay.Of(grant.On)).Min() is { } first)
        {
            return $"{what}, but the grant for it begins on {IsoDay.Text(first)}: wait until then, or grant it from today on with {line}";
        }

        if (sound.Select(grant => IsoDay.Of(grant.Until)).Max() is { } last)
        {
            return $"{what}, but the grant for it ended on {IsoDay.Text(last)}: grant it again with {line}";
        }

        return meant.FirstOrDefault() is { } never
            ? $"{what}, but the grant for it ends on {never.Until}, before it begins on {never.On}: let it end later"
            : $"{what} without a grant: add {line} in Grants.cs";
    }
}
