using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using SopAsCode.Model;

namespace SopAsCode.Analyzers;

/// <summary>SOP0306, for grants: no person granted it.</summary>
internal static class GrantApproverRule
{
    public static void Check(SyntaxNodeAnalysisContext context, AttributeSyntax grant)
    {
        if (!GrantSyntax.IsComplete(context.SemanticModel, grant, context.CancellationToken))
        {
            return;
        }

        var by = GrantSyntax.Argument(grant, "By");
        if (by is not null && context.SemanticModel.GetTypeInfo(by, context.CancellationToken).Type is IErrorTypeSymbol)
        {
            return;
        }

        if (Problem(context, by) is { } problem)
        {
            var what = GrantSyntax.Describe(context.SemanticModel, grant, context.CancellationToken);
            context.ReportDiagnostic(Diagnostic.Create(
                OversightRules.GrantApprover,
                (by ?? (SyntaxNode)grant.Name).GetLocation(),
                $"{what} {problem}: set By = typeof(…) to the role of the person who answers for it"));
        }
    }

    private static string? Problem(SyntaxNodeAnalysisContext context, ExpressionSyntax? by)
    {
        if (by is not TypeOfExpressionSyntax named)
        {
            return "names nobody who grants it";
        }

        return context.SemanticModel.GetTypeInfo(named.Type, context.CancellationToken).Type switch
        {
            null or IErrorTypeSymbol => null,
            INamedTypeSymbol role when SopSymbols.DerivesFrom(role, "Role") => null,
            { } other => $"is granted by '{other.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}', which is no role of a person",
        };
    }
}
