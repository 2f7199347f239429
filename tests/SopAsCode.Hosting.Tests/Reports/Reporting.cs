using System.Net;
using System.Text;
using SopAsCode.Hosting.Tests.Harness;
using SopAsCode.Runtime;

namespace SopAsCode.Hosting.Tests.Reports;

/// <summary>An AI and an automation in other products report over HTTP.</summary>
public sealed class Reporting(Desk desk) : IClassFixture<Desk>
{
    private static readonly Actor Ben = Actor.Person("ben@example.com");

    [Fact]
    public async Task An_ai_reports_a_person_approves_and_an_automation_files_it()
    {
        var run = await desk.ResearchAsync();
        var found = await desk.PostAsync(Desk.Report(run, $$"""
            "value":{{Desk.Value}},"usage":{"inputTokens":900,"outputTokens":40,"cost":0.0125,"currency":"EUR"}
            """));
        Assert.Equal((200, "application/json", run, "Look"), (found.Status, found.Content.ContentType!.MediaType, found.Text("run"), found.Text("state")));
        (await desk.Sops.AnswerAsync(new Approve { By = Ben, Item = run + "#2", Revision = 1 })).OrThrow();
        var filed = await desk.PostAsync($$"""{"item":"{{run}}#3","revision":1}""", Desk.Key + "!");
        Assert.Equal((200, "Completed"), (filed.Status, filed.Text("state")));

        var done = (await desk.Sops.HistoryAsync(run)).Where(recorded => recorded.Event == nameof(StepCompleted)).ToList();
        Assert.Equal(
            [(ActorKind.Agent, "research-tool", "HTTP"), (ActorKind.Automation, "archive", "HTTP")],
            done.Select(recorded => (recorded.By.Kind, recorded.By.Name, recorded.By.Door!)));
        var used = Assert.IsType<StepCompleted>(done[0].Read()).Agent!;
        Assert.Equal((900, 40, "0.0125 EUR"), (used.InputTokens, used.OutputTokens, used.Cost));
        Assert.Contains("It is a shop in Oslo.", string.Concat((await desk.Sops.ContentsAsync(run)).Values), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_goes_where_the_sop_says()
    {
        var run = await desk.ResearchAsync();
        Assert.Equal("Fallback", (await desk.PostAsync(Desk.Report(run, "\"failed\":\"the archive does not answer\""))).Text("state"));
        Assert.Contains("the archive does not answer", (await desk.Sops.ContentsAsync(run)).Values);
    }

    [Fact]
    public async Task Of_many_at_once_one_is_taken_and_the_others_hear_who_was_first()
    {
        var run = await desk.ResearchAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => desk.PostAsync(Desk.Report(run))));
        Assert.Single(answers, answer => answer.Status == 200);
        Assert.All(answers.Where(answer => answer.Status != 200), answer =>
        {
            Assert.Equal((409, "AlreadyAnswered", "application/problem+json"), (answer.Status, answer.Kind, answer.Content.ContentType!.MediaType));
            Assert.Contains("was already answered by research-tool", answer.Text("detail"), StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_report_that_is_sent_again_under_its_name_is_done_once_and_answered_twice()
    {
        var run = await desk.ResearchAsync();
        var report = Desk.Report(run, $"\"value\":{Desk.Value},\"key\":\"r-1\"");
        Assert.Equal((await desk.PostAsync(report)).Json.ToString(), (await desk.PostAsync(report)).Json.ToString());
        Assert.Single(await desk.Sops.HistoryAsync(run), recorded => recorded.Event == nameof(StepCompleted));
    }

    public static TheoryData<string, int, string> Misfits => new()
    {
        { "", 400, "NoReport" },
        { "null", 400, "NoReport" },
        { "[]", 400, "NoReport" },
        { "{", 400, "NoReport" },
        { """{"item":"RUN#1"}""", 400, "NoReport" },
        { """{"revision":1}""", 400, "NoReport" },
        { """{"item":null,"revision":1}""", 400, "NoReport" },
        { """{"item":"RUN#1","revision":"1","value":VALUE}""", 400, "NoReport" },
        { """{"item":"RUN#1","revision":1.5,"value":VALUE}""", 400, "NoReport" },
        { """{"item":"RUN#1","revision":1,"revision":1,"value":VALUE}""", 400, "NoReport" },
        { """{"item":"RUN#1","revision":1,"value":VALUE,"by":"ben@example.com"}""", 400, "NoReport" },
        { """{"Item":"RUN#1","revision":1,"value":VALUE}""", 400, "NoReport" },
        { """{"item":"RUN#1","revision":1,"value":VALUE,}""", 400, "NoReport" },
        { """{"item":"RUN#1","revision":1,"value":VALUE}{}""", 400, "NoReport" },
        { """{"item":"RUN#1","revision":1,/* hi */"value":VALUE}""", 400, "NoReport" },
        { """{"item":"RUN#1","revision":1,"value":DEEP}""", 400, "NoReport" },
        { """{"item":"RUN#1","revision":1,"value":VALUE,"usage":{"inputTokens":1}}""", 400, "NoReport" },
        { """{"item":"no-such-run#1","revision":1,"value":VALUE}""", 404, "UnknownItem" },
        { """{"item":"RUN","revision":1,"value":VALUE}""", 404, "UnknownItem" },
        { """{"item":"RUN#1\u0000","revision":1,"value":VALUE}""", 404, "UnknownItem" },
        { """{"item":"RUN#2","revision":1,"value":VALUE}""", 404, "UnknownItem" },
        { """{"item":"RUN#1","revision":2,"value":VALUE}""", 409, "Stale" },
        { """{"item":"RUN#1","revision":1}""", 422, "Incomplete" },
        { """{"item":"RUN#1","revision":1,"value":null}""", 422, "Incomplete" },
        { """{"item":"RUN#1","revision":1,"value":{"Text":"x"}}""", 422, "Malformed" },
        { """{"item":"RUN#1","revision":1,"value":{"Text":"x","Trust":"7"}}""", 422, "Malformed" },
        { """{"item":"RUN#1","revision":1,"value":{"Text":"x","Trust":7,"More":1}}""", 422, "Malformed" },
        { """{"item":"RUN#1","revision":1,"value":{"Text":"\ud800","Trust":7}}""", 422, "Malformed" },
        { """{"item":"RUN#1","revision":1,"value":VALUE,"failed":"x"}""", 422, "Malformed" },
        { """{"item":"RUN#1","revision":1,"value":VALUE,"usage":{"inputTokens":-1,"outputTokens":1}}""", 422, "Malformed" },
        { """{"item":"RUN#1","revision":1,"value":VALUE,"usage":{"inputTokens":1,"outputTokens":1,"cost":1}}""", 422, "Malformed" },
        { """{"item":"RUN#1","revision":1,"value":VALUE,"usage":{"inputTokens":1,"outputTokens":1,"cost":1,"currency":"half a euro"}}""", 422, "Malformed" },
        { """{"item":"RUN#1","revision":1,"value":{"Text":"LONG","Trust":7}}""", 413, "TooLarge" },
        { """{"item":"RUN#1","revision":1,"value":{"Text":"LONGLONGLONGLONGLONG","Trust":7}}""", 413, "TooLarge" },
    };

    [Theory]
    [MemberData(nameof(Misfits))]
    public async Task What_is_no_report_of_the_step_changes_nothing(string body, int status, string kind)
    {
        var run = await desk.ResearchAsync();
        var before = await HeadAsync(run);
        var sent = body.Replace("RUN", run, StringComparison.Ordinal).Replace("VALUE", Desk.Value, StringComparison.Ordinal)
            .Replace("LONG", new('x', 1_000_000), StringComparison.Ordinal).Replace("DEEP", new string('[', 100) + new string(']', 100), StringComparison.Ordinal);
        var answer = await desk.PostAsync(sent);
        Assert.Equal((status, kind, status.ToString(System.Globalization.CultureInfo.InvariantCulture)), (answer.Status, answer.Kind, answer.Text("status")));
        Assert.False(string.IsNullOrEmpty(answer.Text("title")) || string.IsNullOrEmpty(answer.Text("detail")));
        Assert.DoesNotContain("   at ", answer.Text("detail"), StringComparison.Ordinal);
        Assert.Equal(before, await HeadAsync(run));
        Assert.Equal(200, (await desk.PostAsync(Desk.Report(run))).Status);
    }

    [Fact]
    public async Task What_is_no_text_or_never_ends_is_no_report()
    {
        using ByteArrayContent broken = new([.. "{\"item\":\""u8, 0xFF, .. "\",\"revision\":1}"u8]);
        broken.Headers.ContentType = new("application/json");
        Assert.Equal("NoReport", (await desk.SendAsync(Request(HttpMethod.Post, broken))).Kind);

        using StreamContent chunked = new(new MemoryStream(new byte[5_000_000]));
        chunked.Headers.ContentType = new("application/json");
        var request = Request(HttpMethod.Post, chunked);
        request.Headers.TransferEncodingChunked = true;
        Assert.Equal((413, "TooLarge"), await KindAsync(request));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer a key of the tests, long enoug")]
    [InlineData("Bearer a key of the tests, long enough?")]
    [InlineData("Bearer A KEY OF THE TESTS, LONG ENOUGH")]
    [InlineData("Basic a key of the tests, long enough")]
    public async Task Without_a_right_key_nobody_learns_anything(string? authorization)
    {
        var run = await desk.ResearchAsync();
        var before = await HeadAsync(run);
        List<string> said = [];
        foreach (var place in new[] { "reports", "elsewhere", "" })
        {
            HttpRequestMessage request = new(HttpMethod.Post, new Uri(desk.Address, place)) { Content = new StringContent(Desk.Report(run), Encoding.UTF8, "application/json") };
            if (authorization is not null)
            {
                Assert.True(request.Headers.TryAddWithoutValidation("Authorization", authorization));
            }

            var answer = await desk.SendAsync(request);
            Assert.Equal((401, "NoKey", "Bearer"), (answer.Status, answer.Kind, answer.Headers.WwwAuthenticate.ToString()));
            said.Add(answer.Json.ToString());
        }

        Assert.Single(said.Distinct());
        Assert.Equal(before, await HeadAsync(run));
    }

    [Theory]
    [InlineData("GET", "reports", 405, "NotPosted")]
    [InlineData("PUT", "reports", 405, "NotPosted")]
    [InlineData("DELETE", "reports", 405, "NotPosted")]
    [InlineData("POST", "reports/", 404, "NoSuchPlace")]
    [InlineData("POST", "", 404, "NoSuchPlace")]
    [InlineData("POST", "reports/../approve", 404, "NoSuchPlace")]
    public async Task No_other_request_does_anything(string method, string place, int status, string kind)
    {
        var run = await desk.ResearchAsync();
        var before = await HeadAsync(run);
        var body = method == "GET" ? null : new StringContent(Desk.Report(run), Encoding.UTF8, "application/json");
        var answer = await desk.SendAsync(Request(new(method), body, place + $"?item={run}%231&revision=1"));
        Assert.Equal((status, kind), (answer.Status, answer.Kind));
        Assert.Equal(status == 405 ? ["POST"] : [], answer.Content.Allow);
        Assert.Equal(before, await HeadAsync(run));
    }

    [Fact]
    public async Task Who_asks_for_the_head_only_gets_it() => Assert.Equal((405, null), await KindAsync(Request(HttpMethod.Head, null)));

    [Fact]
    public async Task Only_json_is_taken() => Assert.Equal((415, "NoJson"), await KindAsync(Request(HttpMethod.Post, new StringContent("item=1", Encoding.UTF8, "application/x-www-form-urlencoded"))));

    [Fact]
    public async Task An_ai_never_answers_a_checkpoint_and_nothing_else_that_waits_for_a_person()
    {
        var run = await desk.ResearchAsync();
        await desk.PostAsync(Desk.Report(run));
        var before = await HeadAsync(run);
        foreach (var rest in new[] { "\"key\":\"r-1\"", $"\"value\":{Desk.Value}", "\"failed\":\"no\"" })
        {
            var answer = await desk.PostAsync(Desk.Report(run, rest, item: 2));
            Assert.Equal((403, "NotAPerson"), (answer.Status, answer.Kind));
        }

        Assert.Equal(before, await HeadAsync(run));
    }

    [Fact]
    public async Task What_waits_no_more_or_not_now_is_a_conflict()
    {
        var held = await desk.ResearchAsync();
        (await desk.Sops.SendAsync(held, new Hold { By = Ben })).OrThrow();
        Assert.Equal("OnHold", (await desk.PostAsync(Desk.Report(held))).Kind);
        var cancelled = await desk.ResearchAsync();
        (await desk.Sops.SendAsync(cancelled, new Cancel { By = Ben })).OrThrow();
        var answer = await desk.PostAsync(Desk.Report(cancelled));
        Assert.Equal((409, "Withdrawn"), (answer.Status, answer.Kind));
    }

    private static HttpRequestMessage Request(Uri address, HttpMethod method, HttpContent? body, string place) =>
        new(method, new Uri(address, place)) { Content = body, Headers = { Authorization = new("Bearer", Desk.Key) } };

    private HttpRequestMessage Request(HttpMethod method, HttpContent? body, string place = "reports") => Request(desk.Address, method, body, place);

    private async Task<(int, string?)> KindAsync(HttpRequestMessage request)
    {
        var answer = await desk.SendAsync(request);
        return (answer.Status, answer.Kind);
    }

    private async Task<string> HeadAsync(string run) => (await desk.Sops.HistoryAsync(run))[^1].Hash;
}
