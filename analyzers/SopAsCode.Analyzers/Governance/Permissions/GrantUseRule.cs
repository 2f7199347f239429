using Microsoft.CodeAnalysis;
using SopAsCode.Model;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Reading;
using SopAsCode.Model.Shape;

namespace SopAsCode.Analyzers;

/// <summary>SOP0204: no write uses a grant, or the grant covers more than the writes use.</summary>
internal sealed class GrantUseRule() : SopRule(
    Id,
    "Grant that is unused or wider than its use",
    "a grant that nothing uses, or that covers more than is used",
    new(Starter: Info, Recommended: Warning, Strict: Warning),
    new RuleFix(FixNames.RemoveGrant, "remove it"),
    new RuleFix(FixNames.NarrowGrant, "narrow it"))
{
    public const string Id = "SOP0204";

    public override bool SpeaksElsewhere => true;

    internal override IEnumerable<PlacedFinding> CheckGrant(GrantContext context)
    {
        if (context.Granted is not { Sop: { } sop } grant || !IsKnown(grant) || sop.Steps.Any(step => step.Traits.IsByMachine && step.Access.Any(access => IsOpen(access, grant))))
        {
            yield break;
        }

        var writes = sop.Steps
            .Where(step => step.HasWriteEffect)
            .SelectMany(step => step.Access.Where(access => access.HasEffect && access.Tool.Type == SopSymbols.FullName(grant.Tool)))
            .ToList();
        var used = grant.Impact & writes.Aggregate(Impact.None, (all, access) => all | access.Harm);
        if (used == Impact.None && (grant.Impact != Impact.None || writes.Count == 0))
        {
            yield return context.Find(
                Id,
                context.Syntax.Name,
                $"is used by nothing, because no AI step or automated step writes there{Where(grant.Impact)}: remove it",
                new(FixNames.RemoveGrant));
        }
        else if (used != grant.Impact)
        {
            yield return context.Find(
                Id,
                grant.Where,
                $"covers {WriteWords.Words(grant.Impact & ~used)} too, where no AI step or automated step writes: narrow it to {WriteWords.Code(used)}",
                new(FixNames.NarrowGrant, used.ToString()));
        }
    }

    // The writes of the SOP are known if its shape is valid and nobody is typing in it.
    private static bool IsKnown(GrantedWrites grant) =>
        grant.Sop is { Stage: not Stage.Idea, Class.HasUnfinishedAttribute: false, Unfinished.Count: 0 } sop
        && !sop.Steps.Any(step => step.HasUnfinishedAttribute)
        && ShapeCheck.Obstacle(grant.Flow) is null;

    // A write that does not state where it can hurt, or contradicts its tool, may need the grant; SOP0202 must be solved first.
    private static bool IsOpen(AccessModel access, GrantedWrites grant) =>
        access.Kind == Access.Write
        && access.Tool.Type == SopSymbols.FullName(grant.Tool)
        && (access is { Impact: null, Tool.HasUnfinishedAttribute: true } || ImpactRule.IsOpen(access) || ImpactRule.IsContradicted(access));

    private static string Where(Impact impact) => impact == Impact.None ? "" : $" what touches {WriteWords.Words(impact)}";
}
