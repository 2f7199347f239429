using System.Text.Json;
using SopAsCode.Runtime;

namespace TinyTeam.Play;

/// <summary>An AI that says what the script says, step by step. An <see cref="Exception"/> in the script is thrown: its service is down.</summary>
internal sealed class ScriptedAI : IAgentService
{
    private readonly Dictionary<string, Queue<object>> _answers = new(StringComparer.Ordinal);

    /// <summary>Says what the AI answers the next time a step asks it.</summary>
    public void Answers(string step, object answer)
    {
        if (!_answers.TryGetValue(step, out var answers))
        {
            _answers[step] = answers = new();
        }

        answers.Enqueue(answer);
    }

    /// <inheritdoc/>
    public Task<AgentAnswer> AskAsync(AgentRequest request, CancellationToken cancel)
    {
        var answer = _answers[request.Step.Name].Dequeue();
        return answer is Exception failure
            ? Task.FromException<AgentAnswer>(failure)
            : Task.FromResult(new AgentAnswer { Json = JsonSerializer.Serialize(answer, answer.GetType(), TeamJson.Default) });
    }
}
