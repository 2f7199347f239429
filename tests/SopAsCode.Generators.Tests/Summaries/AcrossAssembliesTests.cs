using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using SopAsCode.Definitions;
using SopAsCode.Generators.Tests.Output;
using SopAsCode.Model.Flow;
using SopAsCode.Model.Summaries;
using SopAsCode.TestHarness;

namespace SopAsCode.Generators.Tests.Summaries;

/// <summary>Summaries where the steps can't be seen: in assemblies, reference assemblies among them.</summary>
public class AcrossAssembliesTests
{
    private const string Steps =
        """
            [AutomatedStep, Writes<Ledger>(Impact.Money | Impact.Legal)] public Task Book(Ticket ticket) => Task.CompletedTask;
            [Handoff<FileTicket>] public partial Task HandOver(Ticket ticket);
        """;

    private static readonly GeneratorRun Library = GeneratorRun.Of(
        SopProject.Of(Vocabulary.Sop(Steps)).With("File.cs", Vocabulary.Sop("[HumanStep<Support>] public partial Task Look(Ticket ticket);", name: "FileTicket")) with { Name = "Library" });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Another_assembly_reads_what_this_one_says(bool isReferenceAssembly)
    {
        var reference = MetadataReference.CreateFromImage(Image(Library, isReferenceAssembly));
        var consumer = CSharpCompilation.Create("Consumer", references: [.. UsualReferences.All, reference]);
        var assembly = (IAssemblySymbol)consumer.GetAssemblyOrModuleSymbol(reference)!;

        var summaries = SopSummary.ReadAll(assembly).OrderBy(summary => summary.Id, StringComparer.Ordinal).ToList();

        Assert.Equal(SopSummary.ReadAll(Library.Output.Assembly).OrderBy(summary => summary.Id, StringComparer.Ordinal), summaries);
        var answer = summaries[0];
        Assert.Equal(("Team.AnswerTicket", "answer-ticket", "1.0.0", "Desk.Ticket"), (answer.Sop, answer.Id, answer.Version, answer.Input));
        Assert.Equal((Model.SopFacts.InputReachesEffectUnapproved, Model.Impact.Money | Model.Impact.Legal), (answer.Facts, answer.Writes));
        Assert.Equal(answer.Writes, answer.UnapprovedWrites);
        Assert.Equal(["Team.FileTicket"], answer.HandsOverUnapproved);
        Assert.Equal(["Team.FileTicket"], answer.HandsOverUnattended);
        Assert.Matches("^[0-9a-f]{16}$", answer.Fingerprint);
        Assert.Equal(("answer-ticket", 2), (SopDefinition.Parse(answer.Definition!).Id, SopDefinition.Parse(answer.Definition!).Steps.Count));
    }

    [Fact]
    public void A_reference_assembly_does_not_show_what_the_summary_is_for()
    {
        var reference = MetadataReference.CreateFromImage(Image(GeneratorRun.Of(SopProject.Of(Vocabulary.Sop(Steps.Replace("public", "internal", StringComparison.Ordinal)))
            .With("File.cs", Vocabulary.Sop("[HumanStep<Support>] public partial Task Look(Ticket ticket);", name: "FileTicket"))), isReferenceAssembly: true));
        var consumer = CSharpCompilation.Create("Consumer", references: [.. UsualReferences.All, reference]);
        Assert.Empty(consumer.GetTypeByMetadataName("Team.AnswerTicket")!.GetMembers("Book"));
        Assert.Equal(2, SopSummary.ReadAll((IAssemblySymbol)consumer.GetAssemblyOrModuleSymbol(reference)!).Count());
    }

