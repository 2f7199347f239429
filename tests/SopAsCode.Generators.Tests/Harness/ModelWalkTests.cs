using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SopAsCode.TestHarness;
using Xunit.Sdk;

namespace SopAsCode.Generators.Tests.Harness;

public class ModelWalkTests
{
    private static readonly SyntaxTree Tree = CSharpSyntaxTree.ParseText("class A;");
    private static readonly CSharpCompilation Compilation = CSharpCompilation.Create("A", [Tree]);

    public static TheoryData<string> Foreign => new("symbol", "node", "tree", "compilation", "semantic model", "location", "token", "attribute");

    [Theory]
    [MemberData(nameof(Foreign))]
    public void It_finds_what_belongs_to_the_compiler(string what) => Assert.NotNull(ModelWalk.FindForeign(Make(what)));

    [Theory]
    [MemberData(nameof(Foreign))]
    public void However_deep_it_is(string what)
    {
        var found = ModelWalk.FindForeign(new Outer([new Inner([new Dictionary<string, object>(StringComparer.Ordinal) { ["a"] = new StrongBox<object>(Make(what)) }])]));

        Assert.StartsWith("Outer.Inners[0].Items.array[0][0].value.Value is a ", found, StringComparison.Ordinal);
    }

    [Fact]
    public void It_finds_what_a_function_has_caught()
    {
        var symbol = Compilation.GetTypeByMetadataName("A");

        Assert.NotNull(ModelWalk.FindForeign((Func<string>)(() => symbol!.Name)));
    }

    [Fact]
    public void It_lets_values_pass() =>
        Assert.Null(ModelWalk.FindForeign(new Outer([new Inner([1, "two", 3m, typeof(string), DateTime.UnixEpoch, default(ImmutableArray<int>)])])));

    [Fact]
    public void It_comes_to_an_end_in_a_circle()
    {
        var circle = new object[1];
        circle[0] = circle;

        Assert.Null(ModelWalk.FindForeign(circle));
    }

    [Fact]
    public void A_run_whose_pipeline_keeps_a_symbol_fails() =>
        Assert.Contains(
            "'Read' keeps something of the compiler: Kept.Symbol is a",
            Assert.Throws<TrueException>(() => GeneratorRun.Of(SampleSops.Project, SampleGenerators.KeepingSymbols)).Message,
            StringComparison.Ordinal);

    private static object Make(string what) => what switch
    {
        "symbol" => Compilation.GetTypeByMetadataName("A")!,
        "node" => Tree.GetRoot(),
        "tree" => Tree,
        "compilation" => Compilation,
        "semantic model" => Compilation.GetSemanticModel(Tree),
        "location" => Tree.GetRoot().GetLocation(),
        "token" => Tree.GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>().Single().Identifier,
        "attribute" => SopCompilation.Of(SampleSops.Project).Compilation.GetTypeByMetadataName("Team.First")!.GetAttributes()[0],
        _ => throw new ArgumentOutOfRangeException(nameof(what)),
    };

    private sealed record Outer(Inner[] Inners);

    private sealed record Inner(ImmutableArray<object> Items);
}
