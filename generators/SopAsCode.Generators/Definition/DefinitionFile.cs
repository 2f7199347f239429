using SopAsCode.Model;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Flow;
using SopAsCode.Model.Summaries;
using SopAsCode.Model.Values;

namespace SopAsCode.Generators;

/// <summary>
/// Writes the definition of an SOP once, as a JSON text. The generated <c>Definition</c> reads this text, and so do programs that read
/// the summaries in the assembly's metadata.
/// </summary>
internal static class DefinitionFile
{
    public const string Name = "Definition";

    public static string Write(FlowGraph graph)
    {
        var sop = graph.Sop;
        var fingerprint = Fingerprint.Of(graph);
        var holder = CSharp.Identifier($"{sop.Class.Name}_{Name}");
        var reference = $"global::{(sop.Class.Namespace.Length == 0 ? "" : sop.Class.Namespace + ".")}{holder}";
        return SopFile.Write(
            sop,
            "The definition and the summary",
            writer =>
            {
                writer.Write($"/// <summary>The declaration of \"{CSharp.Xml(sop.Title)}\" as data, for hosts, tools and documents. Read when it is first asked for.</summary>");
                writer.Write($"public static global::SopAsCode.Definitions.SopDefinition Definition => {reference}.Value;");
            },
            before: writer => WriteSummary(writer, graph, fingerprint, $"{reference}.Json"),
            after: writer => writer.Blank().Block($"file static class {holder}", () =>
            {
                writer.Write("public static readonly global::SopAsCode.Definitions.SopDefinition Value = global::SopAsCode.Definitions.SopDefinition.Parse(Json);").Blank();
                writer.Constant("public const string Json", SopJson.Write(graph, fingerprint));
            }));
    }

    private static void WriteSummary(CodeWriter writer, FlowGraph graph, string fingerprint, string definition)
    {
        var sop = graph.Sop;
        var facts = LocalFacts.Of(graph);
        writer.Write("[assembly: global::SopAsCode.SopSummary(").Indent(() =>
        {
            writer.Write($"typeof({sop.Class.Reference}),");
            writer.Write($"{CSharp.Number(SopSummary.Format)},");
            Member("Id", CSharp.Literal(sop.Id));
            Member("Version", sop.Version is { } version ? CSharp.Literal(version) : null);
            Member("Fingerprint", CSharp.Literal(fingerprint));
            Member("Input", sop.Input is { CanBeData: true, CanBeNamed: true, IsUnknown: false } input ? $"typeof({input.Key})" : null);
            Member("Facts", facts.Facts == SopFacts.None ? null : CSharp.Enum(facts.Facts));
            Member("Writes", facts.Writes == Impact.None ? null : CSharp.Enum(facts.Writes));
            Member("UnapprovedWrites", facts.UnapprovedWrites == Impact.None ? null : CSharp.Enum(facts.UnapprovedWrites));
            Member("HandsOverUnapproved", Types(facts.HandsOverUnapproved));
            Member("HandsOverUnattended", Types(facts.HandsOverUnattended));
            Member("CompletesWith", Types(facts.CompletesWith));
            Member("CompletesWithUnreviewed", Types(facts.CompletesWithUnreviewed));
            Member("PassesOnUnapproved", Types(facts.PassesOnUnapproved));
            Member("ApprovedBy", Types(facts.ApprovedBy.Where(approved => approved.Role.CanBeNamed).SelectMany(approved => new[] { approved.Type.Key, $"global::{approved.Role.Type}" })));
            Member("ApprovedInputWrites", facts.ApprovedInputWrites == Impact.None ? null : CSharp.Enum(facts.ApprovedInputWrites));
            Member("ApprovedInputWriters", Writers(facts.ApprovedInputWriters));
            Member("PassesOnApproval", Types(facts.PassesOnApproval));
            writer.Write($"Definition = {definition})]");
        });
        writer.Blank();

        void Member(string name, string? value)
        {
            if (value is not null)
            {
                writer.Write($"{name} = {value},");
            }
        }
    }

    private static string? Writers(EquatableArray<PersonsWrites> writers)
    {
        var all = string.Join(", ", writers.Where(person => person.Role.CanBeNamed).Select(person => $"typeof(global::{person.Role.Type}), {CSharp.Enum(person.Harm)}"));
        return all.Length > 0 ? $"new object[] {{ {all} }}" : null;
    }

    private static string? Types(EquatableArray<OtherSopModel> sops) => Types(sops.Select(sop => $"global::{sop.Type}"));

    private static string? Types(EquatableArray<TypeUse> types) => Types(types.Select(type => type.Key));

    private static string? Types(IEnumerable<string> names)
    {
        var all = string.Join(", ", names.Select(name => $"typeof({name})"));
        return all.Length == 0 ? null : $"new global::System.Type[] {{ {all} }}";
    }
}
