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
            data.Value("Input", sop.Input is { CanBeData: true, IsUnknown: false } input ? $"typeof({input.Key})" : null);
            data.Value("Facts", facts.Facts == SopFacts.None ? null : CSharp.Enum(facts.Facts));
            data.Value("Writes", facts.Writes == Impact.None ? null : CSharp.Enum(facts.Writes));
            data.Value("UnapprovedWrites", facts.UnapprovedWrites == Impact.None ? null : CSharp.Enum(facts.UnapprovedWrites));
            data.Value("HandsOverUnapproved", Types(facts.HandsOverUnapproved));
            data.Value("HandsOverUnattended", Types(facts.HandsOverUnattended));
            writer.Write($"Definition = {quotes}").Indent(() => writer.Write(definition).Write($"{quotes})]"));
        });
        return writer.ToString();
    }

    private static string? Types(EquatableArray<OtherSopModel> sops) =>
        sops.Count == 0 ? null : $"new global::System.Type[] {{ {string.Join(", ", sops.Select(sop => $"typeof(global::{sop.Type})"))} }}";
}
