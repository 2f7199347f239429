using SopAsCode.Runtime;
using SopAsCode.Tests.Sops;

namespace SopAsCode.Tests.Running;

public class Dispatching
{
    private static readonly StepContext Context = new() { RunId = "run-1", IdempotencyKey = "key" };

    [Fact]
    public async Task A_step_with_code_gets_the_values_it_asks_for_and_gives_back_what_it_returns()
    {
        var run = Runs.At(Plain.Definition, "First", new Order(7, 10));
        var output = await Plain.Dispatcher.RunAsync(Call(run, new Asked()));
        output.StoreIn(run.Values);
        Assert.Equal(new Draft("Order 7"), run.Values.Get<Draft>());
    }

    [Fact]
    public async Task A_partial_step_asks_its_performer()
    {
        var run = Runs.At(Plain.Definition, "Third");
        run.Values.Set(new Draft("text"));
        var performer = new Asked { Answer = new Receipt("R-1") };
        var output = await Plain.Dispatcher.RunAsync(Call(run, performer));

        Assert.Equal([new StepValue { Type = typeof(Receipt), Value = new Receipt("R-1") }], output.Values);
        Assert.Equal("Ask the bank", performer.Request!.Step.Title);
        Assert.Equal([new("draft", new Draft("text"))], performer.Request.Inputs);
        Assert.Null(performer.Request.Prompt);
    }

    [Fact]
    public async Task An_ai_step_hands_over_the_rendered_prompt()
    {
        var run = Runs.At(Choices.Definition, "Write", new Order(7, 10));
        var performer = new Asked { Answer = new Draft("done") };
        await Choices.Dispatcher.RunAsync(Call(run, performer));
        Assert.Equal("7", performer.Request!.Prompt);
    }

    [Fact]
    public async Task A_value_that_is_missing_is_named()
    {
        var error = await Assert.ThrowsAsync<MissingValueException>(() => Plain.Dispatcher.RunAsync(Call(Runs.At(Plain.Definition, "First"), new Asked())));
        Assert.Equal(typeof(Order), error.Type);
        Assert.Contains("SopAsCode.Tests.Sops.Order", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_state_that_is_no_step_is_named()
    {
        var run = Runs.At(Plain.Definition, "Fallback");
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => Plain.Dispatcher.RunAsync(Call(run, new Asked())));
        Assert.Equal("Run 'run-1' of SOP 'plain' stands in 'Fallback', which is no step.", error.Message);
    }

    [Fact]
    public async Task A_step_that_its_machine_did_not_start_is_not_run()
    {
        var run = new SopRun(Plain.Definition, "run-1");
        run.Values.Set(new Order(7, 10));
        var error = await Assert.ThrowsAsync<StepNotStartedException>(() => Plain.Dispatcher.RunAsync(Call(run, new Asked())));
        Assert.StartsWith("Step 'First' of run 'run-1' was not started.", error.Message, StringComparison.Ordinal);

        var machine = Plain.CreateSopMachine();
        machine.Start(run);
        await Plain.Dispatcher.RunAsync(Call(run, new Asked()));
        machine.Fire(run, SopTrigger.Fail);
        await Assert.ThrowsAsync<InvalidOperationException>(() => Plain.Dispatcher.RunAsync(Call(run, new Asked())));
    }

    [Fact]
    public async Task A_run_of_another_sop_is_refused() =>
        await Assert.ThrowsAsync<ArgumentException>(() => Choices.Dispatcher.RunAsync(Call(Runs.At(Plain.Definition, "First"), new Asked())));

    [Fact]
    public async Task A_step_called_on_a_bare_instance_says_how_to_run_it()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => new Plain().Second(new Draft("x")));
        Assert.Contains("Run the step through the generated Dispatcher", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_condition_is_asked_by_name()
    {
        var values = new RunValues();
        values.Set(new Order(7, 1000));
        Assert.True(Choices.Dispatcher.Holds("IsLarge", values));
        Assert.False(Choices.Dispatcher.Holds("IsCheap", values));
        Assert.Throws<ArgumentException>(() => Choices.Dispatcher.Holds("IsBlue", values));
    }

    [Fact]
    public void An_input_is_found_by_its_key()
    {
        Assert.Equal("Number", Plain.Definition.InputKey);
        Assert.Equal("7", Plain.Dispatcher.KeyOf(new Order(7, 1000)));
        Assert.Equal("2026-11-21", Visits.Dispatcher.KeyOf(new Visit("Oslo") { Day = new(2026, 11, 21) }));
    }

    [Fact]
    public void Without_a_key_there_is_nothing_to_find_an_input_by()
    {
        Assert.Null(Drafts.Definition.InputKey);
        Assert.Null(Drafts.Dispatcher.KeyOf(new Draft("text")));
        Assert.Null(Visits.Dispatcher.KeyOf(new Visit("Oslo")));
    }

    [Fact]
    public void An_input_of_something_else_is_named()
    {
        var error = Assert.Throws<ArgumentException>(() => Plain.Dispatcher.KeyOf(new Draft("text")));
        Assert.StartsWith("SOP 'plain' is about a 'SopAsCode.Tests.Sops.Order', not about a 'SopAsCode.Tests.Sops.Draft'.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancellation_reaches_the_performer()
    {
        var run = Runs.At(Plain.Definition, "Third");
        run.Values.Set(new Draft("text"));
        using var source = new CancellationTokenSource();
        var performer = new Asked { Answer = new Receipt("R-1") };
        await Plain.Dispatcher.RunAsync(Call(run, performer), source.Token);
        Assert.Equal(source.Token, performer.Cancel);
    }

    private static StepCall Call(SopRun run, IPerformer performer) => new() { Run = run, Performer = performer, Context = Context };

    private sealed class Asked : IPerformer
    {
        public object Answer { get; init; } = default(Nothing);

        public StepRequest? Request { get; private set; }

        public CancellationToken Cancel { get; private set; }

        public Task<TAnswer> PerformAsync<TAnswer>(StepRequest request, CancellationToken cancel)
            where TAnswer : notnull
        {
            Request = request;
            Cancel = cancel;
            return Task.FromResult((TAnswer)Answer);
        }
    }
}
