using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class StepsAreInstanceMethodsTests
{
    /// <summary>CA1822 asks to make a method static. A step can't be, so for a step it is not said.</summary>
    [Fact]
    public async Task Nobody_is_asked_to_make_a_step_static()
    {
        var compilation = GeneratorRun.Of(SopProject.Of(Shape.Sop("""
                [AutomatedStep("Send")] public Task Send(Ticket ticket) => Task.CompletedTask;
                [Condition("It is bad")] private bool IsBad(Ticket ticket) => ticket.HighValue;
                [Obsolete] public int Count() => 1;
                public int Other() => 2;
            """))).Output;
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: false, reportSuppressedDiagnostics: true);
        var found = await compilation.WithAnalyzers([new MarksMembers(), new StepsAreInstanceMethods()], options).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["Count", "IsBad", "Other"], found.Where(one => !one.IsSuppressed).Select(NameOf).Order(StringComparer.Ordinal));
        Assert.Equal(["Send"], found.Where(one => one.IsSuppressed).Select(NameOf));
    }

    private static string NameOf(Diagnostic found) => found.Location.SourceTree!.ToString().Substring(found.Location.SourceSpan.Start, found.Location.SourceSpan.Length);

#pragma warning disable RS1029, RS1036, RS1038, RS1041, RS2008 // It stands for a rule of .NET in this test only.
    [DiagnosticAnalyzer(LanguageNames.CSharp)]
    private sealed class MarksMembers : DiagnosticAnalyzer
    {
        private static readonly DiagnosticDescriptor CanBeStatic = new("CA1822", "Mark members as static", "Mark it", "Performance", DiagnosticSeverity.Warning, isEnabledByDefault: true);

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [CanBeStatic];

        public override void Initialize(AnalysisContext context)
        {
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.EnableConcurrentExecution();
            context.RegisterSymbolAction(Mark, SymbolKind.Method);
        }

        private static void Mark(SymbolAnalysisContext context)
        {
            if (context.Symbol is IMethodSymbol { MethodKind: MethodKind.Ordinary } method && method.DeclaringSyntaxReferences[0].GetSyntax(context.CancellationToken) is MethodDeclarationSyntax written && written.SyntaxTree.FilePath.EndsWith(SopProject.DefaultFile, StringComparison.Ordinal))
            {
                context.ReportDiagnostic(Diagnostic.Create(CanBeStatic, written.Identifier.GetLocation()));
            }
        }
    }
}
