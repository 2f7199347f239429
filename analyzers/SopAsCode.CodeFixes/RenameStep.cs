using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Rename;
using SopAsCode.Analyzers;
using SopAsCode.Model.Findings;

namespace SopAsCode.CodeFixes;

/// <summary>Gives a step another name, in its declaration and in all references.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RenameStep)), Shared]
public sealed class RenameStep : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => Rules.FixedBy(FixNames.Rename);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => new RenameAllSteps();

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await StepAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false) is { } step)
            {
                context.RegisterCodeFix(
                    CodeAction.Create($"Rename to '{step.Name}'", cancel => RenameAsync(context.Document.Project.Solution, step.Symbol, step.Name, cancel), FixNames.Rename),
                    diagnostic);
            }
        }
    }

    /// <summary>The step of a finding, and its new name; null when the finding names no step.</summary>
    internal static async Task<(IMethodSymbol Symbol, string Name)?> StepAsync(Document document, Diagnostic diagnostic, CancellationToken cancel)
    {
        if (!diagnostic.Properties.TryGetValue(Fix.NameKey, out var fix) || fix != FixNames.Rename
            || await FixPlace.OfAsync(document, cancel).ConfigureAwait(false) is not { } place
            || place.Root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } method
            || place.Model.GetDeclaredSymbol(method, cancel) is not { } symbol)
        {
            return null;
        }

        var wanted = diagnostic.Properties[Fix.ValueKey]!;
        var name = wanted;
        for (var number = 2; !symbol.ContainingType.GetMembers(name).IsEmpty; number++)
        {
            name = wanted + number.ToString(CultureInfo.InvariantCulture);
        }

        return (symbol, name);
    }

    /// <summary>Renames a step and every reference to it.</summary>
    internal static Task<Solution> RenameAsync(Solution solution, ISymbol step, string name, CancellationToken cancel) =>
        Renamer.RenameSymbolAsync(solution, step, default, name, cancel);
}
