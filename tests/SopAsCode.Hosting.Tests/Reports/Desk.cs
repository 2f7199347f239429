using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Hosting;
using SopAsCode.Hosting.Tests.Harness;
using SopAsCode.Runtime;

namespace SopAsCode.Hosting.Tests.Reports;

/// <summary>A host that takes reports at a free port, and what somebody outside sends to it.</summary>
public sealed class Desk : IAsyncLifetime
{
    public const string Value = """{"Text":"It is a shop in Oslo.","Trust":7}""";

    public const string Key = "a key of the tests, long enough";

    private readonly Place _place = new();
    private readonly HttpClient _http = new();
    private int _runs;

    public Uri Address { get; } = Free();

    internal Place Place => _place;

    internal IHost Host { get; private set; } = null!;

    internal SopHost Sops => Place.Of(Host);

    /// <summary>Whether the store can't be reached.</summary>
    public bool HasTrouble { get; set; }

    /// <summary>Whether the store throws what no store should.</summary>
    public bool IsBroken { get; set; }

    public async ValueTask InitializeAsync()
    {
        Environment.SetEnvironmentVariable("TESTS_REPORT_KEY", Key);
        Environment.SetEnvironmentVariable("TESTS_ARCHIVE_KEY", Key + "!");
        Host = await _place.StartHostAsync(Listen, store => new TroubledStore(new BrokenInbox(store, () => IsBroken), () => HasTrouble));
    }

    /// <summary>Two who report.</summary>
    public void Listen(SopHostingOptions options)
    {
        options.ListenForReports(Address, "research-tool", keyFrom: "TESTS_REPORT_KEY");
        options.ListenForReports(Address, "archive", keyFrom: "TESTS_ARCHIVE_KEY");
    }

    /// <summary>An address of this machine that nobody has.</summary>
    public static Uri Free()
    {
        using TcpListener free = new(IPAddress.Loopback, 0);
        free.Start();
        return new($"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}");
    }

    /// <summary>A run that waits for the AI outside.</summary>
    public async Task<string> ResearchAsync()
    {
        var run = $"research-{Interlocked.Increment(ref _runs)}";
        (await Sops.StartAsync(run, new StartRun { By = Actor.Automation("shop"), Sop = "research-invoice", Input = """{"Number":"1"}""" })).OrThrow();
        return run;
    }

    /// <summary>A report about the first item of a run.</summary>
    public static string Report(string run, string rest = $"\"value\":{Value}", int revision = 1, int item = 1) => $$"""{"item":"{{run}}#{{item}}","revision":{{revision}},{{rest}}}""";

    /// <summary>Sends a report as it should be.</summary>
    public Task<Answer> PostAsync(string body, string key = Key) => SendAsync(new(HttpMethod.Post, new Uri(Address, "reports"))
    {
        Content = new StringContent(body, Encoding.UTF8, "application/json"),
        Headers = { Authorization = new("Bearer", key) },
    });

    /// <summary>Sends something.</summary>
    public async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
            var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            return new((int)response.StatusCode, response.Headers, response.Content.Headers, text.Length == 0 ? default : JsonDocument.Parse(text).RootElement.Clone());
        }
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _place.DisposeAsync();
    }
}

/// <summary>A store with a defect.</summary>
internal sealed class BrokenInbox(IRunStore store, Func<bool> isBroken) : ForwardingRunStore(store)
{
    public override ValueTask<IReadOnlyList<PendingItem>> InboxAsync(InboxQuery query, CancellationToken cancel) =>
        isBroken() ? throw new InvalidOperationException("SECRET") : base.InboxAsync(query, cancel);
}

/// <summary>What came back.</summary>
public sealed record Answer(int Status, HttpResponseHeaders Headers, HttpContentHeaders Content, JsonElement Json)
{
    public string? Kind => Text("kind");

    public string? Text(string member) => Json.ValueKind == JsonValueKind.Object && Json.TryGetProperty(member, out var value) ? value.ToString() : null;
}
