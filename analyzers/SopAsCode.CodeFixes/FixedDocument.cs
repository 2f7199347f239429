using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;

namespace SopAsCode.CodeFixes;

/// <summary>Applies one fix, or all of a kind, to a document.</summary>
internal static class FixedDocument
{
    public static async Task<Document> MakeAsync(FixPlace place, IReadOnlyList<FixOffer> offers, CancellationToken cancel)
    {
        var editor = new SyntaxEditor(place.Root, place.Document.Project.Solution.Services);
        foreach (var offer in offers)
        {
            offer.Apply(editor);
        }

        var root = editor.GetChangedRoot();
        foreach (var name in offers.Select(offer => offer.Using).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            root = Usings.Add((CompilationUnitSyntax)root, name);
        }

        return await Formatter.FormatAsync(place.Document.WithSyntaxRoot(root), Formatter.Annotation, cancellationToken: cancel).ConfigureAwait(false);
    }
}
