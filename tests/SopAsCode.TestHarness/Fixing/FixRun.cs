using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Xunit;

namespace SopAsCode.TestHarness;

/// <summary>
/// A code fix, applied. Whatever it does, the project compiles afterwards as well as before, fewer findings of the rule are left (none, after
/// fix-all; all, if it only writes what a person must fill in), and no finding that was not there before has come in its place.
/// </summary>
public sealed class FixRun
{
    private FixRun(ImmutableSortedDictionary<string, string> changed, ImmutableSortedDictionary<string, string> added, IReadOnlyList<string> removed, IReadOnlyList<string> left)
    {
        Changed = changed;
        Added = added;
        Removed = removed;
        Left = left;
    }

    /// <summary>The documents whose text changed.</summary>
    public ImmutableSortedDictionary<string, string> Changed { get; }

    /// <summary>The documents that are new.</summary>
    public ImmutableSortedDictionary<string, string> Added { get; }

    /// <summary>The documents that are gone.</summary>
    public IReadOnlyList<string> Removed { get; }

    /// <summary>The rules whose findings are left, one entry a finding.</summary>
    public IReadOnlyList<string> Left { get; }

    /// <summary>The text of a changed or new document.</summary>
    /// <param name="file">Its name.</param>
    public string this[string file] => Changed.TryGetValue(file, out var text) || Added.TryGetValue(file, out text)
        ? text
        : throw new KeyNotFoundException($"The fix left '{file}' alone. Changed: {string.Join(", ", Changed.Keys)}. New: {string.Join(", ", Added.Keys)}.");

    /// <summary>Applies a fix to one finding.</summary>
    /// <param name="project">The project; marks are taken out.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="fix">Its title or equivalence key; null when there is only one.</param>
    /// <param name="number">Which finding of the rule, from 0: by file name and position.</param>
    /// <param name="mayBring">Rules that may have findings afterwards which they did not have before.</param>
    /// <param name="stays">The fix writes a place to fill in, so the finding stays until somebody does.</param>
    /// <param name="tooling">What runs; the product when null.</param>
    /// <returns>What changed.</returns>
    public static async Task<FixRun> ApplyAsync(
        SopProject project, string rule, string? fix = null, int number = 0, string[]? mayBring = null, bool stays = false, Tooling? tooling = null)
    {
        using var workspace = Open([project], tooling);
        var offers = await OffersAsync(workspace, rule, number, tooling);
        var offer = Choose(offers, rule, fix);
        var after = await ChangedAsync(offer.Action);
        return await CompareAsync(workspace, after, rule, scope: null, offer.Document, IsNewCheckpoint(offer) ? [.. mayBring ?? [], "SOP0304", "SOP0310"] : mayBring, stays);
    }

    /// <summary>Applies a fix to all findings at once, the way an editor's fix-all does.</summary>
    /// <param name="project">The project; marks are taken out.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="scope">How far it reaches: document, project or solution.</param>
    /// <param name="fix">Its title or equivalence key; null when there is only one.</param>
    /// <param name="number">The finding at which it is asked for, from 0: by file name and position.</param>
    /// <param name="others">More projects of the solution.</param>
    /// <param name="mayBring">Rules that may have findings afterwards which they did not have before.</param>
    /// <param name="stays">The fix writes places to fill in, so the findings stay until somebody does.</param>
    /// <param name="tooling">What runs; the product when null.</param>
    /// <returns>What changed.</returns>
    public static async Task<FixRun> ApplyAllAsync(
        SopProject project,
        string rule,
        FixAllScope scope = FixAllScope.Project,
        string? fix = null,
        int number = 0,
        SopProject[]? others = null,
        string[]? mayBring = null,
        bool stays = false,
        Tooling? tooling = null)
    {
        using var workspace = Open([project, .. others ?? []], tooling);
        var offer = Choose(await OffersAsync(workspace, rule, number, tooling), rule, fix);
        var all = offer.Provider.GetFixAllProvider();
        Assert.True(all is not null, $"{offer.Provider.GetType().Name} has no fix-all.");
        Assert.True(all.GetSupportedFixAllScopes().Contains(scope), $"{all.GetType().Name} does not support {scope}.");
        Assert.True(offer.Action.EquivalenceKey is not null, $"'{offer.Action.Title}' has no equivalence key, so fix-all can't find its likes.");
        var action = await all.GetFixAsync(new FixAllContext(
            offer.Document,
            offer.Provider,
            scope,
            offer.Action.EquivalenceKey,
            offer.Provider.FixableDiagnosticIds.Where(id => id == rule),
            new FindingsForAll(workspace, rule),
            CancellationToken.None));
        Assert.True(action is not null, $"{all.GetType().Name} offers nothing for {scope}.");
        return await CompareAsync(workspace, await ChangedAsync(action), rule, scope, offer.Document, mayBring, stays);
    }

