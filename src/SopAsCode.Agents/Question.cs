using System.ClientModel;
using System.Globalization;
using Microsoft.Extensions.AI;
using SopAsCode.Runtime;

namespace SopAsCode.Agents;

/// <summary>One question to an AI, with what is said back when the answer does not fit.</summary>
internal sealed class Question(IChatClient client, AgentRequest request, IReadOnlyList<OfferedFunction> functions, ChatAgentOptions options)
{
    // It calls functions, and lives as long as the question; the client of the team lives longer.
    private readonly IChatClient _client = functions.Count == 0 ? client : new FunctionInvokingChatClient(client)
    {
        MaximumIterationsPerRequest = options.MostRounds,
        FunctionInvoker = new FunctionCalling(request, functions).CallAsync,
    };

    private const int TooManyRequests = 429;
    private const int Overloaded = 503;
    private readonly TimeProvider _time = options.Time ?? TimeProvider.System;
    private readonly AnswerForm? _form = request.Step.OutputSchema is { } schema ? AnswerForm.Of(schema) : null;
    private long _input;
    private long _output;
    private bool _isCounted;

    public async Task<AgentAnswer> AskAsync(CancellationToken cancel)
    {
        List<ChatMessage> messages = [new(ChatRole.User, request.Prompt)];
        var first = await TextAsync(messages, cancel).ConfigureAwait(false);
        if (Problem(first, out var answer) is not { } problem)
        {
            return Answered(answer);
        }

        // One more round, in which the AI reads what was wrong.
        messages.Add(new(ChatRole.Assistant, first));
        messages.Add(new(ChatRole.User, $"That answer can't be used: it {problem}. Answer again, with nothing but JSON of the form that was asked for."));
        var second = await TextAsync(messages, cancel).ConfigureAwait(false);
        return Problem(second, out answer) is { } still ? throw new AgentAnswerException(request.Step.Name, $"{still}, also when it was asked again") : Answered(answer);
    }

    private string? Problem(string text, out string answer)
    {
        answer = text;
        return _form?.Problem(text, out answer);
    }

    private AgentAnswer Answered(string json) => new()
    {
        Json = json,
        Usage = _isCounted ? new() { InputTokens = _input, OutputTokens = _output, Cost = Price?.Of(_input, _output), Currency = Price?.Currency } : null,
    };

    private ModelPrice? Price => request.Step.Model is { } model ? options.Prices.GetValueOrDefault(model) : null;

    private async Task<string> TextAsync(List<ChatMessage> messages, CancellationToken cancel)
    {
        var response = await ResponseAsync(messages, cancel).ConfigureAwait(false);
        if (response.Usage is { } usage)
        {
            _input += usage.InputTokenCount ?? 0;
            _output += usage.OutputTokenCount ?? 0;
            _isCounted = true;
        }

        if (response.Messages.SelectMany(message => message.Contents).OfType<ErrorContent>().FirstOrDefault() is { } refusal)
        {
            throw new AgentAnswerException(request.Step.Name, $"is a refusal: {refusal.Message.TrimEnd('.')}");
        }

        return response.FinishReason switch
        {
            { } reason when reason == ChatFinishReason.ContentFilter => throw new AgentAnswerException(request.Step.Name, "was held back by the filter of the service"),
            { } reason when reason == ChatFinishReason.Length => throw new AgentAnswerException(request.Step.Name, "is cut off, because it is longer than the model may answer"),

            // What it said while it called functions is no part of the answer.
            _ => functions.Count == 0 ? response.Text : response.Messages.LastOrDefault(message => message.Role == ChatRole.Assistant)?.Text ?? "",
        };
    }

    // The service may say once when to come back.
    private async Task<ChatResponse> ResponseAsync(List<ChatMessage> messages, CancellationToken cancel)
    {
        try
        {
            return await OnceAsync(messages, cancel).ConfigureAwait(false);
        }
        catch (AgentUnavailableException busy) when (busy.RetryAfter is { } wait && wait <= options.LongestWait)
        {
            await Task.Delay(wait, _time, cancel).ConfigureAwait(false);
            return await OnceAsync(messages, cancel).ConfigureAwait(false);
        }
    }

    private async Task<ChatResponse> OnceAsync(List<ChatMessage> messages, CancellationToken cancel)
    {
        using var late = new CancellationTokenSource(options.Timeout, _time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel, late.Token);
        try
        {
            return await _client.GetResponseAsync(messages, Options(), stop.Token).ConfigureAwait(false);
        }
        catch (Exception error) when (late.IsCancellationRequested && !cancel.IsCancellationRequested && error is OperationCanceledException or ClientResultException { Status: 0 })
        {
            throw new AgentUnavailableException(string.Create(CultureInfo.InvariantCulture, $"The AI did not answer step '{request.Step.Name}' within {options.Timeout.TotalSeconds:0.###} seconds."), null, error);
        }
        catch (ClientResultException error) when (error.Status is TooManyRequests or Overloaded)
        {
            var after = RetryAfter(error);
            throw new AgentUnavailableException(
                $"The AI service has too much to do for step '{request.Step.Name}' (status {error.Status.ToString(CultureInfo.InvariantCulture)}{(after is { } wait ? string.Create(CultureInfo.InvariantCulture, $", to be asked again after {wait.TotalSeconds:0.###} seconds") : "")}).",
                after,
                error);
        }
    }

    private ChatOptions Options() => new()
    {
        ModelId = request.Step.Model,
        MaxOutputTokens = options.MaxOutputTokens,
        Tools = functions.Count == 0 ? null : [.. functions.Select(offered => offered.Function)],
        ResponseFormat = _form is null ? null : ChatResponseFormat.ForJsonSchema(_form.Schema, request.Step.Name),
        AdditionalProperties = _form is null ? null : new() { ["strict"] = true },
    };

    private TimeSpan? RetryAfter(ClientResultException error)
    {
        if (error.GetRawResponse() is not { } response || !response.Headers.TryGetValue("Retry-After", out var text))
        {
            return null;
        }

        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds <= TimeSpan.MaxValue.TotalSeconds / 2)
        {
            return TimeSpan.FromSeconds(seconds);
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) && at - _time.GetUtcNow() is var wait
            ? wait > TimeSpan.Zero ? wait : TimeSpan.Zero
            : null;
    }
}
