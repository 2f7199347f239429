using Microsoft.CodeAnalysis;
using SopAsCode.Model.Reading;

namespace SopAsCode.CodeFixes;

/// <summary>The roles that a fix can offer for an SOP.</summary>
internal static class RolesInScope
{
    private const int Most = 5;

    /// <summary>A few roles: those that the SOP already names, with its owner first, then those of the project, then those of references.</summary>
    public static IReadOnlyList<INamedTypeSymbol> Of(INamedTypeSymbol sop, Compilation compilation) =>
        [.. All(sop, compilation).Take(Most)];

    /// <summary>The role with a name, even if it is not among the offered roles.</summary>
    public static INamedTypeSymbol? Find(INamedTypeSymbol sop, Compilation compilation, string fullName) =>
        All(sop, compilation).FirstOrDefault(role => FullName(role) == fullName);

    /// <summary>The key that identifies a role.</summary>
    public static string FullName(INamedTypeSymbol role) => role.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    private static IEnumerable<INamedTypeSymbol> All(INamedTypeSymbol sop, Compilation compilation)
    {
        IEnumerable<INamedTypeSymbol> all = [.. Named(sop), .. Declared(compilation)];
        return all
            .Where(role => IsRole(role) && compilation.IsSymbolAccessibleWithin(role, sop))
            .Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default);
    }

    private static IEnumerable<INamedTypeSymbol> Named(INamedTypeSymbol sop)
    {
        var ofClass = sop.GetAttributes();
        return ofClass.Where(attribute => SopSymbols.IsOurs(attribute, "OwnerAttribute"))
            .Concat(ofClass.Where(attribute => !SopSymbols.IsOurs(attribute, "BackupAttribute")))
            .Concat(sop.GetMembers().SelectMany(member => member.GetAttributes()))
            .Concat(ofClass)
            .SelectMany(attribute => attribute.AttributeClass?.TypeArguments ?? [])
            .OfType<INamedTypeSymbol>();
    }

    private static IEnumerable<INamedTypeSymbol> Declared(Compilation compilation)
    {
        var others = compilation.SourceModule.ReferencedAssemblySymbols
            .Where(SopSymbols.IsUser)
            .SelectMany(assembly => TypesIn(assembly.GlobalNamespace));
        return [.. InOrder(TypesIn(compilation.Assembly.GlobalNamespace)), .. InOrder(others)];
    }

    private static IEnumerable<INamedTypeSymbol> InOrder(IEnumerable<INamedTypeSymbol> types) =>
        types.Where(IsRole).OrderBy(role => role.Name, StringComparer.Ordinal).ThenBy(FullName, StringComparer.Ordinal);

    private static bool IsRole(INamedTypeSymbol type) => type is { IsAbstract: false, Arity: 0 } && SopSymbols.DerivesFrom(type, "Role");

    private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceOrTypeSymbol container)
    {
        foreach (var member in container.GetMembers().OfType<INamespaceOrTypeSymbol>())
        {
            if (member is INamedTypeSymbol type)
            {
                yield return type;
            }

            foreach (var inner in TypesIn(member))
            {
                yield return inner;
            }
        }
    }
}
