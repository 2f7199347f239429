using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SopAsCode.Definitions;
using SopAsCode.Generators;
using SopAsCode.Model.Flow;
using SopAsCode.Model.Reading;
using SopAsCode.Runtime;
using SopAsCode.TestHarness;

namespace SopAsCode.Property.Tests.Procedures;

/// <summary>One procedure of a batch, compiled.</summary>
internal sealed record Compiled(Plan Plan, string Source, Type Class, FlowGraph Graph)
{
    public SopMachine NewMachine() => (SopMachine)Class.GetMethod("CreateSopMachine")!.Invoke(null, null)!;

    public SopDefinition Definition => (SopDefinition)Class.GetProperty("Definition", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;

    public string Page => (string)Class.GetField("Markdown", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;
}

/// <summary>Several plans compiled in one project: compiling is what takes time.</summary>
internal static class Batch
{
    private const string MissingDocumentation = "CS1591";

    /// <summary>Compiles them, and says what the compiler says.</summary>
    /// <param name="plans">The plans.</param>
    /// <param name="check">What to do with each, while it can run.</param>
    /// <param name="isLive">Whether their code does what the test says.</param>
    public static void Check(IReadOnlyList<Plan> plans, Action<Compiled> check, bool isLive = false)
    {
        var project = ProjectOf(plans, isLive);
        var input = SopCompilation.Of(project);
        var run = Generate(input, input.Compilation, out var output);
        AssertSameInAnyOrder(input, run);

        using var image = new MemoryStream();
        var written = input.Compilation.SyntaxTrees.ToHashSet();
        var said = output.Emit(image).Diagnostics
            .Where(found => found.Severity >= DiagnosticSeverity.Warning && !(found.Id == MissingDocumentation && written.Contains(found.Location.SourceTree!)))
            .ToList();
        if (said.Count > 0)
        {
            Assert.Fail($"It does not compile clean:\n{string.Join('\n', said.Take(10))}\n\n{SourceSaid(project, said)}");
        }

        var context = new AssemblyLoadContext("random procedures", isCollectible: true);
        image.Position = 0;
        var assembly = context.LoadFromStream(image);
        for (var i = 0; i < plans.Count; i++)
        {
            var symbol = input.Compilation.GetTypeByMetadataName(plans[i].Wording.MetadataName(NameOf(i)))!;
            var graph = FlowBuilder.Build(SopReader.Read(symbol, CancellationToken.None));
            check(new(plans[i], SourceOf(project, i), assembly.GetType(plans[i].Wording.MetadataName(NameOf(i)), throwOnError: true)!, graph));
        }

        context.Unload();
    }

    private static SopProject ProjectOf(IReadOnlyList<Plan> plans, bool isLive) => plans
        .SelectMany((plan, number) => new[] { (Name: NameOf(number), Source: PlanSource.Of(plan, NameOf(number), isLive)), (Name: "ResultFor" + NameOf(number), Source: PlanSource.ResultOf(plan, NameOf(number))) })
        .Where(file => file.Source is not null)
        .Aggregate(SopProject.Of(isLive ? PlanSource.Around + "\n" + PlanSource.World : PlanSource.Around), (project, file) => project.With(file.Name + ".cs", file.Source!));

    private static void AssertSameInAnyOrder(SopCompilation input, Dictionary<string, string> expected)
    {
        var reversed = input.Compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(input.Compilation.SyntaxTrees.Reverse());
        var files = Generate(input, reversed, out _);
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), files.Keys.Order(StringComparer.Ordinal));
        foreach (var (name, text) in expected)
        {
            Assert.True(text == files[name], $"In another order of the files '{name}' differs.\n\n{SourceOf(input.Project, 0)}");
        }
    }

    private static Dictionary<string, string> Generate(SopCompilation input, Compilation compilation, out Compilation output)
    {
        var result = CSharpGeneratorDriver.Create([new SopGenerator().AsSourceGenerator()], parseOptions: input.ParseOptions)
            .RunGeneratorsAndUpdateCompilation(compilation, out output, out var reported)
            .GetRunResult().Results.Single();
        Assert.True(result.Exception is null && reported.IsEmpty, $"The generator spoke: {result.Exception} {string.Join('\n', reported)}");
        return result.GeneratedSources.ToDictionary(file => file.HintName, file => file.SourceText.ToString());
    }

    // The file of the first complaint, or of the procedure that generated code belongs to.
    private static string SourceSaid(SopProject project, List<Diagnostic> said)
    {
        var tree = said[0].Location.SourceTree;
        var file = project.Sources.FirstOrDefault(source => tree?.FilePath.EndsWith("/" + source.Name, StringComparison.Ordinal) == true)
            ?? project.Sources.FirstOrDefault(source => source.Name.StartsWith("Procedure", StringComparison.Ordinal) && tree?.FilePath.Contains(source.Name[..^3] + ".", StringComparison.Ordinal) == true);
        return $"{file?.Text}\n\n{said[0].Location.SourceTree}";
    }

    private static string SourceOf(SopProject project, int number) => project.Sources.Single(file => file.Name == NameOf(number) + ".cs").Text;

    private static string NameOf(int number) => $"Procedure{number + 1}";
}
