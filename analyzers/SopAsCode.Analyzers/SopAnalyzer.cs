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

        // A machine is made of an SOP in any file, so no comment, name or setting of a file takes it away from the rules.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(static start =>
        {
            if (!KnowsSops(start.Compilation))
            {
                return;
            }

            var others = OtherSops.Of(start.Compilation, start.Options);
            var sops = new ReadSops(others);
            var ids = new SopIds(others);
            var shares = new ApprovalShares(start.Compilation);
            var profile = new Profile(start.Options);
            var governance = new GovernanceCheck(start.Compilation, start.Options, profile, others);
            var suppressions = new SuppressionRule(start.Compilation, profile);
            start.RegisterSymbolAction(action => CheckType(action, sops, ids, shares, governance, profile), SymbolKind.NamedType);
            start.RegisterSyntaxTreeAction(suppressions.CheckPragmas);
            var grants = new GrantCheck(start.Compilation, sops);
            start.RegisterSyntaxNodeAction(action => CheckAttributes(action, suppressions, grants), SyntaxKind.AttributeList);
        });
    }

    private static bool KnowsSops(Compilation compilation) =>
        compilation.GetTypesByMetadataName(SopSymbols.SopAttribute).Any(type => type.ContainingAssembly.Name == SopSymbols.Home);

    private static void CheckAttributes(SyntaxNodeAnalysisContext context, SuppressionRule suppressions, GrantCheck grants)
    {
        if (!SopSymbols.IsOwnOutput(context.Node.SyntaxTree))
        {
            suppressions.CheckAttributes(context);
            grants.Check(context);
        }
    }

    private static void CheckType(SymbolAnalysisContext context, ReadSops sops, SopIds ids, ApprovalShares shares, GovernanceCheck governance, Profile profile)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.Locations.All(location => SopSymbols.IsOwnOutput(location.SourceTree)))
        {
            return;
        }

        Report(context, profile, StrayStepsRule.Check(type));
        if (SopSymbols.IsSop(type))
        {
            if (HalfTyped.Is(type, context.CancellationToken))
            {
                return;
            }

            var graph = sops.Of(type, context.CancellationToken);
            context.CancellationToken.ThrowIfCancellationRequested();
            List<Finding> shape = [.. ShapeCheck.Check(graph)];
            Report(context, profile, shape);
            Report(context, profile, ids.Check(graph.Sop, context.CancellationToken));
            Report(context, profile, governance.Check(type, graph, shape, context.CancellationToken));
            Report(context, profile, shares.OfSop(type, graph.Sop));
        }
        else
        {
            Report(context, profile, AgentRule.Check(type));
            Report(context, profile, WordCheck.Check(type));
            Report(context, profile, ToolLinkRule.Check(type));
            Report(context, profile, PolicyRule.Check(type));
            Report(context, profile, shares.OfRole(type));
        }
    }

    private static void Report(SymbolAnalysisContext context, Profile profile, IEnumerable<Finding> findings)
    {
        foreach (var finding in findings)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (profile.Of(Rules.Of(finding.Rule)) is { } severity)
            {
                context.ReportDiagnostic(Findings.ToDiagnostic((INamedTypeSymbol)context.Symbol, finding, severity, context.CancellationToken));
            }
        }
    }
}
