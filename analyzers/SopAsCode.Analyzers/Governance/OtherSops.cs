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
    private readonly Lazy<Dictionary<string, SopSummary>> _ownByName;
    private readonly Lazy<Dictionary<string, SopSummary>> _all;

    public OtherSops(Compilation compilation)
    {
        _ids = new(() => DeclaredIds.Of(compilation.Assembly));
        _own = new(() => [.. SopSummary.ReadAll(compilation.Assembly)]);
        _ownByName = new(() => ByName(_own.Value));
        _all = new(() => ByName(_own.Value.Concat(compilation.SourceModule.ReferencedAssemblySymbols.Where(SopSymbols.IsUser).SelectMany(SopSummary.ReadAll))));
    }

    /// <summary>The SOPs of this assembly.</summary>
    public ImmutableArray<SopSummary> Own => _own.Value;

    /// <summary>Whether this assembly declares an SOP with an id, be it one that can't be generated yet, or may while one is being typed.</summary>
    public bool IsDeclared(string id) => Own.Any(sop => sop.Id == id) || _ids.Value?.Contains(id) != false;

    /// <summary>Whether an SOP is of this assembly, so that what rules find at it is said here.</summary>
    public bool IsOwn(SopSummary sop) => _ownByName.Value.ContainsKey(sop.Sop);

    /// <summary>What an SOP says, here or in a referenced assembly; null when there is none of that full name.</summary>
    public SopSummary? Find(string name) => _all.Value.TryGetValue(name, out var found) ? found : null;

    /// <summary>A shortest way over hand-offs, from an SOP to one that is looked for; null when there is none. A retired SOP starts no run, so no way leads over it.</summary>
    /// <param name="from">The full name of the first SOP.</param>
    /// <param name="next">The SOPs that one hands work to.</param>
    /// <param name="isGoal">Whether one is looked for.</param>
    /// <param name="onlyOwn">No way leads out of this assembly.</param>
    /// <returns>The SOPs on the way, both ends included.</returns>
    public IReadOnlyList<SopSummary>? Way(string from, Func<SopSummary, IEnumerable<string>> next, Func<SopSummary, bool> isGoal, bool onlyOwn = false)
    {
        var known = (onlyOwn ? _ownByName : _all).Value;
        Dictionary<string, string?> cameFrom = new(StringComparer.Ordinal) { [from] = null };
        Queue<string> open = new([from]);
        while (open.Count > 0)
        {
            var name = open.Dequeue();
            if (!known.TryGetValue(name, out var sop) || sop.Facts.HasFlag(SopFacts.Retired))
            {
                continue;
            }

            if (isGoal(sop))
            {
                return Walk(known, cameFrom, name);
            }

            foreach (var target in next(sop).Where(target => !cameFrom.ContainsKey(target)))
            {
                cameFrom[target] = name;
                open.Enqueue(target);
            }
        }

        return null;
    }

    private static List<SopSummary> Walk(Dictionary<string, SopSummary> known, Dictionary<string, string?> cameFrom, string to)
    {
        List<SopSummary> way = [];
        for (var name = to; name is not null; name = cameFrom[name])
        {
            way.Add(known[name]);
        }

        way.Reverse();
        return way;
    }

    // This assembly comes first: its own types hide those of others.
    private static Dictionary<string, SopSummary> ByName(IEnumerable<SopSummary> sops)
    {
        Dictionary<string, SopSummary> known = new(StringComparer.Ordinal);
        foreach (var sop in sops)
        {
            if (!known.ContainsKey(sop.Sop))
            {
                known.Add(sop.Sop, sop);
            }
        }

        return known;
    }
}
