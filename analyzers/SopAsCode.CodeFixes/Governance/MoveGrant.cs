using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SopAsCode.Analyzers;
using SopAsCode.Model.Findings;

namespace SopAsCode.CodeFixes;

/// <summary>Moves a grant unchanged from the file of its SOP to Grants.cs.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MoveGrant)), Shared]
public sealed class MoveGrant : CodeFixProvider
{
    private const string Title = $"Move the grant to {GrantsFile.Name}";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => Rules.FixedBy(FixNames.MoveGrant);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => new AllMoves();

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (GrantsFile.Of(context.Document.Project)?.Id == context.Document.Id
            || !GrantsFile.CanHold(context.Document.Project)
            || await FixPlace.OfAsync(context.Document, context.CancellationToken).ConfigureAwait(false) is not { } place)
        {
            return;
        }

        foreach (var diagnostic in context.Diagnostics)
        {
            if (place.AttributeAt(diagnostic) is { } grant)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(Title, cancel => MoveAsync(context.Document.Project, [(place, [grant])], cancel), nameof(MoveGrant)), diagnostic);
            }
        }
    }

    private static async Task<Solution> MoveAsync(Project project, IReadOnlyList<(FixPlace Place, IReadOnlyList<AttributeSyntax> Grants)> moves, CancellationToken cancel)
    {
        var lines = moves.SelectMany(move => move.Grants.Select(grant => GrantText.Line(move.Place, grant, move.Grants, cancel))).ToList();
        var solution = await GrantsFile.AppendAsync(project, lines, cancel).ConfigureAwait(false);
        foreach (var (place, grants) in moves)
        {
            var text = await place.Document.GetTextAsync(cancel).ConfigureAwait(false);
            solution = solution.WithDocumentText(place.Document.Id, text.WithChanges(GrantText.Removals(text, grants)));
        }

        return solution;
    }

    /// <summary>Moves all grants of a project at once, because they share one file.</summary>
    private sealed class AllMoves : FixAllProvider
    {
        public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
        {
            List<(ProjectId Project, IReadOnlyList<(FixPlace Place, IReadOnlyList<AttributeSyntax> Grants)> Moves)> all = [];
            IEnumerable<Project> projects = fixAllContext.Scope == FixAllScope.Solution ? fixAllContext.Solution.Projects : [fixAllContext.Project];
            foreach (var project in projects.Where(GrantsFile.CanHold))
            {
                var moves = await MovesAsync(fixAllContext, project).ConfigureAwait(false);
                if (moves.Count > 0)
                {
                    all.Add((project.Id, moves));
                }
            }

            return all.Count == 0 ? null : CodeAction.Create($"Move all grants to {GrantsFile.Name}", cancel => MoveAllAsync(fixAllContext.Solution, all, cancel), nameof(MoveGrant));
        }

        private static async Task<IReadOnlyList<(FixPlace Place, IReadOnlyList<AttributeSyntax> Grants)>> MovesAsync(FixAllContext context, Project project)
        {
            List<(FixPlace Place, IReadOnlyList<AttributeSyntax> Grants)> moves = [];
            IEnumerable<Document> documents = context is { Scope: FixAllScope.Document, Document: { } one } ? [one] : project.Documents;
            foreach (var document in documents.Where(document => document.Id != GrantsFile.Of(project)?.Id))
            {
                var findings = await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false);
                if (!findings.IsEmpty && await FixPlace.OfAsync(document, context.CancellationToken).ConfigureAwait(false) is { } place)
                {
                    moves.Add((place, [.. findings.OrderBy(finding => finding.Location.SourceSpan.Start).Select(place.AttributeAt).OfType<AttributeSyntax>()]));
                }
            }

            return moves;
        }

        private static async Task<Solution> MoveAllAsync(
            Solution solution, List<(ProjectId Project, IReadOnlyList<(FixPlace Place, IReadOnlyList<AttributeSyntax> Grants)> Moves)> all, CancellationToken cancel)
        {
            foreach (var (project, moves) in all)
            {
                solution = await MoveAsync(solution.GetProject(project)!, moves, cancel).ConfigureAwait(false);
            }

            return solution;
        }
    }
}
