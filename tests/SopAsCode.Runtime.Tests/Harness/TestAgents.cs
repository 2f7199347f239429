namespace SopAsCode.Runtime.Tests.Harness;

/// <summary>An AI that answers what the test says.</summary>
public sealed class TestAgents(params string[] answers) : IAgentService
{
    private readonly Queue<string> _answers = new(answers);

    public List<string> Prompts { get; } = [];

    public Task<AgentAnswer> AskAsync(AgentRequest request, CancellationToken cancel)
    {
        lock (_answers)
        {
            Prompts.Add(request.Prompt);
            var answer = _answers.Count > 1 ? _answers.Dequeue() : _answers.Peek();
            return answer.StartsWith('!')
                ? Task.FromException<AgentAnswer>(new HttpRequestException(answer[1..]))
                : Task.FromResult(new AgentAnswer { Json = answer, Usage = new() { InputTokens = 12, OutputTokens = 3, Cost = 0.0012m, Currency = "EUR" } });
        }
    }
}
