using Microsoft.CodeAnalysis;
using SopAsCode.Model.Flow;
using SopAsCode.Model.Summaries;

namespace SopAsCode.Analyzers;

/// <summary>The SOPs of one compilation. Each is read once for all users: the rules about it, the rules about its grants, and other SOPs.</summary>
internal sealed class ReadSops(OtherSops others)
{
    /// <summary>The SOPs that the compilation declares.</summary>
    public DeclaredSops Declared(CancellationToken cancel) => others.Known.Declared(cancel);

    /// <summary>The flow of an SOP, with its declaration.</summary>
    public FlowGraph Of(INamedTypeSymbol sop, CancellationToken cancel) => others.Known.FlowOf(sop, cancel);
}
