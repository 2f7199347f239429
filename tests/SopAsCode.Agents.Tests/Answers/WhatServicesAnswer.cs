using System.Text.Json.Nodes;
using SopAsCode.Agents.Tests.Harness;
using SopAsCode.Runtime;

namespace SopAsCode.Agents.Tests.Answers;

/// <summary>Good answers, and all that services do instead.</summary>
public class WhatServicesAnswer
{
    [Fact]
    public async Task A_good_answer_ends_the_step_and_leaves_prompt_tokens_and_cost_in_the_record()
    {
        using var service = new Service().Answers(Asking.Good);
        ChatAgentOptions options = new() { Prices = new Dictionary<string, ModelPrice> { ["model-of-the-step"] = new(0.25m, 2m, "USD") } };
        var (state, events, contents) = await Asking.RunAsync(new ChatAgents(options).Use<Sorter>(service.Client));
        Assert.Equal("Completed", state);
        var mark = Assert.IsType<StepCompleted>(events.Single(recorded => recorded.Event == nameof(StepCompleted)).Read()).Agent!;
        Assert.Equal((1000, 200, "model-of-the-step"), (mark.InputTokens, mark.OutputTokens, mark.Model));
        Assert.Contains("0.00065", mark.Cost, StringComparison.Ordinal);
        Assert.Equal("Sort this: Where is it?", contents[mark.Prompt!]);

        var asked = Assert.Single(service.Asked);
        Assert.Equal("model-of-the-step", asked.GetProperty("model").GetString());
        var message = Assert.Single(asked.GetProperty("messages").EnumerateArray());
        Assert.Contains("Sort this: Where is it?", message.GetProperty("content").ToString(), StringComparison.Ordinal);
        var format = asked.GetProperty("response_format").GetProperty("json_schema");
        Assert.True(format.GetProperty("strict").GetBoolean());
        Assert.Equal("object", format.GetProperty("schema").GetProperty("type").GetString());
        Assert.True(format.GetProperty("schema").GetProperty("properties").TryGetProperty("Mood", out _));
    }

    [Theory]
    [InlineData("""{"Mood":"Angry","Macro":null,"Topics":[{"Name":"parcel"}]}""", "'Topics[0].Urgency' is missing")]
    [InlineData("""{"Mood":"Angry","Macro":null,"Topics":[],"Extra":1}""", "'Extra' is unknown")]
    [InlineData("""{"Mood":"Furious","Macro":null,"Topics":[]}""", "'Mood' must be one of Calm, Angry")]
    [InlineData("""{"Mood":"Angry","Macro":7,"Topics":[]}""", "'Macro' must be string")]
    [InlineData("""{"Mood":"Angry","Macro":null,"Topics":[{"Name":"parcel","Urgency":1.5}]}""", "'Topics[0].Urgency' must be integer")]
    [InlineData("""{"Mood":"Angry","Macro":null,"Topics":null}""", "'Topics' must be array")]
    [InlineData("""{"Mood":"Angry","Mood":"Calm","Macro":null,"Topics":[]}""", "is no JSON")]
    [InlineData("""[1]""", "it must be object")]
    [InlineData("Here it is: {}", "is no JSON")]
    [InlineData("", "is empty")]
    public async Task An_answer_that_does_not_fit_is_sent_back_once(string misfit, string problem)
    {
        using var repaired = new Service().Answers(misfit).Answers(Asking.Good);
        var answer = await Asking.AskAsync(repaired);
        Assert.Equal((Asking.Good, 2000, 400), (answer.Json, answer.Usage!.InputTokens, answer.Usage.OutputTokens));
        var messages = repaired.Asked.Last().GetProperty("messages").EnumerateArray().ToList();
        Assert.Equal(3, messages.Count);
        Assert.Contains(problem, System.Text.Json.JsonSerializer.Deserialize<JsonNode>(messages[2].GetProperty("content"))!.ToString(), StringComparison.Ordinal);

        using var stubborn = new Service().Answers(misfit).Answers(misfit);
        var error = await Assert.ThrowsAsync<AgentAnswerException>(() => Asking.AskAsync(stubborn));
        Assert.Contains($"{problem}", error.Message, StringComparison.Ordinal);
        Assert.Equal(2, stubborn.Asked.Count);
    }

    [Fact]
    public async Task A_failure_goes_where_the_sop_says()
    {
        using var service = new Service().Refuses("I can't help with that.");
        var (state, events, contents) = await Asking.RunAsync(new ChatAgents().UseForOthers(service.Client));
        Assert.Equal("SortByHand", state);
        var failed = Assert.IsType<StepFailed>(events.Single(recorded => recorded.Event == nameof(StepFailed)).Read());
        Assert.Equal("The AI's answer to step 'Sort' is a refusal: I can't help with that.", contents[failed.Notes!]);
        Assert.Single(service.Asked);
    }

