using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace SopAsCode.Hosting.Tests.Notices;

/// <summary>What came to a receiver of webhooks.</summary>
internal sealed record Received(string Id, string Timestamp, string Signature, string Body)
{
    public JsonElement Data => JsonDocument.Parse(Body).RootElement.GetProperty("data");

    /// <summary>Whether it was signed with a secret, as a receiver finds out.</summary>
    public bool IsSignedWith(string secret) =>
        Signature == "v1," + Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(secret), Encoding.UTF8.GetBytes($"{Id}.{Timestamp}.{Body}")));
}

/// <summary>A receiver of webhooks on this machine.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly HttpListener _listener;
    private readonly Task _loop;

    public Receiver()
    {
        for (var port = Random.Shared.Next(20_000, 50_000); ; port++)
        {
            // A listener that can't start is closed, and is no use for another port.
            _listener = new();
            try
            {
                _listener.Prefixes.Add(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/"));
                _listener.Start();
                Address = new(_listener.Prefixes.Single() + "hook");
                break;
            }
            catch (HttpListenerException)
            {
                // Somebody has the port.
            }
        }

        _loop = Task.Run(TakeAsync);
    }

    public Uri Address { get; }

    public ConcurrentQueue<Received> All { get; } = new();

    /// <summary>What to answer: a status, and a header Retry-After or nothing.</summary>
    public Func<(int Status, string? RetryAfter)> Answer { get; set; } = () => (204, null);

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _loop;
        _listener.Close();
    }

    private async Task TakeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                var context = await _listener.GetContextAsync();
                using StreamReader reader = new(context.Request.InputStream);
                var header = context.Request.Headers;
                All.Enqueue(new(header["webhook-id"]!, header["webhook-timestamp"]!, header["webhook-signature"]!, await reader.ReadToEndAsync()));
                var (status, after) = Answer();
                context.Response.StatusCode = status;
                if (after is not null)
                {
                    context.Response.Headers["Retry-After"] = after;
                }

                if (status is >= 300 and < 400)
                {
                    context.Response.RedirectLocation = Address + "/elsewhere";
                }

                context.Response.Close();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }
}
