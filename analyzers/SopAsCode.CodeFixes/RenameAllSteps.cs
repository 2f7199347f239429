using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using SopAsCode.Model.Findings;

namespace SopAsCode.CodeFixes;

/// <summary>Renames one step after the other, because each renaming changes what the next one must find.</summary>
internal sealed class RenameAllSteps : FixAllProvider
{
    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        var cancel = fixAllContext.CancellationToken;
        List<(ProjectId Project, string Step, string Name)> renamings = [];
        foreach (var (document, diagnostics) in await InScopeAsync(fixAllContext).ConfigureAwait(false))
        {
            foreach (var diagnostic in diagnostics)
            {
                if (await RenameStep.StepAsync(document, diagnostic, cancel).ConfigureAwait(false) is { } step
                    && DocumentationCommentId.CreateDeclarationId(step.Symbol) is { } id)
                {
                    renamings.Add((document.Project.Id, id, step.Name));
                }
            }
        }

        return renamings.Count == 0
            ? null
            : CodeAction.Create("Rename all steps that need it", token => RenameAsync(fixAllContext.Solution, renamings, token), FixNames.Rename);
    }

    private static async Task<Solution> RenameAsync(Solution solution, List<(ProjectId Project, string Step, string Name)> renamings, CancellationToken cancel)
    {
        foreach (var (project, step, name) in renamings)
        {
            var compilation = await solution.GetProject(project)!.GetCompilationAsync(cancel).ConfigureAwait(false);
            if (compilation is not null && DocumentationCommentId.GetFirstSymbolForDeclarationId(step, compilation) is { } symbol)
            {
                solution = await CodeFixes.RenameStep.RenameAsync(solution, symbol, name, cancel).ConfigureAwait(false);
            }
        }

        return solution;
    }

    private static async Task<List<(Document Document, ImmutableArray<Diagnostic> Diagnostics)>> InScopeAsync(FixAllContext context)
    {
        List<(Document, ImmutableArray<Diagnostic>)> found = [];
        IEnumerable<Document> documents = context.Scope switch
        {
            FixAllScope.Document when context.Document is { } document => [document],
            FixAllScope.Project => context.Project.Documents,
            FixAllScope.Solution => context.Solution.Projects.SelectMany(project => project.Documents),
            _ => [],
        };
        foreach (var document in documents)
        {
            found.Add((document, await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false)));
        }

        return found;
    }
}
