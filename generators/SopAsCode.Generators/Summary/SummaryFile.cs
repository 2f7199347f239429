using SopAsCode.Model;

namespace SopAsCode.Generators;

/// <summary>
/// Writes the summary that other assemblies' rules, documents and tools read from metadata: a file of its own, as it is nothing that anybody
/// steps through.
/// </summary>
internal static class SummaryFile
{
    public const string Name = "Summary";

    public static string Write(FlowGraph graph)
    {
        var sop = graph.Sop;
        var facts = LocalFacts.Of(graph);
        var definition = DefinitionJson.Write(graph);
        var quotes = CSharp.RawQuotes(definition);
        var writer = SopFile.Start(sop, "The summary");
        writer.Write("[assembly: global::SopAsCode.SopSummary(").Indent(() =>
        {
            writer.Write($"typeof({sop.Class.Reference}),");
            writer.Write($"{CSharp.Number(SopSummary.Format)},");
            var data = new InitializerWriter(writer);
            data.Text("Id", sop.Id);
            data.Text("Version", sop.Version);
            data.Text("Fingerprint", Fingerprint.Of(graph));
            data.Value("Input", sop.Input is { CanBeData: true, CanBeNamed: true, IsUnknown: false } input ? $"typeof({input.Key})" : null);
            data.Value("Facts", facts.Facts == SopFacts.None ? null : CSharp.Enum(facts.Facts));
            data.Value("Writes", facts.Writes == Impact.None ? null : CSharp.Enum(facts.Writes));
            data.Value("UnapprovedWrites", facts.UnapprovedWrites == Impact.None ? null : CSharp.Enum(facts.UnapprovedWrites));
            data.Value("HandsOverUnapproved", Types(facts.HandsOverUnapproved));
            data.Value("HandsOverUnattended", Types(facts.HandsOverUnattended));
            data.Value("CompletesWithUnreviewed", Types(facts.CompletesWithUnreviewed));
            data.Value("PassesOnUnapproved", Types(facts.PassesOnUnapproved));
            writer.Write($"Definition = {quotes}").Indent(() => writer.Write(definition).Write($"{quotes})]"));
        });
        return writer.ToString();
    }

    private static string? Types(EquatableArray<OtherSopModel> sops) => Types(sops.Select(sop => $"global::{sop.Type}"));

    private static string? Types(EquatableArray<TypeUse> types) => Types(types.Select(type => type.Key));

    private static string? Types(IEnumerable<string> names)
    {
        var all = string.Join(", ", names.Select(name => $"typeof({name})"));
        return all.Length == 0 ? null : $"new global::System.Type[] {{ {all} }}";
    }
}