    [Fact]
    public async Task An_sop_hands_work_to_one_of_another_assembly()
    {
        var reference = MetadataReference.CreateFromImage(Image(Library, isReferenceAssembly: true));
        var project = (SopProject.Bare with { Name = "Consumer" }).WithReference(reference).With("Sop.cs", """
            using Desk;
            namespace Shop;
            [Sop("Pass on"), Owner<Support>]
            public sealed partial class PassOn : Sop<Ticket>
            {
                [Handoff<Team.AnswerTicket>] public partial Task HandOver(Ticket ticket);
            }
            """);
        var run = GeneratorRun.Of(project);
        await GeneratedCode.AssertCleanAsync(run);
        var summary = SopSummary.ReadAll(run.Output.Assembly).Single();
        Assert.Equal("Desk.Ticket", summary.Input);
        Assert.Equal(["Team.AnswerTicket"], summary.HandsOverUnapproved);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Metadata_alone_tells_all_of_it(bool isReferenceAssembly)
    {
        var run = GeneratorRun.Of(WholeLanguage.Project);
        var expected = SopSummary.ReadAll(run.Output.Assembly).Single(summary => summary.Id == "refund");
        using var image = new PEReader(Image(run, isReferenceAssembly));
        var metadata = image.GetMetadataReader();
        var values = metadata.GetAssemblyDefinition().GetCustomAttributes()
            .Select(metadata.GetCustomAttribute)
            .Where(attribute => NameOf(metadata, attribute) == nameof(SopSummaryAttribute))
            .Select(attribute => attribute.DecodeValue(new NamesOfTypes()))
            .Single(value => (string?)value.FixedArguments[0].Value == "Team.Refunds")
            .NamedArguments.ToDictionary(argument => argument.Name!, argument => argument.Value, StringComparer.Ordinal);

        Assert.Equal(expected.Id, values["Id"]);
        Assert.Equal(expected.Version, values["Version"]);
        Assert.Equal(expected.Fingerprint, values["Fingerprint"]);
        Assert.Equal(expected.Input, values["Input"]);
        Assert.Equal((int)expected.Facts, values["Facts"]);
        Assert.Equal((int)expected.Writes, values["Writes"]);
        Assert.Equal(expected.Definition, values["Definition"]);
    }

    [Theory]
    [InlineData("typeof(Team.Some), 2, Id = \"some\"")]
    [InlineData("typeof(Team.Some), 1")]
    [InlineData("typeof(Team.Some), 1, Id = null")]
    [InlineData("null!, 1, Id = \"some\"")]
    [InlineData("typeof(Team.Some), Id = \"some\"")]
    [InlineData("typeof(Missing), 1, Id = \"some\", HandsOverUnapproved = ")]
    [InlineData("typeof(Team.Some), \"1\", Id = \"some\"")]
    [InlineData("")]
    public void What_the_reader_does_not_know_it_skips(string arguments) => Assert.DoesNotContain(ByHand(arguments), summary => summary.Sop == "Team.Some");

    [Theory]
    [InlineData("HandsOverUnapproved = null!, HandsOverUnattended = null!, Version = null, Input = null, Definition = null")]
    [InlineData("HandsOverUnapproved = new Type[] { null!, typeof(Missing) }, HandsOverUnattended = new[] { typeof(")]
    [InlineData("Facts = , Writes = (Impact)\"x\", Newer = 3, Input = typeof()")]
    [InlineData("Facts = \"x\", Writes = \"x\", Version = 3, HandsOverUnapproved = typeof(int)")]
    public void What_is_half_typed_reads_as_not_stated(string arguments)
    {
        var summary = Assert.Single(ByHand("typeof(Team.Some), 1, Id = \"some\", " + arguments));
        Assert.Equal((null, null, Model.SopFacts.None, Model.Impact.None), (summary.Version, summary.Definition, summary.Facts, summary.Writes));
    }

    private static List<SopSummary> ByHand(string arguments)
    {
        var project = SopProject.Bare.With("Some.cs", $"[assembly: SopSummary({arguments})]\nnamespace Team {{ public class Some; }}");
        return [.. SopSummary.ReadAll(SopCompilation.Of(project).Compilation.Assembly)];
    }

    private static ImmutableArray<byte> Image(GeneratorRun run, bool isReferenceAssembly)
    {
        if (!isReferenceAssembly)
        {
            return EmittedAssembly.ImageOf(run.Output);
        }

        using var image = new MemoryStream();
        Assert.True(run.Output.Emit(image, options: new EmitOptions(metadataOnly: true, includePrivateMembers: false)).Success);
        return [.. image.ToArray()];
    }

    private static string NameOf(MetadataReader metadata, CustomAttribute attribute) =>
        attribute.Constructor.Kind == HandleKind.MemberReference
        && metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent is { Kind: HandleKind.TypeReference } parent
            ? metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)parent).Name)
            : "";

    // Every enum of the language is an int.
    private sealed class NamesOfTypes : ICustomAttributeTypeProvider<string>
    {
        public string GetPrimitiveType(PrimitiveTypeCode typeCode) => typeCode.ToString();

        public string GetSystemType() => "System.Type";

        public string GetSZArrayType(string elementType) => elementType + "[]";

        public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => reader.GetString(reader.GetTypeDefinition(handle).Name);

        public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) =>
            $"{reader.GetString(reader.GetTypeReference(handle).Namespace)}.{reader.GetString(reader.GetTypeReference(handle).Name)}";

        public string GetTypeFromSerializedName(string name) => name;

        public PrimitiveTypeCode GetUnderlyingEnumType(string type) => PrimitiveTypeCode.Int32;

        public bool IsSystemType(string type) => type == "System.Type";
    }
}
