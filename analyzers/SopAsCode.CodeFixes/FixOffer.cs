using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace SopAsCode.CodeFixes;

/// <summary>A change in the text of a document.</summary>
/// <param name="Document">The document.</param>
/// <param name="Change">The change.</param>
internal sealed record TextEdit(DocumentId Document, TextChange Change);

/// <summary>A fix for one finding, as changes in the text of one or several documents.</summary>
/// <param name="Title">What the editor shows.</param>
/// <param name="Key">A key that is the same for fixes that are applied together.</param>
/// <param name="EditsAsync">The changes.</param>
internal sealed record FixOffer(string Title, string Key, Func<CancellationToken, Task<IReadOnlyList<TextEdit>>> EditsAsync)
{
    /// <summary>A fix whose changes are known already.</summary>
    public FixOffer(string title, string key, IReadOnlyList<TextEdit> edits)
        : this(title, key, _ => Task.FromResult(edits)) => Known = edits;

    private IReadOnlyList<TextEdit>? Known { get; }

    /// <summary>Whether the text already stands there, as when a word that is to be filled in was written before.</summary>
    public async Task<bool> IsDoneAsync(Solution solution, CancellationToken cancel)
    {
        foreach (var edit in Known ?? [])
        {
            if (solution.GetDocument(edit.Document) is not { } document
                || (await document.GetTextAsync(cancel).ConfigureAwait(false)).ToString(edit.Change.Span) != edit.Change.NewText)
            {
                return false;
            }
        }

        return Known is not null;
    }
}
