using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SopAsCode.Analyzers;

/// <summary>Hosts the rules about <c>[assembly: Grant]</c>. No type declares a grant, so it is checked where it is written.</summary>
internal sealed class GrantCheck(Compilation compilation, ReadSops sops)
{
    private readonly GrantRules _rules = new(compilation, sops);

    public void Check(SyntaxNodeAnalysisContext context)
    {
        var list = (AttributeListSyntax)context.Node;
        if (list.Target?.Identifier.IsKind(SyntaxKind.AssemblyKeyword) != true)
        {
            return;
        }

        foreach (var grant in list.Attributes.Where(attribute => GrantSyntax.IsGrant(context.SemanticModel, attribute, context.CancellationToken)))
        {
            GrantDates.Check(context, grant);

            // Under an alias a grant has no type arguments of its own; nobody writes one.
            if (GrantSyntax.NamesTypes(grant))
            {
                GrantApproverRule.Check(context, grant);
                GrantReasonRule.Check(context, grant);
                _rules.Check(context, grant);
            }
        }
    }
}
