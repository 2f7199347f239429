using SopAsCode.Runtime;

namespace SopAsCode.Testing;

/// <summary>An AI in a scenario. It says nothing that the test does not say.</summary>
public sealed class ScenarioAgent
{
    private readonly Stage _stage;
    private readonly string _agent;
    private readonly string? _run;

    internal ScenarioAgent(Stage stage, string agent, string? run) => (_stage, _agent, _run) = (stage, agent, run);

    /// <summary>The prompts that it got so far, in their order.</summary>
    public IReadOnlyList<string> Prompts => [.. _stage.Agents.Asked.Where(IsMine).Select(question => question.Request.Prompt)];

    /// <summary>Answers the question that waits longest, and lets happen what follows.</summary>
    /// <param name="answer">The value that the step makes; a <see cref="System.Text.Json.Nodes.JsonNode"/> is sent as it stands, also when it does not fit.</param>
    /// <returns>When all of it has happened.</returns>
    /// <exception cref="ScenarioException">Nobody asked it.</exception>
    public Task Answers(object answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var question = Asked("answer");
        return _stage.AnswerAsync(question, new(_stage.Values.Write(question.Request.Step, answer), null));
    }

    /// <summary>Its service fails at the question that waits longest, and lets happen what follows.</summary>
    /// <param name="because">What the error says.</param>
    /// <returns>When all of it has happened.</returns>
    /// <exception cref="ScenarioException">Nobody asked it.</exception>
    public Task Fails(string because = "the AI service does not answer") => _stage.AnswerAsync(Asked("fail at"), new(null, new HttpRequestException(because)));

    /// <summary>Says what it answers to questions that are still to come, one answer for each, in any run.</summary>
    /// <param name="answers">The values that the steps make.</param>
    /// <returns>This.</returns>
    public ScenarioAgent WillAnswer(params object[] answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        foreach (var answer in answers)
        {
            _stage.Agents.Script(_agent, new(_stage.Values.Write(answer), null));
        }

        return this;
    }

    /// <summary>Says that its service fails at the next question that is still to come, in any run.</summary>
    /// <param name="because">What the error says.</param>
    /// <returns>This.</returns>
    public ScenarioAgent WillFail(string because = "the AI service does not answer")
    {
        _stage.Agents.Script(_agent, new(null, new HttpRequestException(because)));
        return this;
    }

    private bool IsMine(AgentQuestion question) => question.Agent == _agent && (_run is null || question.Lease.Run == _run);

    private AgentQuestion Asked(string verb) => _stage.Agents.Waiting.FirstOrDefault(IsMine)
        ?? throw new ScenarioException(Story.Of(_stage, $"AI '{TypeNames.Short(_agent)}' has no question to {verb}{(_run is null ? "" : $" in run '{_run}'")}.", _run));
}
