using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using SopAsCode.Model.Reading;

namespace SopAsCode.Analyzers;

/// <summary>
/// Registers every rule. The rules are functions of the model; they run with the declaration that a finding stands at, so that it shows
/// while typing.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SopAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Rules.Descriptors;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();

        // A machine is made of an SOP in any file, so no comment, name or setting of a file takes it away from the rules.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(static start =>
        {
            if (KnowsSops(start.Compilation))
            {
                var host = new RuleHost(start.Compilation, start.Options);
                start.RegisterSymbolAction(host.CheckType, SymbolKind.NamedType);
                start.RegisterSyntaxTreeAction(host.CheckFile);
                start.RegisterSyntaxNodeAction(host.CheckAttributes, SyntaxKind.AttributeList);
            }
        });
    }

    private static bool KnowsSops(Compilation compilation) =>
        compilation.GetTypesByMetadataName(SopSymbols.SopAttribute).Any(type => type.ContainingAssembly.Name == SopSymbols.Home);
}
