using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Places;
using SopAsCode.Model.Values;

namespace SopAsCode.Model.Reading;

/// <summary>Reads roles, agents, tools, value streams and the SOPs that another SOP names.</summary>
internal static class PartyReader
{
    // A role or tool is named many times, so it is read once. The table holds values only, and drops a type when its compilation is dropped.
    private static readonly ConditionalWeakTable<INamedTypeSymbol, PartyModel> Known = new();

    /// <summary>Reads one of them at the place where it is named.</summary>
    public static PartyModel Read(INamedTypeSymbol type, DeclarationPlace site, bool isForRules)
    {
        var party = Known.GetValue(type, static key => Read(key, withFeeds: true));
        if (!isForRules)
        {
            return party;
        }

        party = UnfinishedTypes.Contains(type) ? party with { HasUnfinishedAttribute = true } : party;
        return party.Feeds.Count == 0
            ? party with { Place = site }
            : party with { Place = site, Feeds = party.Feeds.Select(feed => feed with { To = feed.To with { Place = site } }).ToEquatableArray() };
    }

    /// <summary>Reads a link.</summary>
    public static LinkModel Link(AttributeReading attribute) => new(attribute.Text(0) ?? "", attribute.Text(1) ?? "");

    /// <summary>Adds what a tool passes on by itself.</summary>
    public static PartyModel WithFeed(PartyModel party, AttributeReading it) => it.TypeArgument(0) is { } to
        ? party with { Feeds = [.. party.Feeds, new(Read(to, withFeeds: false), it.Text(0) ?? "", it.Text("Via"))] }
        : party;

    /// <summary>Reads what the class of another SOP says; the steps of that SOP may not be visible.</summary>
    public static OtherSopModel Sop(INamedTypeSymbol type)
    {
        string? title = null;
        string? id = null;
        var stage = Stage.Active;
        var isApproved = false;
        foreach (var attribute in AttributeReading.AllOn(type, default))
        {
            isApproved |= attribute.Word == "ApprovedInput";
            if (attribute.Word == "Sop")
            {
                title = attribute.Text(0);
                id = attribute.Text("Id");
                stage = (Stage)(attribute.Enum("Stage") ?? 0);
            }
        }

        var input = SopReader.InputOf(type);
        return new(
            TypeNames.Plain(type),
            string.IsNullOrWhiteSpace(title) ? Naming.Phrase(type.Name) : title!,
            string.IsNullOrWhiteSpace(id) ? Naming.Kebab(type.Name) : id!,
            input is null ? null : TypeNames.Use(input))
        {
            CanBeNamed = type is { TypeKind: not TypeKind.Error, IsGenericType: false } && TypeNames.CanBeNamed(type),
            Stage = stage,
            HasApprovedInput = isApproved,
        };
    }

    private static PartyModel Read(INamedTypeSymbol type, bool withFeeds)
    {
        var party = new PartyModel(TypeNames.Plain(type), Naming.Phrase(type.Name), default)
        {
            Description = DescriptionOf(type),
            IsRole = SopSymbols.DerivesFrom(type, "Role"),
            IsRoleItself = SopSymbols.IsOurs(type, "Role"),
            Bases = BasesOf(type),
            CanBeNamed = type is { TypeKind: not TypeKind.Error, IsGenericType: false } && TypeNames.CanBeNamed(type),
        };
        foreach (var attribute in AttributeReading.AllOn(type, default))
        {
            // The feeds of a tool that another tool feeds are not read, because feeds may form a cycle.
            if (withFeeds || attribute.Word != "Feeds")
            {
                party = AttributeTable.Of(attribute.Word)?.Party?.Invoke(party, attribute) ?? party;
            }
        }

        return type.BaseType is { } kind && SopSymbols.DerivesFrom(kind, "Tool") ? OfKind(party, Read(kind, withFeeds)) : party;
    }

    // A tool is of the kind that it derives from, and says itself only what is different.
    private static PartyModel OfKind(PartyModel tool, PartyModel kind) => tool with
    {
        Touches = tool.Touches ?? kind.Touches,
        Holds = tool.Holds ?? kind.Holds,
        Feeds = [.. kind.Feeds, .. tool.Feeds],
    };

    // Only roles stand for the roles they derive from.
    private static EquatableArray<string> BasesOf(INamedTypeSymbol type)
    {
        List<string> bases = [];
        for (var ancestor = type.BaseType; ancestor is not null && SopSymbols.DerivesFrom(ancestor, "Role"); ancestor = ancestor.BaseType)
        {
            bases.Add(TypeNames.Plain(ancestor));
        }

        return bases.ToEquatableArray();
    }

    // The description comes from the attribute of the .NET base library.
    private static string? DescriptionOf(INamedTypeSymbol type)
    {
        foreach (var attribute in type.GetAttributes())
        {
            if (attribute.AttributeClass is { Name: "DescriptionAttribute" } named
                && named.ContainingNamespace.ToDisplayString() == "System.ComponentModel"
                && attribute.ConstructorArguments.Length == 1)
            {
                return attribute.ConstructorArguments[0].Value as string;
            }
        }

        return null;
    }
}
