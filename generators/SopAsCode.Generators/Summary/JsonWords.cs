using SopAsCode.Model;

namespace SopAsCode.Generators;

/// <summary>Pieces of a definition that several parts of its JSON share.</summary>
internal static class JsonWords
{
    /// <summary>A role, agent, tool or stream.</summary>
    public static string? Party(PartyModel? party) => party is null ? null : Json.Object(("type", Json.Text(party.Type)), ("title", Json.Text(party.Title)));

    /// <summary>Another SOP.</summary>
    public static string Sop(OtherSopModel sop) => Json.Object(("type", Json.Text(sop.Type)), ("title", Json.Text(sop.Title)), ("id", Json.Text(sop.Id)));

    /// <summary>What an SOP or step says to its readers; null when it says nothing.</summary>
    public static string? Remarks(RemarksModel remarks) => remarks == new RemarksModel() ? null : Json.Object(
        ("teamMode", Json.Text(remarks.TeamMode)),
        ("edgeCases", Json.List(remarks.EdgeCases.Select(rare => Json.Object(("case", Json.Text(rare.Case)), ("handling", Json.Text(rare.Handling)))))),
        ("examples", Json.List(remarks.Examples.Select(example =>
            Json.Object(("title", Json.Text(example.Title)), ("text", Json.Text(example.Text)), ("file", Json.Text(example.File)))))),
        ("notes", Json.Texts(remarks.Notes)),
        ("links", Json.List(remarks.Links.Select(link => Json.Object(("title", Json.Text(link.Title)), ("url", Json.Text(link.Url)))))),
        ("waivers", Json.List(remarks.Waivers.Select(waiver => Json.Object(
            ("rule", Json.Text(waiver.Rule)), ("because", Json.Text(waiver.Because)), ("by", Party(waiver.By)), ("until", Json.Date(waiver.Until)))))));
}
