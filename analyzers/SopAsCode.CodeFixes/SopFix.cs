using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using SopAsCode.Analyzers;

namespace SopAsCode.CodeFixes;

/// <summary>
/// Hosts a fix. A fix changes text, so that its result looks like the code around it. A fix only states what it offers for one finding; this
/// class also applies all fixes at once. The rules say which fixes they have. A fix writes what follows from the code, and
/// <see cref="ToFillIn"/> for everything that only a person can say; an offer that says more than that belongs to a <see cref="ChoiceFix"/>.
/// </summary>
/// <param name="names">What it does: some of the names that rules use for their fixes.</param>
public abstract class SopFix(params string[] names) : CodeFixProvider
{
    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds => Rules.FixedBy(names);

    /// <summary>A text that a person must fill in. It counts as missing, so the finding stays until somebody does.</summary>
    internal const string ToFillIn = "TODO";

    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => new AllFixes(this);

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await FixPlace.OfAsync(context.Document, context.CancellationToken).ConfigureAwait(false) is not { } place)
        {
            return;
        }

        var solution = context.Document.Project.Solution;
        foreach (var diagnostic in context.Diagnostics)
        {
            foreach (var offer in Offers(place, diagnostic, context.CancellationToken))
            {
                if (await offer.IsDoneAsync(solution, context.CancellationToken).ConfigureAwait(false))
                {
                    continue;
                }

                context.RegisterCodeFix(CodeAction.Create(offer.Title, cancel => AllFixes.ApplyAsync(solution, [offer], cancel), offer.Key), diagnostic);
            }
        }
    }

    /// <summary>The offers for one finding.</summary>
    internal abstract IEnumerable<FixOffer> Offers(FixPlace place, Diagnostic diagnostic, CancellationToken cancel);
}
