using SopAsCode.Model;
using SopAsCode.Model.Declaration;

namespace SopAsCode.Generators;

/// <summary>Pieces that several parts of the JSON share.</summary>
internal static class JsonWords
{
    /// <summary>A role, agent, tool or stream.</summary>
    public static void Party(this JsonWriter json, string name, PartyModel? party) => json.Object(name, party, static (json, party) => json.Party(party));

    /// <summary>Roles.</summary>
    public static void Parties(this JsonWriter json, string name, IEnumerable<PartyModel> parties) => json.Objects(name, parties, static (json, party) => json.Party(party));

    private static void Party(this JsonWriter json, PartyModel party)
    {
        json.Text("type", party.Type);
        json.Text("title", party.Title);
        json.Texts("derivesFrom", party.Bases);
    }

    /// <summary>Another SOP.</summary>
    public static void Sop(this JsonWriter json, string name, OtherSopModel? sop) => json.Object(name, sop, static (json, sop) =>
    {
        json.Text("type", sop.Type);
        json.Text("title", sop.Title);
        json.Text("id", sop.Id);
    });

    /// <summary>Links.</summary>
    public static void Links(this JsonWriter json, IEnumerable<LinkModel> links) => json.Objects("links", links, static (json, link) =>
    {
        json.Text("title", link.Title);
        json.Text("url", link.Url);
    });

    /// <summary>The time within which something is done.</summary>
    public static void Due(this JsonWriter json, DueModel? due)
    {
        json.Duration("due", due is { By: null } ? due : null);
        json.Number("dueDays", due is { By: null, Days: > 0 } ? due.Days : null);
        json.Text("dueBy", due?.By?.Name);
    }

    /// <summary>The hours when people are at work.</summary>
    public static void OfficeHours(this JsonWriter json, HouseModel house) => json.Object("officeHours", house.OfficeHours is null ? null : house, static (json, house) =>
    {
        json.Text("hours", house.OfficeHours);
        json.Text("zone", house.Zone ?? "UTC");
    });

    /// <summary>Whether the team tells customers that AI helped.</summary>
    public static void Disclosure(this JsonWriter json, DisclosureModel? disclosure) => json.Object("disclosure", disclosure, static (json, told) =>
    {
        json.Word<DisclosureMode>("mode", told.Mode);
        json.Text("text", told.Text);
        json.Text("because", told.Because);
    });

    /// <summary>Lines to tick, in groups.</summary>
    public static void Checklists(this JsonWriter json, IEnumerable<ChecklistModel> groups) => json.Objects("checklists", groups, static (json, group) =>
    {
        json.Text("title", group.Title);
        json.Texts("items", group.Items);
    });

    /// <summary>What an SOP or a step tells its readers.</summary>
    public static void Remarks(this JsonWriter json, RemarksModel remarks) => json.Object("remarks", remarks == new RemarksModel() ? null : remarks, static (json, remarks) =>
    {
        json.Text("teamMode", remarks.TeamMode);
        json.Parties("consulted", remarks.Consulted);
        json.Parties("informed", remarks.Informed);
        json.Objects("edgeCases", remarks.EdgeCases, static (json, rare) =>
        {
            json.Text("case", rare.Case);
            json.Text("handling", rare.Handling);
        });
        json.Objects("examples", remarks.Examples, static (json, example) =>
        {
            json.Text("title", example.Title);
            json.Text("text", example.Text);
            json.Text("file", example.File);
        });
        json.Objects("templates", remarks.Templates, static (json, template) =>
        {
            json.Text("title", template.Title);
            json.Text("text", template.Text);
        });
        json.Texts("notes", remarks.Notes);
        json.Links(remarks.Links);
        json.Objects("waivers", remarks.Waivers, static (json, waiver) =>
        {
            json.Text("rule", waiver.Rule);
            json.Text("because", waiver.Because);
            json.Party("by", waiver.By);
            json.Date("until", waiver.Until);
        });
    });
}
