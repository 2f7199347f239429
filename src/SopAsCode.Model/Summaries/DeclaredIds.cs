using Microsoft.CodeAnalysis;

namespace SopAsCode.Model;

/// <summary>The ids of all SOPs that an assembly declares, those that can't be generated included.</summary>
public static class DeclaredIds
{
    /// <summary>Finds them. Looks at every type, so it is asked only where a summary is missing.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <returns>The ids.</returns>
    public static IEnumerable<string> Of(IAssemblySymbol assembly)
    {
        Stack<INamespaceOrTypeSymbol> open = new([assembly.GlobalNamespace]);
        while (open.Count > 0)
        {
            var members = open.Pop();
            if (members is INamedTypeSymbol type && SopSymbols.IsSop(type))
            {
                yield return PartyReader.Sop(type).Id;
            }

            foreach (var member in members.GetMembers().OfType<INamespaceOrTypeSymbol>())
            {
                open.Push(member);
            }
        }
    }
}
