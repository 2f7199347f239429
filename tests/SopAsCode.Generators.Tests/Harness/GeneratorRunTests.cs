using Microsoft.CodeAnalysis;
using SopAsCode.TestHarness;
using Xunit.Sdk;

namespace SopAsCode.Generators.Tests.Harness;

public class GeneratorRunTests
{
    [Fact]
    public void Files_are_found_by_hint_name()
    {
        var run = GeneratorRun.Of(SampleSops.Project, SampleGenerators.Good);

        Assert.Equal("First.g.cs, Second.g.cs", string.Join(", ", run.Files.Keys));
        Assert.Equal(SampleGenerators.Generated("First"), run["First.g.cs"]);
        Assert.NotNull(run.Output.GetTypeByMetadataName("Team.First")!.GetMembers("Word").SingleOrDefault());
        Assert.Throws<KeyNotFoundException>(() => run["Third.g.cs"]);
    }

    [Fact]
    public void The_vocabulary_and_the_complete_sop_compile()
    {
        var run = GeneratorRun.Of(Vocabulary.Sop(""), SampleGenerators.Good);

        Assert.Empty(run.Output.GetDiagnostics().Where(found => found.Severity == DiagnosticSeverity.Error));
    }

    [Fact]
    public void Edits_that_change_no_model_do_nothing()
    {
        var run = GeneratorRun.Of(SampleSops.Project, SampleGenerators.Good);
        Edit[] edits =
        [
            Edit.UnrelatedFile, Edit.Whitespace, Edit.Comment, Edit.MethodBody, Edit.Title, Edit.Property(), Edit.Symbol(), Edit.ReferenceAdded(),
            Edit.AdditionalFile("prompt.md", "Sort it."),
        ];

        foreach (var edit in edits)
        {
            run = run.After(edit);
            run.Reasons.AssertNothingDone(edit.Name);
        }
    }

    [Fact]
    public void An_edit_that_changes_a_model_writes_its_file_and_no_other()
    {
        var run = GeneratorRun.Of(SampleSops.Project, SampleGenerators.Good).After(Edit.Replace("class First", "class Third"));

        run.Reasons.AssertEmittedAndDropped(["Third.g.cs"], ["First.g.cs"]);
        run.Reasons.AssertStep(SampleGenerators.Read, IncrementalStepRunReason.Modified, IncrementalStepRunReason.Unchanged);
        Assert.Throws<TrueException>(() => run.Reasons.AssertNothingDone());
        Assert.Throws<TrueException>(() => run.Reasons.AssertEmitted("Third.g.cs"));
    }

    [Fact]
    public void An_added_sop_is_written_and_a_removed_one_is_gone()
    {
        var run = GeneratorRun.Of(SampleSops.Project, SampleGenerators.Good).After(Edit.SopAdded("namespace Team; [Sop(\"Added\")] public partial class Added : Sop;"));
        run.Reasons.AssertEmitted("Added.g.cs");

        run = run.After(Edit.SopRemoved("Second"));
        run.Reasons.AssertDropped("Second.g.cs");
        Assert.Empty(run.Reasons.Emitted);
    }

    [Fact]
    public void Each_kind_of_edit_changes_what_its_name_says()
    {
        var project = SampleSops.Project;
        string After(Edit edit) => edit.Apply(project).Sources.Single(file => file.Name == SopProject.DefaultFile).Text;

        Assert.Contains("\n\n\n[Sop(\"First\")]", After(Edit.Whitespace), StringComparison.Ordinal);
        Assert.Contains("{\n    // how\n", After(Edit.Comment), StringComparison.Ordinal);
        Assert.Contains("=> (Task.CompletedTask);", After(Edit.MethodBody), StringComparison.Ordinal);
        Assert.Contains("[Sop(\"Edited: \" + \"First\")]", After(Edit.Title), StringComparison.Ordinal);
        Assert.DoesNotContain("Second", After(Edit.SopRemoved("Second")), StringComparison.Ordinal);
        Assert.Equal("1", Edit.Property("A").Apply(project).Properties["A"]);
        Assert.Equal("UNRELATED", Assert.Single(Edit.Symbol().Apply(project).Symbols));
        Assert.Single(Edit.ReferenceAdded().Apply(project).References);
    }

    [Fact]
    public void An_edit_that_changes_nothing_is_a_mistake() =>
        Assert.Throws<FalseException>(() => GeneratorRun.Of(SampleSops.Project, SampleGenerators.Good).After(Edit.Replace("no such words", "x")));

    [Fact]
    public void A_model_that_never_compares_equal_fails_the_second_run() =>
        Assert.Contains("nothing was to be done", Assert.Throws<TrueException>(() => GeneratorRun.Of(SampleSops.Project, SampleGenerators.NeverEqual)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_generator_that_throws_fails() =>
        Assert.Contains("thrown on purpose", Assert.Throws<TrueException>(() => GeneratorRun.Of(SampleSops.Project, SampleGenerators.Throwing)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_generator_that_speaks_fails() =>
        Assert.Contains("about First", Assert.Throws<TrueException>(() => GeneratorRun.Of(SampleSops.Project, SampleGenerators.Speaking)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_tracking_name_that_no_step_has_fails() =>
        Assert.Contains("tracking names", Assert.Throws<TrueException>(() => GeneratorRun.Of(SampleSops.Project, SampleGenerators.OfNothingTracked)).Message, StringComparison.Ordinal);

    [Fact]
    public void Every_tracking_name_can_be_asked_for()
    {
        GeneratorRun.Of(SampleSops.Project, SampleGenerators.Good).AssertAllStepsSeen();
        Assert.Throws<TrueException>(() =>
            GeneratorRun.Of(SampleSops.Project, SampleGenerators.Good with { Steps = [SampleGenerators.Read, "Raed"] }).AssertAllStepsSeen());
    }
}
