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
            Report(argument.Expression, TextsRule.GrantDate(Text(argument.Expression)));
        }

        if (GrantSyntax.Argument(grant, "On") is { } on && GrantSyntax.Argument(grant, "Until") is { } until)
        {
            Report(until, TextsRule.GrantSpan(Text(on), Text(until)));
        }

        string? Text(ExpressionSyntax written) => context.SemanticModel.GetConstantValue(written, context.CancellationToken).Value as string;

        void Report(ExpressionSyntax where, string? message)
        {
            if (message is not null)
            {
                context.ReportDiagnostic(Diagnostic.Create(ShapeRules.Texts, where.GetLocation(), message));
            }
        }
    }
}
