using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class ImpureConditionTests
{
    private const string Rule = "SOP0412";

    [Fact]
    public async Task Reads_the_clock() => Assert.Equal(
        "Condition 'Answer.Asked' reads the clock ('DateTime.Now'), so its answer may change: let a step find that out before, and ask its value",
        (await CheckAsync("=> ticket.HighValue && {|SOP0412:DateTime.Now|}.Hour < 12;")).Message(Rule));

    [Fact]
    public async Task Says_the_way_to_it() => Assert.StartsWith(
        "Condition 'Answer.Asked' reads the clock ('Asked → Clock.IsLate → Clock.Today → DateTime.Today')", (await CheckAsync("=> {|SOP0412:Clock.IsLate(ticket)|};")).Message(Rule), StringComparison.Ordinal);

    [Theory]
    [InlineData("reads the clock", "=> ticket.HighValue && {|SOP0412:DateTimeOffset.UtcNow|}.Hour < 12;")]
    [InlineData("reads the clock", "=> ticket.HighValue && {|SOP0412:TimeProvider.System.GetUtcNow()|}.Hour < 12;")]
    [InlineData("reads the clock", "=> ticket.HighValue && {|SOP0412:System.Diagnostics.Stopwatch.GetTimestamp()|} > 3;")]
    [InlineData("asks the machine that it runs on", "=> ticket.HighValue && {|SOP0412:Environment.TickCount64|} > 3;")]
    [InlineData("asks the machine that it runs on", "=> {|SOP0412:Environment.GetEnvironmentVariable(\"X\")|} == ticket.Body;")]
    [InlineData("rolls dice", "=> ticket.HighValue && {|SOP0412:Random.Shared.Next(2)|} == 0;")]
    [InlineData("rolls dice", "=> ticket.HighValue && {|SOP0412:new Random().Next(2)|} == 0;")]
    [InlineData("rolls dice", "=> ticket.Body == {|SOP0412:Guid.NewGuid()|}.ToString();")]
    [InlineData("works with files", "=> {|SOP0412:System.IO.File.Exists(ticket.Body)|};")]
    [InlineData("works with the console", "{ {|SOP0412:Console.WriteLine(ticket.Body)|}; return ticket.HighValue; }")]
    [InlineData("works with other processes", "=> {|SOP0412:System.Diagnostics.Process.GetProcessesByName(ticket.Body)|}.Length > 0;")]
    [InlineData("talks to the network", "=> {|SOP0412:new System.Net.Http.HttpClient().GetStringAsync(ticket.Body)|}.Result == \"yes\";")]
    [InlineData("talks to the network", "=> {|SOP0412:System.Net.Dns.GetHostName()|} == ticket.Body;")]
    [InlineData("starts work that takes time", "=> {|SOP0412:Out.Desk.SendAsync(ticket.Body, default)|}.IsCompleted;")]
    [InlineData("starts work that takes time", "{ _ = {|SOP0412:Out.Desk.SendAsync(ticket.Body, default)|}; return ticket.HighValue; }")]
    [InlineData("starts work that takes time", "{ {|SOP0412:Task.Delay(5)|}.Wait(); return ticket.HighValue; }")]
    [InlineData("starts work that takes time", "=> {|SOP0412:Task.Run(() => ticket.HighValue)|}.Result;")]
    [InlineData("works with threads", "{ {|SOP0412:Thread.Sleep(5)|}; return ticket.HighValue; }")]
    [InlineData("changes what outlives it", "{ {|SOP0412:Count|}++; return ticket.HighValue; } static int Count;")]
    [InlineData("changes what outlives it", "=> {|SOP0412:Count|}++ < 3 && ticket.HighValue; static int Count;")]
    [InlineData("changes what outlives it", "{ {|SOP0412:Last|} = ticket; return ticket.HighValue; } static Ticket? Last { get; set; }")]
    [InlineData("changes what outlives it", "=> {|SOP0412:Seen|}.Add(ticket.Body); static readonly HashSet<string> Seen = [];")]
    [InlineData("changes what outlives it", "=> Interlocked.Increment(ref {|SOP0412:Count|}) < 3 && ticket.HighValue; static int Count;")]
    [InlineData("changes a value of the run", "{ {|SOP0412:batch.Tags|}.Add(\"asked\"); return ticket.HighValue; }")]
    [InlineData("changes a value of the run", "{ {|SOP0412:batch.Done|} = true; return ticket.HighValue; }")]
    [InlineData("asks an AI", "=> {|SOP0412:Out.Chat.Ask(ticket.Body)|} == \"yes\";")]
    [InlineData("reads the clock", "=> {|SOP0412:batch.IsLate|};")]
    [InlineData("reads the clock", "=> {|SOP0412:new Clock().Late(ticket)|};")]
    [InlineData("reads the clock", "{ {|SOP0412:new Gauge().Level|} += 1; return ticket.HighValue; }")]
    [InlineData("reads the clock", "{ {|SOP0412:new Gauge().Level|}++; return ticket.HighValue; }")]
    [InlineData("works with the console", "{ {|SOP0412:new Gauge().Mark|} += 1; return ticket.HighValue; }")]
    [InlineData("works with the console", "{ {|SOP0412:new Gauge().Mark|}++; return ticket.HighValue; }")]
    [InlineData("works with the console", "{ {|SOP0412:new Gauge().Mark|} = 1; return ticket.HighValue; }")]
    [InlineData("starts work that takes time", "=> {|SOP0412:new Other().Pay(new(\"\", 1, \"EUR\"))|}.IsCompleted && ticket.HighValue;")]
    public async Task Does_more_than_ask(string what, string body)
    {
        var finding = (await CheckAsync(body)).Single(Rule);
        Assert.StartsWith($"Condition 'Answer.Asked' {what} (", finding.Message, StringComparison.Ordinal);
        Assert.Equal(Microsoft.CodeAnalysis.DiagnosticSeverity.Error, finding.Severity);
    }

    [Theory]
    [InlineData("starts work that takes time ('IHelpdesk.SendAsync')", "=> {|SOP0412:Out.Desk.SendAsync(ticket.Body, default)|}.IsCompleted;")]
    [InlineData("starts work that takes time ('Task.Delay')", "{ {|SOP0412:Task.Delay(5)|}.Wait(); return ticket.HighValue; }")]
    [InlineData("asks a service ('IJudge.IsFine')", "=> {|SOP0412:Out.Judge.IsFine(ticket.Body)|};")]
    [InlineData("calls what is only known when it runs ('dynamic')", "=> {|SOP0412:((dynamic)ticket).HighValue|};")]
    [InlineData("asks an AI ('OpenChat')", "=> {|SOP0412:Out.Chat.Ask(ticket.Body)|} == \"yes\";")]
    [InlineData("rolls dice ('new Random')", "=> ticket.HighValue && {|SOP0412:new Random()|}.ToString() == \"\";")]
    [InlineData("rolls dice ('Guid.NewGuid')", "=> ticket.Body == {|SOP0412:Guid.NewGuid()|}.ToString();")]
    [InlineData("changes what outlives it ('Answer.Count')", "{ {|SOP0412:Count|}++; return ticket.HighValue; } static int Count;")]
    [InlineData("changes a value of the run ('batch')", "{ {|SOP0412:batch.Done|} = true; return ticket.HighValue; }")]
    [InlineData("reads what other code may change ('Out.Bound')", "=> {|SOP0412:Out.Bound|} > ticket.Body.Length;")]
    [InlineData("reads the clock ('Asked → Batch.IsLate → DateTime.UtcNow')", "=> {|SOP0412:batch.IsLate|};")]
    [InlineData("reads the clock ('Asked → Clock.Late → Clock.IsLate → Clock.Today → DateTime.Today')", "=> {|SOP0412:new Clock().Late(ticket)|};")]
    [InlineData("reads the clock ('Asked → conversion of Stamp → DateTime.Now')", "=> {|SOP0412:(Stamp)ticket.Body|} is { Day: > 3 };")]
    [InlineData("reads the clock ('Asked → operator of Stamp → DateTime.Now')", "=> {|SOP0412:new Stamp(1) > ticket.Body.Length|};")]
    [InlineData("reads the clock ('Asked → Started.Go → Started._day → DateTime.Now')", "=> {|SOP0412:new Started().Go(ticket)|};")]
    [InlineData("reads the clock ('Asked → Started.At → DateTime.UtcNow')", "=> {|SOP0412:new Started().At|}.Hour > ticket.Body.Length;")]
    [InlineData("reads the clock ('Asked → new Built → DateTime.Now')", "=> {|SOP0412:new Built()|}.Go(ticket);")]
    [InlineData("reads the clock ('Asked → Begun.Lazily → DateTime.Now')", "=> {|SOP0412:Begun.Lazily|}.Value > ticket.Body.Length;")]
    [InlineData("reads the clock ('Asked → Begun.At → DateTime.UtcNow')", "=> {|SOP0412:Begun.At|}.Hour > ticket.Body.Length;")]
    [InlineData("rolls dice ('Asked → Begun.Number → Guid.NewGuid')", "=> {|SOP0412:Begun.Number|}.ToString() == ticket.Body;")]
    [InlineData("takes a hash that each process makes anew ('String.GetHashCode')", "=> {|SOP0412:ticket.Body.GetHashCode()|} % 2 == 0;")]
    [InlineData("takes a hash that each process makes anew ('HashCode.Combine')", "=> {|SOP0412:HashCode.Combine(ticket.Body)|} % 2 == 0;")]
    [InlineData("takes a hash that each process makes anew ('StringComparer.GetHashCode')", "=> {|SOP0412:StringComparer.Ordinal.GetHashCode(ticket.Body)|} % 2 == 0;")]
    public async Task Says_what_it_does_and_by_what(string what, string body) => Assert.Equal(
        $"Condition 'Answer.Asked' {what}, so its answer may change: let a step find that out before, and ask its value", (await CheckAsync(body)).Message(Rule));

    [Theory]
    [InlineData("reads what other code may change", "=> {|SOP0412:Out.Bound|} > ticket.Body.Length;")]
    [InlineData("reads what other code may change", "=> {|SOP0412:Bound|} > ticket.Body.Length; static int Bound = 3;")]
    [InlineData("asks a service", "=> {|SOP0412:Out.Judge.IsFine(ticket.Body)|};")]
    [InlineData("calls what is only known when it runs", "=> {|SOP0412:((dynamic)ticket).HighValue|};")]
    [InlineData("calls what is only known when it runs", "=> {|SOP0412:((dynamic)batch.Tags).Contains(ticket.Body)|};")]
    public async Task Is_likely_to_do_more(string what, string body)
    {
        var finding = (await CheckAsync(body)).Single(Rule);
        Assert.StartsWith($"Condition 'Answer.Asked' {what} (", finding.Message, StringComparison.Ordinal);
        Assert.Equal(Microsoft.CodeAnalysis.DiagnosticSeverity.Warning, finding.Severity);
    }

    [Theory]
    [InlineData("=> ticket.HighValue;")]
    [InlineData("=> batch.Tags.Contains(ticket.Body);")]
    [InlineData("=> batch.Tags.Where(tag => tag.Length > 3).OrderBy(tag => tag).Take(3).Any();")]
    [InlineData("=> Words.Contains(ticket.Body); static readonly HashSet<string> Words = [\"a\", \"b\"];")]
    [InlineData("=> Words.Contains(ticket.Body); static IReadOnlyList<string> Words { get; } = [\"a\", \"b\"];")]
    [InlineData("=> Out.Words.Contains(ticket.Body);")]
    [InlineData("=> System.Text.RegularExpressions.Regex.IsMatch(ticket.Body, \"[0-9]\");")]
    [InlineData("=> Digits().IsMatch(ticket.Body); private static System.Text.RegularExpressions.Regex Digits() => Number; static readonly System.Text.RegularExpressions.Regex Number = new(\"[0-9]\");")]
    [InlineData("=> string.Equals(ticket.Body, ticket.Subject, StringComparison.OrdinalIgnoreCase);")]
    [InlineData("=> DateTime.Parse(ticket.Body, System.Globalization.CultureInfo.InvariantCulture).AddDays(3) < DateTime.MaxValue;")]
    [InlineData("=> DateOnly.TryParse(ticket.Body, out var day) && day.Year > 2020;")]
    [InlineData("=> ticket.Body.Contains(Environment.NewLine);")]
    [InlineData("=> System.IO.Path.GetExtension(ticket.Body) == \".pdf\";")]
    [InlineData("=> Uri.TryCreate(ticket.Body, UriKind.Absolute, out var uri) && uri.IsLoopback;")]
    [InlineData("=> ticket.IsShort();")]
    [InlineData("=> new Score(ticket).IsHigh;")]
    [InlineData("{ new Gauge().Level = 1; return ticket.HighValue; }")]
    [InlineData("=> new Gauge().Mark > 1 && ticket.HighValue;")]
    [InlineData("=> Lengths(ticket).Sum() > 3; static List<int> Lengths(Ticket ticket) { var all = new List<int>(); Fill(all, ticket); all.Sort(); return all; } static void Fill(List<int> all, Ticket ticket) => all.Add(ticket.Body.Length);")]
    [InlineData("{ var seen = new HashSet<char>(); foreach (var letter in ticket.Body) { if (!seen.Add(letter)) { return true; } } return false; }")]
    [InlineData("{ var text = new System.Text.StringBuilder(); text.Append(ticket.Body); return text.Length > 3; }")]
    [InlineData("{ var changed = ticket with { Body = \"\" }; return changed.HighValue; }")]
    [InlineData("=> (Table ??= ticket.Body.ToLowerInvariant().Split(' ')).Length > 3; static string[]? Table;")]
    [InlineData("=> Cache.GetOrAdd(ticket.Body, text => text.Length > 3); static readonly System.Collections.Concurrent.ConcurrentDictionary<string, bool> Cache = new();")]
    [InlineData("=> Out.Known(ticket.Body);")]
    [InlineData("=> Task.FromResult(ticket.HighValue).Result;")]
    [InlineData("=> ValueTask.FromResult(ticket.HighValue).Result;")]
    [InlineData("=> ValueTask.FromException(new Exception()).IsFaulted && ticket.HighValue;")]
    [InlineData("=> ticket.HighValue && nameof(DateTime.Now).Length > 2;")]
    [InlineData("=> new Guid(ticket.Body) == Guid.Empty;")]
    [InlineData("=> Verdict.Fine.ToString() == ticket.Body;")]
    [InlineData("=> ticket.Body.Length.GetHashCode() % 2 == 0;")]
    [InlineData("=> (Plain)ticket.Body is { Length: > 3 };")]
    [InlineData("=> new Plain(3) > ticket.Body.Length;")]
    [InlineData("=> new Started().Name == ticket.Body;")]
    [InlineData("=> batch.Started.At.Hour > 3;")]
    [InlineData("=> batch.Started.Go(ticket);")]
    [InlineData("=> Begun.Epoch.Year > ticket.Body.Length;")]
    [InlineData("=> Begun.Words.Value.Contains(ticket.Body);")]
    [InlineData("=> Begun.Lines.Contains(ticket.Body);")]
    [InlineData("=> Begun.Pattern.IsMatch(ticket.Body);")]
    [InlineData("=> new HashSet<string>(StringComparer.Ordinal) { ticket.Body }.Contains(\"a\");")]
    [InlineData("=> new Built(3).Name == ticket.Body;")]
    public Task Silent_about_a_plain_question(string body) => CheckAsync(body);

    [Theory]
    [InlineData("=> ticket.HighValue && DateTime.No")]
    [InlineData("=> ticket.HighValue && DateTime.No;")]
    [InlineData("{ Console.WriteLine(; return true; }")]
    [InlineData("{ Consol.WriteLine(3); return ticket.HighValue; }")]
    public Task Silent_while_half_typed(string body) => AnalyzerRun.CheckAsync(Oversight.HalfTyped(Source(body)).With("Ai.cs", Ai), [Rule]);

    [Fact]
    public Task Offers_nothing() => FixRun.AssertNoneOfferedAsync(SopProject.Of(Source("=> ticket.HighValue && DateTime.Now.Hour < 12;")).With("Ai.cs", Ai), Rule);

    private static Task<AnalyzerRun> CheckAsync(string body) => AnalyzerRun.CheckAsync(SopProject.Of(Source(body)).With("Ai.cs", Ai), [Rule]);

    private static string Source(string body) => Govern.Sop(
        """    [HumanStep<Support>("Look at it"), Next(nameof(Hurry), When = nameof(Asked)), Next(nameof(Calm))] public partial Task<Batch> Look(Ticket ticket);""",
        """    [HumanStep<Support>("Hurry"), Next(End.Completed)] public partial Task Hurry(Ticket ticket);""",
        """    [HumanStep<Support>("Be calm")] public partial Task Calm(Ticket ticket);""",
        $"    [Condition(\"It is asked\")] static bool Asked(Ticket ticket, Batch batch) {body}") + """


        public sealed record Batch
        {
            public List<string> Tags { get; init; } = [];
            public bool Done { get; set; }
            public DateTime Due { get; init; }
            public Started Started { get; init; } = new();
            public bool IsLate => Due < DateTime.UtcNow;
        }

        public sealed class Score(Ticket ticket) { public bool IsHigh => ticket.HighValue; }

        public sealed class Gauge
        {
            public int Level { get => DateTime.UtcNow.Hour; set { } }
            public int Mark { get => 0; set => Console.WriteLine(value); }
        }

        public readonly record struct Stamp(int Day)
        {
            public static explicit operator Stamp(string text) => new(DateTime.Now.Day);
            public static bool operator >(Stamp one, int other) => DateTime.Now.Day > other;
            public static bool operator <(Stamp one, int other) => one.Day < other;
        }

        public readonly record struct Plain(int Length)
        {
            public static explicit operator Plain(string text) => new(text.Length);
            public static bool operator >(Plain one, int other) => one.Length > other;
            public static bool operator <(Plain one, int other) => one.Length < other;
        }

        public sealed class Started
        {
            private readonly int _day = DateTime.Now.Day;
            public DateTime At { get; init; } = DateTime.UtcNow;
            public string Name { get; init; } = "";
            public bool Go(Ticket ticket) => _day > ticket.Body.Length;
        }

        public sealed class Built
        {
            private readonly int _day;
            public Built() => _day = DateTime.Now.Day;
            public Built(int day) => _day = day;
            public string Name { get; } = "";
            public bool Go(Ticket ticket) => _day > ticket.Body.Length;
        }

        public static class Begun
        {
            public static readonly Lazy<int> Lazily = new(() => DateTime.Now.Day);
            public static DateTime At { get; } = DateTime.UtcNow;
            public static readonly Guid Number = Guid.NewGuid();
            public static readonly DateTime Epoch = new(2020, 1, 1);
            public static readonly Lazy<HashSet<string>> Words = new(() => ["a", "b"]);
            public static readonly string[] Lines = System.IO.File.ReadAllLines("words.txt");
            public static readonly System.Text.RegularExpressions.Regex Pattern = new("[0-9]");
        }

        public sealed class Clock
        {
            private static DateTime Today => DateTime.Today;
            public static bool IsLate(Ticket ticket) => Today.Year > ticket.Body.Length;
            public bool Late(Ticket ticket) => IsLate(ticket);
        }

        public interface IJudge { bool IsFine(string text); }

        public interface IChat { string Ask(string prompt); }

        public static class Out
        {
            public static IHelpdesk Desk { get; set; } = null!;
            public static IJudge Judge { get; } = null!;
            public static Ai.OpenChat Chat { get; } = null!;
            public static int Bound { get; set; }
            public static IReadOnlyList<string> Words { get; } = ["a"];
            public static bool IsShort(this Ticket ticket) => ticket.Body.Length < 100;
            private static readonly Dictionary<string, bool> Memory = [];
            public static bool Known(string text)
            {
                if (!Memory.TryGetValue(text, out var known))
                {
                    known = text.Length > 3;
                    Memory[text] = known;
                }

                return known;
            }
        }

        [Sop("Pay it"), Owner<Support>]
        public sealed partial class Other : Sop<Refund>
        {
            [AutomatedStep("Pay it")] public Task Pay(Refund refund) => Task.CompletedTask;
        }
        """;

    private const string Ai = "namespace Ai { public class OpenChat : Microsoft.Extensions.AI.IChatClient { public string Ask(string prompt) => \"\"; } } namespace Microsoft.Extensions.AI { public interface IChatClient; }";
}
