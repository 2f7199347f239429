using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace SopAsCode.TestHarness;

/// <summary>A fix that was applied on a walk through all fixes of a project.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Title">What the editor shows.</param>
/// <param name="Scope">How far it was applied at once; null for the one finding at which it is offered.</param>
/// <param name="Before">The project before it.</param>
/// <param name="After">The project after it.</param>
/// <param name="Left">What the rules say after it.</param>
/// <param name="NewErrors">The compiler errors that only the changed project has.</param>
public sealed record WalkedFix(
    string Rule, string Title, FixAllScope? Scope, Compilation Before, Compilation After, IReadOnlyList<Diagnostic> Left, IReadOnlyList<string> NewErrors)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Rule}, '{Title}'{(Scope is null ? "" : $", everywhere in the {Scope}")}";
}

/// <summary>Applies every fix of every finding of a project: each offer by itself, and each that can be applied to all at once.</summary>
public static class FixWalk
{
    /// <summary>Walks through them.</summary>
    /// <param name="project">The project, without marks.</param>
    /// <param name="rules">The rules whose fixes are applied; all of them when null.</param>
    /// <returns>The fixes, each applied to the project as it was.</returns>
    public static async Task<IReadOnlyList<WalkedFix>> OfAsync(SopProject project, IReadOnlyCollection<string>? rules = null)
    {
        using var workspace = new FixWorkspace(Tooling.Product, project);
        List<WalkedFix> walked = [];
        HashSet<(string, Type, string, FixAllScope)> everywhere = [];
        foreach (var finding in (await workspace.FindingsAsync(workspace.Project)).Where(finding => rules?.Contains(finding.Id) != false))
        {
            if (workspace.Project.GetDocument(finding.Location.SourceTree) is not { } document)
            {
                continue;
            }

            foreach (var offer in await FixRun.OffersAsync(document, finding, null))
            {
                walked.Add(await AppliedAsync(workspace, finding.Id, offer.Action.Title, null, await FixRun.ChangedAsync(offer.Action)));
                foreach (var scope in new[] { FixAllScope.Document, FixAllScope.Project })
                {
                    if (everywhere.Add((finding.Id, offer.Provider.GetType(), offer.Action.EquivalenceKey!, scope)) && await EverywhereAsync(workspace, finding.Id, offer, scope) is { } changed)
                    {
                        walked.Add(await AppliedAsync(workspace, finding.Id, offer.Action.Title, scope, changed));
                    }
                }
            }
        }

        return walked;
    }

    private static async Task<Solution?> EverywhereAsync(FixWorkspace workspace, string rule, FixRun.Offer offer, FixAllScope scope)
    {
        if (offer.Provider.GetFixAllProvider() is not { } all)
        {
            return null;
        }

        var action = await all.GetFixAsync(new FixAllContext(
            offer.Document, offer.Provider, scope, offer.Action.EquivalenceKey, [rule], new FindingsForAll(workspace, rule), CancellationToken.None));
        return action is null ? null : await FixRun.ChangedAsync(action);
    }

    private static async Task<WalkedFix> AppliedAsync(FixWorkspace workspace, string rule, string title, FixAllScope? scope, Solution changed)
    {
        var after = changed.Projects.First();
        return new(rule, title, scope, (await workspace.Project.GetCompilationAsync())!, (await after.GetCompilationAsync())!, await workspace.FindingsAsync(after), await NewErrorsAsync());

        async Task<IReadOnlyList<string>> NewErrorsAsync() =>
        [
            .. (await workspace.ErrorsAsync(after)).Select(error => error.Id).Except((await workspace.ErrorsAsync(workspace.Project)).Select(error => error.Id), StringComparer.Ordinal),
        ];
    }
}
