using Microsoft.CodeAnalysis;

namespace SopAsCode.Model;

/// <summary>What the generated part of an SOP tells the rules of other SOPs.</summary>
/// <param name="Sop">The full name of its class.</param>
/// <param name="Id">Its stable name.</param>
public sealed record SopSummary(string Sop, string Id)
{
    private const int KnownFormat = 1;

    /// <summary>Reads a summary.</summary>
    /// <param name="attribute">An attribute of an assembly.</param>
    /// <returns>The summary; null when the attribute is none, or of a newer format than this reader knows.</returns>
    public static SopSummary? Read(AttributeData attribute)
    {
        var arguments = attribute.ConstructorArguments;
        if (SopSymbols.Word(attribute) != "SopSummary"
            || arguments.Length != 2
            || arguments[0] is not { Kind: TypedConstantKind.Type, Value: INamedTypeSymbol sop }
            || arguments[1] is not { Kind: TypedConstantKind.Primitive, Value: int and <= KnownFormat })
        {
            return null;
        }

        var id = attribute.NamedArguments.FirstOrDefault(argument => argument.Key == "Id").Value;
        return id is { Kind: TypedConstantKind.Primitive, Value: string text } ? new(TypeNames.Plain(sop), text) : null;
    }
}
