using Microsoft.CodeAnalysis;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Reading;

namespace SopAsCode.Analyzers;

/// <summary>A type where it is declared, with what a rule may look at there.</summary>
/// <param name="Type">The type.</param>
/// <param name="Sop">What it declares, when it is an SOP that is typed to its end; else null.</param>
/// <param name="Ids">The ids of the SOPs of the compilation.</param>
/// <param name="Shares">Who approves how much in the compilation.</param>
/// <param name="Cancel">Ends the reading of other SOPs early.</param>
internal sealed record TypeContext(INamedTypeSymbol Type, SopModel? Sop, SopIds Ids, ApprovalShares Shares, CancellationToken Cancel)
{
    /// <summary>Whether it is an SOP, typed to its end or not.</summary>
    public bool IsSop { get; } = SopSymbols.IsSop(Type);
}
