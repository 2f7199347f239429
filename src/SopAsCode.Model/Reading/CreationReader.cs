using Microsoft.CodeAnalysis;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Values;

namespace SopAsCode.Model.Reading;

/// <summary>Finds how a record is made from its properties. As a person would, it chooses the constructor that takes most of them.</summary>
internal static class CreationReader
{
    /// <summary>How a type is made; null when no constructor takes its properties.</summary>
    public static CreationModel? Read(ITypeSymbol type, List<IPropertySymbol> properties)
    {
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, IsAbstract: false } named)
        {
            return null;
        }

        List<CreationArgument>? best = null;
        foreach (var constructor in named.InstanceConstructors)
        {
            if (constructor.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal
                && Arguments(constructor, type, properties) is { } arguments
                && (best is null || arguments.Count > best.Count))
            {
                best = arguments;
            }
        }

        if (best is null)
        {
            return null;
        }

        var settable = properties
            .Where(property => property.SetMethod is { DeclaredAccessibility: Accessibility.Public } && best.TrueForAll(argument => argument.Property != property.Name))
            .Select(property => property.Name)
            .ToList();
        var isWhole = properties.TrueForAll(property => !property.IsRequired || settable.Contains(property.Name));
        return isWhole ? new(best.ToEquatableArray(), settable.ToEquatableArray()) : null;
    }

    // The copy constructor of a record takes the record itself, which is not one of its properties.
    private static List<CreationArgument>? Arguments(IMethodSymbol constructor, ITypeSymbol type, List<IPropertySymbol> properties)
    {
        List<CreationArgument> arguments = [];
        foreach (var parameter in constructor.Parameters)
        {
            var property = properties.Find(candidate => string.Equals(candidate.Name, parameter.Name, StringComparison.OrdinalIgnoreCase)
                && SymbolEqualityComparer.Default.Equals(candidate.Type, parameter.Type));
            if (property is null || parameter.RefKind != RefKind.None || SymbolEqualityComparer.Default.Equals(parameter.Type, type))
            {
                return null;
            }

            arguments.Add(new(parameter.Name, property.Name));
        }

        return arguments;
    }
}
