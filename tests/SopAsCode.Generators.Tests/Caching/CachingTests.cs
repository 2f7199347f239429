using Microsoft.CodeAnalysis;
using SopAsCode.TestHarness;

namespace SopAsCode.Generators.Tests.Caching;

/// <summary>What each kind of edit makes the generator do again.</summary>
public class CachingTests
{
    private static readonly SopProject Project = Samples.Two
        .With("Ask.cs", Vocabulary.Sop(
            """
                [AiStep<Writer>, Prompt("Ask about {ticket.Subject}."), Instructions("Ask kindly.")]
                public partial Task<Reply> Ask(Ticket ticket);

                [HumanStep<Support>("Listen"), Instructions("Listen well."), Next(End.Completed, When = nameof(IsAnswered)), Next(nameof(Ask))]
                public partial Task Listen(Reply reply);

                [Condition("There is an answer")]
                private static bool IsAnswered(Reply reply) => reply.Text.Length > 0;
            """,
            name: "AskAway"))
        .With("Grants.cs", "[assembly: Grant<Team.AnswerTicket, Desk.Helpdesk>(Impact.Customers, By = typeof(Desk.Founder))]")
        .WithAdditionalFile("prompts/other.md", "x")
        .ThatDoesNotCompile();

    private static readonly GeneratorRun First = GeneratorRun.Of(Project);

    /// <summary>By name, an edit that is none for the generator: models compare equal.</summary>
    public static TheoryData<string> EditsOfNothing => [.. Free.Keys];

    /// <summary>By name, what is replaced by what, in which SOP, and the kinds of its files that say it.</summary>
    public static TheoryData<string, string, string, string[]> EditsOfWords => new()
    {
        { "the title of a step", "HumanStep<Support>(\"Listen\")", "HumanStep<Support>(\"Hear\")", ["State", "Machine", .. Samples.KindsThatSayAll] },
        { "instructions of a person", "Listen well.", "Listen closely.", Samples.KindsThatSayAll },
        { "instructions of an AI, which stand in its prompt", "Ask kindly.", "Ask again.", ["Steps", .. Samples.KindsThatSayAll] },
        { "a prompt", "Ask about {ticket.Subject}.", "Ask about {ticket.Body}.", ["Steps", .. Samples.KindsThatSayAll] },
        { "the words of a condition", "There is an answer", "An answer came", ["Machine", .. Samples.KindsThatSayAll] },
        { "what the constructor asks for", "[Condition(", "public AskAway(IHelpdesk desk) { }\n\n    [Condition(", ["Dispatcher"] },
        { "a way", "Next(nameof(Ask))", "Next(Fallback)", ["Machine", .. Samples.KindsThatSayAll] },
        { "an attribute above all others", "[HumanStep<Support>(\"Listen\")", "[Note(\"Take your time\")]\n    [HumanStep<Support>(\"Listen\")", Samples.KindsThatSayAll },
    };

    private static readonly Dictionary<string, Edit> Free = new(StringComparer.Ordinal)
    {
        ["an unrelated file"] = Edit.UnrelatedFile,
        ["white space"] = Edit.Whitespace,
        ["a comment inside an SOP"] = Edit.Comment,
        ["the body of a step"] = Edit.MethodBody,
        ["a property of the build"] = Edit.Property(),
        ["a preprocessor symbol"] = Edit.Symbol(),
        ["a reference"] = Edit.ReferenceAdded(),
        ["a half-typed attribute of the assembly"] = Half("[assembly: CLSComp]"),
        ["a half-typed argument of a foreign attribute of the assembly"] = Half("[assembly: CLSCompliant()]"),
        ["a half-typed grant for nobody yet"] = Half("[assembly: Grant<>(Impact.Money)]"),
        ["a half-typed attribute of a role"] = Edit.Replace("[Title(\"Support\")]", "[Title(\"Support\"), Obso]"),
        ["a half-typed attribute of a record"] = Edit.Replace("public sealed record Reply", "[Obso] public sealed record Reply"),
        ["a half-typed attribute of the class"] = Edit.Replace("[Trigger(\"A ticket comes in\")]", "[Trigger(\"A ticket comes in\"), CLSCompliant()]"),
        ["a half-typed argument of a step's foreign attribute"] = Edit.Replace("[Next(End.Escalated)]", "[Next(End.Escalated), CLSCompliant()]"),
        ["a foreign attribute above those of a step"] = Edit.Replace("[Checkpoint<Support>]", "[CLSCompliant(false)]\n    [Checkpoint<Support>]"),
        ["attributes of a step in another order"] = Edit.Replace("[Checklist(\"Facts verified\")]\n    [Due(Hours = 4), OnTimeout(nameof(TakeOver))]", "[Due(Hours = 4), OnTimeout(nameof(TakeOver))]\n    [Checklist(\"Facts verified\")]"),
        ["a text where nameof belongs"] = Edit.Replace("OnReject(nameof(TakeOver))", "OnReject(\"TakeOver\")"),
    };

    [Theory]
    [MemberData(nameof(EditsOfNothing))]
    public void Nothing_is_written_after(string edit)
    {
        var run = First.After(Free[edit]);
        EditCost.Nothing.AssertOf(run);
        run.Reasons.AssertOld([TrackingNames.Read, TrackingNames.Sops, TrackingNames.Catalogue, TrackingNames.Policy, TrackingNames.Failures]);
    }

