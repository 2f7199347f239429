using SopAsCode.Model;

namespace SopAsCode.Generators;

/// <summary>Pieces of a definition that several parts of it share.</summary>
internal static class DefinitionWords
{
    /// <summary>A role, agent, tool or stream.</summary>
    public static string? Party(PartyModel? party) => party is null ? null : $"new({CSharp.Literal(party.Type)}, {CSharp.Literal(party.Title)})";

    /// <summary>Another SOP.</summary>
    public static string Sop(OtherSopModel sop) => $"new({CSharp.Literal(sop.Type)}, {CSharp.Literal(sop.Title)}, {CSharp.Literal(sop.Id)})";

    /// <summary>A last argument that may be left out.</summary>
    public static string Optional(string? text) => text is null ? "" : $", {CSharp.Literal(text)}";

    /// <summary>An entry of the change log.</summary>
    public static string Change(ChangeModel change)
    {
        var moves = Moves(change).Select(move => $"{{ {CSharp.Literal(move.From)}, {CSharp.Literal(move.To)} }}").ToList();
        var told = moves.Count == 0 ? "" : $", new global::System.Collections.Generic.Dictionary<string, string> {{ {string.Join(", ", moves)} }}";
        return $"new({CSharp.Literal(change.Version)}, {CSharp.Date(change.Date)}, {CSharp.Literal(change.What)}{told})";
    }

    /// <summary>For each step that a change renamed or removed, where runs that stand there stand now.</summary>
    public static List<(string From, string To)> Moves(ChangeModel change) =>
    [
        .. (change.Moves ?? "").Split([','], StringSplitOptions.RemoveEmptyEntries)
            .Select(entry => entry.Split(["->"], StringSplitOptions.None))
            .Select(sides => (sides[0].Trim(), sides[1].Trim())),
    ];

    /// <summary>What an SOP or step says to its readers, if it says anything.</summary>
    public static void Remarks(InitializerWriter data, RemarksModel remarks)
    {
        if (remarks == new RemarksModel())
        {
            return;
        }

        data.Object("Remarks", () =>
        {
            data.Text("TeamMode", remarks.TeamMode);
            data.List("EdgeCases", remarks.EdgeCases.Select(rare => $"new({CSharp.Literal(rare.Case)}, {CSharp.Literal(rare.Handling)})"));
            data.List("Examples", remarks.Examples.Select(example =>
                $"new({CSharp.Literal(example.Title)}, {CSharp.Literal(example.Text)}, {CSharp.Literal(example.File)})"));
            data.List("Notes", remarks.Notes.Select(CSharp.Literal));
            data.List("Links", remarks.Links.Select(link => $"new({CSharp.Literal(link.Title)}, {CSharp.Literal(link.Url)})"));
            data.List("Waivers", remarks.Waivers.Select(waiver =>
                $"new({CSharp.Literal(waiver.Rule)}, {CSharp.Literal(waiver.Because)}, {Party(waiver.By) ?? "null"}, {CSharp.Date(waiver.Until)})"));
        });
    }
}
