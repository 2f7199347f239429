using SopAsCode.Runtime;

namespace TinyTeam.Play;

/// <summary>
/// What people and AI do in one scene: answers in the order in which the steps ask. A scripted <see cref="Exception"/> is thrown.
/// </summary>
/// <param name="title">What the scene shows.</param>
internal sealed class Scene(string title) : IPerformer
{
    private readonly Dictionary<string, Queue<object>> _answers = [];
    private readonly Queue<(SopTrigger Trigger, string Words)> _fallback = new();

    /// <summary>What the scene shows.</summary>
    public string Title { get; } = title;

    /// <summary>Adds an answer of a step.</summary>
    public Scene On(string step, object answer)
    {
        if (!_answers.TryGetValue(step, out var queue))
        {
            _answers[step] = queue = new();
        }

        queue.Enqueue(answer);
        return this;
    }

    /// <summary>Adds what the owner does in the manual path.</summary>
    public Scene OwnerDoes(SopTrigger trigger, string words)
    {
        _fallback.Enqueue((trigger, words));
        return this;
    }

    /// <summary>What the owner does in the manual path.</summary>
    public (SopTrigger Trigger, string Words) InFallback() => _fallback.Dequeue();

    /// <summary>An output in a few words.</summary>
    public static string WordsOf(StepOutput output) => output.Values.Select(made => made.Value).FirstOrDefault() switch
    {
        Support.Triage triage => $"{triage.Topic}, urgency {triage.Urgency}{(triage.Macro is null ? "" : $", macro \"{triage.Macro}\"")}",
        Support.Reply reply => $"\"{reply.Text}\"",
        Support.Article article => $"article \"{article.Title}\"",
        _ => "done",
    };

    /// <inheritdoc/>
    public Task<TAnswer> PerformAsync<TAnswer>(StepRequest request, CancellationToken cancel)
        where TAnswer : notnull
    {
        object answer = _answers.TryGetValue(request.Step.Name, out var queue) && queue.Count > 0 ? queue.Dequeue() : default(Nothing);
        return answer is Exception failure ? Task.FromException<TAnswer>(failure) : Task.FromResult((TAnswer)answer);
    }
}
