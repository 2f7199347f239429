using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;

namespace SopAsCode.CodeFixes;

/// <summary>A fix that is easier to say as a change of syntax; what changes in the text follows from it.</summary>
/// <param name="Title">What the editor shows.</param>
/// <param name="Key">The same for fixes that are done together.</param>
/// <param name="Apply">Does it.</param>
internal sealed record SyntaxChange(string Title, string Key, Action<SyntaxEditor> Apply)
{
    /// <summary>A namespace that the fixed document must use; null when it does already.</summary>
    public string? Using { get; init; }

    /// <summary>The same as changes in the text.</summary>
    public FixOffer In(FixPlace place) => new(Title, Key, cancel => EditsAsync(place, cancel));

    private async Task<IReadOnlyList<TextEdit>> EditsAsync(FixPlace place, CancellationToken cancel)
    {
        var editor = new SyntaxEditor(place.Root, place.Document.Project.Solution.Services);
        Apply(editor);
        var root = editor.GetChangedRoot();
        if (Using is { } name)
        {
            root = Usings.Add((CompilationUnitSyntax)root, name);
        }

        var changed = await Formatter.FormatAsync(place.Document.WithSyntaxRoot(root), Formatter.Annotation, cancellationToken: cancel).ConfigureAwait(false);
        return [.. (await changed.GetTextChangesAsync(place.Document, cancel).ConfigureAwait(false)).Select(change => new TextEdit(place.Document.Id, change))];
    }
}
