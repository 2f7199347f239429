using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace SopAsCode.CodeFixes;

/// <summary>Applies all fixes of a kind at once, over several documents.</summary>
/// <param name="fix">The fix.</param>
internal sealed class AllFixes(SopFix fix) : FixAllProvider
{
    /// <summary>
    /// Applies offers. A change that several offers contain is made once; an offer that collides with an earlier one is left for another round.
    /// </summary>
    public static async Task<Solution> ApplyAsync(Solution solution, IEnumerable<FixOffer> offers, CancellationToken cancel)
    {
        List<TextEdit> edits = [];
        foreach (var offer in offers)
        {
            var wanted = await offer.EditsAsync(cancel).ConfigureAwait(false);
            var own = wanted.Where(edit => !edits.Contains(edit)).ToList();
            if (!own.Exists(edit => edits.Exists(other => Collide(edit, other))))
            {
                edits.AddRange(own);
            }
        }

        foreach (var document in edits.GroupBy(edit => edit.Document))
        {
            var changes = Joined(document.Select(edit => edit.Change));
            if (solution.GetDocument(document.Key) is { } code)
            {
                solution = solution.WithDocumentText(document.Key, (await code.GetTextAsync(cancel).ConfigureAwait(false)).WithChanges(changes));
            }
            else if (solution.GetAdditionalDocument(document.Key) is { } file)
            {
                solution = solution.WithAdditionalDocumentText(document.Key, (await file.GetTextAsync(cancel).ConfigureAwait(false)).WithChanges(changes));
            }
        }

        return solution;
    }

    /// <inheritdoc/>
    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    /// <inheritdoc/>
    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        List<FixOffer> offers = [];
        foreach (var document in DocumentsOf(fixAllContext))
        {
            var findings = await fixAllContext.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false);
            if (findings.IsEmpty || await FixPlace.OfAsync(document, fixAllContext.CancellationToken).ConfigureAwait(false) is not { } place)
            {
                continue;
            }

            offers.AddRange(findings
                .OrderBy(finding => finding.Location.SourceSpan.Start)
                .SelectMany(finding => fix.Offers(place, finding, fixAllContext.CancellationToken).Where(offer => offer.Key == fixAllContext.CodeActionEquivalenceKey).Take(1)));
        }

        return offers.Count == 0
            ? null
            : CodeAction.Create(offers[0].Title, cancel => ApplyAsync(fixAllContext.Solution, offers, cancel), fixAllContext.CodeActionEquivalenceKey);
    }

    private static IEnumerable<Document> DocumentsOf(FixAllContext context) => context switch
    {
        { Scope: FixAllScope.Document, Document: { } one } => [one],
        { Scope: FixAllScope.Solution } => context.Solution.Projects.SelectMany(project => project.Documents),
        _ => context.Project.Documents,
    };

    // Two insertions at the same place are written one after the other; other overlapping changes can't both be made.
    private static bool Collide(TextEdit one, TextEdit other) =>
        one.Document == other.Document
        && one.Change.Span.IntersectsWith(other.Change.Span)
        && (one.Change.Span.OverlapsWith(other.Change.Span) || (one.Change.Span.IsEmpty != other.Change.Span.IsEmpty && Inside(one.Change.Span, other.Change.Span)));

    private static bool Inside(TextSpan one, TextSpan other) =>
        (one.IsEmpty && one.Start > other.Start && one.Start < other.End) || (other.IsEmpty && other.Start > one.Start && other.Start < one.End);

    private static IEnumerable<TextChange> Joined(IEnumerable<TextChange> changes) => changes
        .GroupBy(change => change.Span)
        .Select(same => new TextChange(same.Key, string.Concat(same.Select(change => change.NewText))))
        .OrderBy(change => change.Span.Start).ThenBy(change => change.Span.Length);
}
