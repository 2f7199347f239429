using Microsoft.CodeAnalysis;
using SopAsCode.Model.Findings;

namespace SopAsCode.Analyzers;

/// <summary>SOP0211: a grant is in the file of its SOP, so that asking and granting are one review.</summary>
internal sealed class GrantFileRule() : SopRule(
    Id,
    "Grant in the file of its SOP",
    "a grant in the file that declares its SOP",
    new(Starter: Info, Recommended: Warning, Strict: Error),
    new RuleFix(FixNames.MoveGrant, "move it to Grants.cs"))
{
    public const string Id = "SOP0211";

    public override bool SpeaksElsewhere => true;

    internal override IEnumerable<PlacedFinding> CheckGrant(GrantContext grant)
    {
        if (grant.Granted is { } granted && granted.Type.DeclaringSyntaxReferences.Any(declared => declared.SyntaxTree == grant.Syntax.SyntaxTree))
        {
            yield return grant.Find(
                Id,
                grant.Syntax.Name,
                $"stands in the file that declares '{granted.Type.Name}', so one review passes both: move it to Grants.cs");
        }
    }
}
