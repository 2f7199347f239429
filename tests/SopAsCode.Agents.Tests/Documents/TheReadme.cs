using System.ClientModel;
using System.ClientModel.Primitives;
using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;
using OpenAI;
using SopAsCode.Agents.Tests.Harness;
using SopAsCode.TestHarness;

namespace SopAsCode.Agents.Tests.Documents;

/// <summary>What the README of the package shows compiles, and what it names is there.</summary>
public partial class TheReadme
{
    [Fact]
    public async Task Its_sample_is_part_of_this_file_and_its_times_are_the_usual_ones()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(Example.RepositoryRoot, "src", "SopAsCode.Agents", "README.md"), TestContext.Current.CancellationToken);
        var source = await File.ReadAllTextAsync(Path.Combine(Example.RepositoryRoot, "tests", "SopAsCode.Agents.Tests", "Documents", "TheReadme.cs"), TestContext.Current.CancellationToken);
        Assert.Equal(2, Samples().Count(page));
        Assert.All(Samples().Matches(page), sample => Assert.Contains(sample.Groups["code"].Value, source, StringComparison.Ordinal));
        Assert.NotNull(Agents("none"));
        Assert.Equal((TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(30)), (new ChatAgentOptions().Timeout, new ChatAgentOptions().LongestWait));
    }

    private static ChatAgents Agents(string key)
    {
        // The retries of the client are off: the SOP says how often a step is tried.
        OpenAIClient service = new(new ApiKeyCredential(key), new OpenAIClientOptions { RetryPolicy = new ClientRetryPolicy(0) });
        var agents = new ChatAgents(new() { Prices = new Dictionary<string, ModelPrice> { ["gpt-5-mini"] = new(0.25m, 2m, "USD") } })
            .Use<Sorter>(service.GetChatClient("gpt-5-mini").AsIChatClient());
        agents.Offer<Shop>(Access.Read, AIFunctionFactory.Create(FindOrder));
        return agents;

        static string FindOrder(string number) => $"Order {number} is on its way.";
    }

    [GeneratedRegex("```csharp\n(?<code>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Samples();
}
