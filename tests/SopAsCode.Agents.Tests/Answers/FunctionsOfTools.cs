using Microsoft.Extensions.AI;
using SopAsCode.Agents.Tests.Harness;
using SopAsCode.Runtime;

namespace SopAsCode.Agents.Tests.Answers;

/// <summary>What an AI may do with tools while it works on its answer.</summary>
public sealed class FunctionsOfTools
{
    private readonly List<string> _asked = [];

    [Fact]
    public async Task It_is_offered_what_its_step_declares_and_nothing_else()
    {
        using Service service = new();
        service.Calls("find_order", """{"number":"17"}""", "Let me look.").Answers(Asking.Good);
        var answer = await AskAsync(service, LookUpLetter.Definition.Steps[0]);

        Assert.Equal((Asking.Good, "17"), (answer.Json, Assert.Single(_asked)));
        Assert.Equal((2000, 400), (answer.Usage!.InputTokens, answer.Usage.OutputTokens));
        Assert.Equal(["find_order", "draft_mail"], Offered(service));
        Assert.Contains("order 17 is on its way", service.Asked.Last().GetProperty("messages").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_that_declares_no_tool_is_offered_none()
    {
        using var service = new Service().Answers(Asking.Good);
        await AskAsync(service, SortLetter.Definition.Steps[0]);
        Assert.Empty(Offered(service));
    }

    [Fact]
    public async Task What_a_function_throws_the_ai_hears_without_details()
    {
        using Service service = new();
        service.Calls("find_order", """{"number":"SECRET"}""").Answers(Asking.Good);
        Assert.Equal(Asking.Good, (await AskAsync(service, LookUpLetter.Definition.Steps[0])).Json);
        Assert.DoesNotContain("the password is", service.Asked.Last().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_record_names_what_was_called_and_keeps_what_went_in_and_out_as_content()
    {
        using Service service = new();
        service.Calls("find_order", """{"number":"17"}""").Calls("find_order", """{"number":"SECRET"}""").Calls("draft_mail", """{"text":"Soon"}""").Answers(Asking.Good);
        await Asking.WithHostAsync(Agents(service), "look-up-letter", async (host, _) =>
        {
            var recorded = (await host.HistoryAsync("letter")).Single(one => one.Event == nameof(StepCompleted));
            var called = Assert.IsType<StepCompleted>(recorded.Read()).Agent!.Functions!;
            Assert.Equal(
                [("find_order", typeof(Shop).FullName!, 2, 1), ("draft_mail", SopAsCode.Definitions.NamedType.NameOf(typeof(Office.Post)), 1, null)],
                called.Select(one => (one.Function, one.Tool, one.Count, one.Failed)));
            var contents = await host.ContentsAsync("letter");
            Assert.Equal("""[{"arguments":{"number":"17"},"result":"order 17 is on its way"},{"arguments":{"number":"SECRET"},"failed":true}]""", contents[called[0].Content]);
            Assert.Equal("""[{"arguments":{"text":"Soon"},"result":4}]""", contents[called[1].Content]);
            Assert.DoesNotContain("SECRET", recorded.Data, StringComparison.Ordinal);
            Assert.Empty(await host.VerifyAsync());
            (await host.EraseAsync("letter", "asked for", Actor.Person("ana@example.com"))).OrThrow();
            Assert.Empty(await host.ContentsAsync("letter"));
            Assert.Empty(await host.VerifyAsync());
            return true;
        });
    }

    [Fact]
    public async Task An_attempt_that_failed_names_its_calls_too()
    {
        using Service service = new();
        service.Calls("find_order", """{"number":"17"}""").Refuses("I can't help with that.");
        var (_, events, contents) = await Asking.RunAsync(Agents(service), "look-up-letter");
        var failed = Assert.IsType<StepFailed>(events.Single(recorded => recorded.Event == nameof(StepFailed)).Read());
        var called = Assert.Single(failed.Agent!.Functions!);
        Assert.Equal(("find_order", 1), (called.Function, called.Count));
        Assert.Contains("order 17 is on its way", contents[called.Content], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_without_calls_says_nothing_of_them()
    {
        using var service = new Service().Answers(Asking.Good);
        var (_, events, _) = await Asking.RunAsync(Agents(service), "look-up-letter");
        Assert.DoesNotContain("functions", events.Single(recorded => recorded.Event == nameof(StepCompleted)).Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_does_not_call_for_ever()
    {
        using Service service = new();
        for (var i = 0; i < 10; i++)
        {
            service.Calls("find_order", """{"number":"17"}""");
        }

        await Assert.ThrowsAsync<AgentAnswerException>(() => AskAsync(service, LookUpLetter.Definition.Steps[0], new() { MostRounds = 2 }));
        Assert.InRange(_asked.Count, 2, 6);
    }

    [Fact]
    public void Nobody_offers_a_function_that_writes_or_two_of_one_name()
    {
        Assert.Contains("let its step return what is to be written", Assert.Throws<ArgumentException>(() => new ChatAgents().Offer<Office.Post>(Access.Write, Drafting)).Message, StringComparison.Ordinal);
        Assert.Contains("'draft_mail' is offered already", Assert.Throws<ArgumentException>(() => new ChatAgents().Offer<Office.Post>(Access.Draft, Drafting, Drafting)).Message, StringComparison.Ordinal);
    }

    private static AIFunction Drafting { get; } = AIFunctionFactory.Create((string text) => text.Length, "draft_mail");

    private Task<AgentAnswer> AskAsync(Service service, SopAsCode.Definitions.StepDefinition step, ChatAgentOptions? options = null) =>
        Agents(service, options).AskAsync(Asking.Request(step), TestContext.Current.CancellationToken);

    private ChatAgents Agents(Service service, ChatAgentOptions? options = null) => new ChatAgents(options)
        .Use<Sorter>(service.Client)
        .Use<Office.Clerk>(service.Client)
        .Offer<Shop>(Access.Read, AIFunctionFactory.Create(FindOrder, "find_order"))
        .Offer<Shop>(Access.Draft, AIFunctionFactory.Create(() => "never", "draft_order"))
        .Offer<Office.Post>(Access.Draft, Drafting)
        .Offer<Office.Post>(Access.Read, AIFunctionFactory.Create(() => "never", "read_mail"));

    private string FindOrder(string number)
    {
        _asked.Add(number);
        return number == "SECRET" ? throw new InvalidOperationException("the password is 1234") : $"order {number} is on its way";
    }

    private static IEnumerable<string> Offered(Service service) => service.Asked.First().TryGetProperty("tools", out var tools)
        ? tools.EnumerateArray().Select(tool => tool.GetProperty("function").GetProperty("name").GetString()!)
        : [];
}
