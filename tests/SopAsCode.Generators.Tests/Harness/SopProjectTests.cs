using Microsoft.CodeAnalysis;
using SopAsCode.TestHarness;

namespace SopAsCode.Generators.Tests.Harness;

public class SopProjectTests
{
    [Fact]
    public void Properties_and_metadata_reach_the_compiler_as_a_build_passes_them_on()
    {
        var compilation = SopCompilation.Of(SopProject.Bare
            .WithProperty("SopAsOf", "2026-11-02")
            .WithAdditionalFile("prompts/sort.md", "Sort it.", ("SopPrompt", "true"))
            .WithAdditionalFile("other.md", "Other."));

        Assert.Equal("2026-11-02", Option(compilation.Options.GlobalOptions, "build_property.SopAsOf"));
        Assert.Equal("true", Option(compilation.Options.GetOptions(compilation.AdditionalTexts[0]), "build_metadata.AdditionalFiles.SopPrompt"));
        Assert.Null(Option(compilation.Options.GetOptions(compilation.AdditionalTexts[1]), "build_metadata.AdditionalFiles.SopPrompt"));
    }

    [Fact]
    public void What_did_not_change_is_the_same_object_after_an_edit()
    {
        var project = SampleSops.Project.WithAdditionalFile("a.md", "A").WithAdditionalFile("b.md", "B");
        var before = SopCompilation.Of(project);
        var after = before.Update(project.With(SopProject.DefaultFile, SampleSops.TwoSops + "// more").WithAdditionalFile("b.md", "C"));

        var changed = after.Compilation.SyntaxTrees.Except(before.Compilation.SyntaxTrees);
        Assert.Equal(SopProject.DefaultFile, ProjectOptions.NameOf(Assert.Single(changed).FilePath));
        Assert.Same(before.AdditionalTexts[0], after.AdditionalTexts[0]);
        Assert.NotSame(before.AdditionalTexts[1], after.AdditionalTexts[1]);
        Assert.Same(before.Options, after.Options);
        Assert.NotSame(before.Options, before.Update(project.WithProperty("A", "1")).Options);
    }

    [Fact]
    public void Marks_in_additional_files_count_too()
    {
        var (plain, marks) = SopProject.Bare.WithAdditionalFile("a.md", "Sort {|SOP0602:{x}|}").WithoutMarks();

        Assert.Equal("Sort {x}", plain.AdditionalFiles[0].Text);
        Assert.Equal("a.md", Assert.Single(marks).File);
    }

    [Fact]
    public void Documentation_is_parsed_so_that_what_lacks_it_shows()
    {
        var compilation = SopCompilation.Of(SopProject.Bare.With("A.cs", "public class A;")).Compilation;

        Assert.Contains(compilation.GetDiagnostics(), found => found.Id == "CS1591");
    }

    private static string? Option(Microsoft.CodeAnalysis.Diagnostics.AnalyzerConfigOptions options, string name) => options.TryGetValue(name, out var value) ? value : null;
}
