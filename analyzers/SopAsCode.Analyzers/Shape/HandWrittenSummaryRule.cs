using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SopAsCode.Model.Reading;
using SopAsCode.Model.Summaries;

namespace SopAsCode.Analyzers;

/// <summary>
/// SOP0008: somebody wrote <c>[SopSummary]</c> by hand. The rules about other SOPs believe a summary, because the steps of an SOP in another assembly can't be
/// seen.
/// </summary>
internal sealed class HandWrittenSummaryRule() : SopRule(
    Id,
    "Hand-written summary of an SOP",
    "a `[SopSummary]` that the generator did not write",
    RuleSeverity.Always(DiagnosticSeverity.Error))
{
    public const string Id = "SOP0008";

    /// <summary>Other projects believe the summary, so no setting of this one hides the finding.</summary>
    public override bool IsFixed => true;

    /// <summary>Checks an attribute of the assembly.</summary>
    /// <param name="model">The semantic model of its file.</param>
    /// <param name="attribute">The attribute.</param>
    /// <param name="names">The names that attributes have.</param>
    /// <param name="summaries">The summaries of the compilation.</param>
    /// <param name="cancel">Ends the check early.</param>
    public static PlacedFinding? Check(SemanticModel model, AttributeSyntax attribute, WrittenNames names, Summaries summaries, CancellationToken cancel)
    {
        if (!names.MayBe(attribute, "SopSummary") || summaries.AreGenerated(attribute.SyntaxTree) || !SopSymbols.IsOurs(model.GetSymbolInfo(attribute, cancel).Symbol?.ContainingType, "SopSummaryAttribute"))
        {
            return null;
        }

        var of = TypeOf(model, attribute, cancel);
        return SopSymbols.MayBeOwnOutput(attribute.SyntaxTree) && (of is null || summaries.IsPlausible(of))
            ? null
            : new(Id, attribute.GetLocation(), $"[SopSummary]{(of is null ? "" : $" of '{of.Name}'")} is written by hand, and rules elsewhere would believe it: remove it; the generator writes one for each SOP");
    }

    private static INamedTypeSymbol? TypeOf(SemanticModel model, AttributeSyntax attribute, CancellationToken cancel) =>
        attribute.ArgumentList?.Arguments.Select(argument => argument.Expression).OfType<TypeOfExpressionSyntax>().FirstOrDefault() is { } named
        && model.GetTypeInfo(named.Type, cancel).Type is INamedTypeSymbol { TypeKind: not TypeKind.Error } type
            ? type
            : null;

    /// <summary>The summaries of a compilation.</summary>
    internal sealed class Summaries(Compilation compilation)
    {
        // The types with a summary in a file of the generator. A summary in another file has its own finding.
        private readonly Lazy<ILookup<INamedTypeSymbol, SyntaxTree>> _written = new(() => compilation.Assembly.GetAttributes()
            .Select(attribute => (Tree: attribute.ApplicationSyntaxReference?.SyntaxTree, Attribute: attribute))
            .Where(one => SopSymbols.MayBeOwnOutput(one.Tree))
            .Select(one => (Tree: one.Tree!, Type: SopSummary.TypeOf(one.Attribute)))
            .Where(one => one.Type is not null)
            .ToLookup(one => one.Type!, one => one.Tree, (IEqualityComparer<INamedTypeSymbol>)SymbolEqualityComparer.Default));

        private HashSet<SyntaxTree>? _doubtful;

        /// <summary>Whether the generator may have written the summary of a type: it writes one for each SOP that the project declares.</summary>
        public bool IsPlausible(INamedTypeSymbol type) =>
            SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly) && !_written.Value[type].Skip(1).Any();

        /// <summary>Whether all summaries of a file are the generator's, as far as anybody can see. They are bound already, so this costs less than to look at each.</summary>
        public bool AreGenerated(SyntaxTree tree) => SopSymbols.MayBeOwnOutput(tree)
            && !(_doubtful ??= [.. _written.Value.Where(same => !IsPlausible(same.Key)).SelectMany(same => same)]).Contains(tree);
    }
}
