using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SopAsCode.Model;
using SopAsCode.Model.Reading;
using SopAsCode.Model.Summaries;

namespace SopAsCode.Analyzers;

/// <summary>What other SOPs say about themselves, in this assembly and in those it references, for rules that look over more than one SOP.</summary>
/// <param name="Known">What the compilation knows, each SOP read once.</param>
/// <param name="Cancel">Ends a reading early; what was read so far stays known.</param>
internal sealed record OtherSops(KnownSops Known, CancellationToken Cancel)
{
    /// <summary>The SOPs around a compilation. None is read yet.</summary>
    public static OtherSops Of(Compilation compilation, AnalyzerOptions options) => new(
        new(compilation, (type, sop, cancel) => HalfTyped.Is(type, cancel) ? null : PromptFiles.Join(sop, options, cancel)),
        CancellationToken.None);

    /// <summary>The SOPs of this assembly that can be generated.</summary>
    public ImmutableArray<SopSummary> Own => Known.All(Cancel);

    /// <summary>Whether this assembly declares an SOP with an id, be it one that can't be generated yet, or may while one is being typed.</summary>
    public bool IsDeclared(string id) => Known.Declared(Cancel) is var sops && (sops.IsOneBeingTyped || sops.WithId(id).Any());

    /// <summary>Whether an SOP is of this assembly, so that what rules find at it is said here.</summary>
    public bool IsOwn(SopSummary sop) => Known.Declared(Cancel).Find(sop.Sop) is not null;

    /// <summary>What an SOP says, here or in a referenced assembly; null when there is none of that full name.</summary>
    public SopSummary? Find(string name) => Known.Find(name, Cancel);

    /// <summary>A shortest way over hand-offs, from an SOP to one that is looked for; null when there is none. A retired SOP starts no run, so no way leads over it.</summary>
    /// <param name="from">The full name of the first SOP.</param>
    /// <param name="next">The SOPs that one hands work to.</param>
    /// <param name="isGoal">Whether one is looked for.</param>
    /// <param name="onlyOwn">No way leads out of this assembly.</param>
    /// <returns>The SOPs on the way, both ends included.</returns>
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
