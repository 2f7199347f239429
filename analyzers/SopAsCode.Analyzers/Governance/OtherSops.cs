using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SopAsCode.Model;
using SopAsCode.Model.Flow;
using SopAsCode.Model.Reading;
using SopAsCode.Model.Summaries;

namespace SopAsCode.Analyzers;

/// <summary>The summaries of other SOPs, in this assembly and in referenced assemblies, for rules about more than one SOP.</summary>
/// <param name="Known">The SOPs that the compilation knows; each is read once.</param>
/// <param name="Cancel">Ends the reading early; what was read so far is kept.</param>
internal sealed record OtherSops(KnownSops Known, CancellationToken Cancel)
{
    /// <summary>The SOPs of a compilation and its references. None is read yet.</summary>
    public static OtherSops Of(Compilation compilation, AnalyzerOptions options)
    {
        ProjectTexts texts = new(options);
        return new(new(compilation, (type, sop, cancel) => HalfTyped.Is(type, cancel) ? null : texts.Join(sop)), CancellationToken.None);
    }

    /// <summary>The SOPs of this assembly that can be generated.</summary>
    public ImmutableArray<SopSummary> Own => Known.All(Cancel);

    /// <summary>
    /// Whether this assembly declares an SOP with an id, even if it can't be generated yet; also true while somebody types an SOP whose id is not known yet.
    /// </summary>
    public bool IsDeclared(string id) => Known.Declared(Cancel) is var sops && (sops.IsOneBeingTyped || sops.WithId(id).Any());

    /// <summary>The full name of the first active SOP of this assembly, by name; null when there is none.</summary>
    public string? FirstActive => Known.Declared(Cancel).All.FirstOrDefault(sop => sop.Stage == Stage.Active)?.Name;

    /// <summary>Whether an SOP is declared in this assembly, so that the findings about it are reported here.</summary>
    public bool IsOwn(SopSummary sop) => Known.Declared(Cancel).Find(sop.Sop) is not null;

    /// <summary>The flow of an SOP that this assembly declares; null when it declares none with that full name.</summary>
    public FlowGraph? OwnFlow(string name) => Known.Declared(Cancel).Find(name) is { } own ? Known.FlowOf(own.Type, Cancel) : null;

    /// <summary>The summary of an SOP of this or a referenced assembly; null when there is no SOP with that full name.</summary>
    public SopSummary? Find(string name) => Known.Find(name, Cancel);

    /// <summary>
    /// A shortest path over hand-offs from an SOP to one that is searched for; null when there is none. A retired SOP starts no run, so no path leads over it.
    /// </summary>
    /// <param name="from">The full name of the first SOP.</param>
    /// <param name="next">The SOPs to which an SOP hands work.</param>
    /// <param name="isGoal">Whether an SOP is the goal.</param>
    /// <param name="onlyOwn">The path may not leave this assembly.</param>
    /// <returns>The SOPs on the path, both ends included.</returns>
    public IReadOnlyList<SopSummary>? Way(string from, Func<SopSummary, IEnumerable<string>> next, Func<SopSummary, bool> isGoal, bool onlyOwn = false)
    {
        Dictionary<string, string?> cameFrom = new(StringComparer.Ordinal) { [from] = null };
        Queue<string> open = new([from]);
        while (open.Count > 0)
        {
            var name = open.Dequeue();
            if (Find(name) is not { } sop || (onlyOwn && !IsOwn(sop)) || sop.Facts.HasFlag(SopFacts.Retired))
            {
                continue;
            }

            if (isGoal(sop))
            {
                return Walk(cameFrom, name);
            }

            foreach (var target in next(sop).Where(target => !cameFrom.ContainsKey(target)))
            {
                cameFrom[target] = name;
                open.Enqueue(target);
            }
        }

        return null;
    }

    private List<SopSummary> Walk(Dictionary<string, string?> cameFrom, string to)
    {
        List<SopSummary> way = [];
        for (var name = to; name is not null; name = cameFrom[name])
        {
            way.Add(Find(name)!);
        }

        way.Reverse();
        return way;
    }
}