    [Theory]
    [InlineData("content_filter", "was held back by the filter of the service")]
    [InlineData("length", "is cut off")]
    public async Task An_answer_that_is_held_back_or_cut_off_fails_at_once(string finish, string problem)
    {
        using var service = new Service().Answers("""{"Mood":""", finish);
        Assert.Contains(problem, (await Assert.ThrowsAsync<AgentAnswerException>(() => Asking.AskAsync(service))).Message, StringComparison.Ordinal);
        Assert.Single(service.Asked);
    }

    [Fact]
    public async Task A_service_that_says_when_to_come_back_is_asked_again_then_and_only_once()
    {
        using var once = new Service().Fails(429, "0").Answers(Asking.Good);
        Assert.Equal(Asking.Good, (await Asking.AskAsync(once)).Json);

        using var always = new Service().Fails(429, "0").Fails(429, "0").Answers(Asking.Good);
        Assert.Equal(TimeSpan.Zero, (await Assert.ThrowsAsync<AgentUnavailableException>(() => Asking.AskAsync(always))).RetryAfter);
        Assert.Equal(2, always.Asked.Count);
    }

    [Theory]
    [InlineData(429, "3600", "status 429, to be asked again after 3600 seconds")]
    [InlineData(503, null, "status 503")]
    public async Task A_service_that_has_too_much_to_do_for_longer_is_a_failure(int status, string? after, string problem)
    {
        using var service = new Service().Fails(status, after).Answers(Asking.Good);
        var error = await Assert.ThrowsAsync<AgentUnavailableException>(() => Asking.AskAsync(service));
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
        Assert.Single(service.Asked);
    }

    [Fact]
    public async Task A_service_that_fails_otherwise_is_not_asked_again()
    {
        using var service = new Service().Fails(500).Answers(Asking.Good);
        await Assert.ThrowsAsync<System.ClientModel.ClientResultException>(() => Asking.AskAsync(service));
        Assert.Single(service.Asked);
    }

    [Fact]
    public async Task A_service_that_is_silent_is_given_up()
    {
        using var service = new Service().IsSilent();
        var error = await Assert.ThrowsAsync<AgentUnavailableException>(() => Asking.AskAsync(service, new() { Timeout = TimeSpan.FromMilliseconds(200) }));
        Assert.Equal("The AI did not answer step 'Sort' within 0.2 seconds.", error.Message);
    }

    [Fact]
    public async Task A_host_that_stops_is_no_failure_of_the_service()
    {
        using var service = new Service().IsSilent();
        using CancellationTokenSource stop = new(TimeSpan.FromMilliseconds(100));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new ChatAgents().UseForOthers(service.Client).AskAsync(Asking.Request(), stop.Token));
    }

    [Fact]
    public async Task A_list_stands_in_a_member_for_the_service_and_alone_for_the_step()
    {
        var step = SortLetter.Definition.Steps[0] with
        {
            OutputSchema = """{"type":"array","items":{"$ref":"#/$defs/Topic"},"$defs":{"Topic":{"type":"object","properties":{"Name":{"type":"string"}},"required":["Name"],"additionalProperties":false}}}""",
        };
        using var service = new Service().Answers("""{"answer":[{"Name":"parcel"}]}""");
        Assert.Equal("""[{"Name":"parcel"}]""", (await Asking.AskAsync(service, step: step)).Json);
        Assert.Equal("object", service.Asked.Single().GetProperty("response_format").GetProperty("json_schema").GetProperty("schema").GetProperty("type").GetString());

        using var wrong = new Service().Answers("""{"answer":[{"Title":"parcel"}]}""").Answers("[]");
        Assert.Contains("it must be object", (await Assert.ThrowsAsync<AgentAnswerException>(() => Asking.AskAsync(wrong, step: step))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_step_of_an_agent_without_a_client_waits_for_a_person_who_gets_the_prompt()
    {
        using var service = new Service().Answers(Asking.Good);
        await Asking.WithHostAsync(new ChatAgents().Use<Sorter>(service.Client), "draft-answer", async (host, _) =>
        {
            var item = Assert.Single(await host.InboxAsync());
            Assert.Equal((ItemKind.Answer, "Write", typeof(Lead).FullName), (item.Kind, item.Step, Assert.Single(item.Roles)));
            Assert.Equal("Answer this: Where is it?", (await host.ShowAsync(item.Id))!.Prompt);
            (await host.AnswerAsync(new Complete { By = Actor.Person("ana@example.com"), Item = item.Id, Revision = 1, Value = """{"Text":"Soon."}""" })).OrThrow();
            var done = (await host.HistoryAsync("letter")).Select(recorded => recorded.Read()).OfType<StepCompleted>().Select(completed => completed.Agent!.Agent);
            Assert.Equal([typeof(Sorter).FullName, typeof(Stranger).FullName], done);
            return true;
        });
        Assert.Single(service.Asked);
    }

    [Fact]
    public async Task An_agent_without_a_client_is_named()
    {
        using Service service = new();
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => new ChatAgents().Use<Stranger>(service.Client).AskAsync(Asking.Request(), TestContext.Current.CancellationToken));
        Assert.Contains("Use<Sorter>(…)", error.Message, StringComparison.Ordinal);
    }
}
