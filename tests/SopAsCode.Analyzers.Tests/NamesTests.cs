using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class NamesTests
{
    [Fact]
    public Task Silent_about_names_that_differ() => Shape.CheckAsync(Shape.Sop(Shape.FineSteps + """
            public const string Completed = "";
            public override string ToString() => "";
            public static string Statement => "";
        """));

    [Theory]
    [InlineData("State")]
    [InlineData("Trigger")]
    [InlineData("CreateMachine")]
    [InlineData("Dispatcher")]
    [InlineData("Definition")]
    [InlineData("Markdown")]
    [InlineData("Completed")]
    [InlineData("Escalated")]
    public async Task A_step_named_like_a_generated_member_or_fixed_state(string name) => Assert.Equal(
        $"Step 'Answer.{name}' has a name that every SOP has a member or state of: give it another one",
        await Shape.MessageAsync(Shape.Sop($$"""    [AutomatedStep("Sort")] public Task {|SOP0004:{{name}}|}() => Task.CompletedTask;""")));

    [Fact]
    public async Task A_step_named_like_any_of_them()
    {
        string[] names =
        [
            "State", "Trigger", "CreateMachine", "CreateSopMachine", "Dispatcher", "Definition", "Markdown", "HostMachine", "StepDispatcher", "GeneratedPromptValues", "GeneratedAnswers",
            "PerformAsync", "AskAgentAsync", "Equals", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString", "Finalize",
            "Fallback", "Completed", "Rejected", "Escalated", "Cancelled",
        ];
        var run = await AnalyzerRun.CheckAsync(
            string.Join('\n', names.Select((name, number) =>
                $$"""[Sop("Sort")] public sealed partial class Sort{{number}} : Sop<Ticket> { [AutomatedStep("Sort")] public Task {|SOP0004:{{name}}|}(Ticket ticket, string reply, int number) => Task.CompletedTask; }""")),
            ["SOP0004"]);
        Assert.Equal(
            names.Select((name, number) => $"Step 'Sort{number}.{name}' has a name that every SOP has a member or state of: give it another one").Order(StringComparer.Ordinal),
            run.Findings.Select(finding => finding.Message).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("CompletedTask")]
    [InlineData("Delay(1)")]
    [InlineData("FromCanceled(new(true))")]
    [InlineData("FromException(new InvalidOperationException())")]
    [InlineData("FromResult(1)")]
    [InlineData("Run(() => { })")]
    [InlineData("WhenAll()")]
    [InlineData("WhenAny()")]
    [InlineData("Yield()")]
    public async Task A_step_that_hides_the_tasks_that_another_step_makes(string made) => Assert.Equal(
        $"'Answer.Task' hides the 'Task' that the SOP writes as 'Task.{made.Split('(')[0]}': give it another name",
        await Shape.MessageAsync(SopProject.Of(Shape.Sop($$"""
                [HumanStep<Support>("Look at it")] public partial Task {|SOP0004:Task|}(Ticket ticket);
                [AutomatedStep("Send it")] public async ValueTask Send(Ticket ticket) => await Task.{{made}};
            """)).ThatDoesNotCompile()));

    [Fact]
    public Task A_step_named_like_an_inherited_member() => Shape.CheckAsync(
        Shape.Sop("""    [AutomatedStep("Sort")] public new Task {|SOP0004:GetHashCode|}() => Task.CompletedTask;"""));

    [Fact]
    public Task A_step_named_like_its_SOP() => Shape.CheckAsync(SopProject.Of(
        Shape.Sop("""    [AutomatedStep("Sort")] public Task {|SOP0004:Answer|}() => Task.CompletedTask;""")).ThatDoesNotCompile());

    [Fact]
    public async Task A_member_named_like_a_generated_one() => Assert.Equal(
        "'Answer.Markdown' has a name that the generated part of every SOP needs: give it another one",
        await Shape.MessageAsync(Shape.Sop(Shape.FineSteps + """
                public static string {|SOP0004:Markdown|} => "";
            """)));

    [Theory]
    [InlineData("private new Task<T> {|SOP0004:PerformAsync|}<T>(StepRequest request) where T : notnull => base.PerformAsync<T>(request);")]
    [InlineData("private static int {|SOP0004:AskAgentAsync|} => 1;")]
    public async Task A_member_that_looks_like_the_one_that_asks_who_does_a_step(string member) => Assert.Contains(
        "looks like the member through which every SOP asks who does a step: give it another name",
        await Shape.MessageAsync("using SopAsCode.Runtime;\n" + Shape.Sop(Shape.FineSteps + "\n    " + member)),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("Impact", "Impact.Customers")]
    [InlineData("Level", "Level.DraftOnly")]
    [InlineData("End", "End.Completed")]
    [InlineData("Measure", "Measure.ErrorRate")]
    [InlineData("Stage", "Stage.Active")]
    [InlineData("Task", "Task.CompletedTask")]
    public async Task A_step_that_hides_a_word_of_the_language(string name, string written) => Assert.Equal(
        $"'Answer.{name}' hides the '{name}' that the SOP writes as '{written}': give it another name",
        await Shape.MessageAsync(SopProject.Of(Worded($$"""[HumanStep<Support>("Look at it")] public partial Task {|SOP0004:{{name}}|}(Reply reply);""")).ThatDoesNotCompile()));

    [Theory]
    [InlineData("private static string {|SOP0004:Impact|} => \"\";")]
    [InlineData("private enum {|SOP0004:Level|} { Low }")]
    [InlineData("private static string {|SOP0004:Fallback|}() => \"By hand\";")]
    [InlineData("[Condition(\"It ended\")] private static bool {|SOP0004:End|}(Reply reply) => true;")]
    public Task A_member_that_hides_a_word_of_the_language(string member) => Shape.CheckAsync(SopProject.Of(Worded(member)).ThatDoesNotCompile());

    [Theory]
    [InlineData("public sealed class Impact : Tool;", "Impact", "Impact.Customers")]
    [InlineData("public sealed class Level : Role;", "Level", "Level.DraftOnly")]
    [InlineData("public enum Stage { First }", "Stage", "Stage.Active")]
    [InlineData("public sealed record Measure(int Value);", "Measure", "Measure.ErrorRate")]
    [InlineData("public sealed record Task(string Title);", "Task", "Task")]
    [InlineData("public enum Stage { Active }", "Stage", "Stage.Active")]
    public async Task A_type_that_hides_a_word_of_the_language(string type, string name, string written) => Assert.Equal(
        $"SOP 'Answer' writes '{written}', but the type 'Team.{name}' hides that '{name}': give the type another name",
        await Shape.MessageAsync(SopProject.Of(Worded("").Replace("class Answer", "class {|SOP0004:Answer|}", StringComparison.Ordinal) + type).ThatDoesNotCompile()));

    [Theory]
    [InlineData("State", "the generated enum")]
    [InlineData("Trigger", "the generated enum")]
    [InlineData("HostMachine", "a generated class")]
    public async Task A_role_named_like_a_generated_type(string name, string what) => Assert.Equal(
        $"SOP 'Answer' names the type 'Team.{name}', but inside an SOP '{name}' is {what}: give the type another name",
        await Shape.MessageAsync(
            $$"""namespace Team; [Sop("Answer")] public sealed partial class {|SOP0004:Answer|} : Sop<Ticket> { [HumanStep<{{name}}>("Do it")] public partial Task Do(Ticket ticket); } public sealed class {{name}} : Role;"""));

    [Theory]
    [InlineData("private static string Cadence => \"\";")]
    [InlineData("private static Duty One => Duty.Builder; } public enum Duty { Builder")]
    [InlineData("[HumanStep<Support>(\"Note the access\")] public partial Task Access(Reply reply);")]
    [InlineData("private Level Level => Level.ReadOnly;")]
    [InlineData("[HumanStep<Support>(\"Do it\")] public partial Task @class(Ticket @event, Reply run);")]
    [InlineData("} public enum Duty { Build } public static class Duties { public static Duty One => Duty.Build;")]
    [InlineData("} public sealed record DataClass(string Name); public sealed class Trigger : Role; public static class Rest {")]
    public Task Silent_about_a_name_that_hides_nothing_that_is_written(string member) => Shape.CheckAsync(Worded(member));

    [Theory]
    [InlineData("using SopAsCode;", "Answer")]
    [InlineData("", "{|SOP0004:Answer|}")]
    public Task A_using_inside_a_namespace_counts_more_than_a_type_of_the_namespace_around(string inside, string name)
    {
        var project = SopProject.Of("namespace Team { public sealed class Impact : Tool; }\nnamespace Team.Answers\n{\n" + inside
            + Worded("").Replace("namespace Team;", "", StringComparison.Ordinal).Replace("class Answer", "class " + name, StringComparison.Ordinal) + "}");
        return Shape.CheckAsync(inside.Length > 0 ? project : project.ThatDoesNotCompile());
    }

    [Fact]
    public Task Silent_about_a_member_named_Fallback_where_nothing_leads_there() => Shape.CheckAsync(Shape.Sop(Shape.FineSteps + """
            private new static string Fallback() => "By hand";
        """));

    [Fact]
    public Task A_step_named_Fallback_is_said_once() => Shape.CheckAsync(SopProject.Of(Shape.Sop("""
            [AutomatedStep("Sort"), OnFailure(Fallback)] public Task Sort() => Task.CompletedTask;
            [HumanStep<Support>("Do it by hand")] public partial Task {|SOP0004:Fallback|}(Ticket ticket);
        """)).ThatDoesNotCompile());

    [Theory]
    [InlineData("[Data(DataClass.Internal)] public sealed record @var(string Text);", "@var")]
    [InlineData("[Data(DataClass.Internal)] public sealed record @dynamic(string Text);", "@dynamic")]
    [InlineData("[Data(DataClass.Internal)] public sealed record @record(string Text);", "@record")]
    public Task Silent_about_a_type_named_like_a_keyword(string type, string name) => Shape.CheckAsync(SopProject.Of(
        $$"""
        #pragma warning disable CS8981
        namespace Team; [Sop("Answer")] public sealed partial class Answer : Sop<{{name}}> { [AiStep<Writer>("Do it"), Prompt("{value}")] public partial Task<{{name}}> Do({{name}} value); [Checkpoint<Support>("Look"), OnReject(nameof(Do), AtMost = 2)] public partial Task<({{name}}, Reply)> Look({{name}} value); } {{type}}
        """));

    [Fact]
    public Task A_base_of_the_team_has_a_member_named_like_a_generated_one() => Shape.CheckAsync("""
        namespace Team;

        public abstract class Ours : Sop<Ticket> { protected static string Markdown => ""; private static string State => ""; }

        [Sop("Answer a ticket")]
        public sealed partial class {|SOP0004:Answer|} : Ours { [HumanStep<Support>("Do it")] public partial Task Do(Ticket ticket); }
        """);

    [Fact]
    public Task A_base_of_the_team_has_such_a_member() => Shape.CheckAsync("""
        using SopAsCode.Runtime;
        namespace Team;

        public abstract class Ours : Sop<Ticket>
        {
            protected new Task<T> PerformAsync<T>(StepRequest request) where T : notnull => base.PerformAsync<T>(request);
        }

        [Sop("Answer a ticket")]
        public sealed partial class {|SOP0004:Answer|} : Ours
        {
            [HumanStep<Support>("Sort")] public partial Task Sort(Ticket ticket);
        }
        """);

    [Theory]
    [InlineData("State")]
    [InlineData("Markdown")]
    [InlineData("HostMachine")]
    public async Task An_SOP_named_like_a_generated_member(string name) => Assert.Equal(
        $"SOP '{name}' has a name that the generated part of every SOP needs for a member: give it another one",
        await Shape.MessageAsync(Shape.Sop(Shape.FineSteps).Replace("class Answer", $"class {{|SOP0004:{name}|}}", StringComparison.Ordinal)));

    [Fact]
    public async Task A_condition_named_like_a_generated_member() => Assert.Equal(
        "Condition 'Answer.Definition' has a name that the generated part of every SOP needs: give it another one",
        await Shape.MessageAsync(Shape.Sop(Shape.FineSteps + """
                [Condition("It is clear")] static bool {|SOP0004:Definition|}(Ticket ticket) => ticket.HighValue;
            """)));

    [Fact]
    public async Task A_time_named_like_a_generated_member() => Assert.Equal(
        "Time 'Answer.Definition' has a name that the generated part of every SOP needs: give it another one",
        await Shape.MessageAsync(SopProject.Of(Shape.Sop(Shape.FineSteps + """
                [Time("a day later")] static TimeSpan {|SOP0004:Definition|}(Ticket ticket) => TimeSpan.FromDays(1);
            """)).ThatDoesNotCompile()));

    [Fact]
    public async Task A_data_type_named_like_a_generated_class() => Assert.Equal(
        "'Answer.Sort' uses a type 'HostMachine', but inside an SOP 'HostMachine' is a generated class: give the type another name",
        await Shape.MessageAsync("namespace Team; public enum HostMachine;\n" + Shape.Sop(
            """    [HumanStep<Support>("Sort")] public partial {|SOP0004:Task<HostMachine>|} Sort(Ticket ticket);""").Replace("namespace Team;", "", StringComparison.Ordinal)));

    [Fact]
    public async Task Two_steps_with_one_title()
    {
        var run = await Shape.CheckAsync(Shape.Sop("""
                [AutomatedStep({|#0:"Sort"|})] public Task One() => Task.CompletedTask;
                [AutomatedStep({|SOP0004:"sort "|})] public Task Two() => Task.CompletedTask;
            """));
        Assert.Equal("Steps 'Answer.One' and 'Answer.Two' have one title, 'sort': give one of them another, or people can't tell them apart", run.Message("SOP0004"));
        run.Single("SOP0004").AssertAlso(0);
    }

    [Fact]
    public Task A_title_that_is_the_name_of_another_step() => Shape.CheckAsync(Shape.Sop("""
            [AutomatedStep] public Task SortTickets() => Task.CompletedTask;
            [AutomatedStep({|SOP0004:"Sort tickets"|})] public Task Two() => Task.CompletedTask;
        """));

    [Theory]
    [InlineData("State")]
    [InlineData("Trigger")]
    public async Task A_data_type_named_like_a_generated_enum(string name) => Assert.Equal(
        $"'Answer.Sort' uses a type '{name}', but inside an SOP '{name}' is the generated enum: give the type another name",
        await Shape.MessageAsync($"namespace Team; public enum {name};\n" + Shape.Sop(
            $$"""    [HumanStep<Support>("Sort")] public partial {|SOP0004:Task<{{name}}>|} Sort(Ticket ticket);""").Replace("namespace Team;", "", StringComparison.Ordinal)));

    [Fact]
    public Task A_data_type_named_like_a_generated_enum_in_parameters_lists_and_conditions() => Shape.CheckAsync(
        "namespace Team; public enum State;\n" + Shape.Sop("""
            [HumanStep<Support>("Sort")] public partial {|SOP0004:Task<IReadOnlyList<State>>|} Sort(Ticket ticket);
            [HumanStep<Support>("Sort it")] public partial Task SortIt({|SOP0004:State? state|});
            [Condition("It is fine")] static bool IsFine({|SOP0004:State? state|}) => state is null;
        """).Replace("namespace Team;", "", StringComparison.Ordinal));

    [Fact]
    public async Task Two_SOPs_with_one_id()
    {
        const string step = """[AutomatedStep("Sort")] public Task Sort() => Task.CompletedTask;""";
        var run = await Shape.CheckAsync($$"""
            namespace Team;
            [Sop("A", Id = {|SOP0004:"the-answer"|})] public partial class A : Sop { {{step}} }
            [Sop("The answer")] public partial class {|SOP0004:TheAnswer|} : Sop { {{step}} }
            [Sop("B")] public partial class B : Sop { {{step}} }
            """);
        Assert.Equal(
            ["SOPs 'Team.A' and 'Team.TheAnswer' have one id, 'the-answer': set another Id in [Sop] of one of them",
             "SOPs 'Team.TheAnswer' and 'Team.A' have one id, 'the-answer': set another Id in [Sop] of one of them"],
            run.Findings.Select(finding => finding.Message),
            StringComparer.Ordinal);
    }

    [Fact]
    public Task Two_SOPs_of_one_name_in_two_namespaces() => Shape.CheckAsync("""
        namespace One { [Sop("A")] public partial class {|SOP0004:A|} : Sop { [AutomatedStep("Sort")] public Task Sort() => Task.CompletedTask; } }
        namespace Two { [Sop("A")] public partial class {|SOP0004:A|} : Sop { [AutomatedStep("Sort")] public Task Sort() => Task.CompletedTask; } }
        """);

    private static string Worded(string member) => $$"""
        namespace Team;

        [Sop("Answer a ticket", Stage = Stage.Active), Metric(Measure.ErrorRate, Baseline = 2, Target = 1, Unit = "%")]
        public sealed partial class Answer : Sop<Ticket>
        {
            [AiStep<Writer>("Draft it", Level = Level.DraftOnly), Prompt("{ticket.Body}"), Drafts<Helpdesk>, OnFailure(Fallback, Retries = 1)]
            public partial Task<Reply> Draft(Ticket ticket);

            [AutomatedStep("Send it"), Writes<Helpdesk>(Impact.Customers), Next(End.Completed)]
            public Task Send(Reply reply) => Task.CompletedTask;
            {{member}}
        }

        """;
}
