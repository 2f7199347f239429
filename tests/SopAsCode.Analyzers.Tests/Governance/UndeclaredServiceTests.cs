using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class UndeclaredServiceTests
{
    private const string Rule = "SOP0214";

    private const string Packages = """
        namespace Microsoft.Extensions.AI { public interface IChatClient { Task<string> GetResponseAsync(string text); } public interface IEmbeddingGenerator<TInput, TOutput> { TOutput Make(TInput input); } }
        namespace OpenAI.Chat { public class ChatClient(string model) { public string CompleteChat(string text) => model; } }
        namespace Azure.AI.OpenAI { public class AzureOpenAIClient { public string Ask(string text) => text; } }
        namespace Anthropic { public class AnthropicClient { public string Ask(string text) => text; } }
        namespace Microsoft.SemanticKernel { public sealed class Kernel { public Task<string> InvokePromptAsync(string text) => Task.FromResult(text); } }
        namespace Mscc.GenerativeAI { public class GenerativeModel { public string Ask(string text) => text; } }
        namespace MailKit.Net.Smtp { public class SmtpClient; }
        namespace Microsoft.Extensions.Logging { public interface ILogger<T> { void Log(string text); } }
        namespace Microsoft.Extensions.DependencyInjection { public static class Provider { public static T GetRequiredService<T>(this IServiceProvider services) => default!; } }
        """;

    [Fact]
    public async Task An_AI_in_code() => Assert.Equal(
        "'Answer.Tidy' asks an AI ('IChatClient') in code, where nobody sees agent, prompt and level: let an [AiStep] ask it",
        (await CheckAsync("Microsoft.Extensions.AI.IChatClient chat", "public async Task<Article> Tidy(Reply reply) => new(\"\", await {|SOP0214:chat.GetResponseAsync(reply.Text)|});")).Message(Rule));

    [Theory]
    [InlineData("SopAsCode.Runtime.IAgentService agents", "public async Task<Article> Tidy(Reply reply) => new(\"\", (await {|SOP0214:agents.AskAsync(null!, default)|}).Json);")]
    [InlineData("OpenAI.Chat.ChatClient chat", "public Task<Article> Tidy(Reply reply) => Task.FromResult(new Article(\"\", {|SOP0214:chat.CompleteChat(reply.Text)|}));")]
    [InlineData("Azure.AI.OpenAI.AzureOpenAIClient chat", "public Task<Article> Tidy(Reply reply) => Task.FromResult(new Article(\"\", {|SOP0214:chat.Ask(reply.Text)|}));")]
    [InlineData("Anthropic.AnthropicClient chat", "public Task<Article> Tidy(Reply reply) => Task.FromResult(new Article(\"\", {|SOP0214:chat.Ask(reply.Text)|}));")]
    [InlineData("Mscc.GenerativeAI.GenerativeModel chat", "public Task<Article> Tidy(Reply reply) => Task.FromResult(new Article(\"\", {|SOP0214:chat.Ask(reply.Text)|}));")]
    [InlineData("Microsoft.SemanticKernel.Kernel kernel", "public async Task<Article> Tidy(Reply reply) => new(\"\", await {|SOP0214:kernel.InvokePromptAsync(reply.Text)|});")]
    [InlineData("Microsoft.Extensions.AI.IEmbeddingGenerator<string, string> vectors", "public Task<Article> Tidy(Reply reply) => Task.FromResult(new Article(\"\", {|SOP0214:vectors.Make(reply.Text)|}));")]
    [InlineData("OwnChat chat", "public async Task<Article> Tidy(Reply reply) => new(\"\", await {|SOP0214:chat.GetResponseAsync(reply.Text)|});")]
    [InlineData("IClassifier classifier", "public Task<Article> Tidy(Reply reply) => {|SOP0214:classifier.Classify(reply)|};")]
    [InlineData("IAsking asking", "public async Task<Article> Tidy(Reply reply) => new(\"\", await {|SOP0214:asking.AskAsync(reply.Text)|});")]
    [InlineData("Summariser summariser", "public Task<Article> Tidy(Reply reply) => {|SOP0214:summariser.Sum(reply)|};")]
    [InlineData("", "public Task<Article> Tidy(Reply reply) => Task.FromResult(new Article(\"\", {|SOP0214:new OpenAI.Chat.ChatClient(\"m\").CompleteChat(reply.Text)|}));")]
    [InlineData("", "public Task<Article> Tidy(Reply reply) => {|SOP0214:Help(reply)|}; private Task<Article> Help(Reply reply) => Task.FromResult(new Article(\"\", new OpenAI.Chat.ChatClient(\"m\").CompleteChat(reply.Text)));")]
    [InlineData("", "public Task<Article> Tidy(Reply reply) => {|SOP0214:Shared.Ask(reply)|};")]
    [InlineData("System.Net.Http.HttpClient http", "public async Task<Article> Tidy(Reply reply) => new(\"\", await http.GetStringAsync({|SOP0214:\"https://api.openai.com/v1/chat/completions\"|}));")]
    [InlineData("IServiceProvider services", "public async Task<Article> Tidy(Reply reply) => new(\"\", await {|SOP0214:services.GetRequiredService<Microsoft.Extensions.AI.IChatClient>().GetResponseAsync(reply.Text)|});")]
    [InlineData("Func<Microsoft.Extensions.AI.IChatClient> make", "public async Task<Article> Tidy(Reply reply) => new(\"\", await {|SOP0214:make().GetResponseAsync(reply.Text)|});")]
    [InlineData("{|SOP0214:Microsoft.Extensions.AI.IChatClient chat|}", "private readonly object _chat = chat; public Task<Article> Tidy(Reply reply) => Task.FromResult(new Article(_chat.ToString()!, reply.Text));")]
    public Task An_AI_in_another_way(string services, string tidy) => CheckAsync(services, tidy);

    [Fact]
    public async Task The_way_to_an_AI_is_said() => Assert.Equal(
        "Tidy → Help: 'Answer.Tidy' asks an AI ('ChatClient') in code, where nobody sees agent, prompt and level: let an [AiStep] ask it",
        (await CheckAsync("", "public Task<Article> Tidy(Reply reply) => {|SOP0214:Help(reply)|}; private Task<Article> Help(Reply reply) => Task.FromResult(new Article(\"\", new OpenAI.Chat.ChatClient(\"m\").CompleteChat(reply.Text)));")).Message(Rule));

    [Fact]
    public async Task An_AI_that_the_constructor_asks() => Assert.Equal(
        "SOP 'Answer' asks an AI ('ChatClient') in its constructor: let an [AiStep] ask it",
        (await CheckAsync("", "private readonly string _text; internal Answer() => _text = {|SOP0214:new OpenAI.Chat.ChatClient(\"m\").CompleteChat(\"Hello\")|}; public Task<Article> Tidy(Reply reply) => Task.FromResult(new Article(_text, reply.Text));")).Message(Rule));

    [Fact]
    public async Task An_AI_that_nobody_asks() => Assert.Equal(
        "SOP 'Answer' holds an AI client ('IChatClient'), and an [AiStep] needs none: remove it, and let an [AiStep] ask the AI",
        (await CheckAsync("{|SOP0214:Microsoft.Extensions.AI.IChatClient chat|}", "private readonly object _chat = chat; public Task<Article> Tidy(Reply reply) => Task.FromResult(new Article(_chat.ToString()!, reply.Text));")).Message(Rule));

    [Fact]
    public async Task An_AI_that_a_field_asks() => Assert.Equal(
        "SOP 'Answer' asks an AI ('ChatClient') in '_text': let an [AiStep] ask it",
        (await CheckAsync("", "private readonly string _text = {|SOP0214:new OpenAI.Chat.ChatClient(\"m\").CompleteChat(\"Hello\")|}; public Task<Article> Tidy(Reply reply) => Task.FromResult(new Article(_text, reply.Text));")).Message(Rule));

    [Theory]
    [InlineData("private readonly string _text = {|SOP0214:new OpenAI.Chat.ChatClient(\"m\").CompleteChat(\"Hello\")|}; public Task<Article> Tidy(Reply reply) => Task.FromResult(new Article(_text, reply.Text));")]
    [InlineData("private static readonly string Text = {|SOP0214:new OpenAI.Chat.ChatClient(\"m\").CompleteChat(\"Hello\")|}; public Task<Article> Tidy(Reply reply) => Task.FromResult(new Article(Text, reply.Text));")]
    public Task An_AI_before_the_step(string tidy) => CheckAsync("", tidy);

    [Fact]
    public async Task The_service_of_a_tool() => Assert.Equal(
        "'Answer.Tidy' works with 'IHelpdesk', the service of tool 'Helpdesk', without naming the tool: add [Reads<Helpdesk>], [Drafts<Helpdesk>] or [Writes<Helpdesk>]",
        (await CheckAsync("IHelpdesk desk", "public async Task<Article> Tidy(Reply reply) { await {|SOP0214:desk.SendAsync(reply.Text, default)|}; return new(\"\", reply.Text); }")).Message(Rule));

    [Fact]
    public async Task The_service_that_another_step_writes_with() => Assert.Equal(
        "'Answer.Tidy' works with 'IPost', with which 'Send' writes to 'Helpdesk', without naming the tool: add [Reads<Helpdesk>], [Drafts<Helpdesk>] or [Writes<Helpdesk>]",
        (await CheckAsync("IPost post", "public async Task<Article> Tidy(Reply reply) { await {|SOP0214:post.PostAsync(reply.Text)|}; return new(\"\", reply.Text); }", Sending("post.PostAsync(reply.Text)"))).Message(Rule));

    [Theory]
    [InlineData("IPost post", "private readonly IPost _post = post; public async Task<Article> Tidy(Reply reply) { await {|SOP0214:_post.PostAsync(reply.Text)|}; return new(\"\", reply.Text); }", "post.PostAsync(reply.Text)")]
    [InlineData("IPost post", "public async Task<Article> Tidy(Reply reply) { await {|SOP0214:Help(reply)|}; return new(\"\", reply.Text); } private Task Help(Reply reply) => post.PostAsync(reply.Text);", "post.PostAsync(reply.Text)")]
    [InlineData("IPost post", "public async Task<Article> Tidy(Reply reply) { await Shared.Post({|SOP0214:post|}, reply); return new(\"\", reply.Text); }", "post.PostAsync(reply.Text)")]
    [InlineData("IPost post", "public async Task<Article> Tidy(Reply reply) { Func<string, Task> send = post.PostAsync; await send(reply.Text); return new(\"\", reply.Text); }", "Shared.Post(post, reply)")]
    [InlineData("IPost post, IRender render", "public async Task<Article> Tidy(Reply reply) { await {|SOP0214:post.PostAsync(reply.Text)|}; return new(\"\", render.Render(reply)); }", "post.PostAsync(render.Render(reply))")]
    [InlineData("Func<string, Task> send", "public async Task<Article> Tidy(Reply reply) { await {|SOP0214:send(reply.Text)|}; return new(\"\", reply.Text); }", "send(reply.Text)")]
    [InlineData("IPost post, Wrapper wrapper", "public async Task<Article> Tidy(Reply reply) { await {|SOP0214:wrapper.Go(reply)|}; return new(\"\", reply.Text); }", "post.PostAsync(reply.Text)")]
    [InlineData("", "public async Task<Article> Tidy(Reply reply) { await {|SOP0214:Shared.Static.PostAsync(reply.Text)|}; return new(\"\", reply.Text); }", "Shared.Static.PostAsync(reply.Text)")]
    [InlineData("IPost post", "public async Task<Article> Tidy(Reply reply) { await {|SOP0214:Shared.PostIt(reply)|}; return new(\"\", reply.Text); }", "post.PostAsync(reply.Text)")]
    [InlineData("IPost post", "public async Task<Article> Tidy(Reply reply) { await {|SOP0214:new Poster()|}.PostAsync(reply.Text); return new(\"\", reply.Text); }", "post.PostAsync(reply.Text)")]
    [InlineData("IPost post", "private readonly Func<string, Task> _go = new(post.PostAsync); public async Task<Article> Tidy(Reply reply) { await {|SOP0214:_go|}(reply.Text); return new(\"\", reply.Text); }", "post.PostAsync(reply.Text)")]
    [InlineData("IPost post", "private Func<string, Task> Go { get; } = text => post.PostAsync(text); public async Task<Article> Tidy(Reply reply) { await {|SOP0214:Go|}(reply.Text); return new(\"\", reply.Text); }", "post.PostAsync(reply.Text)")]
    [InlineData("IPost post", "private static readonly Func<string, Task> Go = text => Shared.Static.PostAsync(text); public async Task<Article> Tidy(Reply reply) { await {|SOP0214:Go|}(reply.Text); return new(\"\", reply.Text); }", "post.PostAsync(reply.Text)")]
    [InlineData("Lazy<IPost> post", "public async Task<Article> Tidy(Reply reply) { await {|SOP0214:post.Value.PostAsync(reply.Text)|}; return new(\"\", reply.Text); }", "post.Value.PostAsync(reply.Text)")]
    [InlineData("IEnumerable<IPost> posts", "public async Task<Article> Tidy(Reply reply) { var first = posts.First(); await {|SOP0214:first.PostAsync(reply.Text)|}; return new(\"\", reply.Text); }", "posts.First().PostAsync(reply.Text)")]
    [InlineData("Func<IPost> make", "public async Task<Article> Tidy(Reply reply) { await {|SOP0214:make().PostAsync(reply.Text)|}; return new(\"\", reply.Text); }", "make().PostAsync(reply.Text)")]
    [InlineData("Lazy<IPost>[] posts", "public async Task<Article> Tidy(Reply reply) { await {|SOP0214:posts[0].Value.PostAsync(reply.Text)|}; return new(\"\", reply.Text); }", "posts[0].Value.PostAsync(reply.Text)")]
    [InlineData("IPost[] posts", "public async Task<Article> Tidy(Reply reply) { await {|SOP0214:posts[0].PostAsync(reply.Text)|}; return new(\"\", reply.Text); }", "posts[1].PostAsync(reply.Text)")]
    [InlineData("IPost? post", "public async Task<Article> Tidy(Reply reply) { await (post?{|SOP0214:.PostAsync(reply.Text)|} ?? Task.CompletedTask); return new(\"\", reply.Text); }", "post!.PostAsync(reply.Text)")]
    [InlineData("IServiceProvider services, IPost post", "public async Task<Article> Tidy(Reply reply) { await {|SOP0214:((IPost)services.GetService(typeof(IPost))!).PostAsync(reply.Text)|}; return new(\"\", reply.Text); }", "post.PostAsync(reply.Text)")]
    [InlineData("System.Data.IDbConnection store", "public Task<Article> Tidy(Reply reply) { {|SOP0214:store.Open()|}; return Task.FromResult(new Article(\"\", reply.Text)); }", "Task.Run(() => store.Open())")]
    [InlineData("System.Net.ICredentials keys", "public Task<Article> Tidy(Reply reply) { {|SOP0214:keys.GetCredential(null!, \"\")|}; return Task.FromResult(new Article(\"\", reply.Text)); }", "Task.FromResult(keys.GetCredential(null!, \"\"))")]
    [InlineData("Lazy<IPost>? post", "public async Task<Article> Tidy(Reply reply) { await (post?{|SOP0214:.Value.PostAsync(reply.Text)|} ?? Task.CompletedTask); return new(\"\", reply.Text); }", "post!.Value.PostAsync(reply.Text)")]
    [InlineData("Lazy<Lazy<IPost>> post", "public async Task<Article> Tidy(Reply reply) { await {|SOP0214:post.Value.Value.PostAsync(reply.Text)|}; return new(\"\", reply.Text); }", "post.Value.Value.PostAsync(reply.Text)")]
    [InlineData("List<IPost> posts", "public async Task<Article> Tidy(Reply reply) { await {|SOP0214:posts.Skip(1).Take(1).First().PostAsync(reply.Text)|}; return new(\"\", reply.Text); }", "posts[0].PostAsync(reply.Text)")]
    [InlineData("IHelpdeskService desk, IAudit audit", "public async Task<Article> Tidy(Reply reply) { await audit.NoteAsync(reply.Text); await {|SOP0214:desk.PutAsync(reply.Text)|}; return new(\"\", reply.Text); }", "desk.PutAsync(reply.Text)")]
    public Task Also_in_another_way(string services, string tidy, string send) => CheckAsync(
        services,
        tidy.Contains("= post.PostAsync;", StringComparison.Ordinal) ? tidy.Replace("= post.PostAsync;", "= {|SOP0214:post|}.PostAsync;", StringComparison.Ordinal) : tidy,
        Sending(send));

    [Theory]
    [InlineData("IHelpdeskService")]
    [InlineData("HelpdeskService")]
    [InlineData("HelpdeskClient")]
    [InlineData("HelpdeskApi")]
    [InlineData("HelpdeskAPI")]
    [InlineData("HelpdeskGateway")]
    [InlineData("HelpdeskAdapter")]
    [InlineData("HelpdeskConnector")]
    [InlineData("Helpdesk2", false)]
    [InlineData("IdleHelpdesk", false)]
    [InlineData("Service", false)]
    public async Task A_service_named_after_a_tool(string service, bool isNamed = true)
    {
        var call = isNamed ? "{|SOP0214:desk.PutAsync(reply.Text)|}" : "desk.PutAsync(reply.Text)";
        var step = Step($"public async Task<Article> Tidy(Reply reply) {{ await {call}; return new(\"\", reply.Text); }}");
        var kind = service[0] == 'I' && isNamed ? "interface" : "abstract class";
        await AnalyzerRun.CheckAsync(
            Project($"Outside.{service} desk", step, Sending("Task.CompletedTask")).With("Outside.cs", $"namespace Outside; public {kind} {service} {{ public abstract Task PutAsync(string text); }}"), [Rule]);
    }

    [Theory]
    [InlineData("", "public async Task<Article> Tidy(Reply reply) { await {|SOP0214:new System.Net.Http.HttpClient().PostAsync(reply.Text, null)|}; return new(\"\", reply.Text); }")]
    [InlineData("System.Net.Http.HttpClient http", "public async Task<Article> Tidy(Reply reply) { await {|SOP0214:http.PostAsync(reply.Text, null)|}; return new(\"\", reply.Text); }")]
    [InlineData("", "public Task<Article> Tidy(Reply reply) { {|SOP0214:new System.Net.Mail.SmtpClient().Send(\"a\", \"b\", reply.Text, \"c\")|}; return Task.FromResult(new Article(\"\", reply.Text)); }")]
    [InlineData("Rates rates", "public async Task<Article> Tidy(Reply reply) => new(\"\", await {|SOP0214:rates.Fetch(reply.Text)|});")]
    public async Task Another_machine_without_a_tool(string services, string tidy) =>
        Assert.EndsWith("and names no tool: add [Reads<TTool>], [Drafts<TTool>] or [Writes<TTool>]", (await CheckAsync(services, tidy)).Message(Rule), StringComparison.Ordinal);

    [Fact]
    public async Task A_hand_off_names_no_tools() => Assert.EndsWith(
        "without naming the tool: let an automated step with [Reads<Helpdesk>] or [Writes<Helpdesk>] do that before it",
        (await AnalyzerRun.CheckAsync(
            Project("IHelpdesk desk", """    [Handoff<Other>("Hand it on")] public async Task<Refund> Tidy(Reply reply) { await {|SOP0214:desk.SendAsync(reply.Text, default)|}; return new("", 1, "EUR"); }""", ""), [Rule])).Message(Rule),
        StringComparison.Ordinal);

    [Fact]
    public async Task What_is_left_in_a_service_for_a_step_that_writes() => Assert.Equal(
        "'Answer.Tidy' leaves something in 'IShelf', where 'Send' looks before it writes, and names no tool: return it, or add [Reads<TTool>], [Drafts<TTool>] or [Writes<TTool>]",
        (await CheckAsync(
            "IShelf shelf, IHelpdesk desk",
            "public async Task<Article> Tidy(Reply reply) { await {|SOP0214:shelf.PutAsync(reply.Text)|}; return new(\"\", reply.Text); }",
            Sending("desk.SendAsync(shelf.TakeAsync().Result, default)"))).Message(Rule));

    [Theory]
    [InlineData("IShelf shelf, IHelpdesk desk", "public async Task<Article> Tidy(Reply reply) => new(await shelf.TakeAsync(), reply.Text);", "desk.SendAsync(shelf.TakeAsync().Result, default)")]
    [InlineData("IShelf shelf, IHelpdesk desk", "public async Task<Article> Tidy(Reply reply) { await shelf.PutAsync(reply.Text); return new(\"\", reply.Text); }", "Task.WhenAll(shelf.PutAsync(reply.Text), desk.SendAsync(reply.Text, default))")]
    [InlineData("IShelf shelf, IShelf other, IHelpdesk desk", "public async Task<Article> Tidy(Reply reply) { await shelf.PutAsync(reply.Text); return new(\"\", reply.Text); }", "desk.SendAsync(reply.Text, default)")]
    [InlineData("IShelf shelf, IHelpdesk desk", "[Drafts<Website>] public async Task<Article> Tidy(Reply reply) { await shelf.PutAsync(reply.Text); return new(\"\", reply.Text); }", "desk.SendAsync(shelf.TakeAsync().Result, default)")]
    public Task Silent_where_nothing_is_left_for_a_write(string services, string tidy, string send) => CheckAsync(services, tidy, Sending(send));

    [Theory]
    [InlineData("{|SOP0214:System.Diagnostics.Process.Start(\"sendmail\", reply.Text)|};", "starts a program ('Process.Start')")]
    [InlineData("{|SOP0214:new System.Net.Sockets.UdpClient().Send([1], 1)|};", "talks to the network ('UdpClient.Send')")]
    [InlineData("new MailKit.Net.Smtp.SmtpClient();", "talks to the network ('new SmtpClient')")]
    public async Task What_reaches_other_programs_and_machines(string call, string what)
    {
        var marked = call.Contains("{|", StringComparison.Ordinal) ? call : "{|SOP0214:" + call[..^1] + "|};";
        var run = await CheckAsync("", $"public Task<Article> Tidy(Reply reply) {{ {marked} return Task.FromResult(new Article(\"\", reply.Text)); }}");
        Assert.Contains($"'Answer.Tidy' {what}, and names no tool", run.Message(Rule), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("IHelpdesk desk", "[Reads<Helpdesk>]", "public async Task<Article> Tidy(Reply reply) { await desk.SendAsync(reply.Text, default); return new(\"\", reply.Text); }", "desk.SendAsync(reply.Text, default)")]
    [InlineData("IHelpdesk desk", "[Writes<Helpdesk>(Impact.None)]", "public async Task<Article> Tidy(Reply reply) { await desk.SendAsync(reply.Text, default); return new(\"\", reply.Text); }", "desk.SendAsync(reply.Text, default)")]
    [InlineData("IErp erp", "[Reads<Ledger>]", "public async Task<Article> Tidy(Reply reply) => new(\"\", await erp.FindAsync(reply.Text));", "erp.PostAsync(reply.Text)")]
    [InlineData("Microsoft.Extensions.Logging.ILogger<Answer> log, IPost post", "", "public Task<Article> Tidy(Reply reply) { log.Log(reply.Text); return Task.FromResult(new Article(\"\", reply.Text)); }", "post.PostAsync(log.ToString()!)")]
    [InlineData("TimeProvider clock, IPost post", "", "public Task<Article> Tidy(Reply reply) => Task.FromResult(new Article(clock.GetUtcNow().ToString(), reply.Text));", "post.PostAsync(clock.GetUtcNow().ToString())")]
    [InlineData("IRender render, IPost post", "", "public Task<Article> Tidy(Reply reply) => Task.FromResult(new Article(\"\", render.Render(reply)));", "post.PostAsync(render.Render(reply))")]
    [InlineData("IRender render", "", "public Task<Article> Tidy(Reply reply) => Task.FromResult(new Article(\"\", render.Render(reply)));", "Task.CompletedTask")]
    [InlineData("IAudit audit, IHelpdeskService desk", "", "public async Task<Article> Tidy(Reply reply) { await audit.NoteAsync(reply.Text); return new(\"\", reply.Text); }", "Task.WhenAll(audit.NoteAsync(reply.Text), desk.PutAsync(reply.Text))")]
    [InlineData("IAudit audit, IPost post", "", "public async Task<Article> Tidy(Reply reply) { await audit.NoteAsync(reply.Text); return new(\"\", reply.Text); }", "Task.WhenAll(audit.NoteAsync(reply.Text), post.PostAsync(reply.Text))")]
    [InlineData("IPost post", "", "private IPost? Kept { get; set; } public Task<Article> Tidy(Reply reply) { Kept = post; return Task.FromResult(new Article(\"\", reply.Text)); }", "post.PostAsync(reply.Text)")]
    [InlineData("IServiceProvider services, IPost post", "", "public Task<Article> Tidy(Reply reply) { var type = reply.GetType(); return Task.FromResult(new Article(services.GetService(type)?.ToString() ?? \"\", reply.Text)); }", "post.PostAsync(reply.Text)")]
    [InlineData("IAudit? audit, IPost post", "", "public Task<Article> Tidy(Reply reply) => Task.FromResult(new Article(audit?.Name ?? \"\", reply.Text));", "post.PostAsync(reply.Text)")]
    [InlineData("TimeProvider clock", "", "public Task<Article> Tidy(Reply reply) => Task.FromResult(new Article(clock.GetUtcNow().ToString(), reply.Text));", "Task.FromResult(clock.GetUtcNow())")]
    [InlineData("System.Text.Encoder encoder", "", "public Task<Article> Tidy(Reply reply) { encoder.Reset(); return Task.FromResult(new Article(\"\", reply.Text)); }", "Task.Run(() => encoder.Reset())")]
    [InlineData("Microsoft.Extensions.Logging.ILogger<Answer> log", "", "public Task<Article> Tidy(Reply reply) { log.Log(reply.Text); return Task.FromResult(new Article(\"\", reply.Text)); }", "Task.Run(() => log.Log(reply.Text))")]
    [InlineData("DayOfWeek day", "", "public Task<Article> Tidy(Reply reply) => Task.FromResult(new Article(day.ToString(), reply.Text));", "Task.FromResult(day.ToString())")]
    [InlineData("string[] words", "", "public Task<Article> Tidy(Reply reply) => Task.FromResult(new Article(words.ToString()!, reply.Text));", "Task.FromResult(words.ToString())")]
    [InlineData("IPost post", "", "public async Task<Article> Tidy(Reply reply) { await new List<IPost>().First().PostAsync(reply.Text); return new(\"\", reply.Text); }", "post.PostAsync(reply.Text)")]
    [InlineData("IPhone phone", "", "public async Task<Article> Tidy(Reply reply) { await phone.RingAsync(reply.Text); return new(\"\", reply.Text); }", "Task.CompletedTask")]
    [InlineData("I one", "", "public async Task<Article> Tidy(Reply reply) { await one.GoAsync(reply.Text); return new(\"\", reply.Text); }", "Task.CompletedTask")]
    [InlineData("Settings settings", "", "public Task<Article> Tidy(Reply reply) => Task.FromResult(new Article(settings.Footer, reply.Text));", "Task.CompletedTask")]
    [InlineData("", "", "public Task<Article> Tidy(Reply reply) => Task.FromResult(new Article(typeof(Microsoft.Extensions.AI.IChatClient).Name, nameof(OpenAI.Chat.ChatClient)));", "Task.CompletedTask")]
    [InlineData("", "", "public Task<Article> Tidy(Reply reply) => Task.FromResult(new Article(\"See https://openai.com/policies\", reply.Text));", "Task.CompletedTask")]
    [InlineData("System.Net.Http.HttpClient http", "[Reads<Website>]", "public async Task<Article> Tidy(Reply reply) => new(\"\", await http.GetStringAsync(reply.Text));", "Task.CompletedTask")]
    public Task Silent_about_what_is_said_and_what_is_no_tool(string services, string access, string tidy, string send) =>
        CheckAsync(services, access.Length == 0 ? tidy : access + tidy, Sending(send));

    [Theory]
    [InlineData("IHelpdesk desk", "public async Task<Article> Tidy(Reply reply) { await desk.SendAsync(reply.")]
    [InlineData("IHelpdesk desk", "public async Task<Article> Tidy(Reply reply) { await desk.SendAsy(reply.Text); return new(\"\", \"\") }")]
    [InlineData("Microsoft.Extensions.AI.IChatCli chat", "public async Task<Article> Tidy(Reply reply) => new(\"\", await chat.GetResponseAsync(reply.Text));")]
    [InlineData("IHelpdesk desk", "[Reads<Help>] public async Task<Article> Tidy(Reply reply) { await desk.SendAsync(reply.Text, default); return new(\"\", \"\"); }")]
    [InlineData("IHelpdesk desk", "[Reads<>] public async Task<Article> Tidy(Reply reply) { await desk.SendAsync(reply.Text, default); return new(\"\", \"\"); }")]
    public Task Silent_while_half_typed(string services, string tidy) => AnalyzerRun.CheckAsync(Project(services, Step(tidy), Sending("Task.CompletedTask")).ThatDoesNotCompile(), [Rule]);

    [Fact]
    public Task Offers_nothing() => FixRun.AssertNoneOfferedAsync(
        Project("IHelpdesk desk", Step("public async Task<Article> Tidy(Reply reply) { await desk.SendAsync(reply.Text, default); return new(\"\", reply.Text); }"), Sending("Task.CompletedTask")), Rule);

    private static string Step(string tidy) => tidy.Contains("private", StringComparison.Ordinal) && tidy.IndexOf("private", StringComparison.Ordinal) < tidy.IndexOf("Tidy(", StringComparison.Ordinal)
        ? tidy.Insert(tidy.IndexOf("public ", StringComparison.Ordinal), "[AutomatedStep(\"Tidy it\")] ")
        : "[AutomatedStep(\"Tidy it\")] " + tidy;

    private static string Sending(string send) => $$"""    [AutomatedStep("Send the reply"), Writes<Helpdesk>(Impact.Customers)] public Task Send(Reply reply) => {{send}};""";

    private static Task<AnalyzerRun> CheckAsync(string services, string tidy, string? send = null) => AnalyzerRun.CheckAsync(Project(services, Step(tidy), send ?? Sending("Task.CompletedTask")), [Rule]);

    private static SopProject Project(string services, string tidy, string send) => SopProject.Of(
        Govern.Sop(Govern.Draft, tidy, Govern.Review, send).Replace("class Answer : Sop<Ticket>", services.Length == 0 ? "class Answer : Sop<Ticket>" : $"class Answer({services}) : Sop<Ticket>", StringComparison.Ordinal) + """


        public interface IPost { Task PostAsync(string text); }
        public interface IShelf { Task PutAsync(string text); Task<string> TakeAsync(); }
        public interface IAudit { string Name { get; } Task NoteAsync(string text); }
        public interface IHelpdeskService { Task PutAsync(string text); }
        public sealed class Phone : Tool;
        public class IPhone { public Task RingAsync(string text) => Task.CompletedTask; }
        public interface I { Task GoAsync(string text); }
        public interface IErp { Task PostAsync(string text); Task<string> FindAsync(string text); }
        public interface IRender { string Render(Reply reply); }
        public interface IAsking { Task<string> AskAsync(string prompt); }
        public interface IClassifier { Task<Article> Classify(Reply reply); }
        public sealed record Settings(string Footer);
        public abstract class OwnChat : Microsoft.Extensions.AI.IChatClient { public abstract Task<string> GetResponseAsync(string text); }

        public sealed class ChatClassifier(Microsoft.Extensions.AI.IChatClient chat) : IClassifier
        {
            public async Task<Article> Classify(Reply reply) => new("", await chat.GetResponseAsync(reply.Text));
        }

        public sealed class Summariser(IClassifier classifier) { public Task<Article> Sum(Reply reply) => classifier.Classify(reply); }

        public sealed class Rates(System.Net.Http.HttpClient http) { public Task<string> Fetch(string text) => http.GetStringAsync(text); }

        public sealed class Poster : IPost { public Task PostAsync(string text) => Task.CompletedTask; }

        public sealed class Wrapper(IPost post) { public Task Go(Reply reply) => post.PostAsync(reply.Text); }

        public static class Shared
        {
            private static readonly Anthropic.AnthropicClient Client = new();
            public static Task<Article> Ask(Reply reply) => Task.FromResult(new Article("", Client.Ask(reply.Text)));
            public static IPost Static { get; } = new Poster();
            public static Task PostIt(Reply reply) => Static.PostAsync(reply.Text);
            public static Task Post(IPost post, Reply reply) => post.PostAsync(reply.Text);
        }

        [Sop("Pay it"), Owner<Support>]
        public sealed partial class Other : Sop<Refund>
        {
            [HumanStep<Support>("Pay it")] public partial Task Pay(Refund refund);
        }
        """).With("Packages.cs", Packages).With("Usings.cs", "global using Microsoft.Extensions.DependencyInjection;");
}
