using Microsoft.CodeAnalysis;
using SopAsCode.TestHarness;

namespace SopAsCode.Generators.Tests.Caching;

/// <summary>What each kind of edit makes the generator do again.</summary>
public class CachingTests
{
    private static readonly GeneratorRun First = GeneratorRun.Of(Samples.Two);

    [Fact]
    public void An_unrelated_file_emits_nothing() => First.After(Edit.UnrelatedFile).Reasons.AssertNothingDone();

    [Fact]
    public void White_space_emits_nothing() => First.After(Edit.Whitespace).Reasons.AssertNothingDone();

    [Fact]
    public void A_comment_inside_an_sop_emits_nothing() => First.After(Edit.Comment).Reasons.AssertNothingDone();

    [Fact]
    public void The_body_of_a_step_emits_nothing() => First.After(Edit.MethodBody).Reasons.AssertNothingDone();

    [Fact]
    public void A_property_of_the_build_emits_nothing() => First.After(Edit.Property()).Reasons.AssertNothingDone();

    [Fact]
    public void A_preprocessor_symbol_emits_nothing() => First.After(Edit.Symbol()).Reasons.AssertNothingDone();

    [Fact]
    public void A_reference_emits_nothing() => First.After(Edit.ReferenceAdded()).Reasons.AssertNothingDone();

    [Fact]
    public void A_file_that_is_no_source_emits_nothing() => First.After(Edit.AdditionalFile("notes.md", "note")).Reasons.AssertNothingDone();

    [Fact]
    public void An_attribute_emits_the_files_of_its_sop_that_say_it() =>
        First.After(Edit.Title).Reasons.AssertEmitted([.. Samples.FilesOf("AnswerTicket")]);

    [Fact]
    public void A_word_about_a_role_emits_the_sops_that_name_it()
    {
        var run = First.After(Edit.Replace("[Title(\"Senior support\")]", "[Title(\"Second line\")]"));
        run.Reasons.AssertEmitted([.. Samples.FilesOf("AnswerTicket")]);
        Assert.Contains("Second line", run["Team.AnswerTicket.Page.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_grant_emits_the_sop_it_is_for() => First
        .After(new("grant", project => project.With("Grants.cs", "[assembly: Grant<Team.AnswerTicket, Desk.Helpdesk>(Impact.Customers, By = typeof(Desk.Founder))]")))
        .Reasons.AssertEmitted([.. Samples.FilesOf("AnswerTicket")]);

    [Fact]
    public void An_added_sop_emits_itself()
    {
        var run = First.After(Edit.SopAdded(Vocabulary.Sop("[HumanStep<Support>] public partial Task Look(Ticket ticket);", name: "CloseTicket")));
        run.Reasons.AssertEmitted([.. Samples.FilesOf("CloseTicket")]);
    }

    [Fact]
    public void A_removed_sop_takes_its_files_along() =>
        First.After(Edit.SopRemoved("RouteTicket")).Reasons.AssertDropped([.. Samples.FilesOf("RouteTicket")]);

    [Fact]
    public void A_shape_error_leaves_bodies_that_throw_and_nothing_else()
    {
        var run = First.After(Edit.Replace("[OnReject(nameof(TakeOver))]", "[OnReject(\"Nowhere\")]"));
        Assert.Equal(["Team.AnswerTicket.Steps.g.cs"], run.Files.Keys.Where(file => file.Contains("AnswerTicket", StringComparison.Ordinal)));
        Assert.Contains("it breaks rule SOP0003", run["Team.AnswerTicket.Steps.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void The_models_of_untouched_sops_are_old_after_an_edit_of_another() => First.After(Edit.Title).Reasons
        .AssertStep(TrackingNames.Sops, IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached);

    [Fact]
    public void Nothing_keeps_a_compilation_alive() => Retention.AssertReleased(Samples.Two);
}
