using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class OutsideFileTests
{
    private const string Rule = "SOP0215";
    private const string Read = "File.ReadAllText(\"a.txt\")";
    private const string Write = "{|SOP0215:File.WriteAllText(\"a.txt\", reply.Text)|};";

    [Fact]
    public async Task A_writer_is_named_by_its_file() => Assert.Equal(
        "Park → Take: 'Answer.Park' keeps data of the run in 'file a.txt', where 'Take' may find another: return it, and let 'Take' take it as a parameter",
        (await CheckAsync("using (var writer = new StreamWriter(\"a.txt\")) { {|SOP0215:writer.Write(reply.Text)|}; }", "new StreamReader(\"a.txt\").ReadToEnd()")).Message(Rule));

    [Theory]
    [InlineData("using var writer = new StreamWriter(\"a.txt\"); {|SOP0215:writer.WriteLineAsync(reply.Text)|};")]
    [InlineData("using var writer = new StreamWriter(new FileStream(\"a.txt\", FileMode.Create)); {|SOP0215:writer.Write(reply.Text)|};")]
    [InlineData("var file = new FileStream(\"a.txt\", FileMode.Append); var writer = new BinaryWriter(file); {|SOP0215:writer.Write(reply.Text)|};")]
    [InlineData("using var file = new FileStream(\"a.txt\", FileMode.Open, FileAccess.Write); {|SOP0215:file.Write(Encoding.UTF8.GetBytes(reply.Text))|};")]
    [InlineData("using var file = new FileStream(\"a.txt\", FileMode.OpenOrCreate); {|SOP0215:file.WriteByte((byte)reply.Text[0])|};")]
    [InlineData("using var writer = new FileInfo(\"a.txt\").CreateText(); {|SOP0215:writer.Write(reply.Text)|};")]
    [InlineData("var info = new FileInfo(\"a.txt\"); using var writer = info.AppendText(); {|SOP0215:writer.Write(reply.Text)|};")]
    [InlineData("using var file = new FileInfo(\"a.txt\").OpenWrite(); {|SOP0215:file.WriteByte((byte)reply.Text[0])|};")]
    [InlineData("using var writer = File.CreateText(\"a.txt\"); {|SOP0215:writer.Write(reply.Text)|};")]
    [InlineData("using var file = File.Create(\"a.txt\"); {|SOP0215:System.Text.Json.JsonSerializer.Serialize(file, reply)|};")]
    [InlineData("using var file = File.Open(\"a.txt\", FileMode.Create); using var writer = new System.Text.Json.Utf8JsonWriter(file); {|SOP0215:writer.WriteStringValue(reply.Text)|};")]
    [InlineData("{|SOP0215:Files.Save(\"a.txt\", reply.Text)|};")]
    [InlineData("{|SOP0215:Files.Stream(\"a.txt\", reply.Text)|};")]
    public Task What_writes_a_file(string park) => CheckAsync(park, Read);

    [Theory]
    [InlineData("new StreamReader(\"a.txt\").ReadToEnd()")]
    [InlineData("new StreamReader(new FileStream(\"a.txt\", FileMode.Open)).ReadToEnd()")]
    [InlineData("new FileStream(\"a.txt\", FileMode.Open, FileAccess.Read).ReadByte().ToString()")]
    [InlineData("new FileInfo(\"a.txt\").OpenText().ReadToEnd()")]
    [InlineData("new FileInfo(\"a.txt\").OpenRead().ReadByte().ToString()")]
    [InlineData("File.Open(\"a.txt\", FileMode.Open).ReadByte().ToString()")]
    [InlineData("Files.Load(\"a.txt\")")]
    [InlineData("Files.Load(Files.Name)")]
    public Task What_reads_a_file(string take) => CheckAsync(Write, take);

    [Theory]
    [InlineData("{|SOP0215:Files.InFolder(\"a.txt\", reply.Text)|};", "Files.FromFolder(\"a.txt\")")]
    [InlineData("{|SOP0215:Files.InFolder(ticket.Subject, reply.Text)|};", "Files.FromFolder(ticket.Subject)")]
    [InlineData("{|SOP0215:Kept.Set(\"a\", reply.Text)|};", "Kept.Get(\"a\")")]
    [InlineData("{|SOP0215:Kept.Set(\"a\", reply.Text)|};", "Kept.GetLater(\"a\")")]
    public Task A_helper_keeps_it(string park, string take) => CheckAsync(park, take);

    [Theory]
    [InlineData("using var writer = new StreamWriter(\"b.txt\"); writer.Write(reply.Text);", Read)]
    [InlineData("using var writer = new StreamWriter(\"a.txt\"); writer.Write(\"x\");", Read)]
    [InlineData("using var writer = new StringWriter(); writer.Write(reply.Text);", Read)]
    [InlineData("using var memory = new MemoryStream(); using var writer = new StreamWriter(memory); writer.Write(reply.Text);", Read)]
    [InlineData("using var file = new FileStream(\"a.txt\", FileMode.Open, FileAccess.Read); Console.WriteLine(reply.Text + file.ReadByte());", Read)]
    [InlineData("Console.WriteLine(new FileInfo(\"a.txt\").Length + reply.Text);", Read)]
    [InlineData("using var writer = new StreamWriter(\"a.txt\"); writer.Write(reply.Text);", "new FileInfo(\"a.txt\").Length.ToString()")]
    [InlineData("var path = Path.GetTempFileName(); using var writer = new StreamWriter(path); writer.Write(reply.Text);", "Files.Load(Path.GetTempFileName())")]
    [InlineData("foreach (var path in Files.All) { File.WriteAllText(path, reply.Text); }", "Files.First()")]
    [InlineData("Files.Save(\"a.txt\", reply.Text);", "Files.Load(\"b.txt\")")]
    [InlineData("Files.InFolder(\"a.txt\", reply.Text);", "Files.FromFolder(\"b.txt\")")]
    [InlineData("Console.WriteLine(Kept.Length(reply.Text));", "Kept.Length(ticket.Body).ToString()")]
    [InlineData("Console.WriteLine(Kept.Get(reply.Text));", "Kept.Get(\"a\")")]
    public Task Silent_about_other_files_and_what_is_found_out_again(string park, string take) => CheckAsync(park, take);

    [Fact]
    public Task Silent_about_a_tool_that_both_name() => AnalyzerRun.CheckAsync(
        Source("using var writer = new StreamWriter(\"a.txt\"); writer.Write(reply.Text);", Read, ", Writes<Website>(Impact.None)"), [Rule]);

    [Theory]
    [InlineData("using var writer = new StreamWriter(", Read)]
    [InlineData("using var writer = new StreamWriter(\"a.txt\"); writer.Wri(reply.Text);", Read)]
    [InlineData("using var writer = new StreamWriter(); writer.Write(reply.Text);", Read)]
    public Task Silent_while_half_typed(string park, string take) => AnalyzerRun.CheckAsync(SopProject.Of(Source(park, take)).ThatDoesNotCompile(), [Rule]);

    private static Task<AnalyzerRun> CheckAsync(string park, string take) => AnalyzerRun.CheckAsync(Source(park, take), [Rule]);

    private static string Source(string park, string take, string parkWith = "") => "using System.IO;\nusing System.Text;\n" + Govern.Sop(
        Govern.Draft,
        $$"""    [AutomatedStep("Park it"){{parkWith}}] public Task Park(Ticket ticket, Reply reply) { {{park}} return Task.CompletedTask; }""",
        $$"""    [AutomatedStep("Take it")] public Task<Article> Take(Ticket ticket) => Task.FromResult(new Article("", {{take}}));""") + """


        public static class Files
        {
            public const string Name = "a.txt";
            public static readonly string[] All = [];
            public static string First() { foreach (var path in All) { return File.ReadAllText(path); } return ""; }
            public static void Save(string path, string text) => File.WriteAllText(path, text);
            public static void Stream(string path, string text) { using var writer = new StreamWriter(path); writer.Write(text); }
            public static string Load(string path) => File.ReadAllText(path);
            public static void InFolder(string name, string text) => File.WriteAllText(Path.Combine("folder", name), text);
            public static string FromFolder(string name) => File.ReadAllText(Path.Combine("folder", name));
        }

        public static class Kept
        {
            private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, object> Bag = new();
            private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, int> Lengths = new();
            public static void Set(string key, string text) => Bag.AddOrUpdate(key, text, (_, _) => text);
            public static string Get(string key) => (string)Bag.GetOrAdd(key, "");
            public static string GetLater(string key) => (string)Bag.GetOrAdd(key, _ => "");
            public static int Length(string text) => Lengths.GetOrAdd(text, one => one.Length);
        }
        """;
}
