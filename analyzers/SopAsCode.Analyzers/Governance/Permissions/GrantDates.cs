using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using SopAsCode.Model;

namespace SopAsCode.Analyzers;

/// <summary>SOP0005 for <c>[assembly: Grant]</c>: its dates.</summary>
internal static class GrantDates
{
    public static void Check(SyntaxNodeAnalysisContext context, AttributeSyntax grant)
    {
        foreach (var argument in GrantSyntax.DatesOf(grant))
        {
            var text = context.SemanticModel.GetConstantValue(argument.Expression, context.CancellationToken).Value as string;
            if (TextsRule.GrantDate(text) is { } message)
            {
                context.ReportDiagnostic(Diagnostic.Create(ShapeRules.Texts, argument.Expression.GetLocation(), message));
            }
        }
    }
}
