using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Values;

namespace SopAsCode.Model.Reading;

/// <summary>Reads the types that steps pass on, and the types inside them.</summary>
internal static class DataReader
{
    // Types of the source are finitely many, but a generic type can name ever more of its own kind.
    private const int MostConstructed = 1000;
    private const int MostParts = 100;

    // SOPs share their types, so each type is read once. The tables hold values only, and drop a type when its compilation is dropped.
    private static readonly ConditionalWeakTable<ITypeSymbol, DataModel> Known = new();
    private static readonly ConditionalWeakTable<ITypeSymbol, DataModel> KnownWithCode = new();

    /// <summary>Reads the input and the types of steps, each once, with all types inside them.</summary>
    /// <param name="input">The input.</param>
    /// <param name="roots">The types of steps.</param>
    /// <param name="home">The project of the SOP, whose code says how sensitive computed members are; null for generated code, which does not depend on that.</param>
    /// <param name="cancel">Ends the reading early.</param>
    public static List<DataModel> Read(ITypeSymbol? input, List<ITypeSymbol> roots, IAssemblySymbol? home, CancellationToken cancel)
    {
        List<DataModel> models = [];
        HashSet<ITypeSymbol> seen = new(SymbolEqualityComparer.Default);
        Queue<ITypeSymbol> open = new();
        Queue<ITypeSymbol> inside = new();
        if (input is not null)
        {
            open.Enqueue(input);
        }

        roots.ForEach(open.Enqueue);
        var constructed = 0;
        while (open.Count + inside.Count > 0)
        {
            cancel.ThrowIfCancellationRequested();

            // Types that matter only for the data class come last, because generated code numbers the types.
            var found = (open.Count > 0 ? open : inside).Dequeue();
            var simple = TypeNames.SimpleType(found);
            var type = simple ?? Bare(found);
            if (type is IErrorTypeSymbol || IsVast(type) || !seen.Add(type))
            {
                continue;
            }

            if (simple is null && ++constructed > MostConstructed)
            {
                models.Add(new() { Type = TypeNames.Use(type), Kind = DataKind.Other, IsAnything = true });
                continue;
            }

            var isHere = home is not null && SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, home);
            var model = simple is null ? Model(type, isHere) : isHere ? KnownWithCode.GetValue(simple, own => Model(own, withCode: true)) : Known.GetValue(simple, other => Model(other, withCode: false));
            models.Add(home is not null && UnfinishedTypes.Contains(type) ? model with { IsUnfinished = true } : model);
            if (model.Kind == DataKind.List)
            {
                open.Enqueue(DataTypes.ElementOf(type)!);
            }

            if (model.Properties.Count > 0)
            {
                foreach (var property in DataTypes.PropertiesOf(type))
                {
                    open.Enqueue(property.Type);
                }
            }

            if (model.Inside.Count > 0)
            {
                InsideOf(type).ForEach(inside.Enqueue);
            }

            if (model.Hidden.Count > 0)
            {
                HiddenOf(type).ForEach(member => inside.Enqueue(DataTypes.TypeOf(member)));
            }
        }

