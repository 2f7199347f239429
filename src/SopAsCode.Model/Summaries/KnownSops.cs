using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Flow;
using SopAsCode.Model.Reading;
using SopAsCode.Model.Shape;

namespace SopAsCode.Model.Summaries;

/// <summary>
/// What a compilation knows of SOPs. Its own are read from source, each once and only when somebody asks: what a generator made of them may be
/// older than the source, or not be there yet. Those of the assemblies it references are known from their summaries.
/// </summary>
/// <param name="compilation">The compilation.</param>
/// <param name="prepare">
/// Completes an SOP that was read, as with the prompts that stand in files; null while nobody can tell what it is, and then others know nothing of it.
/// </param>
public sealed class KnownSops(Compilation compilation, Func<INamedTypeSymbol, SopModel, CancellationToken, SopModel?>? prepare = null)
{
    // A value that is missing was not asked for, or its reading was cancelled: then whoever comes next reads it.
    private readonly ConcurrentDictionary<INamedTypeSymbol, ReadSop> _read = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<INamedTypeSymbol, FlowGraph> _flows = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<string, SopSummary> _joined = new(StringComparer.Ordinal);
    private readonly Lazy<Dictionary<string, SopSummary>> _referenced = new(() => ReadReferenced(compilation));

    /// <summary>The SOPs that the compilation declares.</summary>
    /// <param name="cancel">Ends the search early.</param>
    /// <returns>The SOPs.</returns>
    public DeclaredSops Declared(CancellationToken cancel) => DeclaredSops.Of(compilation.Assembly, cancel);

    /// <summary>The flow of an SOP of this compilation, with what other SOPs say of the results it awaits.</summary>
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

    /// <summary>What an SOP says of itself, and of what others brought back to it.</summary>
    /// <param name="name">The full name of its class.</param>
    /// <param name="cancel">Ends the reading early.</param>
    /// <returns>The summary; null when there is no such SOP, here or in a referenced assembly, or nothing can be generated of it.</returns>
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

    /// <summary>What all SOPs of this compilation say, with their fingerprints.</summary>
    /// <param name="cancel">Ends the reading early.</param>
    /// <returns>The summaries of those that can be generated, by full name.</returns>
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

    // What it says of itself alone; null where nothing can be generated.
    private SopSummary? Summarise(string name, CancellationToken cancel) =>
        Declared(cancel).Find(name) is { } sop && Read(sop.Type, cancel) is { IsKnown: true } read && ShapeCheck.Obstacle(read.Flow) is null ? read.Summary : null;

    // What one brings back may be what another one brought back to it, in a circle even. Only the SOPs are looked at that this one awaits, and those
    // that they await. Each is asked again when one that it awaits has more to say: as each can only add, that comes to an end.
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

        // The last ones found first: most of what the others wait for is known when it is their turn.
        Stack<string> open = new(order);
        while (open.Count > 0)
        {
            cancel.ThrowIfCancellationRequested();
            var next = open.Pop();
            pending.Remove(next);
            var before = found[next];
            found[next] = before.With(LocalFacts.Of(FlowBuilder.Build(AwaitedResults.Join(FlowBy(next).Sop, target => found.TryGetValue(target, out var own) ? own : Find(target, cancel)))));
            if (found[next] != before && awaiting.TryGetValue(next, out var again))
            {
                again.Where(pending.Add).ToList().ForEach(open.Push);
            }
        }

        foreach (var summary in found.Values)
        {
            _joined.TryAdd(summary.Sop, summary);
        }

        FlowGraph FlowBy(string sop) => Read(Declared(cancel).Find(sop)!.Type, cancel).Flow;
    }

    private static Dictionary<string, SopSummary> ReadReferenced(Compilation compilation)
    {
        Dictionary<string, SopSummary> known = new(StringComparer.Ordinal);
        foreach (var summary in compilation.SourceModule.ReferencedAssemblySymbols.Where(SopSymbols.IsUser).SelectMany(SopSummary.ReadAll))
        {
            if (!known.ContainsKey(summary.Sop))
            {
                known.Add(summary.Sop, summary);
            }
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
