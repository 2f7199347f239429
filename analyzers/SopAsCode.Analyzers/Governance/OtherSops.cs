using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SopAsCode.Model;

namespace SopAsCode.Analyzers;

/// <summary>
/// What other SOPs say about themselves, in this assembly and in those it references. Read from the summaries that are generated with them, once
/// per compilation and only when somebody asks.
/// </summary>
internal sealed class OtherSops
{
    private readonly Lazy<ISet<string>?> _ids;
    private readonly Lazy<ImmutableArray<SopSummary>> _own;
    private readonly Lazy<IReadOnlyDictionary<string, SopSummary>> _all;
    private readonly Lazy<HashSet<string>> _ownNames;

    public OtherSops(Compilation compilation)
    {
        _ids = new(() => DeclaredIds.Of(compilation.Assembly));
        _own = new(() => [.. SopSummary.ReadAll(compilation.Assembly)]);
        _all = new(() => JoinedSummaries.Of(compilation, _own.Value));
        _ownNames = new(() => new(_own.Value.Select(sop => sop.Sop), StringComparer.Ordinal));
    }

    /// <summary>The SOPs of this assembly.</summary>
    public ImmutableArray<SopSummary> Own => _own.Value;

    /// <summary>Whether this assembly declares an SOP with an id, be it one that can't be generated yet, or may while one is being typed.</summary>
    public bool IsDeclared(string id) => Own.Any(sop => sop.Id == id) || _ids.Value?.Contains(id) != false;

    /// <summary>What SOPs say, here and in referenced assemblies, by full name.</summary>
    public IReadOnlyDictionary<string, SopSummary> All => _all.Value;

    /// <summary>Whether an SOP is of this assembly, so that what rules find at it is said here.</summary>
    public bool IsOwn(SopSummary sop) => _ownNames.Value.Contains(sop.Sop);

    /// <summary>What an SOP says, here or in a referenced assembly; null when there is none of that full name.</summary>
    public SopSummary? Find(string name) => All.TryGetValue(name, out var found) ? found : null;

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
            if (!All.TryGetValue(name, out var sop) || (onlyOwn && !IsOwn(sop)) || sop.Facts.HasFlag(SopFacts.Retired))
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
            way.Add(All[name]);
        }

        way.Reverse();
        return way;
    }
}
