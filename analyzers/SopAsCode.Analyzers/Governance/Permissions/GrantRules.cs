using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using SopAsCode.Model;

namespace SopAsCode.Analyzers;

/// <summary>
/// SOP0204, SOP0210 and SOP0211: grants against the SOP they are for. A grant is declared by no type, so it is checked where it is
/// written. SOPs of other assemblies are left alone: their methods are out of sight.
/// </summary>
internal sealed class GrantRules(Compilation compilation)
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, GrantedSop> _sops = new(SymbolEqualityComparer.Default);

    public void Check(SyntaxNodeAnalysisContext context)
    {
        var list = (AttributeListSyntax)context.Node;
        if (list.Target?.Identifier.IsKind(SyntaxKind.AssemblyKeyword) != true)
        {
            return;
        }

        foreach (var grant in list.Attributes.Where(attribute => GrantSyntax.IsGrant(context.SemanticModel, attribute, context.CancellationToken)))
        {
            if (Read(context, grant) is { } written)
            {
                foreach (var found in Findings(written))
                {
                    context.ReportDiagnostic(found);
                }
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

        return new(grant, GrantSyntax.Describe(model, grant, cancel), type, _sops.GetOrAdd(type, sop => GrantedSop.Read(sop, cancel)), tool, impact, WriteWords.Known((Impact)value))
        {
            By = list.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == "By")?.Expression is TypeOfExpressionSyntax by
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
/// <param name="Sop">The SOP.</param>
/// <param name="Tool">The tool.</param>
/// <param name="Where">Where its impact is written.</param>
/// <param name="Impact">Where writes may hurt.</param>
internal sealed record WrittenGrant(AttributeSyntax Syntax, string What, INamedTypeSymbol Type, GrantedSop Sop, INamedTypeSymbol Tool, ExpressionSyntax Where, Impact Impact)
{
    /// <summary>Who grants it, and where that is written; null when nobody can be read.</summary>
    public (ExpressionSyntax Where, INamedTypeSymbol Role)? By { get; init; }

    /// <summary>A finding about it.</summary>
    public Diagnostic Finding(DiagnosticDescriptor rule, SyntaxNode where, string message, Fix? fix = null) =>
        Diagnostic.Create(rule, where.GetLocation(), Properties(fix), $"{What} {message}");

    private static ImmutableDictionary<string, string?> Properties(Fix? fix) => fix is null
        ? ImmutableDictionary<string, string?>.Empty
        : ImmutableDictionary<string, string?>.Empty.Add(Fix.NameKey, fix.Name).Add(Fix.ValueKey, fix.Value);
}

/// <summary>An SOP that something was granted to.</summary>
/// <param name="Model">What it declares.</param>
/// <param name="IsSound">It has a sound shape, and nothing in it is being typed: what it writes is known.</param>
internal sealed record GrantedSop(SopModel Model, bool IsSound)
{
    public static GrantedSop Read(INamedTypeSymbol type, CancellationToken cancel)
    {
        var sop = SopReader.Read(type, cancel);
        return new(
            sop,
            sop.Stage != Stage.Idea && !sop.Class.HasUnfinishedAttribute && sop.Unfinished.Count == 0 && !sop.Steps.Any(step => step.HasUnfinishedAttribute)
            && ShapeCheck.Obstacle(FlowBuilder.Build(sop)) is null);
    }
}
