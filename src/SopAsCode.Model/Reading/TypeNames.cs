using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using SopAsCode.Model.Declaration;

namespace SopAsCode.Model.Reading;

/// <summary>Writes types as generated code repeats them.</summary>
internal static class TypeNames
{
    private const string Global = "global::";

    private static readonly SymbolDisplayFormat KeyFormat = SymbolDisplayFormat.FullyQualifiedFormat.WithMiscellaneousOptions(
        SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers | SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    private static readonly SymbolDisplayFormat AnnotatedFormat =
        KeyFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly SymbolDisplayFormat PlainFormat = KeyFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted);

    // Most of the work of reading an SOP is to write symbols as text, and SOPs share their types, so each text is made once. The
    // tables hold values only, and drop a type when its compilation is dropped.
    private static readonly ConditionalWeakTable<ITypeSymbol, TypeUse> Simple = new();
    private static readonly ConditionalWeakTable<ITypeSymbol, string> Openings = new();

    /// <summary>The type with every nullable mark, as a signature repeats it.</summary>
    public static string Annotated(ITypeSymbol type)
    {
        if (SimpleUse(type) is { } simple)
        {
            return WithMark(simple.Name, type);
        }

        return type is INamedTypeSymbol { Arity: 1, ContainingType: null, TypeKind: not TypeKind.Error, IsTupleType: false, IsUnboundGenericType: false } outer
            && outer.OriginalDefinition.SpecialType != SpecialType.System_Nullable_T
            && SimpleUse(outer.TypeArguments[0]) is { } inner
                ? WithMark($"{Openings.GetValue(outer.OriginalDefinition, Opening)}{WithMark(inner.Name, outer.TypeArguments[0])}>", type)
                : type.ToDisplayString(AnnotatedFormat);
    }

    /// <summary>The type without <c>global::</c>, as data shows it.</summary>
    public static string Plain(ISymbol type) =>
        type is not ITypeSymbol named || SimpleUse(named) is not { } simple ? type.ToDisplayString(PlainFormat)
        : simple.Key.StartsWith(Global, StringComparison.Ordinal) ? simple.Key.Substring(Global.Length)
        : simple.Key;

    /// <summary>The type as a value of the model.</summary>
    public static TypeUse Use(ITypeSymbol type)
    {
        var isNullable = type.NullableAnnotation == NullableAnnotation.Annotated;
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            type = nullable.TypeArguments[0];
            isNullable = true;
        }

        var use = SimpleUse(type) ?? Written(type);
        var isOblivious = type.IsReferenceType && type.NullableAnnotation == NullableAnnotation.None;
        return isNullable || isOblivious ? use with { IsNullable = isNullable, IsOblivious = isOblivious } : use;
    }

    /// <summary>
    /// A type that contains no other types, so that its names are the same at every use; null for any other type. All uses in a
    /// compilation get the same symbol.
    /// </summary>
    public static INamedTypeSymbol? SimpleType(ITypeSymbol type) =>
        type is INamedTypeSymbol { IsGenericType: false, TypeKind: not TypeKind.Error, IsTupleType: false, IsNativeIntegerType: false, IsAnonymousType: false } simple
            ? simple.OriginalDefinition
            : null;

    /// <summary>Whether any part of the type does not exist.</summary>
    public static bool IsUnknown(ITypeSymbol type) => type switch
    {
        IErrorTypeSymbol => true,
        INamedTypeSymbol named => named.TypeArguments.Any(IsUnknown),
        IArrayTypeSymbol array => IsUnknown(array.ElementType),
        IPointerTypeSymbol pointer => IsUnknown(pointer.PointedAtType),
        _ => false,
    };

    /// <summary>Whether code outside the class and file of a type, in its assembly, can name it and everything in it.</summary>
    public static bool CanBeNamed(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol array)
        {
            return CanBeNamed(array.ElementType);
        }

        for (var part = type as INamedTypeSymbol; part is not null; part = part.ContainingType)
        {
            if (part.IsFileLocal
                || part.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal)
                || !part.TypeArguments.All(CanBeNamed))
            {
                return false;
            }
        }

        return true;
    }

    private static TypeUse? SimpleUse(ITypeSymbol type) => SimpleType(type) is { } simple ? Simple.GetValue(simple, Written) : null;

    // Describes the type for a value that exists.
    private static TypeUse Written(ITypeSymbol type)
    {
        var bare = type.WithNullableAnnotation(NullableAnnotation.NotAnnotated);
        return new(
            bare.ToDisplayString(KeyFormat),
            bare.ToDisplayString(AnnotatedFormat),
            bare.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat),
            IsNullable: false,
            type.IsValueType,
            CanBeData(type),
            IsUnknown(type))
        {
            CanBeNamed = CanBeNamed(type),
        };
    }

    private static string Opening(ITypeSymbol definition)
    {
        var name = definition.ToDisplayString(AnnotatedFormat);
        return name.Substring(0, name.IndexOf('<') + 1);
    }

    private static string WithMark(string name, ITypeSymbol type) =>
        type is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.Annotated } ? name + "?" : name;

    private static bool CanBeData(ITypeSymbol type) => type switch
    {
        IErrorTypeSymbol => true,
        IPointerTypeSymbol or IFunctionPointerTypeSymbol or ITypeParameterSymbol or IDynamicTypeSymbol => false,
        INamedTypeSymbol named => !named.IsRefLikeType && !named.IsUnboundGenericType && !named.IsStatic
            && named.SpecialType != SpecialType.System_Void && named.TypeArguments.All(CanBeData),
        IArrayTypeSymbol array => CanBeData(array.ElementType),
        _ => false,
    };
}
