using Microsoft.CodeAnalysis;

namespace SopAsCode.Model;

/// <summary>The ids of all SOPs that an assembly declares, those that can't be generated included.</summary>
public static class DeclaredIds
{
    /// <summary>Finds them. Looks at every type, so it is asked only where a summary is missing.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <returns>The ids; null while an SOP is being typed whose id nobody knows yet.</returns>
    public static ISet<string>? Of(IAssemblySymbol assembly)
    {
        HashSet<string> ids = new(StringComparer.Ordinal);
        Stack<INamespaceOrTypeSymbol> open = new([assembly.GlobalNamespace]);
        while (open.Count > 0)
        {
            var members = open.Pop();
            if (members is INamedTypeSymbol type)
            {
                if (IsBeingTyped(type))
                {
                    return null;
                }

                if (SopSymbols.IsSop(type))
                {
                    ids.Add(PartyReader.Sop(type).Id);
                }
            }

            foreach (var member in members.GetMembers().OfType<INamespaceOrTypeSymbol>())
            {
                open.Push(member);
            }
        }

        return ids;
    }

    private static bool IsBeingTyped(INamedTypeSymbol type) => SopSymbols.IsSop(type)
        ? AttributeReading.AllOn(type, default).Exists(attribute => attribute is { Word: "Sop", IsUnfinished: true })
        : SopSymbols.DerivesFrom(type, "Sop") && type.GetAttributes().Any(attribute => attribute.AttributeClass is null or { TypeKind: TypeKind.Error });
}
