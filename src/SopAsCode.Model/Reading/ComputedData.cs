using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SopAsCode.Model.Declaration;

namespace SopAsCode.Model.Reading;

/// <summary>
/// How sensitive a computed member is: as the most sensitive member that its text or data is made of, directly or over other members, helpers and locals. What
/// is only counted, compared, or asked for a truth value says nothing about the data.
/// </summary>
/// <param name="home">The project whose code is read.</param>
internal sealed class ComputedData(IAssemblySymbol home)
{
    // Code that is longer is not read to its end.
    private const int MostSteps = 5000;

    private readonly Dictionary<ISymbol, DataClass?> _known = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, List<IOperation>> _code = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _calling = new(SymbolEqualityComparer.Default);
    private int _steps;

    /// <summary>The class of what a member is computed from; null when nothing in it says more than its type does.</summary>
    public DataClass? Of(ITypeSymbol type, ISymbol member)
    {
        if (member is not (IPropertySymbol { IsIndexer: false } or IFieldSymbol { IsConst: false }) || !IsHere(member) || StatedData.Of(DataTypes.TypeOf(member)) is not null)
        {
            return null;
        }

        if (_known.TryGetValue(member, out var known))
        {
            return known;
        }

        // What a member has from itself is nothing new.
        _known[member] = null;
        var highest = CodeOf(member).Select(code => new ComputedCode(this, type, new(StatedData.Of(type)), code).Result().Highest).Aggregate((DataClass?)null, StatedData.Max);
        return _known[member] = highest is null || highest == StatedData.Of(type) || highest <= Content(DataTypes.TypeOf(member), isJson: true) ? null : highest;
    }

    /// <summary>What a method of the project gives back that is called with these values.</summary>
    public Carried Call(IMethodSymbol method, ITypeSymbol? type, Carried self, IEnumerable<(ISymbol Parameter, Carried Value)> given, ComputedCode? around)
    {
        if (!IsHere(method) || !_calling.Add(method))
        {
            return Carried.Nothing;
        }

        var result = Carried.Nothing;
        foreach (var code in CodeOf(method.OriginalDefinition))
        {
            ComputedCode called = new(this, type ?? method.ContainingType, self, code, around);
            foreach (var (parameter, value) in given)
            {
                called.Give(parameter.OriginalDefinition, value);
            }

            result = result.Or(called.Result());
        }

        _calling.Remove(method);
        return result;
    }

    /// <summary>The highest class in the text of a value that is as the data holds it, or in its JSON.</summary>
    public DataClass? Content(ITypeSymbol? type, bool isJson) => Content(type, isJson, new(SymbolEqualityComparer.Default));

    /// <summary>Whether the text of a value is no more than the name of its type.</summary>
    public static bool HasNoText(ITypeSymbol type) =>
        PassingCode.IsList(type) || (type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, IsRecord: false, IsTupleType: false, IsAnonymousType: false } named
            && !DataTypes.IsFramework(named) && !DataTypes.WithBases(type).Any(DataTypes.WritesItsText));

    /// <summary>Whether a member belongs to the project whose code is read.</summary>
    public bool IsHere(ISymbol member) => SymbolEqualityComparer.Default.Equals(member.ContainingAssembly, home);

    /// <summary>Counts a step of the reading; false when there were too many.</summary>
    public bool GoesOn() => ++_steps < MostSteps;

    // A helper may be called from many places; it is bound once.
    private List<IOperation> CodeOf(ISymbol member)
    {
        if (!_code.TryGetValue(member, out var code))
        {
            _code[member] = code = [.. MemberCode.Of(member)];
        }

        return code;
    }

    private DataClass? Content(ITypeSymbol? type, bool isJson, HashSet<ITypeSymbol> seen)
    {
        if (type is null || type.SpecialType is not (SpecialType.None or SpecialType.System_Nullable_T) || type.TypeKind == TypeKind.Enum || !seen.Add(type) || (!isJson && HasNoText(type)))
        {
            return null;
        }

        if (DataTypes.ElementOf(type) is { } element)
        {
            return StatedData.Max(StatedData.Of(type), Content(element, isJson, seen));
        }

        if (type is not INamedTypeSymbol named || named.IsTupleType || DataTypes.IsFramework(named))
        {
            return (type as INamedTypeSymbol)?.TypeArguments.Select(inner => Content(inner, isJson, seen)).Aggregate((DataClass?)null, StatedData.Max);
        }

        // A text that the author of the type writes shows what its code puts there.
        if (!isJson && DataTypes.WithBases(type).SelectMany(current => current.GetMembers("ToString")).OfType<IMethodSymbol>().FirstOrDefault(DataTypes.WritesText) is { } own)
        {
            return Call(own, type, new(StatedData.Of(type)), [], null).Highest;
        }

        return !isJson && DataTypes.WithBases(type).Any(DataTypes.WritesItsText) ? null : DataTypes.PropertiesOf(type)
            .Where(property => !isJson || !property.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "JsonIgnoreAttribute"))
            .Select(property => StatedData.OfMember(type, property, this) ?? Content(property.Type, isJson, seen))
            .Aggregate(StatedData.Of(type), StatedData.Max);
    }
}
