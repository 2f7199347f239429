using SopAsCode.Runtime;

namespace SopAsCode.Testing;

/// <summary>An AI that says what the test says. A question for which nothing is scripted waits until the test answers it.</summary>
internal sealed class ScriptedAgents(WatchedStore store) : IAgentService
{
    private readonly Dictionary<string, Queue<ScriptedAnswer>> _scripts = new(StringComparer.Ordinal);
    private readonly List<AgentQuestion> _waiting = [];
    private TaskCompletionSource _parked = new();

    /// <summary>All questions that were asked, in their order.</summary>
    public List<AgentQuestion> Asked { get; } = [];

    /// <summary>The questions that wait for an answer, the oldest first.</summary>
    public IReadOnlyList<AgentQuestion> Waiting => _waiting;

    /// <summary>Ends when the next question waits.</summary>
    public Task NextParked()
    {
        _parked = new();
        return _parked.Task;
    }

    /// <summary>Says what an agent answers the next time it is asked.</summary>
    public void Script(string agent, ScriptedAnswer answer)
    {
        if (!_scripts.TryGetValue(agent, out var answers))
        {
            _scripts[agent] = answers = new();
        }

        answers.Enqueue(answer);
    }

    public Task<AgentAnswer> AskAsync(AgentRequest request, CancellationToken cancel)
    {
        AgentQuestion question = new(request, store.Lease!, cancel);
        Asked.Add(question);
        if (_scripts.TryGetValue(question.Agent, out var answers) && answers.TryDequeue(out var answer))
        {
            question.Give(answer);
            return question.Answer;
        }

        _waiting.Add(question);
        _parked.TrySetResult();
        return question.Answer;
    }

    /// <summary>Answers a question that waits.</summary>
    public void Give(AgentQuestion question, ScriptedAnswer answer)
    {
        _waiting.Remove(question);
        question.Give(answer);
    }

    /// <summary>Forgets the questions of steps that their runs have left.</summary>
    public void Forget(Func<AgentQuestion, bool> isOver)
    {
        foreach (var question in _waiting.Where(isOver).ToList())
        {
            _waiting.Remove(question);
            question.Withdraw();
        }
    }
}

/// <summary>What an AI says: JSON, or an error of its service.</summary>
internal sealed record ScriptedAnswer(string? Json, Exception? Error);

/// <summary>One question to an AI, and the step that asked it.</summary>
internal sealed class AgentQuestion
{
    private readonly TaskCompletionSource<AgentAnswer> _answer = new();

    public AgentQuestion(AgentRequest request, StepLease lease, CancellationToken cancel)
    {
        (Request, Lease) = (request, lease);
        cancel.Register(Withdraw);
    }

    public AgentRequest Request { get; }

    public StepLease Lease { get; }

    public string Agent => Request.Step.Performer?.Type ?? "";

    public Task<AgentAnswer> Answer => _answer.Task;

    /// <summary>The step that waits for the answer; null before it was begun.</summary>
    public Task? Step { get; set; }

    public void Give(ScriptedAnswer answer)
    {
        if (answer.Error is { } error)
        {
            _answer.TrySetException(error);
        }
        else
        {
            _answer.TrySetResult(new() { Json = answer.Json ?? "{}" });
        }
    }

    public void Withdraw() => _answer.TrySetCanceled();
}
