using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace SopAsCode.CodeFixes;

/// <summary>A change in the text of a document.</summary>
/// <param name="Document">The document.</param>
/// <param name="Change">The change.</param>
internal sealed record TextEdit(DocumentId Document, TextChange Change);

/// <summary>A fix that fits one finding, as changes in the text of one document or several.</summary>
/// <param name="Title">What the editor shows.</param>
/// <param name="Key">The same for fixes that are done together.</param>
/// <param name="Edits">The changes.</param>
internal sealed record TextOffer(string Title, string Key, IReadOnlyList<TextEdit> Edits);

/// <summary>
/// Hosts fixes that change texts. Text rather than syntax, because what a fix writes then looks like what stands around it. A fix
/// says only what it offers for one finding; doing all at once comes with it.
/// </summary>
public abstract class TextFix : CodeFixProvider
{
    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => new AllTextFixes(this);

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await FixPlace.OfAsync(context.Document, context.CancellationToken).ConfigureAwait(false) is not { } place)
        {
            return;
        }

        foreach (var diagnostic in context.Diagnostics)
        {
            foreach (var offer in Offers(place, diagnostic, context.CancellationToken))
            {
                var solution = context.Document.Project.Solution;
                context.RegisterCodeFix(
                    CodeAction.Create(offer.Title, cancel => AllTextFixes.ApplyAsync(solution, [offer], cancel), offer.Key),
                    diagnostic);
            }
        }
    }

    /// <summary>What can be done about one finding.</summary>
    internal abstract IEnumerable<TextOffer> Offers(FixPlace place, Diagnostic diagnostic, CancellationToken cancel);
}
