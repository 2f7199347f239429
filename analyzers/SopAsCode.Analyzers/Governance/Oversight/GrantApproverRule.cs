using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Reading;

namespace SopAsCode.Analyzers;

/// <summary>SOP0306: a grant or a waiver does not name a person's role that gave it.</summary>
internal sealed class GrantApproverRule() : SopRule(
    Id,
    "Grant that no person gave",
    "a grant that no person gave",
    new(Starter: Error, Recommended: Error, Strict: Error))
{
    public const string Id = "SOP0306";

    public override Waiving Waiving => Waiving.WithLeave;

    public override bool SpeaksElsewhere => true;

    /// <summary>Checks the waivers of an SOP.</summary>
    internal override IEnumerable<Finding> Check(RuleContext of)
    {
        foreach (var placed in PlacedWaiver.Of(of.Sop))
        {
            if (placed.Waiver.NoRole is { } other)
            {
                yield return new(
                    Id,
                    placed.Waiver.Place.At("By"),
                    $"The waiver of {MessageText.Text(placed.Rule)} for {placed.Place(of.Sop)} is allowed by '{other}', which is no role of a person: set By = typeof(…) to the role that answers for it");
            }
        }
    }

    internal override IEnumerable<PlacedFinding> CheckGrant(GrantContext grant)
    {
        var by = grant.Argument("By");
        if (grant.IsComplete && (by is null || !grant.IsUnknown(by)) && Problem(grant, by) is { } problem)
        {
            yield return grant.Find(Id, by ?? (SyntaxNode)grant.Syntax.Name, $"{problem}: set By = typeof(…) to the role that answers for it");
        }
    }

    private static string? Problem(GrantContext grant, ExpressionSyntax? by) => by is not TypeOfExpressionSyntax named ? "names nobody who grants it" : grant.TypeIn(named) switch
    {
        null or IErrorTypeSymbol => null,
        INamedTypeSymbol role when SopSymbols.DerivesFrom(role, "Role") => null,
        { } other => $"is granted by '{other.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}', which is no role of a person",
    };
}
