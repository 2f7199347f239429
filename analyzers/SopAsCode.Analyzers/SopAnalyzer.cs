using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SopAsCode.Model.Reading;

namespace SopAsCode.Analyzers;

/// <summary>
/// Registers every rule. The rules are functions of the model. They run with the declaration at which a finding is reported, so that
/// the editor shows it while somebody types.
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

        // An SOP in any file becomes a machine, so no comment, name or setting of a file may hide it from the rules.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(static start =>
        {
            if (KnowsSops(start.Compilation))
            {
                var host = new RuleHost(start.Compilation, start.Options);
                start.RegisterSymbolAction(host.CheckType, SymbolKind.NamedType);
                start.RegisterSemanticModelAction(host.CheckFile);
                start.RegisterAdditionalFileAction(host.CheckWords);
            }
        });
    }

    // The compiler has no index of types, so it would search each of the hundreds of assemblies of a framework for the name.
    private static bool KnowsSops(Compilation compilation) => compilation.SourceModule.ReferencedAssemblySymbols
        .Append(compilation.Assembly)
        .Any(assembly => assembly.Name == SopSymbols.Home && assembly.GetTypeByMetadataName(SopSymbols.SopAttribute) is not null);
}
