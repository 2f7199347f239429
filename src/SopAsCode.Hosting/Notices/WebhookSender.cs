using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace SopAsCode.Hosting;

/// <summary>
/// Tells by an HTTP request of the form that Standard Webhooks 1.0 describes: headers <c>webhook-id</c>, <c>webhook-timestamp</c> and <c>webhook-signature</c>
/// with HMAC-SHA256, so that a receiver knows who sent it, when, and whether it came before. Redirects are not followed.
/// </summary>
internal sealed class WebhookSender : INoticeSender, IDisposable
{
    private const string Prefix = "whsec_";
    private readonly HttpClient _http;
    private readonly Uri _address;
    private readonly byte[] _secret;
    private readonly TimeProvider _time;

    public WebhookSender(Uri address, string secret, TimeProvider time)
    {
        (_address, _secret, _time) = (address, Secret(secret), time);
        _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { Timeout = TimeSpan.FromSeconds(15), MaxResponseContentBufferSize = 64 * 1024 };
    }

    /// <summary>Reads a secret, or says what is wrong with it without showing it.</summary>
    public static byte[] Secret(string secret)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(secret);
        byte[] bytes;
        try
        {
            bytes = Convert.FromBase64String(secret.StartsWith(Prefix, StringComparison.Ordinal) ? secret[Prefix.Length..] : secret);
        }
        catch (FormatException e)
        {
            throw new ArgumentException("The secret of a webhook is base64, with or without 'whsec_' before it.", nameof(secret), e);
        }

        return bytes.Length is >= 24 and <= 64 ? bytes : throw new ArgumentException("The secret of a webhook has 24 to 64 bytes. 'openssl rand -base64 32' makes one.", nameof(secret));
    }

    /// <summary>Takes an address only if what is sent to it can't be read on the way.</summary>
    public static Uri Address(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)) && address.UserInfo.Length == 0
            ? address
            : throw new ArgumentException("The address of a webhook begins with https://, or with http:// on this machine, and has no user and password in it.", nameof(address));
    }

    public async Task SendAsync(Notice notice, CancellationToken cancel)
    {
        var body = Body(notice);
        var sent = _time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = Convert.ToBase64String(HMACSHA256.HashData(_secret, (byte[])[.. Encoding.UTF8.GetBytes($"{notice.Id}.{sent}."), .. body]));
        using HttpRequestMessage request = new(HttpMethod.Post, _address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.Add("webhook-id", notice.Id);
        request.Headers.Add("webhook-timestamp", sent);
        request.Headers.Add("webhook-signature", $"v1,{signature}");
        HttpResponseMessage answer;
        try
        {
            answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (!cancel.IsCancellationRequested)
        {
            throw new NoticeFailedException("The receiver did not answer in time.", e);
        }

        using (answer)
        {
            if (!answer.IsSuccessStatusCode)
            {
                throw new NoticeFailedException($"The receiver answered {(int)answer.StatusCode}.")
                {
                    RetryAfter = answer.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable ? Wait(answer.Headers.RetryAfter) : null,
                };
            }
        }
    }

    public void Dispose() => _http.Dispose();

    private TimeSpan? Wait(RetryConditionHeaderValue? after) => after?.Delta ?? (after?.Date is { } date && date - _time.GetUtcNow() is { Ticks: > 0 } left ? left : null);

    private static byte[] Body(Notice notice)
    {
        using MemoryStream body = new();
        using (Utf8JsonWriter json = new(body))
        {
            var item = notice.Item;
            json.WriteStartObject();
            json.WriteString("type", "sop.item.open");
            json.WriteString("timestamp", item.Asked);
            json.WriteStartObject("data");
            json.WriteString("item", item.Id);
            json.WriteNumber("revision", item.Revision);
            json.WriteString("run", item.Run);
            json.WriteString("sop", item.Sop);
            json.WriteString("sopTitle", notice.SopTitle);
            json.WriteString("step", item.Step);
            json.WriteString("kind", item.Kind.ToString());
            json.WriteString("title", item.Title);
            json.WriteString("role", notice.Role);
            json.WriteString("asked", item.Asked);
            if (item.Due is { } due)
            {
                json.WriteString("due", due);
            }

            json.WriteString("line", notice.Line);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return body.ToArray();
    }
}
