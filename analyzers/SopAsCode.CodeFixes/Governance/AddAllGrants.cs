using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace SopAsCode.CodeFixes;

/// <summary>Appends all grants of a project at once, because they share one file.</summary>
internal sealed class AddAllGrants : FixAllProvider
{
    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        List<(ProjectId Project, IReadOnlyList<WantedGrant> Grants)> all = [];
        IEnumerable<Project> projects = fixAllContext.Scope == FixAllScope.Solution ? fixAllContext.Solution.Projects : [fixAllContext.Project];
        foreach (var project in projects)
        {
            var grants = await WantedAsync(fixAllContext, project).ConfigureAwait(false);
            if (grants.Count > 0)
            {
                all.Add((project.Id, grants));
            }
        }

        return all.Count == 0
            ? null
            : CodeAction.Create($"Append all grants that are missing to {GrantsFile.Name}", cancel => AppendAsync(fixAllContext.Solution, all, cancel), nameof(AddGrant));
    }

    private static async Task<IReadOnlyList<WantedGrant>> WantedAsync(FixAllContext context, Project project)
    {
        List<WantedGrant> wanted = [];
        IEnumerable<Document> documents = context is { Scope: FixAllScope.Document, Document: { } one } ? [one] : project.Documents;
        foreach (var document in documents)
        {
            foreach (var diagnostic in await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false))
            {
                if (await CodeFixes.AddGrant.WantedAsync(document, diagnostic, context.CancellationToken).ConfigureAwait(false) is { } grant)
                {
                    wanted.Add(grant);
                }
            }
        }

        return WantedGrant.Joined(wanted);
    }

    private static async Task<Solution> AppendAsync(Solution solution, List<(ProjectId Project, IReadOnlyList<WantedGrant> Grants)> all, CancellationToken cancel)
    {
        foreach (var (project, grants) in all)
        {
            solution = await GrantsFile.AppendAsync(solution.GetProject(project)!, grants, cancel).ConfigureAwait(false);
        }

        return solution;
    }
}
