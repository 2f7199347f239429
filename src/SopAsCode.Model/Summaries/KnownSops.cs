using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Flow;
using SopAsCode.Model.Reading;
using SopAsCode.Model.Shape;

namespace SopAsCode.Model.Summaries;

/// <summary>
/// The SOPs that a compilation knows. Its own SOPs are read from the source, each once and only when needed, because generated code may be
/// older than the source or may not exist yet. The SOPs of referenced assemblies are known from their summaries.
/// </summary>
/// <param name="compilation">The compilation.</param>
/// <param name="prepare">
/// Completes an SOP that was read, for example with the prompts that are in files. It returns null while the SOP is too incomplete to be understood; other SOPs
/// then know nothing about it.
/// </param>
public sealed class KnownSops(Compilation compilation, Func<INamedTypeSymbol, SopModel, CancellationToken, SopModel?>? prepare = null)
{
    // A value is missing if it was not needed yet, or if reading it was cancelled; the next caller then reads it.
    private readonly ConcurrentDictionary<INamedTypeSymbol, ReadSop> _read = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<INamedTypeSymbol, FlowGraph> _flows = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<string, SopSummary> _joined = new(StringComparer.Ordinal);
    private readonly Lazy<Dictionary<string, SopSummary>> _referenced = new(() => ReadReferenced(compilation));

    /// <summary>The SOPs that the compilation declares.</summary>
    /// <param name="cancel">Ends the search early.</param>
    /// <returns>The SOPs.</returns>
    public DeclaredSops Declared(CancellationToken cancel) => DeclaredSops.Of(compilation.Assembly, cancel);

    /// <summary>The flow of an SOP of this compilation, with what other SOPs say about the results that it awaits.</summary>
    /// <param name="sop">The class.</param>
    /// <param name="cancel">Ends the reading early.</param>
    /// <returns>The flow, with its declaration.</returns>
    public FlowGraph FlowOf(INamedTypeSymbol sop, CancellationToken cancel)
    {
        if (_flows.TryGetValue(sop, out var known))
        {
            return known;
        }

        var read = Read(sop, cancel);
        var joined = AwaitedResults.Join(read.Flow.Sop, name => Find(name, cancel));
        return _flows.GetOrAdd(sop, ReferenceEquals(joined, read.Flow.Sop) ? read.Flow : FlowBuilder.Build(joined));
    }

    /// <summary>The summary of an SOP, including the results that other SOPs bring back to it.</summary>
    /// <param name="name">The full name of its class.</param>
    /// <param name="cancel">Ends the reading early.</param>
    /// <returns>The summary; null when neither this nor a referenced assembly has the SOP, or when it can't be generated.</returns>
    public SopSummary? Find(string name, CancellationToken cancel)
    {
        if (Declared(cancel).Find(name) is null)
        {
            return _referenced.Value.TryGetValue(name, out var referenced) ? referenced : null;
        }

        if (!_joined.TryGetValue(name, out var known) && Summarise(name, cancel) is not null)
        {
            Join(name, cancel);
            _joined.TryGetValue(name, out known);
        }

        return known;
    }

    /// <summary>The summaries of all SOPs of this compilation, with their fingerprints.</summary>
    /// <param name="cancel">Ends the reading early.</param>
    /// <returns>The summaries of the SOPs that can be generated, by full name.</returns>
    public ImmutableArray<SopSummary> All(CancellationToken cancel) =>
    [
        .. Declared(cancel).All
            .Where(sop => Find(sop.Name, cancel) is not null)
            .Select(sop => Find(sop.Name, cancel)! with { Fingerprint = Fingerprint.Of(Read(sop.Type, cancel).Flow) }),
    ];

    private ReadSop Read(INamedTypeSymbol sop, CancellationToken cancel)
    {
        if (_read.TryGetValue(sop, out var known))
        {
            return known;
        }

        var read = SopReader.Read(sop, cancel);
        var prepared = prepare is null ? read : prepare(sop, read, cancel);
        return _read.GetOrAdd(sop, new ReadSop(FlowBuilder.Build(prepared ?? read), prepared is not null));
    }

