using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using SopAsCode.Model;

namespace SopAsCode.Analyzers;

/// <summary>SOP0212: a grant without a day or without a reason. Whoever asks a year later finds nobody's answer.</summary>
internal static class GrantReasonRule
{
    public static void Check(SyntaxNodeAnalysisContext context, AttributeSyntax grant)
    {
        if (!GrantSyntax.IsComplete(context.SemanticModel, grant, context.CancellationToken))
        {
            return;
        }

        // A day that is written and can't be read is told by SOP0005.
        var on = Lacks("On", day => day is null);
        var because = Lacks("Because", Blank.Is);
        if (on || because)
        {
            var what = GrantSyntax.Describe(context.SemanticModel, grant, context.CancellationToken);
            context.ReportDiagnostic(Diagnostic.Create(PermissionsRules.GrantReason, grant.Name.GetLocation(), $"{what} {Words(on, because)}"));
        }

        bool Lacks(string name, Func<string?, bool> isUnset) =>
            GrantSyntax.Argument(grant, name) is not { } written
            || (context.SemanticModel.GetConstantValue(written, context.CancellationToken) is { HasValue: true, Value: var value } && isUnset(value as string));
    }

    private static string Words(bool on, bool because) => (on, because) switch
    {
        (true, true) => "says neither since when it holds nor why: add On = \"…\" and Because = \"…\"",
        (true, false) => "does not say since when it holds: add On = \"…\"",
        _ => "does not say why: add Because = \"…\"",
    };
}
