using Microsoft.CodeAnalysis;
using SopAsCode.Model.Reading;

namespace SopAsCode.Analyzers;

/// <summary>The policies that a project could have, by name.</summary>
/// <param name="Counting">The name of the policy that counts; null when there is none.</param>
/// <param name="IsStated">The policy that counts says something, or somebody is typing it.</param>
/// <param name="IsNamed"><c>[assembly: UsePolicy]</c> says which policy counts.</param>
/// <param name="HasRivals">The project has several policies, and nothing says which of them counts.</param>
/// <param name="Houses">The policies of referenced projects that say something and do not count here; one per project.</param>
internal sealed record KnownPolicies(string? Counting, bool IsStated, bool IsNamed, bool HasRivals, IReadOnlyList<HousePolicy> Houses)
{
    /// <summary>Finds the policies of a compilation and of the projects that it references.</summary>
    public static KnownPolicies Of(Compilation compilation)
    {
        var counting = PolicyReader.Find(compilation.Assembly);
        var isStated = counting is not null && (counting.TypeKind == TypeKind.Error || PolicyReader.WordsOf(counting).Count > 0 || PolicyReader.Read(compilation.Assembly) is { HasUnfinishedAttribute: true });
        return new(
            counting?.Name,
            isStated,
            PolicyReader.IsNamed(compilation.Assembly),
            PolicyReader.Rivals(compilation.Assembly).Count > 0,
            [.. HousesOf(compilation, counting).Distinct()]);
    }

    private static IEnumerable<HousePolicy> HousesOf(Compilation compilation, INamedTypeSymbol? counting)
    {
        foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols.Where(SopSymbols.IsUser).OrderBy(assembly => assembly.Name, StringComparer.Ordinal))
        {
            // What the project itself goes by says most about it; else each of its policies may be meant.
            List<INamedTypeSymbol> all = PolicyReader.Find(assembly) is { } used ? [used] : [.. PolicyReader.Declared(assembly).OrderBy(policy => policy.Name, StringComparer.Ordinal)];
            if (all.FirstOrDefault(policy => compilation.IsSymbolAccessibleWithin(policy, compilation.Assembly) && PolicyReader.WordsOf(policy).Count > 0) is { } house
                && !all.Exists(policy => IsOrDerivesFrom(counting, policy)))
            {
                yield return new(house.Name, house.ContainingAssembly.Name);
            }
        }
    }

    private static bool IsOrDerivesFrom(INamedTypeSymbol? type, INamedTypeSymbol policy)
    {
        for (var one = type; one is not null; one = one.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(one, policy))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>A policy of a referenced project.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Assembly">The project.</param>
internal sealed record HousePolicy(string Name, string Assembly);
