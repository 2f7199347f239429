using Microsoft.CodeAnalysis;
using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class OutsideStoreTests
{
    private const string Rule = "SOP0215";

    [Fact]
    public async Task One_step_keeps_and_another_one_takes()
    {
        var finding = (await CheckAsync("{|SOP0215:Store.Texts[\"a\"]|} = reply.Text;", "Store.Texts[\"a\"]")).Single(Rule);
        Assert.Equal(
            "Park → Take: 'Answer.Park' keeps data of the run in 'Store.Texts', where 'Take' may find another: return it, and let 'Take' take it as a parameter", finding.Message);
        Assert.Equal(["Store.Texts[\"a\"]"], finding.AlsoText());
        Assert.Equal(DiagnosticSeverity.Error, finding.Severity);
    }

    [Theory]
    [InlineData("{|SOP0215:Store.Texts|}.Add(reply.Text, \"\");", "Store.Texts.Keys.First()")]
    [InlineData("{|SOP0215:Store.Texts[reply.Text]|} = \"\";", "Store.Texts.Keys.First()")]
    [InlineData("{|SOP0215:Store.Last|} = reply;", "Store.Last.Text")]
    [InlineData("var a = reply.Text; var b = a; var c = b; {|SOP0215:Store.Field|} = c;", "Store.Field")]
    [InlineData("string c; string b; string a; a = reply.Text; b = a; c = b; {|SOP0215:Store.Field|} = c;", "Store.Field")]
    [InlineData("if (reply.Text is { } text) { {|SOP0215:Store.Field|} = text; }", "Store.Field")]
    [InlineData("if (reply.Text.ToArray() is [.., 'x'] letters) { {|SOP0215:Store.Field|} = letters.ToString()!; }", "Store.Field")]
    [InlineData("{|SOP0215:Store.Field|} = reply switch { { Text: var text } => text };", "Store.Field")]
    [InlineData("switch (reply) { case { Text: var text }: {|SOP0215:Store.Field|} = text; break; }", "Store.Field")]
    [InlineData("var shown = reply.Text switch { \"\" => \"\", var text => text }; {|SOP0215:Store.Field|} = shown;", "Store.Field")]
    [InlineData("if (reply is { Text: var text }) { {|SOP0215:Store.Field|} = text; }", "Store.Field")]
    [InlineData("int.TryParse(reply.Text, out var number); {|SOP0215:Store.Field|} = number.ToString();", "Store.Field")]
    [InlineData("var (text, _) = (reply.Text, 1); {|SOP0215:Store.Field|} = text;", "Store.Field")]
    [InlineData("string text; (text, _) = (reply.Text, 1); {|SOP0215:Store.Field|} = text;", "Store.Field")]
    [InlineData("new[] { reply }.ToList().ForEach(one => {|SOP0215:Store.Field|} = one.Text);", "Store.Field")]
    [InlineData("var one = Store.One; var same = one; {|SOP0215:same.Text|} = reply.Text;", "Store.One.Text")]
    [InlineData("{|SOP0215:Store.Last.Words|}.Add(reply.Text);", "Store.Last.Words[0]")]
    [InlineData("var text = reply.Text.Trim(); {|SOP0215:Store.Field|} = text;", "Store.Field")]
    [InlineData("foreach (var letter in reply.Text) { {|SOP0215:Store.Field|} += letter; }", "Store.Field")]
    [InlineData("var texts = Store.Texts; {|SOP0215:texts[\"a\"]|} = reply.Text;", "Store.Texts[\"a\"]")]
    [InlineData("{|SOP0215:Store.Put(reply.Text)|};", "Store.Texts[\"a\"]")]
    [InlineData("{|SOP0215:Store.Put(reply.Text)|};", "Store.Get()")]
    [InlineData("{|SOP0215:Keep(reply)|};", "Store.Get()")]
    [InlineData("{|SOP0215:Store.Array[0]|} = reply.Text;", "Store.Array[0]")]
    [InlineData("{|SOP0215:Store.Queue|}.Enqueue(reply.Text);", "Store.Queue.Dequeue()")]
    [InlineData("{|SOP0215:Store.Bag|}.TryAdd(\"a\", reply.Text);", "Store.Bag[\"a\"]")]
    [InlineData("{|SOP0215:Store.Bag|}.GetOrAdd(\"a\", reply.Text);", "Store.Bag[\"a\"]")]
    [InlineData("{|SOP0215:Store.Bag|}.AddOrUpdate(\"a\", reply.Text, (_, _) => reply.Text);", "Store.Bag[\"a\"]")]
    [InlineData("{|SOP0215:Store.Text|}.Append(reply.Text);", "Store.Text.ToString()")]
    [InlineData("Interlocked.Exchange(ref {|SOP0215:Store.Field|}, reply.Text);", "Store.Field")]
    [InlineData("{|SOP0215:Store.Ambient.Value|} = reply.Text;", "Store.Ambient.Value!")]
    [InlineData("({|SOP0215:Store.Field|}, _) = (reply.Text, 1);", "Store.Field")]
    [InlineData("{|SOP0215:Store.One.Text|} = reply.Text;", "Store.One.Text")]
    [InlineData("{|SOP0215:_text|} = reply.Text;", "_text")]
    [InlineData("{|SOP0215:this._text|} = reply.Text;", "this._text")]
    [InlineData("{|SOP0215:Text|} = reply.Text;", "Text")]
    [InlineData("{|SOP0215:_text|} = \"x\";", "_text")]
    [InlineData("{|SOP0215:_texts|}.Add(reply.Text);", "_texts[0]")]
    [InlineData("{|SOP0215:Shared|} = reply.Text;", "Shared")]
    [InlineData("{|SOP0215:first|} = reply.Text;", "first")]
    [InlineData("{|SOP0215:Environment.SetEnvironmentVariable(\"A\", reply.Text)|};", "Environment.GetEnvironmentVariable(\"A\")!")]
    [InlineData("{|SOP0215:AppDomain.CurrentDomain.SetData(\"A\", reply.Text)|};", "(string)AppDomain.CurrentDomain.GetData(\"A\")!")]
    [InlineData("{|SOP0215:AppContext.SetData(\"A\", reply.Text)|};", "(string)AppContext.GetData(\"A\")!")]
    [InlineData("{|SOP0215:System.IO.File.WriteAllText(\"a.txt\", reply.Text)|};", "System.IO.File.ReadAllText(\"a.txt\")")]
    [InlineData("{|SOP0215:System.IO.File.WriteAllText(System.IO.Path.Combine(\"a\", ticket.Subject), reply.Text)|};", "System.IO.File.ReadAllText(System.IO.Path.Combine(\"a\", ticket.Subject))")]
    [InlineData("{|SOP0215:cache|}.Set(\"a\", reply.Text);", "cache.Get(\"a\")")]
    [InlineData("{|SOP0215:_cache|}.Set(\"a\", reply.Text);", "_cache.Get(\"a\")")]
    [InlineData("{|SOP0215:shelf.Put(reply.Text)|};", "shelf.Take()")]
    [InlineData("{|SOP0215:shelf.Last|} = reply.Text;", "shelf.Last")]
    [InlineData("{|SOP0215:Shelf.One.Put(reply.Text)|};", "Shelf.One.Take()")]
    [InlineData("{|SOP0215:box.Put(reply.Text)|};", "box.Last")]
    [InlineData("{|SOP0215:bin.Put(reply.Text)|};", "bin.Last")]
    [InlineData("{|SOP0215:Store.Seen|}.Add(reply.Text);", "ticket.Body")]
    [InlineData("{|SOP0215:shelf.Label|} = reply.Text;", "shelf.Label")]
    [InlineData("{|SOP0215:shelf.Mark(reply.Text)|};", "shelf.Label")]
    [InlineData("{|SOP0215:Store.Line.Writer|}.WriteAsync(reply.Text);", "Store.Line.ToString()!")]
    [InlineData("{|SOP0215:System.IO.File.AppendAllText(\"a.txt\", reply.Text)|};", "System.IO.File.ReadLines(\"a.txt\").First()")]
    [InlineData("{|SOP0215:System.IO.File.AppendAllLines(\"a.txt\", [reply.Text])|};", "System.IO.File.OpenText(\"a.txt\").ReadToEnd()")]
    [InlineData("{|SOP0215:System.IO.File.WriteAllLines(\"a.txt\", [reply.Text])|};", "System.IO.File.ReadAllLines(\"a.txt\")[0]")]
    [InlineData("{|SOP0215:System.IO.File.WriteAllBytes(\"a.txt\", [(byte)reply.Text[0]])|};", "System.IO.File.ReadAllBytes(\"a.txt\").ToString()!")]
    [InlineData("{|SOP0215:System.IO.File.WriteAllText(\"a.txt\", reply.Text)|};", "System.IO.File.OpenRead(\"a.txt\").ToString()!")]
    [InlineData("{|SOP0215:System.IO.File.WriteAllTextAsync(\"a.txt\", reply.Text)|};", "System.IO.File.ReadAllTextAsync(\"a.txt\").Result")]
    [InlineData("{|SOP0215:System.IO.File.WriteAllLinesAsync(\"a.txt\", [reply.Text])|};", "System.IO.File.ReadAllLinesAsync(\"a.txt\").Result[0]")]
    [InlineData("{|SOP0215:System.IO.File.WriteAllBytesAsync(\"a.txt\", [(byte)reply.Text[0]])|};", "System.IO.File.ReadAllBytesAsync(\"a.txt\").Result.ToString()!")]
    [InlineData("{|SOP0215:System.IO.File.AppendAllTextAsync(\"a.txt\", reply.Text)|};", "System.IO.File.ReadLinesAsync(\"a.txt\").ToString()!")]
    [InlineData("{|SOP0215:System.IO.File.AppendAllLinesAsync(\"a.txt\", [reply.Text])|};", "System.IO.File.ReadAllText(\"a.txt\")")]
    [InlineData("{|SOP0215:Thread.SetData(Thread.GetNamedDataSlot(\"a\"), reply.Text)|};", "(string)Thread.GetData(Thread.GetNamedDataSlot(\"a\"))!")]
    [InlineData("new[] { reply.Text }.ToList().ForEach({|SOP0215:Store.List|}.Add);", "Store.List[0]")]
    [InlineData("Array.ForEach([reply.Text], {|SOP0215:Store.List|}.Add);", "Store.List[0]")]
    [InlineData("{|SOP0215:Store.Grid[reply.Text.Length, 0]|} += 1;", "Store.Grid[0, 0].ToString()")]
    [InlineData("async Task Go() { await {|SOP0215:Store.Line.Writer|}.WriteAsync(reply.Text); } Go();", "Store.Line.ToString()!")]
    public Task Also_in_another_way(string park, string take) => CheckAsync(park, take);

    [Fact]
    public async Task A_field_is_named_without_its_class() => Assert.Equal(
        "Park → Take: 'Answer.Park' keeps data of the run in '_text', where 'Take' may find another: return it, and let 'Take' take it as a parameter",
        (await CheckAsync("{|SOP0215:_text|} = reply.Text;", "_text")).Message(Rule));

    [Fact]
    public async Task A_file_is_named_by_its_path() => Assert.Equal(
        "Park → Take: 'Answer.Park' keeps data of the run in 'file a.txt', where 'Take' may find another: return it, and let 'Take' take it as a parameter",
        (await CheckAsync("{|SOP0215:System.IO.File.WriteAllText(\"a.txt\", reply.Text)|};", "System.IO.File.ReadAllText(\"a.txt\")")).Message(Rule));

    [Theory]
    [InlineData("{|SOP0215:Store.Seen|}.Add(reply.Text);")]
    [InlineData("_ = {|SOP0215:Store.Seen|}.Add(reply.Text);")]
    [InlineData("async Task Go() { await {|SOP0215:Store.Line.Writer|}.WriteAsync(reply.Text); } Go();")]
    [InlineData("{|SOP0215:Store.Line|}?.Writer?.TryWrite(reply.Text);")]
    [InlineData("{|SOP0215:Store.Note|} = reply.Text;")]
    [InlineData("{|SOP0215:Store.Note|} += reply.Text;")]
    [InlineData("{|SOP0215:Environment.SetEnvironmentVariable(\"A\", reply.Text)|};")]
    [InlineData("{|SOP0215:Shelf.One.Put(reply.Text)|};")]
    public async Task What_nobody_reads_here(string park) => Assert.Equal(DiagnosticSeverity.Warning, (await CheckAsync(park, "ticket.Body")).Single(Rule).Severity);

    [Theory]
    [InlineData("var text = Store.Note += reply.Text; Console.WriteLine(text);")]
    [InlineData("Console.WriteLine(Store.Seen.Add(reply.Text));")]
    [InlineData("var is1 = Store.Line.Writer.TryWrite(reply.Text); Console.WriteLine(is1);")]
    public Task Silent_about_what_is_read_where_it_is_kept(string park) => CheckAsync(park, "ticket.Body");

    [Fact]
    public async Task What_is_kept_and_never_read_here()
    {
        var finding = (await CheckAsync("{|SOP0215:Store.Last|} = reply;", "ticket.Body")).Single(Rule);
        Assert.Equal("'Answer.Park' keeps data of the run in 'Store.Last', where no record, page or reviewer sees it: return it as a value of the run, or write it to a tool", finding.Message);
        Assert.Equal(DiagnosticSeverity.Warning, finding.Severity);
    }

    [Fact]
    public Task A_condition_takes_it() => AnalyzerRun.CheckAsync(
        Project("{|SOP0215:Store.Field|} = reply.Text;", "ticket.Body", ", Next(nameof(Take), When = nameof(Kept)), Next(End.Completed)").With("X.cs", ""), [Rule]);

    [Theory]
    [InlineData("var texts = new List<string>(); texts.Add(reply.Text);", "ticket.Body")]
    [InlineData("Console.WriteLine(Store.Fixed[0] + Store.Name);", "Store.Fixed[0] + Store.Name")]
    [InlineData("Console.WriteLine(Store.Last);", "Store.Last.Text")]
    [InlineData("Store.Count++;", "Store.Count.ToString()")]
    [InlineData("if (Store.Name is { } text) { Store.Field = text; }", "Store.Field")]
    [InlineData("Interlocked.Increment(ref Store.Count);", "Store.Count.ToString()")]
    [InlineData("Console.WriteLine(Store.Lengths.GetOrAdd(reply.Text, text => text.Length));", "Store.Lengths.GetOrAdd(ticket.Body, text => text.Length).ToString()")]
    [InlineData("_text = reply.Text; Console.WriteLine(_text);", "ticket.Body")]
    [InlineData("_text = reply.Text; Print();", "Scratch(ticket)")]
    [InlineData("Array.ForEach(_fixed, Store.List.Add);", "Store.List[0]")]
    [InlineData("if (Store.Seen.Add(reply.Text)) { Console.WriteLine(1); }", "ticket.Body")]
    [InlineData("var builder = new Builder(); builder.Put(reply.Text);", "new Builder().Take()")]
    [InlineData("System.IO.File.WriteAllText(\"a.txt\", reply.Text);", "System.IO.File.ReadAllText(\"b.txt\")")]
    [InlineData("System.IO.File.WriteAllText(\"a.txt\", \"x\");", "System.IO.File.ReadAllText(\"a.txt\")")]
    [InlineData("System.IO.File.WriteAllText(reply.Text, \"x\");", "System.IO.File.ReadAllText(\"a.txt\")")]
    [InlineData("System.IO.File.WriteAllText(\"a.txt\", reply.Text);", "System.IO.File.GetCreationTime(\"a.txt\").ToString()")]
    [InlineData("Console.WriteLine(_fixed[0]);", "_fixed[0]")]
    [InlineData("Console.WriteLine(cache.Get(\"a\"));", "cache.Get(\"a\")")]
    [InlineData("Console.WriteLine(first);", "first")]
    public Task Silent_about_what_stays_in_the_run(string park, string take) => CheckAsync(park, take);

    [Theory]
    [InlineData("System.IO.File.WriteAllText(\"a.txt\", reply.Text);", "System.IO.File.ReadAllText(\"a.txt\")")]
    [InlineData("cache.Set(\"a\", reply.Text);", "cache.Get(\"a\")")]
    [InlineData("_cache.Set(\"a\", reply.Text);", "_cache.Get(\"a\")")]
    [InlineData("shelf.Put(reply.Text);", "shelf.Take()")]
    public Task Silent_about_a_tool_that_both_name(string park, string take) => AnalyzerRun.CheckAsync(Project(park, take, ", Writes<Website>(Impact.None)", ", Reads<Website>"), [Rule]);

    [Theory]
    [InlineData("{|SOP0215:Store.Note|} = reply.Text;", "Store.Note")]
    [InlineData("{|SOP0215:Shelf.One.Put(reply.Text)|};", "Shelf.One.Take()")]
    [InlineData("{|SOP0215:_text|} = reply.Text;", "_text")]
    public Task No_tool_is_a_static_member_or_a_field(string park, string take) => AnalyzerRun.CheckAsync(Project(park, take, ", Writes<Website>(Impact.None)", ", Reads<Website>"), [Rule]);

    [Theory]
    [InlineData("Store.Last = ;", "Store.Last.Text")]
    [InlineData("Store.La = reply;", "Store.Last.Text")]
    [InlineData("Store.Last = reply", "Store.Last.Text")]
    public Task Silent_while_half_typed(string park, string take) => AnalyzerRun.CheckAsync(Project(park, take).ThatDoesNotCompile(), [Rule]);

    [Fact]
    public Task Offers_nothing() => FixRun.AssertNoneOfferedAsync(Project("Store.Last = reply;", "Store.Last.Text"), Rule);

    private static Task<AnalyzerRun> CheckAsync(string park, string take) => AnalyzerRun.CheckAsync(Project(park, take), [Rule]);

    private static SopProject Project(string park, string take, string parkWith = "", string takeWith = "") => SopProject.Of(
        Govern.Sop(
            Govern.Draft,
            $$"""    [AutomatedStep("Park it"){{parkWith}}] public Task Park(Ticket ticket, Reply reply) { {{park}} return Task.CompletedTask; }""",
            $$"""    [AutomatedStep("Take it"){{takeWith}}] public Task<Article> Take(Ticket ticket) => Task.FromResult(new Article("", {{take}}));""",
            """
                private readonly string[] _fixed = ["a"];
                private readonly List<string> _texts = [];
                private readonly Microsoft.Extensions.Caching.IMemoryCache _cache = cache;
                private string _text = "";
                private string Text { get; set; } = "";
                private static string Shared = "";

                private void Keep(Reply reply) => Store.Put(reply.Text);
                private void Print() => Console.WriteLine(_text);
                private string Scratch(Ticket ticket) { _text = ticket.Body; Print(); return _text; }

                [Condition("It is kept")] static bool Kept(Ticket ticket) => Store.Field == ticket.Body;
            """).Replace("class Answer : Sop<Ticket>", "class Answer(string first, Microsoft.Extensions.Caching.IMemoryCache cache, Shelf shelf, IBox box, IBin<string> bin) : Sop<Ticket>", StringComparison.Ordinal) + """


        public sealed record Kept(string Text) { public List<string> Words { get; } = []; }

        public sealed class One { public string Text { get; set; } = ""; }

        public sealed class Builder
        {
            private string _text = "";
            public void Put(string text) => _text = text;
            public string Take() => _text;
        }

        public interface IBox { string Last { get; } void Put(string text); }

        public interface IBin<T> { T Last { get; } void Put(T text); }

        public sealed class Bin : IBin<string> { public string Last { get; private set; } = ""; public void Put(string text) => Last = text; }

        public sealed class Box : IBox { public string Last { get; private set; } = ""; public void Put(string text) => Last = text; }

        public sealed class Shelf
        {
            private string _text = "";
            public static Shelf One { get; } = new();
            public string Last { get; set; } = "";
            public string Label = "";
            public void Mark(string text) => Label = text;
            public void Put(string text) => _text = text;
            public string Take() => _text;
        }

        public static class Store
        {
            public static Dictionary<string, string> Texts { get; } = [];
            public static readonly string[] Fixed = ["a"];
            public const string Name = "store";
            public static LastReply Last { get; set; } = new("");
            public static string Field = "";
            public static string Note = "";
            public static int Count;
            public static readonly string[] Array = new string[3];
            public static readonly int[,] Grid = new int[3, 3];
            public static Queue<string> Queue { get; } = new();
            public static HashSet<string> Seen { get; } = [];
            public static readonly System.Collections.Concurrent.ConcurrentDictionary<string, string> Bag = new();
            public static readonly System.Collections.Concurrent.ConcurrentDictionary<string, int> Lengths = new();
            public static readonly System.Text.StringBuilder Text = new();
            public static readonly AsyncLocal<string?> Ambient = new();
            public static One One { get; } = new();
            public static List<string> List { get; } = [];
            public static readonly System.Threading.Channels.Channel<string> Line = System.Threading.Channels.Channel.CreateUnbounded<string>();
            public static void Put(string text) => Texts["a"] = text;
            public static string Get() => Texts["a"];
        }

        public sealed record LastReply(string Text)
        {
            public List<string> Words { get; } = [];
            public static implicit operator LastReply(Reply reply) => new(reply.Text);
        }
        """).With("Caching.cs", "namespace Microsoft.Extensions.Caching; public interface IMemoryCache { void Set(string key, string text); string Get(string key); }");
}