    /// <summary>Fails when a fix is offered for any finding of a rule.</summary>
    /// <param name="project">The project; marks are taken out.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="tooling">What runs; the product when null.</param>
    /// <returns>When it is known.</returns>
    public static async Task AssertNoneOfferedAsync(SopProject project, string rule, Tooling? tooling = null)
    {
        var titles = await TitlesAsync(project, rule, tooling: tooling);
        Assert.True(titles.Count == 0, $"No fix should be offered for {rule}. Offered: {string.Join("; ", titles)}.");
    }

    /// <summary>The titles of the fixes that are offered for a finding.</summary>
    /// <param name="project">The project; marks are taken out.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="number">Which finding of the rule, from 0: by file name and position.</param>
    /// <param name="tooling">What runs; the product when null.</param>
    /// <returns>The titles, as the editor shows them.</returns>
    public static async Task<IReadOnlyList<string>> TitlesAsync(SopProject project, string rule, int number = 0, Tooling? tooling = null)
    {
        using var workspace = Open([project], tooling);
        return [.. (await OffersAsync(workspace, rule, number, tooling)).Select(offer => offer.Action.Title)];
    }

    /// <summary>Fails when a fix is applied to several findings at once. It says something that a person must say, at each of them.</summary>
    /// <param name="project">The project; marks are taken out.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="number">Which finding of the rule, from 0: by file name and position.</param>
    /// <returns>When it is known.</returns>
    public static async Task AssertOnlyByHandAsync(SopProject project, string rule, int number = 0)
    {
        using var workspace = Open([project], null);
        var offers = await OffersAsync(workspace, rule, number, null);
        Assert.NotEmpty(offers);
        Assert.All(offers, offer => Assert.Null(offer.Provider.GetFixAllProvider()));
    }

    /// <summary>Asks for every fix of every finding, and makes each change. Throws what they throw; what they change is not looked at.</summary>
    /// <param name="project">The project, without marks; may be broken in any way.</param>
    /// <param name="tooling">What runs; the product when null.</param>
    /// <returns>How many changes were made.</returns>
    public static async Task<int> TryAllAsync(SopProject project, Tooling? tooling = null)
    {
        using var workspace = new FixWorkspace(tooling ?? Tooling.Product, project);
        var made = 0;
        foreach (var finding in await workspace.FindingsAsync(workspace.Project))
        {
            // Some findings stand in what is no document, such as generated code.
            if (workspace.Project.GetDocument(finding.Location.SourceTree) is not { } document)
            {
                continue;
            }

            foreach (var offer in await OffersAsync(document, finding, tooling))
            {
                await offer.Action.GetOperationsAsync(CancellationToken.None);
                made++;
            }
        }

        return made;
    }

    private static FixWorkspace Open(IEnumerable<SopProject> projects, Tooling? tooling) =>
        new(tooling ?? Tooling.Product, [.. projects.Select(project => project.WithoutMarks().Plain)]);

    private static async Task<List<Offer>> OffersAsync(FixWorkspace workspace, string rule, int number, Tooling? tooling)
    {
        var findings = (await workspace.FindingsAsync(workspace.Project)).Where(found => found.Id == rule).ToList();
        Assert.True(number < findings.Count, $"There is no finding number {number} of {rule}: {findings.Count} found.");
        var document = workspace.Project.GetDocument(findings[number].Location.SourceTree);
        Assert.True(document is not null, $"{findings[number]} is in no document.");
        return await OffersAsync(document, findings[number], tooling);
    }

    internal static async Task<List<Offer>> OffersAsync(Document document, Diagnostic finding, Tooling? tooling)
    {
        var offers = new List<Offer>();
        foreach (var provider in (tooling ?? Tooling.Product).Fixes().Where(provider => provider.FixableDiagnosticIds.Contains(finding.Id, StringComparer.Ordinal)))
        {
            await provider.RegisterCodeFixesAsync(new CodeFixContext(
                document,
                finding,
                (action, _) => offers.AddRange(action.NestedActions.IsDefaultOrEmpty ? [new(provider, document, action)] : action.NestedActions.Select(nested => new Offer(provider, document, nested))),
                CancellationToken.None));
        }

        return offers;
    }

    private static Offer Choose(List<Offer> offers, string rule, string? fix)
    {
        var fitting = offers.Where(offer => fix is null || offer.Action.Title == fix || offer.Action.EquivalenceKey == fix).ToList();
        Assert.True(
            fitting.Count == 1,
            $"Of the fixes offered for {rule}, {fitting.Count} fit '{fix ?? "any"}'. Offered: {string.Join("; ", offers.Select(offer => $"{offer.Action.Title} ({offer.Action.EquivalenceKey})"))}.");
        return fitting[0];
    }

