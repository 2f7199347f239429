using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using SopAsCode.Model;

namespace SopAsCode.Analyzers;

/// <summary>
/// Hosts every rule. The rules are functions of the model; this class says when they run: with the declaration that a finding
/// stands at, so that it shows while typing.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SopAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Rules.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (!KnowsSops(start.Compilation))
            {
                return;
            }

            var others = new OtherSops(start.Compilation);
            var ids = new SopIds(others);
            var governance = new GovernanceCheck(start.Compilation, start.Options, others);
            start.RegisterSymbolAction(action => CheckType(action, ids, governance), SymbolKind.NamedType);
            start.RegisterSyntaxNodeAction(GrantDates.Check, SyntaxKind.AttributeList);
            start.RegisterSyntaxNodeAction(GrantApproverRule.Check, SyntaxKind.AttributeList);
        });
    }

    private static bool KnowsSops(Compilation compilation) =>
        compilation.GetTypesByMetadataName(SopSymbols.SopAttribute).Any(type => type.ContainingAssembly.Name == SopSymbols.Home);

    private static void CheckType(SymbolAnalysisContext context, SopIds ids, GovernanceCheck governance)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        Report(context, StrayStepsRule.Check(type));
        if (SopSymbols.IsSop(type))
        {
            var sop = PromptFiles.Join(SopReader.Read(type, context.CancellationToken), context.Options, context.CancellationToken);
            context.CancellationToken.ThrowIfCancellationRequested();
            var graph = FlowBuilder.Build(sop);
            List<Finding> shape = [.. ShapeCheck.Check(graph)];
            Report(context, shape);
            Report(context, ids.Check(sop));
            Report(context, governance.Check(type, graph, shape, context.CancellationToken));
        }
        else
        {
            Report(context, AgentRule.Check(type));
            Report(context, ToolLinkRule.Check(type));
        }
    }

    private static void Report(SymbolAnalysisContext context, IEnumerable<Finding> findings)
    {
        foreach (var finding in findings)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            context.ReportDiagnostic(Findings.ToDiagnostic((INamedTypeSymbol)context.Symbol, finding, context.CancellationToken));
        }
    }
}
