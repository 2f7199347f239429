using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using SopAsCode.Model.Language;
using SopAsCode.Model.Reading;

namespace SopAsCode.Analyzers;

/// <summary>
/// CA1822 asks to make a step static if it reads nothing of its instance, but a step must not be static (SOP0006). An author who
/// follows one rule must not break the other, so this suppresses CA1822 for steps.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StepsAreInstanceMethods : DiagnosticSuppressor
{
    private static readonly SuppressionDescriptor StepIsNoStatic = new("SOPS0001", "CA1822", "A step runs on an instance, which knows who performs it.");

    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions => [StepIsNoStatic];

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        foreach (var diagnostic in context.ReportedDiagnostics)
        {
            if (diagnostic.Location.SourceTree is { } tree
                && tree.GetRoot(context.CancellationToken).FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method
                && context.GetSemanticModel(tree).GetDeclaredSymbol(method, context.CancellationToken) is { } symbol
                && symbol.GetAttributes().Any(attribute => SopSymbols.Word(attribute) is { } word && StepKinds.MadeBy(word) is not null))
            {
                context.ReportSuppression(Suppression.Create(StepIsNoStatic, diagnostic));
            }
        }
    }
}