    // The summary of one SOP without the results of other SOPs; null when it can't be generated.
    private SopSummary? Summarise(string name, CancellationToken cancel) =>
        Declared(cancel).Find(name) is { } sop && Read(sop.Type, cancel) is { IsKnown: true } read && ShapeCheck.Obstacle(read.Flow) is null ? read.Summary : null;

    // The result of one SOP may come from another SOP, and SOPs may even await each other in a cycle. Only the SOPs that this SOP awaits are read,
    // directly or indirectly. A summary is computed again when a summary that it depends on grows. Summaries can only grow, so this ends.
    private void Join(string name, CancellationToken cancel)
    {
        Dictionary<string, SopSummary> found = new(StringComparer.Ordinal);
        List<string> order = [name];
        HashSet<string> pending = new(order, StringComparer.Ordinal);
        Dictionary<string, List<string>> awaiting = new(StringComparer.Ordinal);
        for (var i = 0; i < order.Count; i++)
        {
            cancel.ThrowIfCancellationRequested();
            found[order[i]] = Summarise(order[i], cancel)!;
            foreach (var target in AwaitedResults.Awaited(FlowBy(order[i]).Sop).Where(target => !_joined.ContainsKey(target) && Summarise(target, cancel) is not null))
            {
                if (!awaiting.TryGetValue(target, out var those))
                {
                    awaiting[target] = those = [];
                }

                those.Add(order[i]);
                if (pending.Add(target))
                {
                    order.Add(target);
                }
            }
        }

        // Who approved what a result brings back depends on nothing else, and what an approval clears must be known before the rest is computed.
        for (var isNew = true; isNew;)
        {
            cancel.ThrowIfCancellationRequested();
            isNew = false;
            foreach (var next in Enumerable.Reverse(order).Where(next => AwaitedResults.Awaited(FlowBy(next).Sop).Any()))
            {
                var approved = found[next].WithApprovals(Joined(next));
                isNew |= approved != found[next];
                found[next] = approved;
            }
        }

        // The SOPs found last come first, so that most results are known when the SOPs that await them are computed.
        Stack<string> open = new(order);
        while (open.Count > 0)
        {
            cancel.ThrowIfCancellationRequested();
            var next = open.Pop();
            pending.Remove(next);
            var before = found[next];
            found[next] = before.With(LocalFacts.Of(Joined(next)));
            if (found[next] != before && awaiting.TryGetValue(next, out var again))
            {
                again.Where(pending.Add).ToList().ForEach(open.Push);
            }
        }

        foreach (var summary in found.Values)
        {
            _joined.TryAdd(summary.Sop, summary);
        }

        FlowGraph Joined(string sop) => FlowBuilder.Build(AwaitedResults.Join(FlowBy(sop).Sop, target => found.TryGetValue(target, out var own) ? own : Find(target, cancel)));

        FlowGraph FlowBy(string sop) => Read(Declared(cancel).Find(sop)!.Type, cancel).Flow;
    }

    private static Dictionary<string, SopSummary> ReadReferenced(Compilation compilation)
    {
        Dictionary<string, SopSummary> known = new(StringComparer.Ordinal);
        foreach (var summary in compilation.SourceModule.ReferencedAssemblySymbols.Where(SopSymbols.IsUser).SelectMany(SopSummary.ReadAll))
        {
            // The compiler puts generated files last, so what the generator says counts more than what somebody wrote by hand.
            known[summary.Sop] = summary;
        }

        return known;
    }

    private sealed class ReadSop(FlowGraph flow, bool isKnown)
    {
        private SopSummary? _summary;

        public FlowGraph Flow => flow;

        public bool IsKnown => isKnown;

        public SopSummary Summary => _summary ??= SopSummary.Of(flow);
    }
}
