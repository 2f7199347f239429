using System.Globalization;
using SopAsCode.Model;

namespace SopAsCode.Analyzers;

/// <summary>SOP0203: a write that can hurt, and no grant that covers it.</summary>
internal static class GrantRule
{
    public const string Id = "SOP0203";

    /// <summary>Checks the writes of one SOP. Without a day, no grant has an end.</summary>
    public static IEnumerable<Finding> Check(SopCase of)
    {
        var (sop, asOf) = (of.Sop, of.AsOf);
        foreach (var step in sop.Steps.Where(step => step.HasWriteEffect && !sop.HasUnfinishedGrant && of.IsFinished(step)))
        {
            foreach (var access in step.Access.Where(access => access.HasEffect))
            {
                var wanted = access.Impact ?? Impact.None;
                var open = wanted & ~Granted(sop, access.Tool, asOf);
                if (open != Impact.None)
                {
                    yield return new(Id, access.Site.At("impact"), Words(sop, step, access, open))
                    {
                        Fix = new(FixNames.AddGrant, open.ToString()),
                    };
                }
            }
        }
    }

    // A day that can't be read is another rule's finding: one cause, one message.
    private static bool HasEnded(GrantModel grant, DateTime? asOf) => TextsRule.Day(grant.Until) < asOf;

    private static Impact Granted(SopModel sop, PartyModel tool, DateTime? asOf) =>
        Of(sop, tool).Where(grant => !HasEnded(grant, asOf)).Aggregate(Impact.None, (all, grant) => all | grant.Impact);

    private static IEnumerable<GrantModel> Of(SopModel sop, PartyModel tool) => sop.Grants.Where(grant => grant.Tool.Type == tool.Type);

    private static string Words(SopModel sop, StepModel step, AccessModel access, Impact open)
    {
        var what = $"{Quote.Of(sop, step)} writes to '{access.Tool.Name}', {WriteWords.Where(open)}";
        var ended = Of(sop, access.Tool).Where(grant => (grant.Impact & open) == open).Select(grant => TextsRule.Day(grant.Until)).Max();
        var line = $"[assembly: Grant<{sop.Class.Name}, {access.Tool.Name}>({WriteWords.Code(open)}, By = …, On = …, Because = …)]";
        return ended is { } day
            ? $"{what}, but the grant for it ended on {day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}: have it granted again with {line}"
            : $"{what}, and no grant covers that: add {line} in Grants.cs";
    }
}
