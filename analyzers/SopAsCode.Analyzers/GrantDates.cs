using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using SopAsCode.Model;

namespace SopAsCode.Analyzers;

/// <summary>SOP0005 for <c>[assembly: Grant]</c>, which no type declares: its dates, checked where they are written.</summary>
internal static class GrantDates
{
    public static void Check(SyntaxNodeAnalysisContext context)
    {
        var list = (AttributeListSyntax)context.Node;
        if (list.Target?.Identifier.IsKind(SyntaxKind.AssemblyKeyword) != true)
        {
            return;
        }

        foreach (var attribute in list.Attributes.Where(IsDated))
        {
            var constructor = context.SemanticModel.GetSymbolInfo(attribute, context.CancellationToken).Symbol;
            if (SopSymbols.IsOurs(constructor?.ContainingType, "GrantAttribute"))
            {
                CheckGrant(context, attribute);
            }
        }
    }

    private static void CheckGrant(SyntaxNodeAnalysisContext context, AttributeSyntax grant)
    {
        foreach (var argument in grant.ArgumentList!.Arguments.Where(IsDate))
        {
            var text = context.SemanticModel.GetConstantValue(argument.Expression, context.CancellationToken).Value as string;
            if (TextsRule.GrantDate(text) is { } message)
            {
                context.ReportDiagnostic(Diagnostic.Create(ShapeRules.Texts, argument.Expression.GetLocation(), message));
            }
        }
    }

    // Most attributes of an assembly are none of ours: only those that look like it are bound.
    private static bool IsDated(AttributeSyntax attribute) => attribute.ArgumentList?.Arguments.Any(IsDate) == true;

    private static bool IsDate(AttributeArgumentSyntax argument) => argument.NameEquals?.Name.Identifier.ValueText is "On" or "Until";
}
