using Microsoft.CodeAnalysis;
using SopAsCode.Model;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Places;
using SopAsCode.Model.Reading;

namespace SopAsCode.Analyzers;

/// <summary>
/// SOP0307: one role approves too many of all checkpoints. The finding is at the declaration of the role, or else at the first of its checkpoints.
/// </summary>
internal sealed class ApprovalShareRule() : SopRule(
    Id,
    "Role that approves more than its share",
    "a role that approves at more than its share of all checkpoints",
    new(Starter: Info, Recommended: Warning, Strict: Warning))
{
    public const string Id = "SOP0307";

    public override bool SpeaksElsewhere => true;

    internal override IEnumerable<Finding> CheckType(TypeContext type) => type.Sop is { } sop ? OfSop(type, sop) : type.IsSop ? [] : OfRole(type);

    private static IEnumerable<Finding> OfRole(TypeContext type) => SopSymbols.DerivesFrom(type.Type, "Role")
        ? type.Shares.Found.Where(found => SymbolEqualityComparer.Default.Equals(found.First.Role, type.Type)).Select(found => new Finding(Id, DeclarationPlace.OfClass, found.Words))
        : [];

    // A finding can't be at a role that another assembly declares.
    private static IEnumerable<Finding> OfSop(TypeContext type, SopModel sop) => sop.Steps.Any(step => step.Kind == StepKind.Checkpoint)
        ? type.Shares.Found
            .Where(found => found.IsForeign && SymbolEqualityComparer.Default.Equals(found.First.Sop, type.Type))
            .SelectMany(found => sop.Steps.Where(step => step.Name == found.First.Method).Take(1).Select(step => new Finding(Id, step.Place, found.Words)))
        : [];
}
