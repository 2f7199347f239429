using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class SignaturesTests
{
    [Fact]
    public Task Silent_about_what_steps_and_conditions_can_be() => Shape.CheckAsync(Shape.Sop("""
            [HumanStep<Support>("One")] public partial Task<Triage> One(Ticket ticket, params Ticket[]? more);
            [HumanStep<Support>("Two")] internal partial ValueTask<Reply> Two(Ticket ticket, Reply? reply = null);
            [AutomatedStep("Three")] protected async ValueTask Three(Ticket ticket, StepContext step, CancellationToken cancel) => await Task.Yield();
            [AutomatedStep("Four")] public partial Task Four(Triage triage);
            [AutomatedStep("Five")] public partial Task Five(StepContext step);
            public partial Task Five(StepContext step) => Task.CompletedTask;
            [AutomatedStep("Six")] private Task<IReadOnlyList<Verdict>> Six((Ticket, Triage)? both) => Task.FromResult<IReadOnlyList<Verdict>>([]);
            [Condition("Fine")] private static bool Fine(Ticket ticket, Triage? triage) => true;
            [Condition("Fine too")] static bool FineToo() => true;
        """));

    [Theory]
    [InlineData("public {|SOP0006:void|} Sort(Ticket ticket) { }", "Step 'Answer.Sort' must return a task, because a step may take days: write Task")]
    [InlineData("public async {|SOP0006:void|} Sort(Ticket ticket) => await Task.Yield();", "Step 'Answer.Sort' must return a task, because a step may take days: write Task")]
    [InlineData("public {|SOP0006:Reply|} Sort(Ticket ticket) => new(\"\");", "Step 'Answer.Sort' must return a task, because a step may take days: write Task<Reply>")]
    [InlineData("public {|SOP0006:Task<Reply?>|} Sort(Ticket ticket) => Task.FromResult<Reply?>(null);", "Step 'Answer.Sort' may return null, which a step never does: return 'Reply', and say in it that there is nothing")]
    [InlineData("public {|SOP0006:Task<dynamic>|} Sort(Ticket ticket) => null!;", "Step 'Answer.Sort' returns 'dynamic', which can't be data of a run: return a record or enum")]
    [InlineData("public {|SOP0006:Task<(Reply Reply, Triage Triage)>|} Sort(Ticket ticket) => null!;", "Step 'Answer.Sort' returns several values, which only a person at a checkpoint or in a human step does: return one record")]
    [InlineData("public static Task {|SOP0006:Sort|}(Ticket ticket) => Task.CompletedTask;", "Step 'Answer.Sort' can't be static: it runs on an instance, which knows who performs it")]
    [InlineData("public Task {|SOP0006:Sort|}<T>() => Task.CompletedTask;", "Step 'Answer.Sort' can't have type parameters: nobody could say which types to run it with")]
    [InlineData("public Task Sort({|SOP0006:ref Ticket ticket|}) => Task.CompletedTask;", "Parameter 'ticket' of 'Answer.Sort' can't be 'ref': the values of a run are only read, so pass it plainly")]
    [InlineData("public Task Sort({|SOP0006:in Ticket ticket|}) => Task.CompletedTask;", "Parameter 'ticket' of 'Answer.Sort' can't be 'in': the values of a run are only read, so pass it plainly")]
    [InlineData("public Task Sort({|SOP0006:Span<int> numbers|}) => Task.CompletedTask;", "Parameter 'numbers' of 'Answer.Sort' has the type 'Span<int>', which can't be data of a run: use a record or enum")]
    [InlineData("public partial Task Sort({|SOP0006:CancellationToken cancel|});", "Parameter 'cancel' of 'Answer.Sort' is no data of the run: remove it, only a step with a body takes it")]
    public async Task A_step(string method, string message) =>
        Assert.Equal(message, await Shape.MessageAsync(Shape.Sop($"    [AutomatedStep(\"Sort\")] {method}")));

    [Theory]
    [InlineData("(Reply Reply, Triage? Triage)", "'Triage?'")]
    [InlineData("(Reply Reply, dynamic Other)", "'dynamic'")]
    public async Task One_of_several_values(string values, string bad) => Assert.Equal(
        $"Step 'Answer.Sort' returns {bad} among its values, which can't be data of a run: use a record or enum that is never null",
        await Shape.MessageAsync(Shape.Sop($$"""    [HumanStep<Support>("Sort")] public partial {|SOP0006:Task<{{values}}>|} Sort(Ticket ticket);""")));

    [Theory]
    [InlineData("[HumanStep<Support>(\"Sort\")] public partial {|SOP0006:Task<(Reply One, Reply Other)>|} Sort(Ticket ticket);", "Step 'Answer.Sort' returns 'Reply' twice, and a run has one current value of a type: give one of them a record of its own")]
    [InlineData("[WaitFor(\"A day\"), After(Days = 1)] public partial {|SOP0006:Task<Reply>|} Sort();", "Step 'Answer.Sort' waits for time to pass, which brings no value: return Task, or remove [After] and wait for an event")]
    [InlineData("[Handoff<Other>(\"Sort\")] public partial {|SOP0006:Task<Invoice>|} Sort();", "Hand-off 'Answer.Sort' has no body, so it hands over the current 'Invoice' as it is: return Task")]
    [InlineData("[Handoff<Plain>(\"Sort\")] public partial {|SOP0006:Task<Reply>|} Sort();", "Hand-off 'Answer.Sort' has no body, so it hands over the current 'nothing' as it is: return Task")]
    [InlineData("[Handoff<Other>(\"Sort\")] public {|SOP0006:Task<Reply>|} Sort(Ticket ticket) => Task.FromResult(new Reply(\"\"));", "Hand-off 'Answer.Sort' returns 'Reply', but a run of 'Pay' is about 'Invoice': return that, or IReadOnlyList<Invoice> for several runs")]
    [InlineData("[Handoff<Other>(\"Sort\")] public {|SOP0006:Task|} Sort(Ticket ticket) => Task.CompletedTask;", "Hand-off 'Answer.Sort' gives nothing, but a run of 'Pay' is about 'Invoice': return Task<Invoice>, or make the method partial to hand over the current one")]
    [InlineData("[Handoff<Other>(\"Sort\")] public {|SOP0006:ValueTask|} Sort(Ticket ticket) => default;", "Hand-off 'Answer.Sort' gives nothing, but a run of 'Pay' is about 'Invoice': return Task<Invoice>, or make the method partial to hand over the current one")]
    [InlineData("[Handoff<Other>(\"Sort\", Wait = true), {|SOP0006:Handoff<Plain>(Wait = true)|}] public partial Task Sort();", "Step 'Answer.Sort' starts its SOPs with one input, but a run of 'Rest' is about 'nothing', and one of 'Pay' about 'Invoice': give one a step of its own")]
    [InlineData("[Handoff<Plain>(\"Sort\", Wait = true), {|SOP0006:Handoff<Other>(Wait = true)|}] public partial Task Sort();", "Step 'Answer.Sort' starts its SOPs with one input, but a run of 'Pay' is about 'Invoice', and one of 'Rest' about 'nothing': give one a step of its own")]
    public async Task What_a_kind_of_step_gives(string step, string message) => Assert.Equal(
        message,
        await Shape.MessageAsync(Shape.Sop("    [HumanStep<Support>(\"Bill it\")] public partial Task<Invoice> Bill(Ticket ticket);\n    " + step) + """

            [Sop("Pay")] public sealed partial class Other : Sop<Invoice> { [HumanStep<Support>("Pay it")] public partial Task Pay(Invoice invoice); }
            [Sop("Rest")] public sealed partial class Plain : Sop { [HumanStep<Support>("Rest a while")] public partial Task Rest(); }
            """));

    [Fact]
    public async Task Nobody_but_a_performer_waits() => Assert.Equal(
        "Step 'Answer.Sort' has no body that could be async, because its performer is asked: remove 'async'",
        await Shape.MessageAsync(SopProject.Of(Shape.Sop("""    [HumanStep<Support>("Sort")] public async partial Task {|SOP0006:Sort|}(Ticket ticket);""")).ThatDoesNotCompile()));

    [Theory]
    [InlineData("<T>({|SOP0006:T value|}) where T : class")]
    [InlineData("<T>({|SOP0006:T? value|}) where T : class?")]
    [InlineData("<T>({|SOP0006:T value|}) where T : struct")]
    [InlineData("<T>({|SOP0006:T value|}) where T : unmanaged")]
    [InlineData("<T>({|SOP0006:T value|}) where T : notnull")]
    [InlineData("<T>({|SOP0006:T value|}) where T : Role, new()")]
    [InlineData("<T, TOther>({|SOP0006:T value|}, {|SOP0006:TOther other|}) where T : class where TOther : notnull, Role, IComparable<TOther>, new()")]
    [InlineData("({|SOP0006:ref readonly Ticket ticket|})", "Sort")]
    [InlineData("({|SOP0006:scoped Span<int> numbers|})", "Sort")]
    public Task The_compiler_adds_nothing_to_what_is_said(string signature, string name = "{|SOP0006:Sort|}") =>
        Shape.CheckAsync(Shape.Sop($$"""    [HumanStep<Support>("Sort")] public partial Task {{name}}{{signature}};"""));

    [Fact]
    public Task A_step_by_reference() => Shape.CheckAsync(Shape.Sop("""
            private Task _task = Task.CompletedTask;
            [AutomatedStep("Sort")] public {|SOP0006:ref Task|} Sort(Ticket ticket) => ref _task;
        """));

    [Fact]
    public async Task A_parameter_of_an_open_type() => Assert.Equal(2, (await Shape.CheckAsync(Shape.Sop(
        """    [AutomatedStep("Sort")] public Task {|SOP0006:Sort|}<T>({|SOP0006:T value|}) => Task.CompletedTask;"""))).Findings.Count);

    [Theory]
    [InlineData("HumanStep<Support>", "a human step")]
    [InlineData("Checkpoint<Support>", "a checkpoint")]
    [InlineData("AiStep<Writer>", "an AI step")]
    public async Task A_body_that_the_kind_forbids(string kind, string words)
    {
        var message = $"Step 'Answer.Sort' is {words}, so its performer does the work, not code: make it partial and remove the body, or mark it [AutomatedStep]";
        Assert.Equal(message, await Shape.MessageAsync(Shape.Sop($$"""    [{{kind}}("Sort")] public Task {|SOP0006:Sort|}(Ticket ticket) => Task.CompletedTask;""")));
        Assert.Equal(message, await Shape.MessageAsync(Shape.Sop($$"""
                [{{kind}}("Sort")] public partial Task {|SOP0006:Sort|}(Ticket ticket);
                public partial Task Sort(Ticket ticket) => Task.CompletedTask;
            """)));
    }

    [Fact]
    public async Task No_body_and_not_partial() => Assert.Equal(
        "Step 'Answer.Sort' has no body: make it partial, so that its performer is asked, or give it one",
        await Shape.MessageAsync(SopProject.Of(Shape.Sop("""    [HumanStep<Support>("Sort")] public Task {|SOP0006:Sort|}(Ticket ticket);""")).ThatDoesNotCompile()));

    [Theory]
    [InlineData("bool {|SOP0006:Fine|}(Ticket ticket) => true;", "Condition 'Answer.Fine' must be static: it reads the data of the run and nothing else")]
    [InlineData("static {|SOP0006:bool?|} Fine(Ticket ticket) => true;", "Condition 'Answer.Fine' must return bool, without await: let a step before it find out what takes time")]
    [InlineData("static {|SOP0006:Task<bool>|} Fine(Ticket ticket) => Task.FromResult(true);", "Condition 'Answer.Fine' must return bool, without await: let a step before it find out what takes time")]
    [InlineData("static bool {|SOP0006:Fine|}<T>(Ticket ticket) => true;", "Condition 'Answer.Fine' can't have type parameters: nobody could say which types to ask it with")]
    [InlineData("static bool Fine({|SOP0006:CancellationToken cancel|}) => true;", "Parameter 'cancel' of condition 'Answer.Fine' is no data of the run: remove it, only a step with a body takes it")]
    [InlineData("static bool Fine({|SOP0006:Began began|}) => true;", "Parameter 'began' of condition 'Answer.Fine' is no data of the run: remove it, only a method with [Time] takes it")]
    [InlineData("static bool Fine({|SOP0006:out Ticket ticket|}) { ticket = null!; return true; }", "Parameter 'ticket' of 'Answer.Fine' can't be 'out': the values of a run are only read, so pass it plainly")]
    public async Task A_condition(string method, string message) =>
        Assert.Equal(message, await Shape.MessageAsync(Shape.Sop(Shape.FineSteps + $"    [Condition(\"Fine\")] {method}")));

    [Theory]
    [InlineData("[Condition(\"Fine\")] private static partial bool {|SOP0006:Fine|}(Ticket ticket);", "Condition 'Answer.Fine' has no body, and nobody but you can write it: remove 'partial', and say after => when it holds")]
    [InlineData("[Time(\"Then\")] private static partial TimeSpan {|SOP0006:Then|}(Ticket ticket);", "Time 'Answer.Then' has no body, and nobody but you can write it: remove 'partial', and say after => what time it is")]
    public async Task Only_its_author_can_write_it(string method, string message) =>
        Assert.Equal(message, await Shape.MessageAsync(SopProject.Of(Shape.Sop(Shape.FineSteps + "    " + method)).ThatDoesNotCompile()));

    [Fact]
    public Task Silent_about_types_that_the_compiler_does_not_know() => Shape.CheckAsync(SopProject.Of(Shape.Sop("""
            [AutomatedStep("One")] public Replyy One(Tickett ticket) => null!;
            [HumanStep<Support>("Two")] public partial Task<Replyy> Two(Ticket ticket);
            [AutomatedStep("Three")] public Task Three(Reply reply) => Task.CompletedTask;
            [Condition("Fine")] static Bool Fine(Tickett ticket) => true;
        """)).ThatDoesNotCompile());
}
