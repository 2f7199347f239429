using Microsoft.CodeAnalysis;
using SopAsCode.Model.Flow;

namespace SopAsCode.Analyzers;

/// <summary>The SOPs of one compilation, each read once, whoever asks: the rules about it, those about what was granted to it, or another SOP.</summary>
internal sealed class ReadSops(OtherSops others)
{
    /// <summary>The flow of an SOP, with its declaration.</summary>
    public FlowGraph Of(INamedTypeSymbol sop, CancellationToken cancel) => others.Known.FlowOf(sop, cancel);
}
