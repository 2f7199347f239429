using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class AroundStepsTests
{
    private const string Rule = "SOP0214";

    [Fact]
    public async Task The_service_of_a_tool_in_the_constructor() => Assert.Equal(
        "SOP 'Answer' works with 'IPost', with which 'Send' writes to 'Helpdesk', in its constructor: do that in a step that names the tool",
        (await CheckAsync("private readonly IPost _post; public Answer(IPost post) { _post = post; {|SOP0214:post.PostAsync(\"a\")|}; }")).Message(Rule));

    [Fact]
    public async Task The_service_of_a_tool_that_no_step_writes_with() => Assert.Equal(
        "SOP 'Answer' works with 'IWebsite', the service of tool 'Website', in '_ping': do that in a step that names the tool",
        (await CheckAsync("private readonly Task _ping = {|SOP0214:site.PutAsync(\"a\")|};", "IPost _post, IWebsite site")).Message(Rule));

    [Fact]
    public async Task Another_machine_in_the_constructor() => Assert.Equal(
        "SOP 'Answer' talks to the network ('HttpClient.GetStringAsync') in its constructor: do that in a step that names the tool",
        (await CheckAsync("private readonly IPost _post; public Answer(IPost post) { _post = post; {|SOP0214:new System.Net.Http.HttpClient().GetStringAsync(\"https://a\")|}; } [AutomatedStep(\"Tidy it\")] public Task Tidy(Reply reply) => Task.CompletedTask;")).Message(Rule));

    [Fact]
    public async Task An_AI_in_what_starts_runs() => Assert.Equal(
        "SOP 'Answer' asks an AI ('IAsking') in 'Due': let an [AiStep] ask it",
        (await CheckAsync(Each("await {|SOP0214:asking.AskAsync(\"a\")|}; return [];"), "IPost _post, IAsking asking")).Message(Rule));

    [Fact]
    public async Task An_AI_when_an_object_ends() => Assert.Equal(
        "SOP 'Answer' asks an AI ('IAsking') in 'Dispose': let an [AiStep] ask it",
        (await CheckAsync("public void Dispose() { {|SOP0214:asking.AskAsync(\"a\")|}; }", "IPost _post, IAsking asking")).Message(Rule));

    [Theory]
    [InlineData("private readonly Task _sent = {|SOP0214:_post.PostAsync(\"a\")|};")]
    [InlineData("private Task Sent { get; } = {|SOP0214:_post.PostAsync(\"a\")|};")]
    [InlineData("private readonly Task _sent = Task.Run(() => {|SOP0214:_post.PostAsync(\"a\")|});")]
    [InlineData("private static readonly Task Sent = {|SOP0214:Poster.One.PostAsync(\"a\")|};")]
    [InlineData("private readonly Task _sent = {|SOP0214:Poster.Greet()|};")]
    [InlineData("private readonly Task<string> _read = {|SOP0214:site.ReadAsync()|};", "IPost _post, IWebsite site")]
    [InlineData("private readonly Task<string> _rates = {|SOP0214:http.GetStringAsync(\"https://a\")|}; [AutomatedStep(\"Tidy it\")] public Task Tidy(Reply reply) => Task.CompletedTask;", "IPost _post, System.Net.Http.HttpClient http")]
    [InlineData("private readonly object _started = {|SOP0214:System.Diagnostics.Process.Start(\"sendmail\")|};")]
    [InlineData("public void Dispose() { {|SOP0214:_post.PostAsync(\"a\")|}; }")]
    [InlineData("void IDisposable.Dispose() { {|SOP0214:_post.PostAsync(\"a\")|}; }")]
    [InlineData("public void Dispose() { {|SOP0214:_post.Push(\"a\")|}; } [AutomatedStep(\"Push\"), Writes<Helpdesk>(Impact.Customers)] public Task Push(Reply reply) { _post.Push(reply.Text); return Task.CompletedTask; }")]
    [InlineData("public async ValueTask DisposeAsync() => await {|SOP0214:_post.PostAsync(\"a\")|};")]
    [InlineData("~Answer() { {|SOP0214:_post.PostAsync(\"a\")|}; }")]
    public Task Also_in_another_way(string around, string services = "") => CheckAsync(around, services);

    [Theory]
    [InlineData("await {|SOP0214:_post.PostAsync(\"a\")|}; return [];")]
    [InlineData("foreach (var one in new[] { \"a\" }) { await {|SOP0214:_post.PostAsync(one)|}; } return [];")]
    [InlineData("await {|SOP0214:Poster.Greet()|}; return [];")]
    [InlineData("await {|SOP0214:new System.Net.Mail.SmtpClient().SendMailAsync(\"a\", \"b\", \"c\", \"d\")|}; return [];")]
    public Task Where_it_says_what_to_start_runs_for(string body) => CheckAsync(Each(body));

    [Theory]
    [InlineData("return await site.FindAsync();", "IPost _post, IWebsite site")]
    [InlineData("var list = await http.GetStringAsync(\"https://a\"); return [new(list, list, false)];", "IPost _post, System.Net.Http.HttpClient http")]
    [InlineData("await using var found = await site.OpenAsync(); await site.ConnectAsync(); return [];", "IPost _post, IWebsite site")]
    public Task Silent_about_looking_up_what_to_start_runs_for(string body, string services) => CheckAsync(Each(body), services);

    [Theory]
    [InlineData("private readonly IPost _kept = _post ?? throw new ArgumentNullException(nameof(_post));")]
    [InlineData("private readonly IPost _post; public Answer(IPost post) { ArgumentNullException.ThrowIfNull(post); _post = post; }")]
    [InlineData("private readonly IPost _post; private readonly Wrapper _wrapper; public Answer(IPost post) { _post = post; _wrapper = new Wrapper(post); }")]
    [InlineData("private readonly IPost _post; public Answer(IPost post) { _post = post.For(\"support\"); post.Use(\"support\"); }")]
    [InlineData("private readonly Func<string, Task> _send = _post.PostAsync;")]
    [InlineData("private readonly Func<string, Task> _send = text => _post.PostAsync(text);")]
    [InlineData("private readonly Lazy<Task<string>> _read = new(() => site.ReadAsync());", "IPost _post, IWebsite site")]
    [InlineData("private readonly IPost _post; private readonly Func<Task> _later; public Answer(IPost post) { _post = post; _later = () => Greet(); Task Greet() => post.PostAsync(\"a\"); }")]
    [InlineData("private readonly Func<string, Task> _send = text => _post.PostAsync(text); private readonly Func<string, Task> _same; public Answer(IPost post, int one) : this(post) => _same = _send;")]
    [InlineData("private static readonly System.Net.Http.HttpClient Http = new() { BaseAddress = new Uri(\"https://a\"), Timeout = TimeSpan.FromSeconds(3) };")]
    [InlineData("private readonly System.Net.Http.HttpClient _http; public Answer(IPost post, System.Net.Http.HttpClient http) : this(post) { _http = http; http.DefaultRequestHeaders.Add(\"a\", \"b\"); http.BaseAddress = new Uri(\"https://a\"); }")]
    [InlineData("private static readonly string Host = System.Net.Dns.GetHostName();")]
    [InlineData("private readonly System.Net.Http.HttpClient _http = new(); public void Dispose() { _http.CancelPendingRequests(); _http.Dispose(); }")]
    [InlineData("public async ValueTask DisposeAsync() { await _post.FlushAsync(); await _post.CloseAsync(); _post.Dispose(); }")]
    [InlineData("private Task Sent => _post.PostAsync(\"a\");")]
    [InlineData("public Task NobodyCalls() => _post.PostAsync(\"a\");")]
    [InlineData("public void Dispose() => log.Log(\"Done\");", "IPost _post, ILog log")]
    [InlineData("private readonly Task _noted = audit.NoteAsync(\"a\"); [AutomatedStep(\"Book it\"), Writes<Ledger>(Impact.Money)] public async Task Book(Reply reply) { await audit.NoteAsync(reply.Text); await site.ReadAsync(); }", "IPost _post, IAudit audit, IWebsite site")]
    [InlineData("private readonly DateTimeOffset _now = clock.GetUtcNow();", "IPost _post, TimeProvider clock")]
    [InlineData("private sealed class Inner { public Inner(IPost post) => post.PostAsync(\"a\"); }")]
    public Task Silent_about_what_only_makes_or_ends_an_object(string around, string services = "") => CheckAsync(around, services);

    [Fact]
    public Task Silent_where_every_step_names_what_is_read_once() => AnalyzerRun.CheckAsync(
        Source("private readonly Task<string> _read = site.ReadAsync();", "IWebsite site")
            .Replace("Writes<Helpdesk>(Impact.Customers)", "Reads<Website>", StringComparison.Ordinal)
            .Replace("_post.PostAsync(reply.Text)", "_read", StringComparison.Ordinal),
        [Rule]);

    [Fact]
    public Task Silent_where_every_step_names_a_tool_and_another_machine_is_asked_once() => CheckAsync("private readonly Task<string> _rates = http.GetStringAsync(\"https://a\");", "IPost _post, System.Net.Http.HttpClient http");

    [Fact]
    public Task Not_silent_where_every_step_names_what_is_written_around_them() => AnalyzerRun.CheckAsync(
        Source("private readonly Task _sent = {|SOP0214:site.PutAsync(\"a\")|};", "IWebsite site")
            .Replace("Writes<Helpdesk>(Impact.Customers)", "Reads<Website>", StringComparison.Ordinal)
            .Replace("_post.PostAsync(reply.Text)", "_sent", StringComparison.Ordinal),
        [Rule]);

    [Theory]
    [InlineData("private readonly Task _sent = _post.PostAsync(")]
    [InlineData("public void Dispose() { _post.PostA(\"a\"); }")]
    [InlineData("public Answer(IPost post, int one) : this(post) { post.; }")]
    public Task Silent_while_half_typed(string around) => AnalyzerRun.CheckAsync(SopProject.Of(Source(around, "")).ThatDoesNotCompile(), [Rule]);

    [Fact]
    public Task Offers_nothing() => FixRun.AssertNoneOfferedAsync(Source("private readonly Task _sent = _post.PostAsync(\"a\");", ""), Rule);

    private static string Each(string body) => $"public async Task<IReadOnlyList<Ticket>> Due(CancellationToken cancel) {{ await Task.Yield(); {body} }}";

    private static Task<AnalyzerRun> CheckAsync(string around, string services = "") => AnalyzerRun.CheckAsync(Source(around, services), [Rule]);

    private static string Source(string around, string services)
    {
        var constructor = around.Contains("IPost _post;", StringComparison.Ordinal) ? "" : services.Length > 0 ? $"({services})" : "(IPost _post)";
        var ends = (around.Contains("Dispose() {", StringComparison.Ordinal) || around.Contains("Dispose() =>", StringComparison.Ordinal) ? ", IDisposable" : "") + (around.Contains("DisposeAsync()", StringComparison.Ordinal) ? ", IAsyncDisposable" : "");
        var trigger = around.Contains(" Due(", StringComparison.Ordinal) ? "[Trigger(\"Daily\", Cron = \"0 8 * * *\", Each = nameof(Answer.Due))]" : "";
        return Govern.Sop(
            Govern.Draft,
            Govern.Review,
            """    [AutomatedStep("Send the reply"), Writes<Helpdesk>(Impact.Customers)] public Task Send(Reply reply) => _post.PostAsync(reply.Text);""",
            around)
            .Replace("public sealed partial class Answer : Sop<Ticket>", $"{trigger} public sealed partial class Answer{constructor} : Sop<Ticket>{ends}", StringComparison.Ordinal) + """


            public interface IPost : IDisposable
            {
                Task PostAsync(string text);
                Task FlushAsync();
                Task CloseAsync();
                IPost For(string name);
                void Use(string name);
                void Push(string text);
            }

            public interface IWebsite { Task PutAsync(string text); Task<string> ReadAsync(); Task<IReadOnlyList<Ticket>> FindAsync(); Task ConnectAsync(); Task<IAsyncDisposable> OpenAsync(); }
            public interface IAsking { Task<string> AskAsync(string prompt); }
            public interface IAudit { Task NoteAsync(string text); }
            public interface ILog { void Log(string text); }
            public sealed class Wrapper(IPost post) { public Task Go(Reply reply) => post.PostAsync(reply.Text); }

            public static class Poster
            {
                public static IPost One { get; } = null!;
                public static Task Greet() => One.PostAsync("a");
            }
            """;
    }
}
