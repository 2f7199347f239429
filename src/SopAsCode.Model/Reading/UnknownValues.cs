using Microsoft.CodeAnalysis;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Places;

namespace SopAsCode.Model.Reading;

/// <summary>
/// Finds numbers in attributes of the language that stand for no value of their enum. C# lets a cast make a value of any number; code that asks for
/// known values would not see it.
/// </summary>
public static class UnknownValues
{
    /// <summary>Finds them on a type, on its properties, and on its steps and conditions.</summary>
    /// <param name="type">Any type.</param>
    /// <param name="isForRules">Rules need them, so their places are read.</param>
    /// <returns>The numbers, those of the type first.</returns>
    public static IEnumerable<UnknownValue> On(INamedTypeSymbol type, bool isForRules = true)
    {
        foreach (var found in In(type.GetAttributes(), DeclarationPlace.OfClass, isForRules))
        {
            yield return found;
        }

        Dictionary<string, int> overloads = new(StringComparer.Ordinal);
        foreach (var member in type.GetMembers())
        {
            var overload = 0;
            if (member is IMethodSymbol method)
            {
                if (!SopSymbols.IsMarked(method))
                {
                    continue;
                }

                overloads.TryGetValue(method.Name, out overload);
                overloads[method.Name] = overload + 1;
            }

            if (member is IMethodSymbol or IPropertySymbol)
            {
                foreach (var found in In(member.GetAttributes(), new(member.Name, overload), isForRules))
                {
                    yield return found;
                }
            }
        }
    }

    /// <summary>What a number has that no value of its enum has.</summary>
    /// <param name="type">The enum.</param>
    /// <param name="value">The number, as a constant holds it.</param>
    /// <returns>The bits, or the whole number; null when it stands for a value, and for the type of anything but an enum of the language.</returns>
    public static long? Unknown(ITypeSymbol? type, object? value)
    {
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Enum, ContainingAssembly.Name: SopSymbols.Home } named || value is not int number)
        {
            return null;
        }

        var all = 0;
        foreach (var member in named.GetMembers())
        {
            if (member is IFieldSymbol { HasConstantValue: true, ConstantValue: int known })
            {
                if (known == number)
                {
                    return null;
                }

                all |= known;
            }
        }

        return !named.GetAttributes().Any(IsFlags) ? number : (number & ~all) == 0 && number != 0 ? null : number & ~all;
    }

    private static bool IsFlags(AttributeData attribute) =>
        attribute.AttributeClass is { Name: "FlagsAttribute", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    private static IEnumerable<UnknownValue> In(IReadOnlyList<AttributeData> attributes, DeclarationPlace owner, bool isForRules)
    {
        for (var i = 0; i < attributes.Count; i++)
        {
            var attribute = attributes[i];
            if (SopSymbols.Word(attribute) is not { } word)
            {
                continue;
            }

            var place = owner with { Part = PlacePart.Attribute, Index = i };
            var positional = attribute.ConstructorArguments;
            for (var j = 0; j < positional.Length; j++)
            {
                var name = attribute.AttributeConstructor is { } constructor && j < constructor.Parameters.Length ? constructor.Parameters[j].Name : null;
                foreach (var (type, number) in In(positional[j]))
                {
                    yield return new(word, type, number, !isForRules ? default : name is null ? place : place.At(name));
                }
            }

            foreach (var named in attribute.NamedArguments)
            {
                foreach (var (type, number) in In(named.Value))
                {
                    yield return new(word, type, number, isForRules ? place.At(named.Key) : default);
                }
            }
        }
    }

    private static IEnumerable<(string Type, long Number)> In(TypedConstant value) => value switch
    {
        { Kind: TypedConstantKind.Enum } when Unknown(value.Type, value.Value) is { } number => [(value.Type!.Name, number)],
        { Kind: TypedConstantKind.Array, IsNull: false } => value.Values.SelectMany(In),
        _ => [],
    };
}
