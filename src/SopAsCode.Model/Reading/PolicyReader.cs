using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace SopAsCode.Model;

/// <summary>Finds the policy that counts for an assembly, and reads what SOPs and pages need of it.</summary>
public static class PolicyReader
{
    // Walking all types of an assembly once per compilation is enough; the table forgets an assembly with its compilation.
    private static readonly ConditionalWeakTable<IAssemblySymbol, Declared> Known = new();

    /// <summary>The policy that counts: the one that <c>[assembly: UsePolicy]</c> names, else the only one the assembly declares.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <returns>The policy; null when there is none, or several and none is named.</returns>
    public static INamedTypeSymbol? Find(IAssemblySymbol assembly)
    {
        foreach (var attribute in assembly.GetAttributes())
        {
            if (SopSymbols.IsOurs(attribute, "UsePolicyAttribute") && attribute.AttributeClass is { Arity: 1 } use)
            {
                return use.TypeArguments[0] as INamedTypeSymbol;
            }
        }

        return Known.GetValue(assembly, static key => new(DeclaredIn(key))).Only;
    }

    /// <summary>What the policy says to an SOP.</summary>
    internal static HouseModel House(INamedTypeSymbol sop)
    {
        var house = new HouseModel();
        foreach (var attribute in Find(sop.ContainingAssembly) is { } policy ? AttributeReading.AllOn(policy, default) : [])
        {
            house = attribute.Word switch
            {
                "OfficeHours" => house with { OfficeHours = attribute.Text(0), Zone = attribute.Text("Zone") },
                "OnePersonTeam" => house with { IsOnePerson = true },
                "Disclosure" => house with { Disclosure = SopReader.Disclosure(attribute) },
                _ => house,
            };
        }

        return house;
    }

    private static List<INamedTypeSymbol> DeclaredIn(IAssemblySymbol assembly)
    {
        List<INamedTypeSymbol> found = [];
        Stack<INamespaceSymbol> open = new([assembly.GlobalNamespace]);
        while (open.Count > 0)
        {
            foreach (var member in open.Pop().GetMembers())
            {
                if (member is INamespaceSymbol space)
                {
                    open.Push(space);
                }
                else if (member is INamedTypeSymbol { TypeKind: TypeKind.Class, IsAbstract: false } type && SopSymbols.DerivesFrom(type, "Policy"))
                {
                    found.Add(type);
                }
            }
        }

        return found;
    }

    // Holds its policy weakly: a value of the table must not keep its own key alive.
    private sealed class Declared(List<INamedTypeSymbol> policies)
    {
        private readonly WeakReference<INamedTypeSymbol>? _only = policies.Count == 1 ? new(policies[0]) : null;

        public INamedTypeSymbol? Only => _only is not null && _only.TryGetTarget(out var policy) ? policy : null;
    }
}
