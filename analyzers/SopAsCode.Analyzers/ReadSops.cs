using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SopAsCode.Model;

namespace SopAsCode.Analyzers;

/// <summary>The SOPs of one compilation, each read once, whoever asks: the rules about it, or those about what was granted to it.</summary>
internal sealed class ReadSops(AnalyzerOptions options, OtherSops others)
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, FlowGraph> _flows = new(SymbolEqualityComparer.Default);

    /// <summary>The flow of an SOP, with its declaration.</summary>
    public FlowGraph Of(INamedTypeSymbol sop, CancellationToken cancel) =>
        _flows.TryGetValue(sop, out var known) ? known : _flows.GetOrAdd(sop, FlowBuilder.Build(Read(sop, cancel)));

    private SopModel Read(INamedTypeSymbol sop, CancellationToken cancel) =>
        AwaitedResults.Join(PromptFiles.Join(SopReader.Read(sop, cancel), options, cancel), () => others.All);
}
