using Microsoft.CodeAnalysis;
using SopAsCode.Model.Declaration;

namespace SopAsCode.Model.Reading;

/// <summary>Reads how sensitive a type or a member is, as the source states it: there, or where the type or member comes from.</summary>
internal static class StatedData
{
    /// <summary>The class that a type states; else that of its nearest base class.</summary>
    public static DataClass? Of(ITypeSymbol type) => DataTypes.WithBases(type).Select(current => ClassOf(AttributeReading.AllOn(current, default))).FirstOrDefault(stated => stated is not null);

    /// <summary>The class that a type states; for a list, the higher one of its own class and that of its elements.</summary>
    public static DataClass? OfElements(ITypeSymbol type)
    {
        var highest = Of(type);
        HashSet<ITypeSymbol> seen = new(SymbolEqualityComparer.Default) { type };
        for (var element = DataTypes.ElementOf(type); element is not null && seen.Add(element); element = DataTypes.ElementOf(element))
        {
            highest = element is INamedTypeSymbol { Name: "KeyValuePair", TypeArguments: { Length: 2 } pair } ? Max(highest, Max(Of(pair[0]), Of(pair[1]))) : Max(highest, Of(element));
        }

        return highest;
    }

    /// <summary>
    /// The class that a member of a type states: itself, or where it comes from. A member that is computed from others is as sensitive as those. A member
    /// of a base class that says more than the type does is as sensitive as the base class says.
    /// </summary>
    /// <param name="type">The type.</param>
    /// <param name="member">Its member.</param>
    /// <param name="computed">Reads the code of members; null when their code does not count.</param>
    public static DataClass? OfMember(ITypeSymbol type, ISymbol member, ComputedData? computed = null) => Stated(type, member) ?? Max(computed?.Of(type, member), OfHome(type, member));

    /// <summary>Whether a property of a type has an attribute of the language.</summary>
    public static bool Has(ITypeSymbol type, IPropertySymbol property, string word) => AllOn(type, property).Exists(attribute => attribute.Word == word);

    private static DataClass? Stated(ITypeSymbol type, ISymbol member)
    {
        for (var current = member; current is not null; current = (current as IPropertySymbol)?.OverriddenProperty)
        {
            if (ClassOf(AllOn(type, current)) is { } stated)
            {
                return stated;
            }
        }

        return type.AllInterfaces
            .SelectMany(implemented => implemented.GetMembers(member.Name).OfType<IPropertySymbol>())
            .Select(declared => ClassOf(AttributeReading.AllOn(declared, default)))
            .Max();
    }

    // An attribute before a positional parameter of a record belongs to the parameter, not to the property.
    private static List<AttributeReading> AllOn(ITypeSymbol type, ISymbol member) =>
    [
        .. AttributeReading.AllOn(member, default),
        .. ParametersOf(type, member.Name).Concat(SymbolEqualityComparer.Default.Equals(type, member.ContainingType) ? [] : ParametersOf(member.ContainingType, member.Name))
            .SelectMany(parameter => AttributeReading.AllOn(parameter, default)),
    ];

    private static DataClass? OfHome(ITypeSymbol type, ISymbol member)
    {
        if (member.ContainingType is not { } home || SymbolEqualityComparer.Default.Equals(home, type))
        {
            return null;
        }

        var above = Of(home);
        return above > Of(type) ? above : null;
    }

    /// <summary>The higher one of two.</summary>
    public static DataClass? Max(DataClass? one, DataClass? other) => other is null || one >= other ? one : other;

    private static DataClass? ClassOf(IEnumerable<AttributeReading> attributes) => attributes
        .Where(attribute => attribute.Word == "Data")
        .Select(attribute => (DataClass?)attribute.Enum(0))
        .FirstOrDefault(dataClass => dataClass is not null);

    private static IEnumerable<IParameterSymbol> ParametersOf(ITypeSymbol type, string name) =>
        (type as INamedTypeSymbol)?.InstanceConstructors.SelectMany(constructor => constructor.Parameters).Where(parameter => parameter.Name == name) ?? [];
}
