using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class HeldServicesTests
{
    private const string Rule = "SOP0214";

    [Fact]
    public async Task An_AI_in_an_object_of_the_project() => Assert.Equal(
        "'Answer.Tidy' asks an AI ('IAsking') in code, where nobody sees agent, prompt and level: let an [AiStep] ask it",
        (await CheckAsync("IPost post, Services services", "return {|SOP0214:services.Asking.AskAsync(reply.Text)|};")).Message(Rule));

    [Theory]
    [InlineData("IPost post, Bag bag", "return {|SOP0214:bag.Asking.AskAsync(reply.Text)|};")]
    [InlineData("IPost post, Services services", "var asking = services.Asking; return {|SOP0214:asking.AskAsync(reply.Text)|};")]
    [InlineData("IPost post, IEnumerable<IAsking> all", "foreach (var one in all) { return {|SOP0214:one.AskAsync(reply.Text)|}; } return Task.FromResult(reply.Text);")]
    [InlineData("IPost post, IEnumerable<IAsking> all", "return {|SOP0214:all.First().AskAsync(reply.Text)|};")]
    [InlineData("IPost post, IAsking[] all", "return all.Select(one => {|SOP0214:one.AskAsync(reply.Text)|}).First();")]
    [InlineData("IPost post, IAsking asking", "return {|SOP0214:Ask(asking, reply)|};")]
    [InlineData("IPost post, IAsking asking", "return {|SOP0214:AskAny(asking, reply)|};")]
    [InlineData("IPost post, IOwnAsking asking", "return {|SOP0214:asking.AskAsync(reply.Text)|};")]
    [InlineData("IPost post, Asker<IAsking> asker", "return {|SOP0214:asker.Go(reply.Text)|};")]
    [InlineData("IPost post, Func<IAsking> make", "return {|SOP0214:make().AskAsync(reply.Text)|};")]
    [InlineData("IPost post, IStream stream", "return {|SOP0214:stream.AskAsync(reply.Text)|}.ToString() is { } text ? Task.FromResult(text) : null!;")]
    public Task An_AI_that_something_holds(string services, string body) => CheckAsync(services, body);

    [Fact]
    public async Task A_service_in_an_object_of_the_project() => Assert.Equal(
        "'Answer.Tidy' works with 'IPost', with which 'Send' writes to 'Helpdesk', without naming the tool: add [Reads<Helpdesk>], [Drafts<Helpdesk>] or [Writes<Helpdesk>]",
        (await CheckAsync("IPost post, Services services", "{|SOP0214:services.Post.PostAsync(reply.Text)|}; return Task.FromResult(\"\");")).Message(Rule));

    [Fact]
    public async Task A_service_that_derives_from_the_one_of_a_tool() => Assert.Equal(
        "'Answer.Tidy' works with 'IOutbound', with which 'Send' writes to 'Helpdesk', without naming the tool: add [Reads<Helpdesk>], [Drafts<Helpdesk>] or [Writes<Helpdesk>]",
        (await CheckAsync("IPost post, IOutbound outbound", "{|SOP0214:outbound.PostAsync(reply.Text)|}; return Task.FromResult(\"\");")).Message(Rule));

    [Theory]
    [InlineData("IPost post, Bag bag", "{|SOP0214:bag.Post.PostAsync(reply.Text)|}; return Task.FromResult(\"\");")]
    [InlineData("IPost post, Bag bag", "var one = {|SOP0214:bag.Post|}; one.PostAsync(reply.Text); return Task.FromResult(\"\");")]
    [InlineData("IPost post, Services services", "Shared.Post({|SOP0214:services.Post|}, reply); return Task.FromResult(\"\");")]
    [InlineData("IPost post, Bag bag", "foreach (var one in bag.All) { {|SOP0214:one.PostAsync(reply.Text)|}; } return Task.FromResult(\"\");")]
    [InlineData("IPost post, IEnumerable<IPost> all", "foreach (var one in all) { {|SOP0214:one.PostAsync(reply.Text)|}; } return Task.FromResult(\"\");")]
    [InlineData("IPost post, IEnumerable<IPost> all", "all.ToList().ForEach(one => {|SOP0214:one.PostAsync(reply.Text)|}); return Task.FromResult(\"\");")]
    [InlineData("IPost post, IEnumerable<IPost> all", "Task.WhenAll(all.Select(one => {|SOP0214:one.PostAsync(reply.Text)|})); return Task.FromResult(\"\");")]
    [InlineData("IPost post, IPosts posts", "{|SOP0214:posts.For(\"a\").PostAsync(reply.Text)|}; return Task.FromResult(\"\");")]
    [InlineData("IPost post, Poster poster", "{|SOP0214:poster.PostAsync(reply.Text)|}; return Task.FromResult(\"\");")]
    [InlineData("IPost post, IOutbound outbound", "Shared.Post({|SOP0214:outbound|}, reply); return Task.FromResult(\"\");")]
    [InlineData("IPost post, IOutbound outbound", "{|SOP0214:outbound.PostTwice(reply)|}; return Task.FromResult(\"\");")]
    [InlineData("IPost post, Sender<IPost> sender", "{|SOP0214:sender.Go(reply.Text)|}; return Task.FromResult(\"\");")]
    [InlineData("IPost post, IHelpdeskDesk desk", "{|SOP0214:desk.SendAsync(reply.Text, default)|}; return Task.FromResult(\"\");")]
    [InlineData("IPost post, Services services", "{|SOP0214:services.Post.PostAsync(reply.Text)|}; return Task.FromResult(\"\");", "services.Post.PostAsync(reply.Text)")]
    [InlineData("IDesks desks", "return {|SOP0214:desks|}.Posts.FindAsync(reply.Text);", "Task.WhenAll(desks.Posts.PostAsync(reply.Text), desks.SaveAsync())")]
    [InlineData("HelpdeskClient client", "return {|SOP0214:client|}.Posts.FindAsync(reply.Text);", "Task.CompletedTask")]
    [InlineData("IPosts posts", "{|SOP0214:posts.For(\"a\")|}.CountAsync(); return Task.FromResult(\"\");", "posts.For(\"a\").CountAsync()")]
    public Task A_service_that_something_holds(string services, string body, string send = "post.PostAsync(reply.Text)") => CheckAsync(services, body, send);

    [Theory]
    [InlineData("IPost post, Services services", "return Task.FromResult(services.Clock.Now);", "services.Post.PostAsync(services.Clock.Now)")]
    [InlineData("IPost post, Services services", "return Task.FromResult(services.Name);", "services.Post.PostAsync(services.Name)")]
    [InlineData("IPost post, IEnumerable<IClock> clocks", "foreach (var clock in clocks) { return Task.FromResult(clock.Now); } return Task.FromResult(\"\");", "post.PostAsync(clocks.First().Now)")]
    [InlineData("IPost post, IEnumerable<IRule> rules", "foreach (var rule in rules) { rule.Check(reply); } return Task.FromResult(\"\");", "Send(rules, post, reply)")]
    [InlineData("IPost post", "var all = new List<IPost>(); foreach (var one in all) { one.PostAsync(reply.Text); } return Task.FromResult(\"\");")]
    [InlineData("IPost post, ITool tool", "tool.Run(reply.Text); return Task.FromResult(\"\");")]
    [InlineData("IPost post", "return Task.FromResult(Templates.Fill(reply.Text));")]
    [InlineData("IPost post, ITemplates templates", "return Task.FromResult(Fill(templates, reply));")]
    [InlineData("IPost post, IPromptLog log", "return Log(log, reply);")]
    [InlineData("IPost post, IClock clock", "return Task.FromResult(Now(clock));", "post.PostAsync(Now(clock))")]
    [InlineData("IPost post, IBoth both", "both.Count(reply.Text); return Task.FromResult(\"\");")]
    [InlineData("IPost post, Settings settings", "return Task.FromResult(settings.Footer.Line());", "post.PostAsync(settings.Footer.Line())")]
    public Task Silent_about_what_is_no_tool(string services, string body, string send = "post.PostAsync(reply.Text)") => CheckAsync(services, body, send);

    private static Task<AnalyzerRun> CheckAsync(string services, string body, string send = "post.PostAsync(reply.Text)") => AnalyzerRun.CheckAsync(
        Govern.Sop(
            Govern.Draft,
            $$"""    [AutomatedStep("Tidy it")] public async Task<Article> Tidy(Reply reply) { Task<string> Go() { {{body}} } return new("", await Go()); }""",
            Govern.Review,
            $$"""    [AutomatedStep("Send the reply"), Writes<Helpdesk>(Impact.Customers)] public Task Send(Reply reply) => {{send}};""",
            """
                private static Task<string> Ask(IAsking asking, Reply reply) => asking.AskAsync(reply.Text);
                private static Task<string> AskAny<T>(T asking, Reply reply) where T : IAsking => asking.AskAsync(reply.Text);
                private static string Fill(ITemplates templates, Reply reply) => templates.Fill(reply.Text);
                private static async Task<string> Log(IPromptLog log, Reply reply) { await log.NoteAsync(reply.Text); return ""; }
                private static string Now(IClock clock) => clock.Now;
                private static Task Send(IEnumerable<IRule> rules, IPost post, Reply reply) { rules.ToList().ForEach(rule => rule.Check(reply)); return post.PostAsync(reply.Text); }
            """).Replace("class Answer : Sop<Ticket>", $"class Answer({services}) : Sop<Ticket>", StringComparison.Ordinal) + """


        public interface IPost { Task PostAsync(string text); Task<string> FindAsync(string text); Task<int> CountAsync(); }
        public interface IDesks { IPost Posts { get; } Task SaveAsync(); }
        public sealed class HelpdeskClient(IPost posts) { public IPost Posts => posts; }
        public interface IOutbound : IPost;
        public interface IHelpdeskDesk : IHelpdesk;
        public interface ICounter { void Count(string text); }
        public interface IBoth : IPost, ICounter;
        public interface IPosts { IPost For(string name); }
        public interface IClock { string Now { get; } }
        public interface IRule { void Check(Reply reply); }
        public interface ITool { void Run(string text); }
        public interface ITemplates { string Fill(string prompt); }
        public interface IPromptLog { Task NoteAsync(string prompt); }
        public interface IAsking { Task<string> AskAsync(string prompt); }
        public interface IOwnAsking : IAsking;
        public interface IStream { IAsyncEnumerable<string> AskAsync(string prompt); }
        public sealed record Services(IPost Post, IAsking Asking, IClock Clock, string Name);
        public sealed class Bag(IPost post, IAsking asking) { public IPost Post => post; public IAsking Asking => asking; public IEnumerable<IPost> All => [post]; }
        public sealed class Poster : IPost { public Task PostAsync(string text) => Task.CompletedTask; public Task<string> FindAsync(string text) => Task.FromResult(text); public Task<int> CountAsync() => Task.FromResult(1); }
        public sealed class Asker<T>(T asking) where T : IAsking { public Task<string> Go(string text) => asking.AskAsync(text); }
        public sealed class Sender<T>(T post) where T : IPost { public Task Go(string text) => post.PostAsync(text); }
        public sealed record Settings(Footer Footer);
        public sealed class Footer { public string Line() => ""; }
        public static class Templates { public static string Fill(string prompt) => prompt; }

        public static class Shared
        {
            public static Task Post(IPost post, Reply reply) => post.PostAsync(reply.Text);
            public static Task PostTwice(this IPost post, Reply reply) => post.PostAsync(reply.Text);
        }
        """,
        [Rule]);
}
