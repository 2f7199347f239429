using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using SopAsCode.Model;

namespace SopAsCode.Analyzers;

/// <summary>
/// SOP0204, SOP0210 and SOP0211: grants against the SOP they are for. SOPs of other assemblies are left alone: their methods are out
/// of sight.
/// </summary>
internal sealed class GrantRules(Compilation compilation, ReadSops sops)
{
    public void Check(SyntaxNodeAnalysisContext context, AttributeSyntax grant)
    {
        if (Read(context, grant) is { } written)
        {
            foreach (var found in Findings(written))
            {
                context.ReportDiagnostic(found);
            }
        }
    }

    private static IEnumerable<Diagnostic> Findings(WrittenGrant grant) => [.. GrantUseRule.Check(grant), .. GrantBuilderRule.Check(grant), .. GrantFileRule.Check(grant)];

    private WrittenGrant? Read(SyntaxNodeAnalysisContext context, AttributeSyntax grant)
    {
        var (model, cancel) = (context.SemanticModel, context.CancellationToken);
        List<ITypeSymbol?> types = [.. GrantSyntax.TypesAt(model, grant, cancel)];
        if (grant.ContainsDiagnostics
            || types[0] is not INamedTypeSymbol { TypeKind: TypeKind.Class } type || types[1] is not INamedTypeSymbol { TypeKind: TypeKind.Class } tool
            || !SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly) || !SopSymbols.IsSop(type)
            || grant.ArgumentList is not { } list || list.Arguments.FirstOrDefault(IsImpact)?.Expression is not { } impact
            || model.GetConstantValue(impact, cancel) is not { HasValue: true, Value: int value })
        {
            return null;
        }

        return new(grant, GrantSyntax.Describe(model, grant, cancel), type, sops.Of(type, cancel), tool, impact, WriteWords.Known((Impact)value))
        {
            By = GrantSyntax.Argument(grant, "By") is TypeOfExpressionSyntax by
                && model.GetTypeInfo(by.Type, cancel).Type is INamedTypeSymbol role
                ? (by, role)
                : null,
        };
    }

    private static bool IsImpact(AttributeArgumentSyntax argument) =>
        argument.NameEquals is null && (argument.NameColon is null || argument.NameColon.Name.Identifier.ValueText == "impact");
}

/// <summary>A grant as it is written, with the SOP it is for.</summary>
/// <param name="Syntax">The attribute.</param>
/// <param name="What">What it is, in words.</param>
/// <param name="Type">The class of the SOP.</param>
/// <param name="Flow">Its flow.</param>
/// <param name="Tool">The tool.</param>
/// <param name="Where">Where its impact is written.</param>
/// <param name="Impact">Where writes may hurt.</param>
internal sealed record WrittenGrant(AttributeSyntax Syntax, string What, INamedTypeSymbol Type, FlowGraph Flow, INamedTypeSymbol Tool, ExpressionSyntax Where, Impact Impact)
{
    /// <summary>Who grants it, and where that is written; null when nobody can be read.</summary>
    public (ExpressionSyntax Where, INamedTypeSymbol Role)? By { get; init; }

    /// <summary>What the SOP declares.</summary>
    public SopModel Sop => Flow.Sop;

    /// <summary>A finding about it.</summary>
    public Diagnostic Finding(DiagnosticDescriptor rule, SyntaxNode where, string message, Fix? fix = null) =>
        Diagnostic.Create(rule, where.GetLocation(), Findings.Properties(fix), $"{What} {message}");
}
