using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Values;

namespace SopAsCode.Model.Reading;

/// <summary>Finds the roles that derive from other roles of the team, in an assembly and in those it references.</summary>
internal static class SeniorRoles
{
    // The types of an assembly are searched once. The table holds values only, and drops an assembly when its compilation is dropped.
    private static readonly ConditionalWeakTable<IAssemblySymbol, IReadOnlyList<PartyModel>> Known = new();
    private static readonly ConditionalWeakTable<IAssemblySymbol, IReadOnlyList<PartyModel>> KnownAround = new();

    /// <summary>The roles that derive from a role of an SOP's people.</summary>
    /// <param name="sop">The SOP.</param>
    /// <param name="assembly">The assembly that declares it.</param>
    /// <returns>The roles, by title.</returns>
    public static EquatableArray<PartyModel> Of(SopModel sop, IAssemblySymbol assembly)
    {
        HashSet<string> named = new(
            sop.Steps.Where(step => step.Traits.IsByPerson).Select(step => step.Performer).Concat([sop.Owner, sop.Backup]).OfType<PartyModel>().Select(role => role.Type),
            StringComparer.Ordinal);
        return KnownAround.GetValue(assembly, static key => [.. Around(key)])
            .Where(role => role.Bases.Any(named.Contains))
            .OrderBy(role => role.Title, StringComparer.Ordinal)
            .ThenBy(role => role.Type, StringComparer.Ordinal)
            .ToEquatableArray();
    }

    private static IEnumerable<PartyModel> Around(IAssemblySymbol assembly) => assembly.Modules
        .SelectMany(module => module.ReferencedAssemblySymbols)
        .Where(SopSymbols.IsUser)
        .Prepend(assembly)
        .SelectMany(one => Known.GetValue(one, static key => [.. Find(key)]))
        .Where(role => role.Bases.Count > 0)
        .GroupBy(role => role.Type, StringComparer.Ordinal)
        .Select(same => same.First());

    private static IEnumerable<PartyModel> Find(IAssemblySymbol assembly)
    {
        Stack<INamespaceOrTypeSymbol> open = new([assembly.GlobalNamespace]);
        while (open.Count > 0)
        {
            var next = open.Pop();
            if (next is INamedTypeSymbol { TypeKind: TypeKind.Class, IsStatic: false, BaseType: { } under } type && SopSymbols.DerivesFrom(under, "Role"))
            {
                yield return PartyReader.Read(type, default, isForRules: false);
            }

            foreach (var member in next is INamedTypeSymbol outer ? outer.GetTypeMembers() : next.GetMembers().OfType<INamespaceOrTypeSymbol>())
            {
                open.Push(member);
            }
        }
    }
}
