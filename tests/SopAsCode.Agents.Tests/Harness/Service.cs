using System.ClientModel;
using System.ClientModel.Primitives;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using OpenAI;

namespace SopAsCode.Agents.Tests.Harness;

/// <summary>An AI service on this machine that answers as a test says, one answer after the other, and remembers what it was asked.</summary>
internal sealed class Service : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly ConcurrentQueue<Reaction> _reactions = new();
    private readonly CancellationTokenSource _closed = new();

    public Service()
    {
        using (TcpListener free = new(IPAddress.Loopback, 0))
        {
            free.Start();
            Address = new($"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/v1/");
        }

        _listener.Prefixes.Add(Address.AbsoluteUri);
        _listener.Start();
        _ = ServeAsync();
    }

    public Uri Address { get; }

    /// <summary>The bodies of all requests.</summary>
    public ConcurrentQueue<JsonElement> Asked { get; } = new();

    /// <summary>A client of this service that never asks twice by itself.</summary>
    public IChatClient Client => new OpenAIClient(new ApiKeyCredential("none"), new OpenAIClientOptions { Endpoint = Address, RetryPolicy = new ClientRetryPolicy(0) })
        .GetChatClient("model-of-the-client").AsIChatClient();

    public Service Answers(string content, string finish = "stop") => Then(new(200, Completion(new JsonObject { ["role"] = "assistant", ["content"] = content }, finish)));

    /// <summary>It wants a function called.</summary>
    public Service Calls(string function, string arguments, string words = "") => Then(new(200, Completion(
        new JsonObject
        {
            ["role"] = "assistant",
            ["content"] = words,
            ["tool_calls"] = new JsonArray(new JsonObject { ["id"] = "t1", ["type"] = "function", ["function"] = new JsonObject { ["name"] = function, ["arguments"] = arguments } }),
        },
        "tool_calls")));

    public Service Refuses(string words) => Then(new(200, Completion(new JsonObject { ["role"] = "assistant", ["content"] = null, ["refusal"] = words }, "stop")));

    public Service Fails(int status, string? retryAfter = null) => Then(new(status, """{"error":{"message":"not now","type":"server_error"}}""", retryAfter));

    public Service IsSilent() => Then(new(0, ""));

    public void Dispose()
    {
        _closed.Cancel();
        _listener.Close();
        _closed.Dispose();
    }

    private Service Then(Reaction reaction)
    {
        _reactions.Enqueue(reaction);
        return this;
    }

    private static string Completion(JsonObject message, string finish) => new JsonObject
    {
        ["id"] = "c1",
        ["object"] = "chat.completion",
        ["created"] = 1,
        ["model"] = "m",
        ["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["message"] = message, ["finish_reason"] = finish }),
        ["usage"] = new JsonObject { ["prompt_tokens"] = 1000, ["completion_tokens"] = 200, ["total_tokens"] = 1200 },
    }.ToJsonString();

    private async Task ServeAsync()
    {
        while (!_closed.IsCancellationRequested)
        {
            try
            {
                await AnswerAsync(await _listener.GetContextAsync());
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or OperationCanceledException)
            {
                // The test is over, or the client went away.
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.InputStream);
        Asked.Enqueue(body.RootElement.Clone());
        var reaction = _reactions.TryDequeue(out var next) ? next : new(500, """{"error":{"message":"the test says nothing more"}}""");
        if (reaction.Status == 0)
        {
            // The client waits; the next request is served all the same.
            return;
        }

        context.Response.StatusCode = reaction.Status;
        context.Response.ContentType = "application/json";
        if (reaction.RetryAfter is { } after)
        {
            context.Response.Headers["Retry-After"] = after;
        }

        await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(reaction.Body));
        context.Response.Close();
    }

    private sealed record Reaction(int Status, string Body, string? RetryAfter = null);
}
