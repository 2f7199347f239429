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
    public void A_file_that_no_prompt_names_emits_nothing() => First.After(Edit.AdditionalFile("notes.md", "note")).Reasons.AssertEmitted();

    [Fact]
    public void A_prompt_in_a_file_emits_the_sop_that_names_it()
    {
        var project = Samples.Two.With("Ask.cs", Vocabulary.Sop(
            """
                [AiStep<Writer>, Prompt(File = "prompts/ask.md")]
                public partial Task<Reply> Ask(Ticket ticket);
            """,
            name: "AskAway"));
        var run = GeneratorRun.Of(project.WithAdditionalFile("prompts/ask.md", "Ask about {ticket.Subject}.\n").WithAdditionalFile("prompts/other.md", "x"));
        Assert.Contains(".Add(ticket.Subject)", run["Team.AskAway.Steps.g.cs"], StringComparison.Ordinal);
        run.After(Edit.AdditionalFile("prompts/other.md", "y")).Reasons.AssertEmitted();
        run.After(Edit.AdditionalFile("prompts/ask.md", "Ask {ticket.Body}.")).Reasons.AssertEmitted([.. Samples.FilesOf("AskAway")]);
    }

    [Fact]
    public void A_word_of_the_policy_that_no_page_shows_emits_the_catalogue()
    {
        var project = Samples.Two.With("Policy.cs", "[MaxSteps(7)] public sealed class House : Policy;");
        GeneratorRun.Of(project).After(Edit.Replace("MaxSteps(7)", "MaxSteps(8)")).Reasons.AssertEmitted("Sops.g.cs");
    }

    [Fact]
    public void An_edit_of_a_step_leaves_the_catalogue() =>
        First.After(Edit.Replace("[Due(Hours = 4)", "[Due(Hours = 5)")).Reasons.AssertStep(TrackingNames.Catalogue, IncrementalStepRunReason.Cached);

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
        run.Reasons.AssertEmitted(["Sops.g.cs", .. Samples.FilesOf("CloseTicket")]);
    }

    [Fact]
    public void A_removed_sop_takes_its_files_along() =>
        First.After(Edit.SopRemoved("RouteTicket")).Reasons.AssertEmittedAndDropped(["Sops.g.cs"], Samples.FilesOf("RouteTicket"));

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
