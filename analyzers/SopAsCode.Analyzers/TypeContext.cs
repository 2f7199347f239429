using Microsoft.CodeAnalysis;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Reading;

namespace SopAsCode.Analyzers;

/// <summary>A type at its declaration, with what a rule may read there.</summary>
/// <param name="Type">The type.</param>
/// <param name="Sop">The SOP that it declares; null when it is not an SOP, or when somebody is still typing it.</param>
/// <param name="Ids">The ids of the SOPs of the compilation.</param>
/// <param name="Shares">The shares of approvals in the compilation.</param>
/// <param name="Cancel">Ends the reading of other SOPs early.</param>
internal sealed record TypeContext(INamedTypeSymbol Type, SopModel? Sop, SopIds Ids, ApprovalShares Shares, CancellationToken Cancel)
{
    /// <summary>Whether it is an SOP, even if somebody is still typing it.</summary>
    public bool IsSop { get; } = SopSymbols.IsSop(Type);
}
