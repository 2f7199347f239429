using SopAsCode.Generators.Tests.Output;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Flow;
using SopAsCode.Model.Places;
using SopAsCode.Model.Reading;
using SopAsCode.TestHarness;

namespace SopAsCode.Generators.Tests.Caching;

/// <summary>A file hangs on its part of an SOP: it says from that part what it says from all of it.</summary>
public class FilePartTests
{
    public static TheoryData<string> Kinds => [.. GeneratedFile.All.Select(file => file.Name)];

    private static readonly Lazy<IReadOnlyList<SopModel>> Sops = new(() =>
        [.. new[] { WholeLanguage.Project, Example.Of("TinyTeam"), Example.Of("Minimal"), Samples.Two }.SelectMany(ReadAll)]);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_file_reads_nothing_that_its_part_leaves_out(string kind)
    {
        var file = GeneratedFile.All.Single(one => one.Name == kind);
        var written = 0;
        foreach (var sop in Sops.Value.Where(sop => file.PartOf(sop) is not null))
        {
            var expected = file.Write(FlowBuilder.Build(sop));
            Assert.NotNull(expected);
            Assert.Equal(expected, file.Write(FlowBuilder.Build(file.PartOf(sop)!)));
            written++;
        }

        Assert.True(written > 8, $"Only {written} SOPs have a file {kind}.");
    }

    [Fact]
    public void What_is_generated_from_holds_no_place_and_nothing_half_typed()
    {
        Assert.All(Sops.Value, sop => Assert.Null(FactsIn(sop)));
        var half = ReadAll(SopProject.Of(Vocabulary.Sop(
            """
                [HumanStep<Support>("Look"), Waive("SOP0310", Until = ), Obso, CLSCompliant(), Next("Look"), Reads<Half>]
                public partial Task Look(HalfRecord look);
            """) + "[Obso] public sealed class Half : Tool; [Obso] public sealed record HalfRecord(string Text);").With("Half.cs", "[assembly: Gra]")).Single();
        Assert.Single(half.Steps);
        Assert.Null(FactsIn(half));
    }

    [Fact]
    public void Rules_see_both()
    {
        var type = SopCompilation.Of(Samples.Two.With("Half.cs", "[assembly: Gra]")).Compilation.GetTypeByMetadataName("Team.AnswerTicket")!;
        var facts = FactsIn(SopReader.Read(type, CancellationToken.None));
        Assert.NotNull(facts);
    }

    private static IEnumerable<SopModel> ReadAll(SopProject project)
    {
        var input = SopCompilation.Of(project.WithoutMarks().Plain);
        var prompts = TextFiles.InOrder(input.AdditionalTexts.Where(TextFiles.CanHold).Select(file => TextFiles.Read(file, ProjectOptions.Root, CancellationToken.None)));
        return input.Compilation.GetSymbolsWithName(_ => true, Microsoft.CodeAnalysis.SymbolFilter.Type)
            .OfType<Microsoft.CodeAnalysis.INamedTypeSymbol>()
            .Where(SopSymbols.IsSop)
            .Select(type => TextFiles.Join(SopReader.ReadEmitted(type, CancellationToken.None), prompts));
    }

    // Where in a model a place or a half-typed thing stands; null when there is none.
    private static string? FactsIn(object? value, string path = "sop")
    {
        switch (value)
        {
            case null or string:
                return null;
            case DeclarationPlace site:
                return site == default ? null : path;
            case System.Collections.IEnumerable items:
                return items.Cast<object?>().Select((item, i) => FactsIn(item, $"{path}[{i}]")).FirstOrDefault(found => found is not null);
        }

        if (value.GetType().Assembly != typeof(SopModel).Assembly || value.GetType().IsEnum)
        {
            return null;
        }

        // What is computed from the rest says nothing of its own.
        return value.GetType().GetProperties()
            .Where(property => property.CanWrite && property.GetIndexParameters().Length == 0)
            .Select(property => property.Name is "HasUnfinishedAttribute" or "HasUnfinishedGrant" or "IsUnfinished"
                ? (bool)property.GetValue(value)! ? $"{path}.{property.Name}" : null
                : FactsIn(property.GetValue(value), $"{path}.{property.Name}"))
            .FirstOrDefault(found => found is not null);
    }
}
