using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SopAsCode.Model.Declaration;

namespace SopAsCode.Model.Reading;

/// <summary>Reads what the constructor of an SOP takes from the services of a host.</summary>
internal static class ServiceReader
{
    /// <summary>Reads one parameter.</summary>
    public static ServiceModel Read(IParameterSymbol parameter)
    {
        var type = TypeNames.Use(parameter.Type);
        var key = parameter.GetAttributes().FirstOrDefault(attribute => IsOfContainer(attribute, "FromKeyedServicesAttribute"));
        return new(type, key is null || key.ConstructorArguments.IsEmpty ? null : Code(key.ConstructorArguments[0]), DefaultOf(parameter, type));
    }

    /// <summary>Whether a host can pass a value: not where the caller must keep it, and not for the key of a service, which an SOP has not.</summary>
    public static bool CanBePassed(IParameterSymbol parameter) =>
        parameter.RefKind is RefKind.None or RefKind.In
        && TypeNames.Use(parameter.Type) is var type && (type.CanBeData || type.IsUnknown)
        && !parameter.GetAttributes().Any(attribute => IsOfContainer(attribute, "ServiceKeyAttribute"));

    /// <summary>Whether an attribute is one that the dependency injection of .NET reads.</summary>
    public static bool IsOfContainer(AttributeData attribute, string name) =>
        attribute.AttributeClass is { ContainingNamespace: { Name: "DependencyInjection", ContainingNamespace: { Name: "Extensions", ContainingNamespace.Name: "Microsoft" } } } type && type.Name == name;

    // Null may be passed for a type that may be null, also where no default is stated.
    private static string? DefaultOf(IParameterSymbol parameter, TypeUse type) =>
        !parameter.HasExplicitDefaultValue ? (type.IsNullable ? "null" : null)
        : parameter.ExplicitDefaultValue is not { } value ? (type.IsNullable ? "null" : $"default({type.Name})!")
        : $"({type.Name}){Literal(value)}";

    private static string Code(TypedConstant key) => key switch
    {
        { IsNull: true } => "null",
        { Kind: TypedConstantKind.Type, Value: ITypeSymbol type } => $"typeof({TypeNames.Use(type).Name})",
        { Kind: TypedConstantKind.Enum, Type: { } type, Value: { } value } => $"({TypeNames.Use(type).Name}){Literal(value)}",
        { Kind: TypedConstantKind.Primitive, Type: { } type, Value: { } value } => value is string ? Literal(value) : $"({TypeNames.Use(type).Name}){Literal(value)}",
        _ => "null",
    };

    private static string Literal(object value) => value is string or char
        ? SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false)
        : $"({SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false)})";
}
