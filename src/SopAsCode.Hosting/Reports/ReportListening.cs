using System.Net;
using System.Net.Mime;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SopAsCode.Runtime;

namespace SopAsCode.Hosting;

/// <summary>Listens on this machine for reports from outside. A request without a right key learns nothing, and no request but a POST does anything.</summary>
internal sealed class ReportListening(SopHost host, SopHostingOptions options, ReportKeys keys, ILogger<ReportListening> logger) : IHostedService, IDisposable
{
    /// <summary>The longest body, in bytes: the longest value in letters of four bytes, and some more.</summary>
    public const int Largest = 4_100_000;

    private const int AtOnce = 32;
    private static readonly TimeSpan LongestRead = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestDrain = TimeSpan.FromSeconds(2);

    private readonly HttpListener _listener = new();
    private readonly SemaphoreSlim _room = new(AtOnce);
    private readonly ReportTaking _taking = new(host);
    private readonly Uri _place = new(options.ReportsAt!, "reports");
    private Task _loop = Task.CompletedTask;
    private volatile bool _isStopping;

    /// <summary>Listens.</summary>
    /// <exception cref="InvalidOperationException">The address is taken.</exception>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            _listener.Prefixes.Add(options.ReportsAt!.AbsoluteUri);
            _listener.Start();
        }
        catch (Exception e) when (e is HttpListenerException or System.Net.Sockets.SocketException)
        {
            throw new InvalidOperationException($"Reports can't be taken at {_place}: {e.Message}", e);
        }

        Log.Listens(logger, string.Join(", ", options.ReportSources.Select(source => source.Name)), _place);
        _loop = ListenAsync();
        return Task.CompletedTask;
    }

    // What was begun is brought to its end: it is short.
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        _isStopping = true;
        using (CancellationTokenSource over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken))
        {
            over.CancelAfter(options.LastWait);

            // One place is that of the next request.
            for (var i = 1; i < AtOnce && !over.IsCancellationRequested; i++)
            {
                await _room.WaitAsync(over.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        _listener.Close();
        await _loop.WaitAsync(options.LastWait, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose()
    {
        ((IDisposable)_listener).Dispose();
        _room.Dispose();
    }

    private async Task ListenAsync()
    {
        while (!_isStopping)
        {
            await _room.WaitAsync().ConfigureAwait(false);
            try
            {
                _ = HandleAsync(await _listener.GetContextAsync().ConfigureAwait(false));
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                // The client went away before it said anything, or the host stops.
                _room.Release();
            }
        }
    }

    private async Task HandleAsync(HttpListenerContext context)
    {
        await Task.Yield();
        try
        {
            await WriteAsync(context, await AnswerAsync(context.Request).ConfigureAwait(false)).ConfigureAwait(false);
        }
        catch (Exception e) when (e is HttpListenerException or IOException or ObjectDisposedException or InvalidOperationException or OperationCanceledException)
        {
            // The client went away; what was recorded stays, and the same report sent again is told so.
            context.Response.Abort();
        }
        finally
        {
            _room.Release();
        }
    }

    private async Task<ReportAnswer> AnswerAsync(HttpListenerRequest request)
    {
        if (keys.NameOf(request.Headers["Authorization"]) is not { } from)
        {
            Log.NoKey(logger);
            return ReportAnswer.Problem(HttpStatusCode.Unauthorized, "NoKey", "Send the header 'Authorization: Bearer' with your key.");
        }

        if (request.Url?.AbsolutePath != _place.AbsolutePath)
        {
            return ReportAnswer.Problem(HttpStatusCode.NotFound, "NoSuchPlace", $"Reports go to {_place.AbsolutePath}, and there is nothing else here.");
        }

        if (request.HttpMethod != "POST")
        {
            return ReportAnswer.Problem(HttpStatusCode.MethodNotAllowed, "NotPosted", "A report is sent with POST. Nothing is decided by any other request.");
        }

        if (!(request.ContentType ?? "").Split(';')[0].Trim().Equals(MediaTypeNames.Application.Json, StringComparison.OrdinalIgnoreCase))
        {
            return ReportAnswer.Problem(HttpStatusCode.UnsupportedMediaType, "NoJson", $"A report is JSON: send the header 'Content-Type: {MediaTypeNames.Application.Json}'.");
        }

        try
        {
            using MemoryStream body = new();
            return !await ReadAsync(request, body, Largest, LongestRead).ConfigureAwait(false)
                ? ReportAnswer.Problem(HttpStatusCode.RequestEntityTooLarge, nameof(RefusalKind.TooLarge), $"A report has at most {Largest} bytes.")
                : _isStopping ? NotNow("The host stops.")
                : await _taking.TakeAsync(from, body.ToArray()).ConfigureAwait(false);
        }
        catch (RunStoreException trouble)
        {
            Log.StoreTrouble(logger, TimeSpan.Zero, trouble);
            return NotNow("The store of runs has trouble. Nothing was recorded.");
        }
#pragma warning disable CA1031 // whatever a store or a service of the team throws must not leave the client without an answer
        catch (Exception error) when (error is not (OperationCanceledException or HttpListenerException or IOException or ObjectDisposedException))
#pragma warning restore CA1031
        {
            Log.ReportFailed(logger, error);
            return ReportAnswer.Problem(HttpStatusCode.InternalServerError, "Failed", "Something went wrong here. Whether it was recorded is not known: send it again; under the same 'key' it is done once.");
        }
        catch (OperationCanceledException)
        {
            return ReportAnswer.Problem(HttpStatusCode.RequestTimeout, "TooSlow", $"The body did not arrive within {LongestRead.TotalSeconds:0} seconds.");
        }
    }

    private static ReportAnswer NotNow(string why) => ReportAnswer.Problem(HttpStatusCode.ServiceUnavailable, "NotNow", $"{why} Send it again later.");

    private static async Task WriteAsync(HttpListenerContext context, ReportAnswer answer)
    {
        var response = context.Response;
        var body = answer.Body();
        response.StatusCode = (int)answer.Status;
        response.ContentType = answer.Reply is null ? MediaTypeNames.Application.ProblemJson : MediaTypeNames.Application.Json;
        response.ContentLength64 = body.Length;
        response.Headers["Cache-Control"] = "no-store";
        switch (answer.Status)
        {
            case HttpStatusCode.Unauthorized:
                response.Headers["WWW-Authenticate"] = "Bearer";
                break;
            case HttpStatusCode.MethodNotAllowed:
                response.Headers["Allow"] = "POST";
                break;
            case HttpStatusCode.ServiceUnavailable:
                response.Headers["Retry-After"] = "10";
                break;
        }

        if (answer.Reply is null)
        {
            // What nobody read would keep some clients from reading the answer; one that never ends is cut off.
            response.KeepAlive = false;
            Task drained = ReadAsync(context.Request, Stream.Null, 4 * Largest, LongestDrain);
            await drained.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        if (context.Request.HttpMethod != "HEAD")
        {
            await response.OutputStream.WriteAsync(body).ConfigureAwait(false);
        }

        response.Close();
    }

    // Reads the rest of the body; false when it is longer.
    private static async Task<bool> ReadAsync(HttpListenerRequest request, Stream to, long largest, TimeSpan longest)
    {
        using CancellationTokenSource late = new(longest);
        var left = largest;
        var part = new byte[16_384];
        while (request.ContentLength64 <= largest && left >= 0)
        {
            var count = await request.InputStream.ReadAsync(part, late.Token).AsTask().WaitAsync(late.Token).ConfigureAwait(false);
            if (count == 0)
            {
                return true;
            }

            left -= count;
            await to.WriteAsync(part.AsMemory(0, count), late.Token).ConfigureAwait(false);
        }

        return false;
    }
}
