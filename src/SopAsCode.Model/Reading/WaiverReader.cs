using Microsoft.CodeAnalysis;
using SopAsCode.Model.Declaration;

namespace SopAsCode.Model.Reading;

/// <summary>Reads waivers.</summary>
internal static class WaiverReader
{
    /// <summary>Reads a waiver.</summary>
    public static WaiverModel Read(AttributeReading attribute) => new(
        attribute.Text(0) ?? "",
        attribute.Text("Because"),
        attribute.Type("By") is { } role ? PartyReader.Read(role, attribute.Place, attribute.IsForRules) : null,
        attribute.Text("Until"),
        attribute.Place)
    {
        NoRole = attribute.IsForRules && attribute.AnyType("By") is { } by && !(by is INamedTypeSymbol named && SopSymbols.DerivesFrom(named, "Role"))
            ? by.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)
            : null,
        IsUnfinished = attribute.IsForRules && (attribute.IsUnfinished || attribute.AnyType("By") is { TypeKind: TypeKind.Error }),
    };
}
