using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using SopAsCode.TestHarness;

namespace SopAsCode.Generators.Tests.Harness;

/// <summary>A rule about methods named <c>Bad…</c>, with fixes; SAM002 comes from methods named <c>Worse…</c>.</summary>
internal static class SampleRule
{
    public static Tooling Tooling { get; } = SampleGenerators.Good with { Analyzers = () => [new Rule()], Fixes = () => [new RenameFix()] };

    public static Tooling Throwing { get; } = Tooling with { Analyzers = () => [new ThrowingRule()] };
}

#pragma warning disable RS2008, RS1036, RS1038, RS1041 // No compiler loads the samples, and no release holds them.
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class Rule : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Bad = new("SAM001", "Bad name", "'{0}' is bad{1}", "Sample", DiagnosticSeverity.Warning, true);
    private static readonly DiagnosticDescriptor Worse = new("SAM002", "Worse name", "'{0}' is worse", "Sample", DiagnosticSeverity.Warning, true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Bad, Worse];

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(Report, SymbolKind.Method);
        context.RegisterSymbolAction(Report, SymbolKind.Field);
    }

    private static void Report(SymbolAnalysisContext context)
    {
        context.Options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue("build_property.SopAsOf", out var day);
        var symbol = context.Symbol;
        if ((symbol.Kind == SymbolKind.Method && symbol.Name.StartsWith("Bad", StringComparison.Ordinal)) || symbol.Name == "Word")
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Bad, symbol.Locations[0], symbol.ContainingType.Locations.Where(location => !location.SourceTree!.FilePath.EndsWith(".g.cs", StringComparison.Ordinal)), symbol.Name, day is null ? "" : $" on {day}"));
        }
        else if (symbol.Name.StartsWith("Worse", StringComparison.Ordinal))
        {
            context.ReportDiagnostic(Diagnostic.Create(Worse, symbol.Locations[0], symbol.Name));
        }
    }
}

[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ThrowingRule : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [new("SAM003", "Thrown", "thrown", "Sample", DiagnosticSeverity.Warning, true)];

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(_ => throw new InvalidOperationException("thrown on purpose"), SymbolKind.Method);
    }
}

[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class RenameFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds => ["SAM001"];

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = (await context.Document.GetSyntaxRootAsync(context.CancellationToken))!;
        var name = root.FindToken(context.Span.Start);
        Offer("Good", text => "Good" + text["Bad".Length..]);
        Offer("Worse", text => "Worse" + text["Bad".Length..]);
        Offer("Broken", _ => "Send");
        Offer("StillBad", text => text + "ly");
        context.RegisterCodeFix(
            CodeAction.Create("Move", _ => Task.FromResult(Remove(root, name, context.Document).Project
                .AddDocument("Moved.cs", $"namespace Team;\npartial class {name.Parent!.FirstAncestorOrSelf<ClassDeclarationSyntax>()!.Identifier}\n{{\n}}\n").Project.Solution), "Move"),
            context.Diagnostics);

        void Offer(string title, Func<string, string> change) => context.RegisterCodeFix(
            CodeAction.Create(
                title,
                _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceToken(name, SyntaxFactory.Identifier(change(name.Text)).WithTriviaFrom(name)))),
                title),
            context.Diagnostics);
    }

    private static Document Remove(SyntaxNode root, SyntaxToken name, Document document) =>
        document.WithSyntaxRoot(root.RemoveNode(name.Parent!.FirstAncestorOrSelf<MethodDeclarationSyntax>()!, SyntaxRemoveOptions.KeepNoTrivia)!);
}
