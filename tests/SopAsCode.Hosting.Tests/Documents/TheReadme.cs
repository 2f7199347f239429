using System.Net.Mail;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SopAsCode.Definitions;
using SopAsCode.Hosting.Tests.Notices;
using SopAsCode.Hosting.Tests.Reports;
using SopAsCode.Hosting.Tests.Sops;
using SopAsCode.Runtime;
using SopAsCode.TestHarness;
using Place = SopAsCode.Hosting.Tests.Harness.Place;
using InvoiceJson = SopAsCode.Hosting.Tests.Sops.TeamJson;

namespace SopAsCode.Hosting.Tests.Documents;

/// <summary>What the README of the package shows compiles, and what it names is there.</summary>
public partial class TheReadme
{
    [Fact]
    public async Task Its_host_is_part_of_this_file()
    {
        var source = await File.ReadAllTextAsync(Path.Combine(Example.RepositoryRoot, "tests", "SopAsCode.Hosting.Tests", "Documents", "TheReadme.cs"));
        var samples = Samples().Matches(await PageAsync()).Select(sample => sample.Groups["code"].Value).Where(sample => !sample.Contains("SopTelemetry", StringComparison.Ordinal)).ToList();
        Assert.Equal(4, samples.Count);
        Assert.All(samples, sample => Assert.Contains(sample, source, StringComparison.Ordinal));
        var builder = Host.CreateEmptyApplicationBuilder(new());
        Add(builder, TestsSops.Instance);
        Assert.Contains(builder.Services, service => service.ServiceType == typeof(SopHost));
    }

    [Fact]
    public async Task It_names_each_option_with_its_default()
    {
        var page = await PageAsync();
        var options = new SopHostingOptions();
        Assert.All(typeof(SopHostingOptions).GetProperties().Where(option => option.Name != nameof(options.LastWait)), option => Assert.Contains($"`{option.Name}`", page, StringComparison.Ordinal));
        Assert.Equal((TimeSpan.FromSeconds(1), TimeSpan.FromDays(1)), (options.Pause, options.CatchUp));
    }

    private static void Add(HostApplicationBuilder builder, SopCatalogue catalogue)
    {
        builder.Services.AddSopHosting(
            [catalogue],
            services => SqliteRunStore.Open("sops.db"),
            services => new() { Json = InvoiceJson.Default },
            options => options.StepsAtOnce = 4);
    }

    [Fact]
    public async Task Its_body_of_a_webhook_has_the_members_that_are_sent()
    {
        await using var place = new Place();
        await using var receiver = new Receiver();
        var host = await place.StartHostAsync(options => options.NotifyByWebhook<Lead>(receiver.Address, Convert.ToBase64String(new byte[32])));
        (await Place.Of(host).StartAsync("check-1", new StartRun { By = Actor.Automation("shop"), Sop = "check-invoice", Input = """{"Number":"1"}""" })).OrThrow();
        await place.UntilAsync(() => Task.FromResult(!receiver.All.IsEmpty));

        var shown = JsonDocument.Parse(Body().Match(await PageAsync()).Groups["json"].Value).RootElement;
        var sent = JsonDocument.Parse(receiver.All.First().Body).RootElement;
        Assert.Equal(Names(shown), Names(sent));
        Assert.Equal(Names(shown.GetProperty("data")), Names(sent.GetProperty("data")));

        static IEnumerable<string> Names(JsonElement json) => json.EnumerateObject().Select(member => member.Name);
    }

    private static void Tell(SopHostingOptions options, Dictionary<string, string?> configuration)
    {
        options.NotifyByWebhook<Lead>(new Uri("https://chat.example.com/hooks/leads"), configuration["LeadHookSecret"]!);
        options.NotifyBy<Lead, Mail>();
    }

    private static void Listen(SopHostingOptions options)
    {
        options.ListenForReports(new Uri("http://127.0.0.1:5080"), "research-tool", keyFrom: "RESEARCH_TOOL_KEY");
    }

    [Fact]
    public async Task Its_report_is_taken_and_each_problem_is_named()
    {
        Listen(new());
        var page = await PageAsync();
        await using Desk desk = new();
        await desk.InitializeAsync();
        var run = await desk.ResearchAsync();
        var answer = await desk.PostAsync(Report().Match(page).Groups["json"].Value.Replace("invoice-17", run, StringComparison.Ordinal));
        Assert.Contains("\n" + answer.Json.GetRawText().Replace(run, "invoice-17", StringComparison.Ordinal) + "\n", page, StringComparison.Ordinal);
        Assert.All(["400", "401", "403", "404", "405", "408", "409", "413", "415", "422", "500", "503"], status => Assert.Matches($@"\n\|[ 0-9,]*{status}[ 0-9,]*\|", page));
    }

    [Fact]
    public void Its_channels_can_be_made() => Tell(new(), new() { ["LeadHookSecret"] = Convert.ToBase64String(new byte[32]) });

    public sealed class Mail(SmtpClient smtp, People people) : INoticeSender
    {
        public Task SendAsync(Notice notice, CancellationToken cancel) =>
            smtp.SendMailAsync("sops@example.com", people.AddressOf(notice.Role), notice.Line, notice.Text, cancel);
    }

    public sealed class People
    {
        public string AddressOf(string role) => $"{role}@example.com";
    }

    private static Task<string> PageAsync() => File.ReadAllTextAsync(Path.Combine(Example.RepositoryRoot, "src", "SopAsCode.Hosting", "README.md"));

    [GeneratedRegex("-d '(?<json>.*?)'", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Report();

    [GeneratedRegex("```json\n(?<json>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Body();

    [GeneratedRegex("```csharp\n(?<code>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Samples();
}
