using Microsoft.CodeAnalysis;

namespace SopAsCode.Model;

/// <summary>Writes types as generated code repeats them.</summary>
internal static class TypeNames
{
    private static readonly SymbolDisplayFormat KeyFormat = SymbolDisplayFormat.FullyQualifiedFormat.WithMiscellaneousOptions(
        SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers | SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    private static readonly SymbolDisplayFormat AnnotatedFormat =
        KeyFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly SymbolDisplayFormat PlainFormat = KeyFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted);

    /// <summary>The type with every nullable mark, as a signature repeats it.</summary>
    public static string Annotated(ITypeSymbol type) => type.ToDisplayString(AnnotatedFormat);

    /// <summary>The type without <c>global::</c>, as data shows it.</summary>
    public static string Plain(ISymbol type) => type.ToDisplayString(PlainFormat);

    /// <summary>The type as a value.</summary>
    public static TypeUse Use(ITypeSymbol type)
    {
        var isNullable = type.NullableAnnotation == NullableAnnotation.Annotated;
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            type = nullable.TypeArguments[0];
            isNullable = true;
        }

        var bare = type.WithNullableAnnotation(NullableAnnotation.NotAnnotated);
        return new(
            bare.ToDisplayString(KeyFormat),
            bare.ToDisplayString(AnnotatedFormat),
            bare.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat),
            isNullable,
            type.IsValueType,
            CanBeData(type),
            IsUnknown(type))
        {
            IsOblivious = type.IsReferenceType && type.NullableAnnotation == NullableAnnotation.None,
        };
    }

    /// <summary>Whether any part of the type does not exist.</summary>
    public static bool IsUnknown(ITypeSymbol type) => type switch
    {
        IErrorTypeSymbol => true,
        INamedTypeSymbol named => named.TypeArguments.Any(IsUnknown),
        IArrayTypeSymbol array => IsUnknown(array.ElementType),
        IPointerTypeSymbol pointer => IsUnknown(pointer.PointedAtType),
        _ => false,
    };

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
