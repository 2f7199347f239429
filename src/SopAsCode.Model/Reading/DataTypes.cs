using Microsoft.CodeAnalysis;

namespace SopAsCode.Model.Reading;

/// <summary>What the types of data have: members that can be shown, a text of their own, elements.</summary>
internal static class DataTypes
{
    /// <summary>The properties a prompt or document can show, inherited ones last.</summary>
    public static IEnumerable<IPropertySymbol> PropertiesOf(ITypeSymbol type)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (var current in WithBases(type))
        {
            foreach (var member in current.GetMembers())
            {
                if (member is IPropertySymbol { IsStatic: false, IsIndexer: false, GetMethod.DeclaredAccessibility: Accessibility.Public } property
                    && property.DeclaredAccessibility == Accessibility.Public
                    && property.Type is { IsRefLikeType: false, TypeKind: not (TypeKind.Pointer or TypeKind.FunctionPointer) }
                    && names.Add(property.Name))
                {
                    yield return property;
                }
            }
        }
    }

    /// <summary>The type with its base classes; for an interface, with the interfaces it extends.</summary>
    public static IEnumerable<ITypeSymbol> WithBases(ITypeSymbol type)
    {
        for (var current = type; current is not null && current.SpecialType != SpecialType.System_Object; current = current.BaseType)
        {
            yield return current;
        }

        if (type.TypeKind == TypeKind.Interface)
        {
            foreach (var extended in type.AllInterfaces)
            {
                yield return extended;
            }
        }
    }

    /// <summary>Whether a type decides itself what its text shows.</summary>
    public static bool WritesItsText(ITypeSymbol type) => type.GetMembers().Any(member => member is IMethodSymbol { IsImplicitlyDeclared: false } method
        && (WritesText(method) || (type.IsRecord && method is { Name: "PrintMembers", Parameters.Length: 1 })));

    /// <summary>Whether a method is the one with which a type writes its text.</summary>
    public static bool WritesText(IMethodSymbol method) => method is { Name: "ToString", IsImplicitlyDeclared: false, IsOverride: true, Parameters.Length: 0 };

    /// <summary>The type of a field or property.</summary>
    public static ITypeSymbol TypeOf(ISymbol member) => member is IFieldSymbol field ? field.Type : ((IPropertySymbol)member).Type;

    /// <summary>Whether a type is one of .NET.</summary>
    public static bool IsFramework(INamedTypeSymbol type)
    {
        var space = type.ContainingNamespace;
        while (space is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
        {
            space = space.ContainingNamespace;
        }

        return space is { IsGlobalNamespace: false, Name: "System" or "Microsoft" };
    }

    /// <summary>The type of the elements of a list; null when it is none.</summary>
    public static ITypeSymbol? ElementOf(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol { Rank: 1 } array)
        {
            return array.ElementType;
        }

        if (type is not INamedTypeSymbol named)
        {
            return null;
        }

        return named.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T
            ? named.TypeArguments[0]
            : named.AllInterfaces.FirstOrDefault(implemented => implemented.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)
                ?.TypeArguments[0];
    }
}