        return models;
    }

    // A generic type that contains itself with larger arguments has infinitely many names.
    private static bool IsVast(ITypeSymbol type)
    {
        Stack<ITypeSymbol> open = new([type]);
        for (var parts = 0; open.Count > 0; parts++)
        {
            if (parts == MostParts)
            {
                return true;
            }

            var part = open.Pop();
            foreach (var inner in part is IArrayTypeSymbol array ? [array.ElementType] : part is INamedTypeSymbol named ? named.TypeArguments : [])
            {
                open.Push(inner);
            }
        }

        return false;
    }

    /// <summary>The type without nullability.</summary>
    private static ITypeSymbol Bare(ITypeSymbol type) =>
        (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type)
        .WithNullableAnnotation(NullableAnnotation.NotAnnotated);

    private static DataModel Model(ITypeSymbol type, bool withCode)
    {
        var computed = withCode ? new ComputedData(type.ContainingAssembly) : null;
        var kind = KindOf(type);
        var model = new DataModel
        {
            Type = TypeNames.Use(type),
            Kind = kind,
            Class = StatedData.Of(type),
            Hidden = HiddenOf(type).Select(member => new DataProperty(member.Name, TypeNames.Use(DataTypes.TypeOf(member)), StatedData.OfMember(type, member, computed))).ToEquatableArray(),
            IsAnything = IsAnything(type),
        };
        switch (kind)
        {
            case DataKind.Record:
                return model with { Properties = Properties(type, computed), Creation = CreationReader.Read(type, DataTypes.PropertiesOf(type).ToList()) };
            case DataKind.List:
                return model with { Element = TypeNames.Use(DataTypes.ElementOf(type)!), Properties = Properties(type, computed) };
            case DataKind.Enum:
                return model with { Values = type.GetMembers().OfType<IFieldSymbol>().Where(field => field.HasConstantValue).Select(field => field.Name).ToEquatableArray() };
            case DataKind.Formatted:
                return model with { IsParsable = IsParsable(type) };
            case DataKind.Other:
                return model with { Inside = InsideOf(type).Select(TypeNames.Use).ToEquatableArray() };
            default:
                return model;
        }
    }

    // A value of one of these types can be a record of any class.
    private static bool IsAnything(ITypeSymbol type) =>
        type is IDynamicTypeSymbol or { SpecialType: SpecialType.System_Object or SpecialType.System_ValueType }
        || (type is INamedTypeSymbol { TypeKind: TypeKind.Interface, TypeArguments.Length: 0 } named && DataTypes.IsFramework(named));

    // A type that formats itself, or overrides ToString, decides itself what its text shows; the text of a record shows its public fields too.
    private static List<ISymbol> HiddenOf(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } named || DataTypes.IsFramework(named) || !SopSymbols.IsUser(named.ContainingAssembly))
        {
            return [];
        }

        var isFormatted = KindOf(type) == DataKind.Formatted;
        var writesItself = isFormatted || DataTypes.WithBases(type).Any(DataTypes.WritesItsText);
        HashSet<string> shown = new(isFormatted ? [] : DataTypes.PropertiesOf(type).Select(property => property.Name), StringComparer.Ordinal);
        List<ISymbol> hidden = [];
        foreach (var member in DataTypes.WithBases(type).Where(current => !DataTypes.IsFramework((INamedTypeSymbol)current)).SelectMany(current => current.GetMembers()))
        {
            var isShown = member switch
            {
                IFieldSymbol { IsStatic: false, IsImplicitlyDeclared: false, AssociatedSymbol: null } field => writesItself || (named.IsRecord && field.DeclaredAccessibility == Accessibility.Public),
                IPropertySymbol { IsStatic: false, IsIndexer: false, IsImplicitlyDeclared: false, GetMethod: not null } => writesItself,
                _ => false,
            };
            if (isShown && DataTypes.TypeOf(member) is { IsRefLikeType: false, TypeKind: not (TypeKind.Pointer or TypeKind.FunctionPointer) } && shown.Add(member.Name))
            {
                hidden.Add(member);
            }
        }

        return hidden;
    }

    private static bool IsParsable(ITypeSymbol type) => type.AllInterfaces.Any(implemented =>
        implemented is { Name: "IParsable", TypeArguments.Length: 1, ContainingNamespace.Name: "System" }
        && SymbolEqualityComparer.Default.Equals(implemented.TypeArguments[0], type));

    private static EquatableArray<DataProperty> Properties(ITypeSymbol type, ComputedData? computed) => DataTypes.PropertiesOf(type)
        .Select(property => new DataProperty(property.Name, TypeNames.Use(property.Type), StatedData.OfMember(type, property, computed))
        {
            IsKey = StatedData.Has(type, property, "Key"),
            IsComputed = computed is not null && StatedData.OfMember(type, property) != StatedData.OfMember(type, property, computed),
        })
        .ToEquatableArray();

    private static DataKind KindOf(ITypeSymbol type) => type switch
    {
        { SpecialType: SpecialType.System_String or SpecialType.System_Char } => DataKind.Text,
        { SpecialType: SpecialType.System_Boolean } => DataKind.Truth,
        { SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_Double } => DataKind.Number,
        { TypeKind: TypeKind.Enum } => DataKind.Enum,
        _ when type.AllInterfaces.Any(implemented => implemented is { Name: "IFormattable", ContainingNamespace.Name: "System" }) => DataKind.Formatted,
        _ when DataTypes.ElementOf(type) is not null => DataKind.List,
        INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface } named when !DataTypes.IsFramework(named) || named.Name == "KeyValuePair" => DataKind.Record,
        _ => DataKind.Other,
    };

    // For a type whose properties are not read, the types that it names as its content. A delegate has no content.
    private static List<ITypeSymbol> InsideOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => [array.ElementType],
        INamedTypeSymbol { IsTupleType: true } tuple => [.. tuple.TupleElements.Select(element => element.Type)],
        INamedTypeSymbol { TypeKind: not TypeKind.Delegate } named => [.. named.TypeArguments],
        _ => [],
    };
}
