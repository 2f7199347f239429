using Microsoft.CodeAnalysis.CodeFixes;
using SopAsCode.TestHarness;
using Xunit.Sdk;

namespace SopAsCode.Generators.Tests.Harness;

public class FixRunTests
{
    private static readonly SopProject Two = Sop("A", "void Send() { }", "void {|SAM001:BadOne|}() { }", "void {|SAM001:BadTwo|}() { }");

    [Fact]
    public async Task A_fix_is_applied_to_one_finding()
    {
        var fix = await FixRun.ApplyAsync(Two, "SAM001", "Good", number: 1, tooling: SampleRule.Tooling);

        Assert.Equal(Sop("A", "void Send() { }", "void BadOne() { }", "void GoodTwo() { }").Sources.Last().Text, fix["Sop.cs"]);
        Assert.Equal("SAM001", Assert.Single(fix.Left));
        Assert.Single(fix.Changed);
        Assert.Empty(fix.Added);
    }

    [Fact]
    public async Task A_new_document_is_seen()
    {
        var fix = await FixRun.ApplyAsync(Two, "SAM001", "Move", tooling: SampleRule.Tooling);

        Assert.StartsWith("namespace Team;\npartial class A", fix.Added["Moved.cs"], StringComparison.Ordinal);
        Assert.DoesNotContain("BadOne", fix["Sop.cs"], StringComparison.Ordinal);
        Assert.Throws<KeyNotFoundException>(() => fix["Vocabulary.cs"]);
    }

    [Fact]
    public async Task What_a_fix_names_is_generated_again()
    {
        // The rename makes a class whose generated constant is used elsewhere: it compiles only when the generator has run anew.
        SopProject project = "namespace Team;\n[Sop(\"A\")] public partial class A : Sop\n{\n    void {|SAM001:Bad|}() => Word.ToString();\n}";

        Assert.Empty((await FixRun.ApplyAsync(project, "SAM001", "Good", tooling: SampleRule.Tooling)).Left);
    }

    [Theory]
    [InlineData("Broken", "does not compile")]
    [InlineData("Worse", "brings a finding of SAM002")]
    [InlineData("StillBad", "2 of 2 findings")]
    [InlineData("NoSuchFix", "0 fit 'NoSuchFix'")]
    [InlineData(null, "5 fit 'any'")]
    public async Task A_fix_that_makes_it_no_better_fails(string? title, string message)
    {
        var failure = await Assert.ThrowsAsync<TrueException>(() => FixRun.ApplyAsync(Two, "SAM001", title, tooling: SampleRule.Tooling));

        Assert.Contains(message, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fix_may_bring_what_the_test_says() =>
        Assert.Equal("SAM001, SAM002", string.Join(", ", (await FixRun.ApplyAsync(Two, "SAM001", "Worse", mayBring: ["SAM002"], tooling: SampleRule.Tooling)).Left));

    [Fact]
    public async Task Fix_all_reaches_the_document_the_project_or_the_solution()
    {
        var project = Two.With("More.cs", "namespace Team; public class B { void BadThree() { } }");
        SopProject other = Sop("C", "void BadFour() { }") with { Name = "Other" };

        var inDocument = await ApplyAllAsync(FixAllScope.Document);
        var inProject = await ApplyAllAsync(FixAllScope.Project);
        var inSolution = await ApplyAllAsync(FixAllScope.Solution);

        Assert.Equal("Sop.cs", string.Join(", ", inDocument.Changed.Keys));
        Assert.Equal("More.cs, Sop.cs", string.Join(", ", inProject.Changed.Keys));
        Assert.Equal("More.cs, Other/Sop.cs, Sop.cs", string.Join(", ", inSolution.Changed.Keys));
        Assert.Equal((2, 1, 0), (inDocument.Left.Count, inProject.Left.Count, inSolution.Left.Count));

        Task<FixRun> ApplyAllAsync(FixAllScope scope) => FixRun.ApplyAllAsync(project, "SAM001", scope, "Good", number: 1, others: [other], tooling: SampleRule.Tooling);
    }

    [Fact]
    public async Task What_is_offered_can_be_asked()
    {
        Assert.Equal("Good, Worse, Broken, StillBad, Move", string.Join(", ", await FixRun.TitlesAsync(Two, "SAM001", tooling: SampleRule.Tooling)));
        await FixRun.AssertNoneOfferedAsync(Sop("A", "void WorseOne() { }"), "SAM002", tooling: SampleRule.Tooling);
        await Assert.ThrowsAsync<TrueException>(() => FixRun.AssertNoneOfferedAsync(Two, "SAM001", tooling: SampleRule.Tooling));
        await Assert.ThrowsAsync<TrueException>(() => FixRun.AssertNoneOfferedAsync(Two, "SAM002", tooling: SampleRule.Tooling));
    }

    private static SopProject Sop(string name, params string[] members) =>
        $"namespace Team;\n[Sop(\"{name}\")] public partial class {name} : Sop\n{{\n{string.Join('\n', members.Select(member => "    " + member))}\n}}\n";
}
