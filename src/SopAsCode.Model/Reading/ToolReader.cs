using Microsoft.CodeAnalysis;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Places;
using SopAsCode.Model.Values;

namespace SopAsCode.Model.Reading;

/// <summary>Reads a tool at its declaration, not at the places where steps name it.</summary>
public static class ToolReader
{
    /// <summary>Reads a tool.</summary>
    /// <param name="type">Any type.</param>
    /// <returns>The tool; null when the type is not a tool.</returns>
    public static ToolModel? Read(INamedTypeSymbol type)
    {
        if (type.IsAbstract || !SopSymbols.DerivesFrom(type, "Tool"))
        {
            return null;
        }

        List<ToolLinkModel> links = [];
        foreach (var attribute in AttributeReading.AllOn(type, DeclarationPlace.OfClass))
        {
            if (attribute.Word == "Link")
            {
                links.Add(new(PartyReader.Link(attribute), attribute.Place));
            }
        }

        return new(PartyReader.Read(type, DeclarationPlace.OfClass, isForRules: true), links.ToEquatableArray(), AttributeReading.IsAnyUnfinished(type));
    }
}

/// <summary>A tool as its class declares it.</summary>
/// <param name="Party">The tool.</param>
/// <param name="Links">Its links, with where they stand.</param>
/// <param name="HasUnfinishedAttribute">It has an attribute that does not compile yet, so rules about a missing attribute report nothing.</param>
public sealed record ToolModel(PartyModel Party, EquatableArray<ToolLinkModel> Links, bool HasUnfinishedAttribute);

/// <summary>A link of a tool.</summary>
/// <param name="Link">The link.</param>
/// <param name="Place">Where it stands.</param>
public sealed record ToolLinkModel(LinkModel Link, DeclarationPlace Place);
