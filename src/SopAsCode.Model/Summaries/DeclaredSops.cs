using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using SopAsCode.Model.Reading;

namespace SopAsCode.Model.Summaries;

/// <summary>An SOP with what the attributes of its class say, for callers that only need to know that it exists.</summary>
/// <param name="Type">The class.</param>
/// <param name="Name">Its full name.</param>
/// <param name="Id">Its stable name.</param>
/// <param name="IsBeingTyped">Its <c>[Sop]</c> does not compile yet, so the id may become another one.</param>
public sealed record DeclaredSop(INamedTypeSymbol Type, string Name, string Id, bool IsBeingTyped)
{
    /// <summary>The stage it has reached in its life.</summary>
    public Stage Stage { get; init; }
}

/// <summary>
/// The SOPs that the source of a compilation declares. They include SOPs that can't be generated, and do not depend on when the generator
/// last ran.
/// </summary>
public sealed class DeclaredSops
{
    // The types of an assembly are searched once. The table drops an assembly when its compilation is dropped.
    private static readonly ConditionalWeakTable<IAssemblySymbol, DeclaredSops> Known = new();

    private readonly ILookup<string, DeclaredSop> _byId;
    private readonly Dictionary<string, DeclaredSop> _byName = new(StringComparer.Ordinal);

    private DeclaredSops(ImmutableArray<DeclaredSop> all, bool isOneBeingTyped)
    {
        All = all;
        IsOneBeingTyped = isOneBeingTyped;
        _byId = all.ToLookup(sop => sop.Id, StringComparer.Ordinal);
        foreach (var sop in all.Where(sop => !_byName.ContainsKey(sop.Name)))
        {
            _byName.Add(sop.Name, sop);
        }
    }

    /// <summary>All of them, by full name.</summary>
    public ImmutableArray<DeclaredSop> All { get; }

    /// <summary>Somebody is typing an SOP whose id is not known yet.</summary>
    public bool IsOneBeingTyped { get; }

    /// <summary>Finds the SOPs of an assembly that is being compiled.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <param name="cancel">Ends the search early.</param>
    /// <returns>The SOPs.</returns>
    public static DeclaredSops Of(IAssemblySymbol assembly, CancellationToken cancel)
    {
        if (Known.TryGetValue(assembly, out var known))
        {
            return known;
        }

        var found = Find(assembly, cancel);
        return Known.GetValue(assembly, _ => found);
    }

    /// <summary>The SOP of a class.</summary>
    /// <param name="name">The full name of the class.</param>
    /// <returns>The SOP; null when the class is not an SOP of this assembly.</returns>
    public DeclaredSop? Find(string name) => _byName.TryGetValue(name, out var sop) ? sop : null;

    /// <summary>The SOPs with an id; more than one is a mistake.</summary>
    /// <param name="id">The id.</param>
    /// <returns>The SOPs, by full name.</returns>
    public IEnumerable<DeclaredSop> WithId(string id) => _byId[id];

    private static DeclaredSops Find(IAssemblySymbol assembly, CancellationToken cancel)
    {
        List<DeclaredSop> sops = [];
        var isOneBeingTyped = false;
        foreach (var type in AttributedTypes.Of(assembly, cancel))
        {
            if (SopSymbols.IsSop(type))
            {
                var isBeingTyped = AttributeReading.AllOn(type, default).Exists(attribute => attribute is { Word: "Sop", IsUnfinished: true });
                isOneBeingTyped |= isBeingTyped;
                var said = PartyReader.Sop(type);
                sops.Add(new(type, TypeNames.Plain(type), said.Id, isBeingTyped) { Stage = said.Stage });
            }
            else
            {
                isOneBeingTyped |= SopSymbols.DerivesFrom(type, "Sop") && type.GetAttributes().Any(attribute => attribute.AttributeClass is null or { TypeKind: TypeKind.Error });
            }
        }

        return new([.. sops.OrderBy(sop => sop.Name, StringComparer.Ordinal)], isOneBeingTyped);
    }
}
