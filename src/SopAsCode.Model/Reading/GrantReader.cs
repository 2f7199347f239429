using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using SopAsCode.Model.Declaration;

namespace SopAsCode.Model.Reading;

/// <summary>Reads the grants of SOPs, which are attributes of the assembly.</summary>
internal static class GrantReader
{
    // All grants are read once per compilation, not once per SOP. The table holds values only.
    private static readonly ConditionalWeakTable<IAssemblySymbol, AllGrants> All = new();

    /// <summary>The grants of an SOP, in the order of the source.</summary>
    public static IEnumerable<GrantModel> Read(INamedTypeSymbol sop) =>
        All.GetValue(sop.ContainingAssembly, ReadAll).Grants.TryGetValue(TypeNames.Plain(sop), out var grants) ? grants : [];

    /// <summary>Whether an attribute of the assembly does not compile and may therefore be the missing grant.</summary>
    public static bool IsAnyUnfinished(INamedTypeSymbol sop) => All.GetValue(sop.ContainingAssembly, ReadAll).IsAnyUnfinished;

    private static AllGrants ReadAll(IAssemblySymbol assembly)
    {
        Dictionary<string, List<GrantModel>> all = new(StringComparer.Ordinal);
        foreach (var attribute in assembly.GetAttributes())
        {
            if (attribute.AttributeClass is { Arity: 2 } grant
                && SopSymbols.IsOurs(attribute, "GrantAttribute")
                && grant.TypeArguments[0] is INamedTypeSymbol sop
                && grant.TypeArguments[1] is INamedTypeSymbol tool)
            {
                var name = TypeNames.Plain(sop);
                if (!all.TryGetValue(name, out var grants))
                {
                    all[name] = grants = [];
                }

                grants.Add(Read(attribute, tool));
            }
        }

        return new(all, AttributeReading.IsAnyUnfinished(assembly));
    }

    private static GrantModel Read(AttributeData attribute, INamedTypeSymbol tool)
    {
        var reading = new AttributeReading(attribute, "Grant", default);
        return new(
            PartyReader.Read(tool, default, isForRules: false),
            (Impact)(reading.Enum(0) ?? 0),
            reading.Type("By") is { } role ? PartyReader.Read(role, default, isForRules: false) : null,
            reading.Text("On"),
            reading.Text("Until"),
            reading.Text("Because"));
    }

    private sealed record AllGrants(Dictionary<string, List<GrantModel>> Grants, bool IsAnyUnfinished);
}
