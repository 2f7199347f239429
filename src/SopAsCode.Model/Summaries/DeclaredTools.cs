using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Flow;
using SopAsCode.Model.Places;
using SopAsCode.Model.Reading;

namespace SopAsCode.Model.Summaries;

/// <summary>The tools that a compilation and its references declare, with what they pass on to each other.</summary>
public static class DeclaredTools
{
    // The types of an assembly are searched once. The table drops an assembly when its compilation is dropped.
    private static readonly ConditionalWeakTable<IAssemblySymbol, IReadOnlyList<PartyModel>> Known = new();

    /// <summary>Finds the tools of a compilation and of the assemblies that it references.</summary>
    /// <param name="compilation">The compilation.</param>
    /// <param name="cancel">Ends the search early.</param>
    /// <returns>What they hold.</returns>
    public static FedTools Of(Compilation compilation, CancellationToken cancel) =>
        new(compilation.SourceModule.ReferencedAssemblySymbols.Where(SopSymbols.IsUser).Prepend(compilation.Assembly).SelectMany(assembly => Of(assembly, cancel)));

    private static IReadOnlyList<PartyModel> Of(IAssemblySymbol assembly, CancellationToken cancel)
    {
        if (Known.TryGetValue(assembly, out var known))
        {
            return known;
        }

        // What a kind of tools passes on is said once, at the kind, also where the tools themselves have no attribute.
        IReadOnlyList<PartyModel> found =
        [
            .. AttributedTypes.Of(assembly, cancel)
                .Where(static type => SopSymbols.DerivesFrom(type, "Tool"))
                .Select(static type => PartyReader.Read(type, DeclarationPlace.OfClass, isForRules: true))
                .Where(static tool => tool.Feeds.Count > 0),
        ];
        return Known.GetValue(assembly, _ => found);
    }
}
