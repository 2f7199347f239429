using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class StepsTests
{
    [Fact]
    public Task Silent_about_steps_in_one_declaration() => Shape.CheckAsync(Vocabulary.Sop(Shape.FineSteps));

    [Fact]
    public Task Silent_about_methods_that_are_no_steps() => Shape.CheckAsync(Vocabulary.Sop(Shape.FineSteps + """
            [Obsolete] public void Old() { }
            public void Draft() { }
            public void Draft(Ticket ticket) { }
            public override string ToString() => "";
        """));

    [Fact]
    public Task Silent_about_another_declaration_without_steps() => Shape.CheckAsync(SopProject.Of(Shape.Sop(Shape.FineSteps))
        .With("More.cs", "namespace Team; partial class Answer { public static string Footer => \"\"; }"));

    [Fact]
    public async Task No_step() => Assert.Equal(
        "SOP 'Answer' has no step: mark a method with [HumanStep<…>], [AiStep<…>], [Checkpoint<…>], [AutomatedStep], [WaitFor] or [Handoff<…>]",
        await Shape.MessageAsync("""[Sop("Answer")] public partial class {|SOP0002:Answer|} : Sop;"""));

    [Fact]
    public async Task Overloads_among_steps()
    {
        var run = await Shape.CheckAsync(Shape.Sop("""
                [AutomatedStep("Sort")] public Task {|#0:Sort|}() => Task.CompletedTask;
                [AutomatedStep("Sort again")] public Task {|SOP0002:Sort|}(Ticket ticket) => Task.CompletedTask;
            """));
        Assert.Equal("'Answer.Sort' is marked twice: a step or condition is named by its method, so give each a name of its own", run.Message("SOP0002"));
        run.Single("SOP0002").AssertAlso(0);
    }

    [Fact]
    public Task An_overload_that_is_no_step_is_fine() => Shape.CheckAsync(Shape.Sop("""
            [AutomatedStep("Sort")] public Task Sort() => Task.CompletedTask;
            public Task Sort(Ticket ticket) => Task.CompletedTask;
        """));

    [Fact]
    public Task A_condition_and_a_step_of_one_name() => Shape.CheckAsync(Shape.Sop("""
            [AutomatedStep("Sort")] public Task Fine() => Task.CompletedTask;
            [Condition("It is fine")] static bool {|SOP0002:Fine|}(Ticket ticket) => ticket.HighValue;
        """));

    [Fact]
    public async Task Two_step_attributes() => Assert.Equal(
        "'Answer.Sort' has [HumanStep] and [Checkpoint]: a method is one of them, so keep one, or split the method in two",
        await Shape.MessageAsync(Shape.Sop("""
                [HumanStep<Support>("Sort")]
                [{|SOP0002:Checkpoint<Founder>("Look")|}]
                public partial Task Sort(Ticket ticket);
            """)));

    [Fact]
    public async Task A_step_that_is_a_condition_too() => Assert.Equal(
        "'Answer.Sort' has [AutomatedStep] and [Condition]: a method is one of them, so keep one, or split the method in two",
        await Shape.MessageAsync(Shape.Sop("""
                [AutomatedStep("Sort")]
                [{|SOP0002:Condition("Sorted")|}]
                public Task Sort(Ticket ticket) => Task.CompletedTask;
            """)));

    [Fact]
    public async Task Outside_an_SOP() => Assert.Equal(
        "'Desk1.Sort' has [AutomatedStep], but 'Desk1' is no SOP: mark the class with [Sop(\"…\")], or remove [AutomatedStep]",
        await Shape.MessageAsync("""public class Desk1 { [{|SOP0002:AutomatedStep("Sort")|}] public Task Sort() => Task.CompletedTask; }"""));

    [Fact]
    public async Task Outside_an_SOP_is_said_once_for_a_class()
    {
        var run = await Shape.CheckAsync("""
            public class Desk1 : Sop
            {
                [{|SOP0002:AutomatedStep("Sort")|}] public Task Sort() => Task.CompletedTask;
                [{|#0:AutomatedStep("Send")|}] public Task Send() => Task.CompletedTask;
                [{|#1:Condition("Fine")|}] static bool Fine() => true;
            }
            """);
        run.Single("SOP0002").AssertAlso(0, 1);
    }

    [Fact]
    public async Task In_an_abstract_base() => Assert.Equal(
        "'Base.Sort' has [AutomatedStep], but 'Base' is no SOP, and steps are not inherited: move the method into the class with [Sop(\"…\")]",
        await Shape.MessageAsync("""
            public abstract class Base : Sop { [{|SOP0002:AutomatedStep("Sort")|}] public Task Sort() => Task.CompletedTask; }
            [Sop("Answer")] public partial class Answer : Base { [AutomatedStep("Send")] public Task Send() => Task.CompletedTask; }
            """));

    [Fact]
    public Task In_an_interface_or_struct() => Shape.CheckAsync("""
        public interface IDesk1 { [{|SOP0002:AutomatedStep("Sort")|}] Task Sort(); }
        public struct Desk2 { [{|SOP0002:AutomatedStep("Sort")|}] public Task Sort() => Task.CompletedTask; }
        """);

    [Fact]
    public async Task On_something_that_is_no_ordinary_method() => Assert.Equal(
        "[AutomatedStep] stands on something in SOP 'Answer' that is no ordinary method: a step or condition is a method with a name of its own",
        await Shape.MessageAsync(Shape.Sop(Shape.FineSteps + """
                public Task Sorted { [{|SOP0002:AutomatedStep("Sort")|}] get => Task.CompletedTask; }
            """)));

    [Fact]
    public async Task Spread_over_declarations_is_said_once()
    {
        var run = await Shape.CheckAsync(SopProject.Of(Shape.Sop("""    [AutomatedStep("Sort")] public Task Sort() => Task.CompletedTask;"""))
            .With("ZMore.cs", """
                namespace Team;

                partial class Answer
                {
                    [AutomatedStep("Send")] public Task {|SOP0002:Send|}() => Task.CompletedTask;
                    [AutomatedStep("File")] public Task {|#0:File|}() => Task.CompletedTask;
                }
                """));
        Assert.Equal(
            "Step 'Answer.Send' stands in another declaration of the class than the first step, 'Answer.Sort': the order of the source is the order of the work, so keep all steps in one declaration",
            run.Message("SOP0002"));
        run.Single("SOP0002").AssertAlso(0);
    }

    [Fact]
    public async Task An_attribute_of_steps_on_a_method_that_is_none() => Assert.Equal(
        "'Answer.Sort' has [Due] but is no step: add [HumanStep<…>], [AiStep<…>], [Checkpoint<…>], [AutomatedStep], [WaitFor] or [Handoff<…>], or remove [Due]",
        await Shape.MessageAsync(Shape.Sop(Shape.FineSteps + """
                [{|SOP0002:Due(Hours = 2)|}] public Task Sort() => Task.CompletedTask;
            """)));

    [Fact]
    public async Task An_attribute_of_steps_on_a_condition() => Assert.Equal(
        "[Due] means nothing on 'Answer.Fine', which is a condition: remove it, or move it to the step that it is about",
        await Shape.MessageAsync(Shape.Sop(Shape.FineSteps + """
                [Condition("Fine"), {|SOP0002:Due(Hours = 2)|}] static bool Fine() => true;
            """)));

    [Fact]
    public async Task An_attribute_of_steps_on_a_time() => Assert.Equal(
        "[OnFailure] means nothing on 'Answer.Then', which is a time: remove it, or move it to the step that it is about",
        await Shape.MessageAsync(Shape.Sop(Shape.FineSteps + """
                [Time("then"), {|SOP0002:OnFailure(Fallback)|}] static TimeSpan Then() => default;
                [Condition("Fine")] static bool Fine() => true;
            """)));

    [Theory]
    [InlineData("AutomatedStep(\"Sort\")", "Prompt(\"Sort {ticket.Body}\")", "[Prompt] means nothing on 'Answer.Sort', which is an automated step: remove it, or put it on an AI step")]
    [InlineData("AutomatedStep(\"Sort\")", "OnReject(nameof(Sort))", "[OnReject] means nothing on 'Answer.Sort', which is an automated step: remove it, or put it on a checkpoint")]
    [InlineData("AutomatedStep(\"Sort\")", "Checklist(\"Done\")", "[Checklist] means nothing on 'Answer.Sort', which is an automated step: remove it, or put it on a human step or a checkpoint")]
    public async Task An_attribute_on_the_wrong_kind_of_step(string kind, string attribute, string message) => Assert.Equal(
        message,
        await Shape.MessageAsync(Shape.Sop($$"""    [{{kind}}] [{|SOP0002:{{attribute}}|}] public Task Sort(Ticket ticket) => Task.CompletedTask;""")));

    [Fact]
    public Task Silent_while_an_attribute_is_half_typed() => Shape.CheckAsync(SopProject.Of(Shape.Sop("""
            [HumanStp<Support>("Draft a reply")]
            [Due(Hours = 2)]
            public partial Task<Reply> DraftReply(Ticket ticket);
        """)).ThatDoesNotCompile());

    [Fact]
    public Task Silent_while_Sop_is_half_typed() => Shape.CheckAsync(
        SopProject.Of(Shape.Sop("""    [AutomatedStep("Sort")] public Task Sort() => Task.CompletedTask;""").Replace("[Sop(", "[So(", StringComparison.Ordinal)).ThatDoesNotCompile());

    [Fact]
    public Task No_fix() => FixRun.AssertNoneOfferedAsync("""[Sop("Answer")] public partial class Answer : Sop;""", "SOP0002");
}
