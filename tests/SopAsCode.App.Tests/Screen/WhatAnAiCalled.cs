using SopAsCode.App.SmallTeam;
using SopAsCode.App.Tests.Harness;
using SopAsCode.Runtime;

namespace SopAsCode.App.Tests.Screen;

/// <summary>The functions that an AI called are in the history of its run.</summary>
public class WhatAnAiCalled
{
    [Fact]
    public async Task Is_in_the_history_by_name_tool_and_number()
    {
        using Office office = new() { Agents = new CallingAI() };
        await office.DoAsync("start", "answer-letter", "--run", "letter-17", "--input", Office.Letter, "--automation", "mail", "--work");
        var text = await office.DoAsync("history", "letter-17", "--contents");
        Assert.Contains("\n      called find_order of Mail, 2 times, failed 1 time\n      called read_mail of Mail, 1 time\n", text, StringComparison.Ordinal);
        Assert.Contains("\"number\":\"17\"", text, StringComparison.Ordinal);
        Assert.Equal("The record is whole.\n", await office.DoAsync("verify"));
    }

    private sealed class CallingAI : IAgentService
    {
        public Task<AgentAnswer> AskAsync(AgentRequest request, CancellationToken cancel)
        {
            request.Called(new() { Function = "find_order", Tool = typeof(Mail).FullName!, Arguments = """{"number":"17"}""", Failed = true });
            request.Called(new() { Function = "read_mail", Tool = typeof(Mail).FullName!, Result = new string('x', 300_000) });
            request.Called(new() { Function = "find_order", Tool = typeof(Mail).FullName!, Arguments = """{"number":"18"}""", Result = "no JSON" });
            return Task.FromResult(new AgentAnswer { Json = """{"Text":"Soon."}""" });
        }
    }
}
