using System.Text.Json;
using SopAsCode.Runtime;
using SopAsCode.Tests.Sops;

namespace SopAsCode.Tests.Running;

public class AgentAnswers
{
    private const string Whole =
        """
        {
          "Number": "A-7", "Due": "2026-11-02", "Size": "Large", "Paid": true, "Gift": null,
          "Lines": [{ "Name": "Pot", "Price": 12.50, "Count": 2 }, { "name": "Lid", "price": 3, "count": 1 }],
          "Reference": "6f9619ff-8b86-d011-b42d-00c04fc964ff", "Weights": [1, 2.5], "Remark": "fragile"
        }
        """;

    [Fact]
    public async Task An_answer_becomes_the_value_its_step_returns()
    {
        var (output, _) = await Ask(Reading.State.Read, Whole);
        var parsed = (Parsed)output.Values.Single().Value;
        Assert.Equal(("A-7", new DateOnly(2026, 11, 2), Size.Large, true, "fragile"), (parsed.Number, parsed.Due, parsed.Size, parsed.Paid, parsed.Remark));
        Assert.Equal([new("Pot", 12.50m, 2), new("Lid", 3, 1)], parsed.Lines);
        Assert.Equal([1, 2.5], parsed.Weights);
        Assert.Null(parsed.Gift);
    }

    [Fact]
    public async Task An_ai_gets_instructions_prompt_and_rules_and_the_form_of_the_answer()
    {
        var (_, request) = await Ask(Reading.State.Read, Whole);
        Assert.Equal(
            "You read orders.\n\nRead order 7\n\nKeep to these rules:\n- Invent nothing\n- Leave out what is not there",
            request.Prompt);
        using var schema = JsonDocument.Parse(request.Step.OutputSchema!);
        Assert.Equal("#/$defs/Parsed", schema.RootElement.GetProperty("$ref").GetString());
        Assert.Equal("date", schema.RootElement.GetProperty("$defs").GetProperty("Parsed").GetProperty("properties").GetProperty("Due").GetProperty("anyOf")[0].GetProperty("format").GetString());
    }

    [Fact]
    public async Task Only_the_access_a_step_declares_may_be_offered()
    {
        var (_, request) = await Ask(Reading.State.Read, Whole);
        Assert.True(request.MayUse("SopAsCode.Tests.Sops.Shop", Access.Read));
        Assert.False(request.MayUse("SopAsCode.Tests.Sops.Shop", Access.Write));
        Assert.False(request.MayUse("Other", Access.Read));
    }

    [Fact]
    public async Task What_an_answer_used_comes_with_the_output()
    {
        var (output, _) = await Ask(Reading.State.Sort, "\"small\"", new() { InputTokens = 10, OutputTokens = 2, Cost = 0.01m, Currency = "EUR" });
        Assert.Equal([new StepValue { Type = typeof(Size), Value = Size.Small }], output.Values);
        Assert.Equal(new AgentUsage { InputTokens = 10, OutputTokens = 2, Cost = 0.01m, Currency = "EUR" }, output.Usage);
    }

    [Fact]
    public async Task A_step_without_a_result_takes_any_answer()
    {
        var (output, _) = await Ask(Reading.State.Look, "done, thank you");
        Assert.Empty(output.Values);
    }

    [Theory]
    [InlineData("no json", "is no JSON")]
    [InlineData("[]", "it must have a record")]
    [InlineData("{}", "'Number' must have a text, and it is missing")]
    [InlineData("""{"Number": 7}""", "'Number' must have a text")]
    [InlineData("""{"Number": "7", "Due": "tomorrow"}""", "'Due' must be a 'DateOnly', and is 'tomorrow'")]
    [InlineData("""{"Number": "7", "Size": "Huge"}""", "'Size' must be one of Small, Large, and is 'Huge'")]
    [InlineData("""{"Number": "7", "Size": "0"}""", "'Size' must be one of Small, Large, and is '0'")]
    [InlineData("""{"Number": "7", "Size": "Small", "Paid": "yes"}""", "'Paid' must be true or false")]
    [InlineData("""{"Number": "7", "Size": "Small", "Paid": true, "Lines": [{"Name": "x", "Price": 1, "Count": 1.5}]}""", "'Lines[0].Count' must be a number that fits 'Int32', and is 1.5")]
    public async Task An_answer_that_does_not_fit_is_a_failed_attempt_that_says_where(string answer, string problem)
    {
        var error = await Assert.ThrowsAsync<AgentAnswerException>(() => Ask(Reading.State.Read, answer));
        Assert.Equal("Read", error.Step);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_ai_service_the_performer_is_asked()
    {
        var run = Runs.At(Reading.Definition, "Sort");
        var output = await Reading.Dispatcher.RunAsync(new() { Run = run, Performer = new Person(Size.Large), Context = new() { RunId = "r", IdempotencyKey = "k" } });
        Assert.Equal([new StepValue { Type = typeof(Size), Value = Size.Large }], output.Values);
        Assert.Null(output.Usage);
    }

    [Fact]
    public async Task A_tuple_becomes_several_values()
    {
        var run = Runs.At(Reading.Definition, "Correct");
        run.Values.Set(new Parsed("7", null, Size.Small, false, [], null, null, []));
        var answer = (new Draft("text"), new Receipt("R-1"));
        var output = await Reading.Dispatcher.RunAsync(new() { Run = run, Performer = new Person(answer), Context = new() { RunId = "r", IdempotencyKey = "k" } });
        output.StoreIn(run.Values);
        Assert.Equal((new Draft("text"), new Receipt("R-1")), (run.Values.Get<Draft>(), run.Values.Get<Receipt>()));
    }

    [Fact]
    public async Task A_hand_off_gives_the_inputs_of_the_runs_it_starts_and_no_data()
    {
        var run = Runs.At(Reading.Definition, "HandOver");
        run.Values.Set(new Order(7, 10));
        var one = await Reading.Dispatcher.RunAsync(Call(run));
        var several = await Reading.Dispatcher.RunAsync(Call(Runs.At(Reading.Definition, "HandOverAll", new Order(7, 10))));
        Assert.Equal([new Order(7, 10)], one.HandedOver);
        Assert.Equal([new Order(7, 10), new Order(8, 10)], several.HandedOver);
        Assert.Empty(one.Values.Concat(several.Values));

        static StepCall Call(SopRun run) => new() { Run = run, Performer = new Person(default(Nothing)), Context = new() { RunId = "r", IdempotencyKey = "k" } };
    }

    private static async Task<(StepOutput Output, AgentRequest Request)> Ask(Reading.State state, string answer, AgentUsage? usage = null)
    {
        var run = Runs.At(Reading.Definition, state.ToString());
        run.Values.Set(new Order(7, 10));
        var agents = new Agents(new() { Json = answer, Usage = usage });
        var output = await Reading.Dispatcher.RunAsync(new() { Run = run, Performer = new Person(default(Nothing)), Agents = agents, Context = new() { RunId = "r", IdempotencyKey = "k" } });
        return (output, agents.Request!);
    }

    private sealed class Agents(AgentAnswer answer) : IAgentService
    {
        public AgentRequest? Request { get; private set; }

        public Task<AgentAnswer> AskAsync(AgentRequest request, CancellationToken cancel)
        {
            Request = request;
            return Task.FromResult(answer);
        }
    }

    private sealed class Person(object answer) : IPerformer
    {
        public Task<TAnswer> PerformAsync<TAnswer>(StepRequest request, CancellationToken cancel)
            where TAnswer : notnull => Task.FromResult((TAnswer)answer);
    }
}
