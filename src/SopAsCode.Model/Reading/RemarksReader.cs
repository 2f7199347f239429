using Microsoft.CodeAnalysis;
using SopAsCode.Model.Declaration;

namespace SopAsCode.Model.Reading;

/// <summary>Reads what both SOPs and steps tell their readers.</summary>
internal static class RemarksReader
{
    /// <summary>Adds the content of an attribute.</summary>
    public static RemarksModel With(RemarksModel remarks, AttributeReading attribute) => attribute.Word switch
    {
        "TeamMode" => remarks with { TeamMode = attribute.Text(0) },
        "EdgeCase" => remarks with { EdgeCases = [.. remarks.EdgeCases, new(attribute.Text(0) ?? "", attribute.Text(1) ?? "")] },
        "Example" => remarks with { Examples = [.. remarks.Examples, new(attribute.Text(0) ?? "", attribute.Text(1), attribute.Text("File"))] },
        "Note" => remarks with { Notes = [.. remarks.Notes, attribute.Text(0) ?? ""] },
        "Link" => remarks with { Links = [.. remarks.Links, PartyReader.Link(attribute)] },
        "Waive" => remarks with { Waivers = [.. remarks.Waivers, Waiver(attribute)] },
        _ => remarks,
    };

    private static WaiverModel Waiver(AttributeReading attribute) => new(
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
