using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;

namespace SopAsCode.CodeFixes;

/// <summary>A fix that is easier to write as a change of syntax; the changes in the text follow from it.</summary>
/// <param name="Title">What the editor shows.</param>
/// <param name="Key">A key that is the same for fixes that are applied together.</param>
/// <param name="Apply">Makes the change.</param>
internal sealed record SyntaxChange(string Title, string Key, Action<SyntaxEditor> Apply)
{
    /// <summary>A namespace that the fixed document must import; null when it already does.</summary>
    public string? Using { get; init; }

    /// <summary>The same change as changes in the text.</summary>
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