    [Theory]
    [MemberData(nameof(EditsOfWords))]
    public void Only_the_files_that_say_it_are_written_after_an_edit_of(string what, string old, string next, string[] kinds)
    {
        Assert.NotEmpty(what);
        EditCost.Files("AskAway", kinds).AssertOf(First.After(Edit.Replace(old, next)));
    }

    [Fact]
    public void A_title_stands_in_every_file() => EditCost.Files("AnswerTicket", Samples.FileKinds).AssertOf(First.After(Edit.Title));

    [Fact]
    public void A_grant_is_written_where_people_read_it()
    {
        EditCost.Files("AnswerTicket", Samples.KindsThatSayAll).AssertOf(First.After(Edit.Replace("By = typeof(Desk.Founder))", "By = typeof(Desk.Finance))")));
        EditCost.Files("AnswerTicket", Samples.KindsThatSayAll).AssertOf(First.After(new("grant removed", project => project.Without("Grants.cs"))));
    }

    [Fact]
    public void A_word_about_a_role_is_written_in_the_SOPs_that_name_it()
    {
        var run = First.After(Edit.Replace("[Title(\"Senior support\")]", "[Title(\"Second line\")]"));
        EditCost.Files("AnswerTicket", Samples.KindsThatSayAll).AssertOf(run);
        Assert.Contains("Second line", run["Team.AnswerTicket.Page.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_no_prompt_names_is_written_nowhere() => EditCost.Nothing.AssertOf(First.After(Edit.AdditionalFile("prompts/other.md", "y")));

    [Fact]
    public void A_prompt_in_a_file_is_written_in_the_SOP_that_names_it()
    {
        var run = GeneratorRun.Of(Project
            .With("Say.cs", Vocabulary.Sop("[AiStep<Writer>, Prompt(File = \"prompts/say.md\")] public partial Task<Reply> Say(Ticket ticket);", name: "SaySo"))
            .WithAdditionalFile("prompts/say.md", "Speak about {ticket.Subject}.\n"));
        Assert.Contains(".Add(ticket.Subject)", run["Team.SaySo.Steps.g.cs"], StringComparison.Ordinal);
        EditCost.Nothing.AssertOf(run.After(Edit.AdditionalFile("prompts/other.md", "z")));
        EditCost.Files("SaySo", ["Steps", .. Samples.KindsThatSayAll]).AssertOf(run.After(Edit.AdditionalFile("prompts/say.md", "Speak {ticket.Body}.")));
    }

    [Fact]
    public void A_word_of_the_policy_that_no_page_shows_is_written_in_the_catalogue() =>
        EditCost.Catalogue.AssertOf(GeneratorRun.Of(Project.With("Policy.cs", "[MaxSteps(7)] public sealed class House : Policy;")).After(Edit.Replace("MaxSteps(7)", "MaxSteps(8)")));

    [Fact]
    public void What_is_half_typed_at_the_policy_is_written_nowhere() =>
        EditCost.Nothing.AssertOf(GeneratorRun.Of(Project.With("Policy.cs", "[MaxSteps(7)] public sealed class House : Policy;")).After(Edit.Replace("[MaxSteps(7)]", "[MaxSteps(7), Obso]")));

    [Fact]
    public void An_option_that_names_the_catalogue_is_written_there()
    {
        var run = First.After(Edit.Property("RootNamespace", "Other"));
        EditCost.Catalogue.AssertOf(run);
        run.Reasons.AssertStep(TrackingNames.CatalogueName, IncrementalStepRunReason.Modified);
    }

    [Fact]
    public void An_edit_of_a_step_leaves_the_catalogue() =>
        First.After(Edit.Replace("[Due(Hours = 4)", "[Due(Hours = 5)")).Reasons.AssertStep(TrackingNames.Catalogue, IncrementalStepRunReason.Cached);

    [Fact]
    public void An_added_SOP_is_written_itself() =>
        EditCost.Added("CloseTicket").AssertOf(First.After(Edit.SopAdded(Vocabulary.Sop("[HumanStep<Support>] public partial Task Look(Ticket ticket);", name: "CloseTicket"))));

    // The last one: the compiler knows the classes by their number, so those behind one that is gone are compared with their neighbours.
    [Fact]
    public void A_removed_SOP_takes_its_files_along() => EditCost.Removed("AskAway").AssertOf(First.After(Edit.SopRemoved("AskAway")));

    [Fact]
    public void A_shape_error_leaves_bodies_that_throw_and_nothing_else()
    {
        var run = First.After(Edit.Replace("[OnReject(nameof(TakeOver))]", "[OnReject(\"Nowhere\")]"));
        Assert.Equal(["Team.AnswerTicket.Steps.g.cs"], run.Files.Keys.Where(file => file.Contains("AnswerTicket", StringComparison.Ordinal)));
        Assert.Contains("it breaks rule SOP0003", run["Team.AnswerTicket.Steps.g.cs"], StringComparison.Ordinal);
        run.Reasons.AssertRan(Samples.FileKinds.Append("Placeholder").Select(TrackingNames.TextOf), [.. Samples.FileKinds.Append("Placeholder").Select(TrackingNames.TextOf)]);
    }

    [Fact]
    public void The_models_of_untouched_SOPs_are_old_after_an_edit_of_another() => First.After(Edit.Title).Reasons
        .AssertStep(TrackingNames.Sops, IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached, IncrementalStepRunReason.Cached);

    [Fact]
    public void Nothing_keeps_a_compilation_alive() => Retention.AssertReleased(Samples.Two);

    private static Edit Half(string text) => new("half-typed", project => project.With("Half.cs", text));
}
