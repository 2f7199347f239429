using Microsoft.CodeAnalysis;

namespace SopAsCode.Analyzers;

/// <summary>SOP0211: asking and granting stand in one file, so that they are one review.</summary>
internal static class GrantFileRule
{
    public static IEnumerable<Diagnostic> Check(WrittenGrant grant)
    {
        if (grant.Type.DeclaringSyntaxReferences.Any(declared => declared.SyntaxTree == grant.Syntax.SyntaxTree))
        {
            yield return grant.Finding(
                PermissionsRules.GrantFile,
                grant.Syntax.Name,
                $"stands in the file that declares '{grant.Type.Name}', so that one review passes both: move it to Grants.cs, which somebody else reviews");
        }
    }
}