    // What is checked there, and until when, is left to fill in.
    private static bool IsNewCheckpoint(Offer offer) => offer.Action.Title.Contains(" a checkpoint for ", StringComparison.Ordinal);

    internal static async Task<Solution> ChangedAsync(CodeAction action)
    {
        var operations = await action.GetOperationsAsync(CancellationToken.None);
        return Assert.Single(operations.OfType<ApplyChangesOperation>()).ChangedSolution;
    }

    private static async Task<FixRun> CompareAsync(FixWorkspace workspace, Solution after, string rule, FixAllScope? scope, Document document, string[]? mayBring, bool stays)
    {
        var left = new List<string>();
        foreach (var project in after.Projects)
        {
            var before = workspace.Solution.GetProject(project.Id)!;
            await AssertNoNewErrorsAsync(workspace, before, project);
            var had = (await workspace.FindingsAsync(before)).ToLookup(found => found.Id, StringComparer.Ordinal);
            var has = (await workspace.FindingsAsync(project)).ToLookup(found => found.Id, StringComparer.Ordinal);
            foreach (var findings in has.Where(findings => findings.Key != rule && findings.Count() > had[findings.Key].Count() && !GaveWay(findings.Key, rule)))
            {
                Assert.True(mayBring?.Contains(findings.Key) == true, $"The fix of {rule} brings a finding of {findings.Key}.");
            }

            var (old, now) = (had[rule].Count(InScope), has[rule].Count(InScope));
            Assert.True(
                stays ? now >= old : scope is null && project.Id == document.Project.Id ? now < old : scope is null || now == 0,
                $"{now} of {old} findings of {rule} in {project.Name} are still there, and {(stays ? "all" : scope is null ? "fewer" : "none")} should be.");
            left.AddRange(has.SelectMany(findings => findings).Select(found => found.Id));

            bool InScope(Diagnostic found) => scope switch
            {
                FixAllScope.Document => project.Id == document.Project.Id && found.Location.GetLineSpan().Path == document.FilePath,
                FixAllScope.Project => project.Id == document.Project.Id,
                _ => true,
            };
        }

        return await DifferenceAsync(workspace.Solution, after, left);
    }

    // An SOP without a sound shape hears of nothing else: what is said once the shape is right was true before.
    private static bool GaveWay(string found, string rule) => IsOfShape(rule) && !IsOfShape(found);

    private static bool IsOfShape(string rule) => rule.StartsWith("SOP00", StringComparison.Ordinal);

    private static async Task AssertNoNewErrorsAsync(FixWorkspace workspace, Project before, Project after)
    {
        var known = (await ErrorsAsync(before)).ToLookup(error => error, StringComparer.Ordinal);
        var fresh = (await ErrorsAsync(after)).GroupBy(error => error, StringComparer.Ordinal).Where(error => error.Count() > known[error.Key].Count()).Select(error => error.Key).ToList();
        Assert.True(fresh.Count == 0, "After the fix it does not compile:\n" + string.Join('\n', fresh));

        async Task<IEnumerable<string>> ErrorsAsync(Project project) =>
            (await workspace.ErrorsAsync(project)).Select(error => $"{error.Id}: {error.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}");
    }

    private static async Task<FixRun> DifferenceAsync(Solution before, Solution after, List<string> left)
    {
        var old = await TextsAsync(before);
        var now = await TextsAsync(after);
        var changed = now.Where(file => old.TryGetValue(file.Key, out var text) && text != file.Value).ToImmutableSortedDictionary(StringComparer.Ordinal);
        var added = now.Where(file => !old.ContainsKey(file.Key)).ToImmutableSortedDictionary(StringComparer.Ordinal);
        Assert.False(changed.IsEmpty && added.IsEmpty && now.Count == old.Count, "The fix changes nothing.");
        return new(changed, added, [.. old.Keys.Except(now.Keys, StringComparer.Ordinal)], [.. left.Order(StringComparer.Ordinal)]);
    }

    // Names are those inside the project; a solution with several puts the project in front of all but the first.
    private static async Task<Dictionary<string, string>> TextsAsync(Solution solution)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        var first = solution.Projects.First().Id;
        foreach (var project in solution.Projects)
        {
            foreach (var document in project.Documents.Concat(project.AdditionalDocuments))
            {
                var name = string.Join('/', [.. document.Folders, document.Name]);
                texts.Add(project.Id == first ? name : $"{project.Name}/{name}", (await document.GetTextAsync()).ToString());
            }
        }

        return texts;
    }

    internal sealed record Offer(CodeFixProvider Provider, Document Document, CodeAction Action);
}
