using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class ForeignServiceTests
{
    private const string Rule = "SOP0214";
    private const string Sending = """    [AutomatedStep("Send the reply"), Writes<Helpdesk>(Impact.Customers)] public Task Send(Reply reply) => post.PostAsync(reply.Text);""";

    [Fact]
    public async Task A_step_that_names_another_tool() => Assert.Equal(
        "'Answer.Tidy' works with 'IPost', with which 'Send' writes to 'Helpdesk', without naming the tool: add [Reads<Helpdesk>], [Drafts<Helpdesk>] or [Writes<Helpdesk>]",
        (await CheckAsync("IPost post", "[Reads<Website>]", "await {|SOP0214:post.PostAsync(reply.Text)|};")).Message(Rule));

    [Theory]
    [InlineData("IPost post, IWebsite site", "[Reads<Website>]", "await site.ReadAsync(); await {|SOP0214:post.PostAsync(reply.Text)|};")]
    [InlineData("IPost post, IWebsite site", "[Writes<Website>(Impact.PublicPages)]", "await site.PutAsync(reply.Text); await {|SOP0214:post.PostAsync(reply.Text)|};")]
    [InlineData("IPost post", "[Reads<Website>, Reads<Ledger>]", "await {|SOP0214:Help(reply)|};")]
    [InlineData("IPost post", "[Reads<Website>]", "await {|SOP0214:post.PostAsync(await post.FindAsync(reply.Text))|};")]
    [InlineData("IPost post, IOutbound outbound", "[Reads<Website>]", "await {|SOP0214:outbound.PostAsync(reply.Text)|};")]
    public Task Also_in_another_way(string services, string access, string body) => CheckAsync(services, access, body);

    [Theory]
    [InlineData("IPost post", "[Reads<Helpdesk>, Reads<Website>]", "await post.PostAsync(reply.Text);")]
    [InlineData("IPost post", "[Reads<SubDesk>]", "await post.PostAsync(reply.Text);", Base)]
    [InlineData("IPost post", "[Writes<Website>(Impact.PublicPages)]", "await post.PostAsync(reply.Text);")]
    [InlineData("IPost post", "[Drafts<Website>]", "await post.PostAsync(reply.Text);")]
    [InlineData("IPost post", "[Reads<Website>]", "await post.FindAsync(reply.Text);")]
    [InlineData("IPost post", "[Reads<Website>]", "await post.WarmAsync(); await post.FindAsync(reply.Text);")]
    [InlineData("IPost post", "[Reads<Website>]", "await post.ConnectAsync();")]
    [InlineData("IPost post, IAudit audit", "[Reads<Website>]", "await audit.NoteAsync(reply.Text);", Both)]
    [InlineData("IPost post", "[Reads<Website>]", "await post.PostAsync(reply.Text);", Sending, Ledger)]
    [InlineData("IPost post", "[Reads<Website>]", "await post.PostAsync(reply.Text);", Two)]
    [InlineData("Action<string> log", "[Reads<Website>]", "log(reply.Text);", ByHttp)]
    [InlineData("IAudit audit", "[Reads<Website>]", "await audit.NoteAsync(reply.Text);", ByFile)]
    [InlineData("IPost post, IPages pages", "[Writes<Website>(Impact.PublicPages)]", "await pages.PutAsync(reply.Text); await post.PostAsync(reply.Text);")]
    public Task Silent_where_the_tool_of_the_service_is_not_certain(string services, string access, string body, string send = Sending, string more = "") => CheckAsync(services, access, body, send, more);

    private const string Both = """    [AutomatedStep("Send the reply"), Writes<Helpdesk>(Impact.Customers)] public async Task Send(Reply reply) { await audit.NoteAsync(reply.Text); await post.PostAsync(reply.Text); }""";
    private const string Base = """    [AutomatedStep("Send the reply"), Writes<Desk>(Impact.Customers)] public Task Send(Reply reply) => post.PostAsync(reply.Text);""";
    private const string ByHttp = """    private static readonly System.Net.Http.HttpClient Http = new(); [AutomatedStep("Send the reply"), Writes<Helpdesk>(Impact.Customers)] public async Task Send(Reply reply) { log(reply.Text); await Http.PostAsync(reply.Text, null); }""";
    private const string ByFile = """    [AutomatedStep("Send the reply"), Writes<Helpdesk>(Impact.Customers)] public async Task Send(Reply reply) { await audit.NoteAsync(reply.Text); System.IO.File.WriteAllText("out.txt", reply.Text); }""";
    private const string Two = """    [AutomatedStep("Send the reply"), Writes<Helpdesk>(Impact.Customers), Writes<Ledger>(Impact.Money)] public Task Send(Reply reply) => post.PostAsync(reply.Text);""";
    private const string Ledger = """    [AutomatedStep("Book it"), Writes<Ledger>(Impact.Money)] public Task Book(Reply reply) => post.PostAsync(reply.Text);""";

    private static Task<AnalyzerRun> CheckAsync(string services, string access, string body, string send = Sending, string more = "") => AnalyzerRun.CheckAsync(
        Govern.Sop(
            Govern.Draft,
            $$"""    [AutomatedStep("Tidy it")] {{access}} public async Task<Reply> Tidy(Reply reply) { {{body}} return reply; }""",
            Govern.Review,
            send,
            more,
            body.Contains("Help(", StringComparison.Ordinal) ? "    private Task Help(Reply reply) => post.PostAsync(reply.Text);" : "")
            .Replace("class Answer : Sop<Ticket>", $"class Answer({services}) : Sop<Ticket>", StringComparison.Ordinal) + """


        public class Desk : Tool;
        public sealed class SubDesk : Desk;
        public interface IPost { Task PostAsync(string text); Task<string> FindAsync(string text); Task WarmAsync(); Task ConnectAsync(); }
        public interface IOutbound : IPost;
        public interface IWebsite { Task PutAsync(string text); Task<string> ReadAsync(); }
        public interface IPages { Task PutAsync(string text); }
        public interface IAudit { Task NoteAsync(string text); }
        """,
        [Rule]);
}
