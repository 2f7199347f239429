using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Values;

namespace SopAsCode.Model.Reading;

/// <summary>Finds the policy that counts for an assembly, and reads what SOPs and pages need of it.</summary>
public static class PolicyReader
{
    // Walking all types of an assembly once per compilation is enough. The table holds values only, and forgets an assembly with
    // its compilation.
    private static readonly ConditionalWeakTable<IAssemblySymbol, Known> Policies = new();

    private static readonly PolicyModel Nothing = new() { Type = "" };

    /// <summary>Reads the policy that counts for an assembly.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <returns>The policy; null when there is none, or several and none is named.</returns>
    public static PolicyModel? Read(IAssemblySymbol assembly)
    {
        return Policies.GetValue(assembly, static key => ReadOnce(key)).Policy;
    }

    /// <summary>Reads what is generated of that policy: where its entries stand, and what is still being typed, stays unset.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <returns>The policy; null when there is none, or several and none is named.</returns>
    public static PolicyModel? ReadEmitted(IAssemblySymbol assembly) => Policies.GetValue(assembly, static key => ReadOnce(key)).Emitted;

    /// <summary>Reads one policy, whether it counts or not.</summary>
    /// <param name="type">A class that derives from <c>Policy</c>.</param>
    /// <returns>The policy.</returns>
    public static PolicyModel Of(INamedTypeSymbol type) => Of(type, isForRules: true);

    private static PolicyModel Of(INamedTypeSymbol type, bool isForRules)
    {
        var attributes = AttributeReading.AllOn(type, default, isForRules);
        var policy = new PolicyModel
        {
            Type = TypeNames.Plain(type),
            HasUnfinishedAttribute = isForRules && AttributeReading.IsAnyUnfinished(type),
            Entries = isForRules ? attributes.Select(attribute => new PolicyEntry(attribute.Word, attribute.Place)).ToEquatableArray() : [],
        };
        return attributes.Aggregate(policy, With);
    }

    /// <summary>The policies among which an assembly does not say which one counts.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <returns>Their names, with namespace; none when one is named, or there is only one.</returns>
    public static EquatableArray<string> Rivals(IAssemblySymbol assembly) => Policies.GetValue(assembly, static key => ReadOnce(key)).Rivals;

    /// <summary>What a policy itself says; its bases say nothing for it.</summary>
    /// <param name="type">A class that derives from <c>Policy</c>.</param>
    /// <returns>The words of its attributes, each once: <c>Cap</c>.</returns>
    public static IReadOnlyList<string> WordsOf(INamedTypeSymbol type) =>
        [.. AttributeReading.AllOn(type, default).Where(IsEntry).Select(attribute => attribute.Word).Distinct(StringComparer.Ordinal)];

    /// <summary>The policies that an assembly declares and that may count for it.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <returns>Their classes.</returns>
    public static IReadOnlyList<INamedTypeSymbol> Declared(IAssemblySymbol assembly) => DeclaredIn(assembly);

    /// <summary>The class of the policy that counts for an assembly: what <c>[assembly: UsePolicy]</c> names, else the only one it declares.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <returns>The class; null when there is none, or several and none is named.</returns>
    public static INamedTypeSymbol? Find(IAssemblySymbol assembly) => Named(assembly) ?? (DeclaredIn(assembly) is { Count: 1 } only ? only[0] : null);

    private static Known ReadOnce(IAssemblySymbol assembly)
    {
        if (Find(assembly) is { } type)
        {
            return new(Of(type), Of(type, isForRules: false), []);
        }

        return new(null, null, DeclaredIn(assembly).Select(TypeNames.Plain).OrderBy(name => name, StringComparer.Ordinal).ToEquatableArray());
    }

    // What [assembly: UsePolicy] names.
    private static INamedTypeSymbol? Named(IAssemblySymbol assembly)
    {
        foreach (var attribute in assembly.GetAttributes())
        {
            if (SopSymbols.IsOurs(attribute, "UsePolicyAttribute") && attribute.AttributeClass is { Arity: 1 } use)
            {
                return use.TypeArguments[0] as INamedTypeSymbol;
            }
        }

        return null;
    }

    private static bool IsEntry(AttributeReading attribute) => !ReferenceEquals(With(Nothing, attribute), Nothing);

    private static PolicyModel With(PolicyModel policy, AttributeReading attribute) => AttributeTable.Of(attribute.Word)?.Policy?.Invoke(policy, attribute) ?? policy;

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

    private sealed class Known(PolicyModel? policy, PolicyModel? emitted, EquatableArray<string> rivals)
    {
        public PolicyModel? Policy { get; } = policy;

        public PolicyModel? Emitted { get; } = emitted;

        public EquatableArray<string> Rivals { get; } = rivals;
    }
}
