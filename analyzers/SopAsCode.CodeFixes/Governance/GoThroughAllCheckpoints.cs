using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SopAsCode.Model.Reading;

namespace SopAsCode.CodeFixes;

/// <summary>
/// Leads one write after the other through its checkpoint, because each change alters the paths that the next one must find, and because the approved
/// value may be replaced later.
/// </summary>
/// <param name="writes">The SOPs and steps that are fixed.</param>
internal sealed class GoThroughAllCheckpoints(IReadOnlyList<(string Sop, string Step)> writes)
{
    // Each round leads at least one path through a checkpoint, and a flow has far fewer paths than this number.
    private const int MostRounds = 200;

    /// <summary>Fixes them in a document.</summary>
    public async Task<Document> FixAsync(Document document, CancellationToken cancel)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            if (await NextAsync(document, cancel).ConfigureAwait(false) is not { } next)
            {
                break;
            }

            document = next;
        }

        return document;
    }

    private async Task<Document?> NextAsync(Document document, CancellationToken cancel)
    {
        if (await FixPlace.OfAsync(document, cancel).ConfigureAwait(false) is not { } place)
        {
            return null;
        }

        foreach (var type in place.Root.DescendantNodes().OfType<ClassDeclarationSyntax>())
        {
            if (place.Model.GetDeclaredSymbol(type, cancel) is not INamedTypeSymbol sop || !SopSymbols.IsSop(sop))
            {
                continue;
            }

            foreach (var (step, _) in InsertCheckpoint.Mendable(place.Model.Compilation, sop, cancel))
            {
                if (writes.Contains((sop.ToDisplayString(), step))
                    && InsertCheckpoint.For(place, sop, step, cancel)?.Changes(null, cancel) is { Count: > 0 } changes)
                {
                    return document.WithText((await document.GetTextAsync(cancel).ConfigureAwait(false)).WithChanges(changes));
                }
            }
        }

        return null;
    }
}
