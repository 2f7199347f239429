using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class ConstantConditionTests
{
    private const string Rule = "SOP0411";
    private const string Limit = "SOP0208";
    private const string Impure = "SOP0412";

    [Fact]
    public async Task Always_the_same_answer() => Assert.Equal(
        "Draft → Hurry: condition 'Answer.Asked' is always true, so it decides nothing: ask a value of the run, or remove the condition",
        (await CheckAsync("bool {|SOP0411:Asked|}(Ticket ticket) => true;")).Message(Rule));

    [Fact]
    public async Task Never_holds() => Assert.StartsWith(
        "Draft → Hurry: condition 'Answer.Asked' is never true, so it decides nothing", (await CheckAsync("bool {|SOP0411:Asked|}(Ticket ticket) => false;")).Message(Rule), StringComparison.Ordinal);

    [Fact]
    public async Task Asks_for_nothing() => Assert.StartsWith(
        "Draft → Hurry: condition 'Answer.Asked' asks for no value of the run, so it decides nothing",
        (await CheckAsync("bool {|SOP0411:Asked|}(Ticket ticket) => Words.Length > 3; static readonly string[] Words = Console.ReadLine()!.Split(' ');")).Message(Rule),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("is always true", "bool {|SOP0411:Asked|}(Ticket ticket) { return true; }")]
    [InlineData("is always true", "bool {|SOP0411:Asked|}(Ticket ticket) { if (ticket.HighValue) { return true; } return true; }")]
    [InlineData("is always true", "bool {|SOP0411:Asked|}(Ticket ticket) { _ = ticket.Body; return !false; }")]
    [InlineData("is always true", "bool {|SOP0411:Asked|}(Ticket ticket) { var yes = true; return yes; }")]
    [InlineData("is always true", "bool {|SOP0411:Asked|}(Ticket ticket) { var yes = true; if (ticket.HighValue) { yes = true; } return yes; }")]
    [InlineData("is always true", "bool {|SOP0411:Asked|}(Ticket ticket) { bool yes; yes = ticket.Body.Length >= 0; return yes; }")]
    [InlineData("is always true", "bool {|SOP0411:Asked|}(Ticket ticket) { return true; return ticket.HighValue; }")]
    [InlineData("is always true", "bool {|SOP0411:Asked|}(Ticket ticket) { foreach (var word in ticket.Body) { return true; } return true; }")]
    [InlineData("is always true", "bool {|SOP0411:Asked|}(Ticket ticket) { try { return ticket is not null; } catch { return true; } }")]
    [InlineData("is always true", "bool {|SOP0411:Asked|}(Ticket ticket) => ticket.HighValue || true;")]
    [InlineData("is never true", "bool {|SOP0411:Asked|}(Ticket ticket) => ticket.HighValue && false;")]
    [InlineData("is always true", "bool {|SOP0411:Asked|}(Ticket ticket) => ticket.HighValue | true;")]
    [InlineData("is always true", "bool {|SOP0411:Asked|}(Ticket ticket) => ticket.HighValue || !ticket.HighValue;")]
    [InlineData("is always true", "bool {|SOP0411:Asked|}(Ticket ticket) => ticket.Body.Length > 3 || ticket.Body.Length <= 3;")]
    [InlineData("is always true", "bool {|SOP0411:Asked|}(Ticket ticket) => ticket.HighValue ? true : true;")]
    [InlineData("is always true", "bool {|SOP0411:Asked|}(Ticket ticket) => ticket.Body switch { \"\" => true, _ => true };")]
    [InlineData("is always true", "bool {|SOP0411:Asked|}(Ticket ticket) => ticket.Body == ticket.Body;")]
    [InlineData("is always true", "bool {|SOP0411:Asked|}(Ticket ticket) => ticket == ticket;")]
    [InlineData("is never true", "bool {|SOP0411:Asked|}(Ticket ticket) => ticket.Body.Length != ticket.Body.Length;")]
    [InlineData("is always true", "bool {|SOP0411:Asked|}(Ticket ticket) => ticket.Equals(ticket);")]
    [InlineData("is always true", "bool {|SOP0411:Asked|}(Ticket ticket) => string.Equals(ticket.Body, ticket.Body);")]
    [InlineData("is always true", "bool {|SOP0411:Asked|}(Ticket ticket) => ReferenceEquals(ticket, ticket);")]
    [InlineData("is always true", "bool {|SOP0411:Asked|}(Ticket ticket) => ticket != null;")]
    [InlineData("is always true", "bool {|SOP0411:Asked|}(Ticket ticket) => ticket is not null;")]
    [InlineData("is always true", "bool {|SOP0411:Asked|}(Ticket ticket) => ticket is { };")]
    [InlineData("is always true", "bool {|SOP0411:Asked|}(Ticket ticket) => ticket is Ticket;")]
    [InlineData("is always true", "bool {|SOP0411:Asked|}(Ticket ticket) => ticket is object;")]
    [InlineData("is always true", "bool {|SOP0411:Asked|}(Ticket ticket) => ticket is var it;")]
    [InlineData("is always true", "bool {|SOP0411:Asked|}(Ticket ticket) => 0 <= ticket.Body.Length;")]
    [InlineData("is always true", "bool {|SOP0411:Asked|}(Ticket ticket) => ticket.Body.Length > -1;")]
    [InlineData("is always true", "bool {|SOP0411:Asked|}(Ticket ticket) => ticket.Body.Count() >= 0;")]
    [InlineData("is always true", "bool {|SOP0411:Asked|}(Ticket ticket) => ticket.Body.Contains(\"\");")]
    [InlineData("is always true", "bool {|SOP0411:Asked|}(Ticket ticket) => ticket.Body.StartsWith(string.Empty) || ticket.Body.StartsWith(\"\");")]
    [InlineData("is always true", "bool {|SOP0411:Asked|}(Ticket ticket) => ticket.Body.All(letter => true);")]
    [InlineData("is never true", "bool {|SOP0411:Asked|}(Ticket ticket) => ticket.Body.Any(letter => false);")]
    [InlineData("is always true", "bool {|SOP0411:Asked|}(Ticket ticket) => On; const bool On = true;")]
    [InlineData("is always true", "bool {|SOP0411:Asked|}(Ticket ticket) => On; static readonly bool On = true;")]
    [InlineData("is always true", "bool {|SOP0411:Asked|}(Ticket ticket) => On; static bool On => true;")]
    [InlineData("is always true", "bool {|SOP0411:Asked|}(Ticket ticket) => Fine(ticket); static bool Fine(Ticket ticket) => ticket.HighValue || true;")]
    [InlineData("asks for no value of the run", "bool {|SOP0411:Asked|}(Ticket ticket) => Words.Length > 3; static readonly string[] Words = [\"a\"];")]
    [InlineData("is always true", "bool {|SOP0411:Asked|}() => true;")]
    [InlineData("is never true", "bool {|SOP0411:Asked|}(Ticket ticket) => ticket == null;")]
    [InlineData("is never true", "bool {|SOP0411:Asked|}(Ticket ticket) => ticket is null;")]
    [InlineData("is never true", "bool {|SOP0411:Asked|}(Ticket ticket) => ticket.Body.Length < 0;")]
    [InlineData("is never true", "bool {|SOP0411:Asked|}(Ticket ticket) => ticket.Body.Length <= -1;")]
    [InlineData("is never true", "bool {|SOP0411:Asked|}(Ticket ticket) => -1 == ticket.Body.Length;")]
    [InlineData("is never true", "bool {|SOP0411:Asked|}(Ticket ticket) => ticket.Body.Length > ticket.Body.Length;")]
    [InlineData("is never true", "bool {|SOP0411:Asked|}(Ticket ticket) => ticket.Body.Length > 3 && ticket.Body.Length <= 3;")]
    [InlineData("is never true", "bool {|SOP0411:Asked|}(Ticket ticket) => ticket.Body.Length == 3 & ticket.Body.Length != 3;")]
    [InlineData("is never true", "bool {|SOP0411:Asked|}(Ticket ticket) => !ticket.HighValue && ticket.HighValue;")]
    [InlineData("is always true", "bool {|SOP0411:Asked|}(Ticket ticket) => ticket.Body.Length != -1;")]
    [InlineData("is always true", "bool {|SOP0411:Asked|}(Ticket ticket) => -1 < ticket.Body.Length;")]
    [InlineData("is always true", "bool {|SOP0411:Asked|}(Ticket ticket) => ticket.Body.Length >= ticket.Body.Length;")]
    [InlineData("is always true", "bool {|SOP0411:Asked|}(Ticket ticket) => ticket.Body.Length < 3 || ticket.Body.Length >= 3;")]
    [InlineData("is always true", "bool {|SOP0411:Asked|}(Ticket ticket) => ticket.Body.Length >= 3 || ticket.Body.Length < 3;")]
    [InlineData("is always true", "bool {|SOP0411:Asked|}(Ticket ticket) => ticket is var _;")]
    [InlineData("is always true", "bool {|SOP0411:Asked|}(Ticket ticket) => ticket is { Body: \"\" } or { };")]
    [InlineData("is always true", "bool {|SOP0411:Asked|}(Ticket ticket) => ticket.Body.EndsWith(\"\");")]
    [InlineData("is always true", "bool {|SOP0411:Asked|}(Ticket ticket) => ticket.HighValue switch { true => true, _ => throw new InvalidOperationException() };")]
    [InlineData("is always true", "bool {|SOP0411:Asked|}(Ticket ticket) { if (ticket.Body.Length >= 0) { return true; } return ticket.HighValue; }")]
    [InlineData("is always true", "bool {|SOP0411:Asked|}(Ticket ticket) { if (ticket is null) { return ticket.HighValue; } else { return true; } }")]
    [InlineData("is always true", "bool {|SOP0411:Asked|}(Ticket ticket) { if (ticket.HighValue) { return true; } throw new InvalidOperationException(); return false; }")]
    [InlineData("is always true", "bool {|SOP0411:Asked|}(Ticket ticket) => ticket is null ? ticket.HighValue : true;")]
    [InlineData("is always true", "bool {|SOP0411:Asked|}(Ticket ticket) => ticket is not null ? true : ticket.HighValue;")]
    [InlineData("is always true", "bool {|SOP0411:Asked|}(Ticket ticket) => ticket.Body.Length >= 0 && ticket is not null;")]
    [InlineData("is never true", "bool {|SOP0411:Asked|}(Ticket ticket) => ticket.Body.Length < 0 || ticket is null;")]
    [InlineData("is always true", "bool {|SOP0411:Asked|}(Ticket ticket) => ticket is Ticket it;")]
    [InlineData("is never true", "bool {|SOP0411:Asked|}(Ticket ticket) => ticket is not Ticket;")]
    [InlineData("is always true", "bool {|SOP0411:Asked|}(Ticket ticket) => ticket.Body.Trim() == ticket.Body.Trim();")]
    [InlineData("is always true", "bool {|SOP0411:Asked|}(Ticket ticket) => ticket.Body.Split(' ').Length >= 0;")]
    [InlineData("is always true", "bool {|SOP0411:Asked|}(Ticket ticket) => ticket.Body.Length is >= 0;")]
    [InlineData("is always true", "bool {|SOP0411:Asked|}(Ticket ticket) => ticket.Body.Length is < 5 or >= 5;")]
    [InlineData("is always true", "bool {|SOP0411:Asked|}(Ticket ticket) => ticket.Body.Length is not -1;")]
    [InlineData("is never true", "bool {|SOP0411:Asked|}(Ticket ticket) => ticket.Body.Length is < 0;")]
    [InlineData("is never true", "bool {|SOP0411:Asked|}(Ticket ticket) => ticket.Body.IndexOf('?') is < -1 or < -2;")]
    [InlineData("is always true", "bool {|SOP0411:Asked|}(Ticket ticket) => ticket.Body.Length - ticket.Body.Length == 0;")]
    [InlineData("is always true", "bool {|SOP0411:Asked|}(Ticket ticket) => ticket.Body.Length * 0 == 0;")]
    [InlineData("is never true", "bool {|SOP0411:Asked|}(Ticket ticket) => 0 * ticket.Body.Length > 0;")]
    [InlineData("is always true", "bool {|SOP0411:Asked|}(Ticket ticket) => ticket.Body.Length % 2 < 2;")]
    [InlineData("is always true", "bool {|SOP0411:Asked|}(Ticket ticket) => ticket.Body.Length % 1 == 0;")]
    [InlineData("is always true", "bool {|SOP0411:Asked|}(Ticket ticket) => ticket.Body.IndexOf('?') >= -1;")]
    [InlineData("is never true", "bool {|SOP0411:Asked|}(Ticket ticket) => ticket.Body.LastIndexOf('?') < -1;")]
    [InlineData("is always true", "bool {|SOP0411:Asked|}(Ticket ticket) => ticket.Body.IndexOf('?') is >= -1;")]
    [InlineData("is always true", "bool {|SOP0411:Asked|}(Ticket ticket) => ticket.Body.Split(' ').ToList().IndexOf(\"a\") != -2;")]
    [InlineData("is always true", "bool {|SOP0411:Asked|}(Ticket ticket) => ticket.Body.Length <= int.MaxValue;")]
    [InlineData("is never true", "bool {|SOP0411:Asked|}(Ticket ticket) => ticket.Body.Length > int.MaxValue;")]
    [InlineData("is always true", "bool {|SOP0411:Asked|}(Ticket ticket) => Math.Abs(ticket.Body.Length) >= 0;")]
    [InlineData("is always true", "bool {|SOP0411:Asked|}(Ticket ticket) => (long)ticket.Body.Length >= 0L;")]
    [InlineData("is always true", "bool {|SOP0411:Asked|}(Ticket ticket) => ticket.Body.LongCount() >= 0;")]
    [InlineData("is always true", "bool {|SOP0411:Asked|}(Ticket ticket) { var ok = ticket.HighValue; if (ticket.Body == \"\") { ok = false; } ok = true; return ok; }")]
    [InlineData("is never true", "bool {|SOP0411:Asked|}(Ticket ticket) { bool ok; if (ticket.HighValue) { ok = true; } else { ok = ticket.Body == \"\"; } ok = false; return ok; }")]
    [InlineData("is always true", "bool {|SOP0411:Asked|}(Ticket ticket) { var ok = false; ok = true; if (ticket.HighValue) { return ok; } return ok; }")]
    [InlineData("is always true", "bool {|SOP0411:Asked|}(Ticket ticket) { var ok = ticket.HighValue; ok = true; var other = ok; ok = false; return other; }")]
    public async Task Also_in_other_words(string what, string condition) =>
        Assert.Contains($"'Answer.Asked' {what}, so it decides nothing", (await CheckAsync(condition)).Message(Rule), StringComparison.Ordinal);

    [Theory]
    [InlineData("bool Asked(Ticket ticket) => ticket.HighValue;")]
    [InlineData("bool Asked(Ticket ticket) => ticket.HighValue is true;")]
    [InlineData("bool Asked(Ticket ticket) => ticket is { HighValue: true };")]
    [InlineData("bool Asked(Ticket ticket) => ticket is { HighValue: true, Body.Length: > 3 };")]
    [InlineData("bool Asked(Ticket ticket) { if (ticket.HighValue) { return true; } return false; }")]
    [InlineData("bool Asked(Ticket ticket) { var yes = false; if (ticket.HighValue) { yes = true; } return yes; }")]
    [InlineData("bool Asked(Ticket ticket) { var count = 0; foreach (var letter in ticket.Body) { count++; } return count > 3; }")]
    [InlineData("bool Asked(Ticket ticket) { var yes = true; yes &= ticket.HighValue; return yes; }")]
    [InlineData("bool Asked(Ticket ticket) => ticket.Body.Length > 0;")]
    [InlineData("bool Asked(Ticket ticket) => ticket.Body.Count() >= 1;")]
    [InlineData("bool Asked(Ticket ticket) => ticket.Body != ticket.Subject;")]
    [InlineData("bool Asked(Ticket ticket) => ticket.Body.Any(letter => letter == '?');")]
    [InlineData("bool Asked(Ticket ticket) => ticket.Body.All(char.IsUpper);")]
    [InlineData("bool Asked(Ticket ticket) => ticket.Body.Any(letter => true);")]
    [InlineData("bool Asked(Ticket ticket) => Words.Any(word => ticket.Body.Contains(word)); static readonly string[] Words = [\"a\"];")]
    [InlineData("bool Asked(Ticket ticket) => Words.Contains(ticket.Subject); static HashSet<string> Words { get; } = [\"a\"];")]
    [InlineData("bool Asked(Ticket ticket) => System.Text.RegularExpressions.Regex.IsMatch(ticket.Body, \"[0-9]\");")]
    [InlineData("bool Asked(Ticket ticket) => ticket.IsLong(); ")]
    [InlineData("bool Asked(Ticket ticket) => Fine(ticket); static bool Fine(Ticket ticket) => ticket.HighValue;")]
    [InlineData("bool Asked(Ticket ticket) => Rate(ticket) == Rate(ticket) && ticket.HighValue; static double Rate(Ticket ticket) => ticket.Body.Length / 3.0;")]
    [InlineData("bool Asked(Ticket ticket) { var rate = ticket.Body.Length / 0.0; return rate == rate; }")]
    [InlineData("bool Asked(Ticket ticket) { Check(ref ticket, out var yes); return yes; } static void Check(ref Ticket ticket, out bool yes) => yes = ticket.HighValue;")]
    [InlineData("bool Asked(Ticket ticket) { var yes = false; Check(ticket, out yes); return yes; } static void Check(Ticket ticket, out bool yes) => yes = ticket.HighValue;")]
    [InlineData("bool Asked(Ticket ticket) { var yes = false; (yes, var no) = (ticket.HighValue, true); return yes; }")]
    [InlineData("bool Asked(Ticket ticket) => ReferenceEquals(ticket.Body.Length, ticket.Body.Length);")]
    [InlineData("bool Asked(Ticket ticket) => ticket.Body.Equals(ticket.Subject);")]
    [InlineData("bool Asked(Reply? reply) => reply is Reply it;")]
    [InlineData("bool Asked(Reply? reply) => reply is not Reply;")]
    [InlineData("bool Asked(Ticket ticket) => ticket.Body is IComparable;")]
    [InlineData("bool Asked(Ticket ticket) => ticket.HighValue || new object() == new object();")]
    [InlineData("bool Asked(Ticket ticket) => ticket.HighValue || Roll(ticket) == Roll(ticket); static int Roll(Ticket ticket) => ticket.Body.Length;")]
    [InlineData("bool Asked(Ticket ticket) { if (ticket.HighValue) { throw new InvalidOperationException(); } return ticket.Body == \"\"; }")]
    [InlineData("bool Asked(Ticket ticket) => ticket.Body.Length != 0;")]
    [InlineData("bool Asked(Ticket ticket) => ticket.Body.Length <= 0;")]
    [InlineData("bool Asked(Ticket ticket) => ticket.Body.Length == 0;")]
    [InlineData("bool Asked(Reply? reply) => reply is not null;")]
    [InlineData("bool Asked(Reply? reply) => reply == null;")]
    [InlineData("bool Asked(Reply? reply) => reply is { };")]
    [InlineData("bool Asked(Rejection? rejection) => rejection is null || rejection.Round < 2;")]
    [InlineData("bool Asked(Ticket ticket) => throw new NotImplementedException();")]
    [InlineData("bool Asked(Ticket ticket) => Enum.TryParse<Verdict>(ticket.Body, out var verdict) && verdict == Verdict.Fine;")]
    [InlineData("bool Asked(Ticket ticket) => ticket.Body switch { \"\" => false, _ => true };")]
    [InlineData("bool Asked(Ticket ticket) => ticket.Body switch { \"a\" or \"b\" => true, { Length: > 30 } => true, _ => throw new InvalidOperationException() } && ticket.HighValue;")]
    [InlineData("bool Asked(Ticket ticket) => ticket.Body.Length is > 0;")]
    [InlineData("bool Asked(Ticket ticket) => ticket.Body.Length is >= 0 and < 100;")]
    [InlineData("bool Asked(Ticket ticket) => ticket.Body.Length is < 5 or > 5;")]
    [InlineData("bool Asked(Ticket ticket) => ticket.Body is { Length: >= 0 };")]
    [InlineData("bool Asked(Ticket ticket) => ticket is { Body.Length: >= 0 };")]
    [InlineData("bool Asked(Ticket ticket) => ticket.Body.IndexOf('?') >= 0;")]
    [InlineData("bool Asked(Ticket ticket) => ticket.Body.IndexOf('?') > -1;")]
    [InlineData("bool Asked(Ticket ticket) => ticket.Body.IndexOf('?') is not -1;")]
    [InlineData("bool Asked(Ticket ticket) => ticket.Body.Length - ticket.Subject.Length == 0;")]
    [InlineData("bool Asked(Ticket ticket) => ticket.Body.Length % 2 == 0;")]
    [InlineData("bool Asked(Ticket ticket) => ticket.Body.Length % 2 < 1;")]
    [InlineData("bool Asked(Ticket ticket) => ticket.Body.Length < int.MaxValue;")]
    [InlineData("bool Asked(Ticket ticket) => (byte)ticket.Body.Length >= 1;")]
    [InlineData("bool Asked(Ticket ticket) => (sbyte)ticket.Body.Length >= 0;")]
    [InlineData("bool Asked(Ticket ticket) => ticket.Body.Length - ticket.Body.Length / 2.0 == 0;")]
    [InlineData("bool Asked(Ticket ticket) => Parsed(ticket) is >= int.MinValue; static int? Parsed(Ticket ticket) => ticket.HighValue ? 1 : null;")]
    [InlineData("bool Asked(Ticket ticket) => Parsed(ticket) >= int.MinValue; static int? Parsed(Ticket ticket) => ticket.HighValue ? 1 : null;")]
    [InlineData("bool Asked(Ticket ticket) => string.Compare(ticket.Body, ticket.Subject, StringComparison.Ordinal) >= 0;")]
    [InlineData("bool Asked(Ticket ticket) => ticket.Body != null;")]
    [InlineData("bool Asked(Ticket ticket) { double rate = ticket.Body.Length / 0.0; return rate - rate == 0; }")]
    [InlineData("bool Asked(Ticket ticket) { var ok = true; if (ticket.HighValue) { ok = false; } return ok; }")]
    [InlineData("bool Asked(Ticket ticket) { var ok = true; ok = ticket.HighValue; return ok; }")]
    [InlineData("bool Asked(Ticket ticket) { var ok = true; foreach (var letter in ticket.Body) { if (letter == 'x') { return ok; } ok = false; } return ok; }")]
    [InlineData("bool Asked(Ticket ticket) { var ok = true; Set(); return ok; void Set() => ok = ticket.HighValue; }")]
    [InlineData("bool Asked(Ticket ticket) { var ok = true; Check(ticket, ref ok); return ok; } static void Check(Ticket ticket, ref bool yes) => yes = ticket.HighValue;")]
    [InlineData("bool Asked(Ticket ticket) { var ok = true; try { ok = ticket.Body.Length > 3; } catch (Exception) { return ok; } return ok; }")]
    [InlineData("bool Asked(Ticket ticket) { var ok = true; again: if (ticket.HighValue) { return ok; } ok = false; goto again; }")]
    [InlineData("bool Asked(Ticket ticket) { var ok = true; ok &= ticket.HighValue; return ok; }")]
    [InlineData("bool Asked(Ticket ticket) { var ok = true; switch (ticket.Body.Length) { case 1: return ok; default: ok = ticket.HighValue; goto case 1; } }")]
    public Task Silent_about_a_question(string condition) => CheckAsync(condition);

    [Fact]
    public Task Silent_about_a_condition_that_nobody_asks() => AnalyzerRun.CheckAsync(
        Govern.Sop(Govern.Draft, Hurry, "    [Condition(\"Always\")] static bool Always(Ticket ticket) => true;"), [Rule]);

    [Theory]
    [InlineData("bool Asked(Ticket ticket) => tru")]
    [InlineData("bool Asked(Ticket ticket) => tru;")]
    [InlineData("bool Asked(Ticket ticket) => tick.HighValue;")]
    [InlineData("bool Asked(Ticket ticket) { return true")]
    [InlineData("bool Asked(Ticket ticket) { retur true; }")]
    [InlineData("bool Asked(Ticket ticket) { if (ticket. ) return true; return true; }")]
    [InlineData("bool Asked(Ticket ticket) { }")]
    public Task Silent_while_half_typed(string condition) => AnalyzerRun.CheckAsync(Oversight.HalfTyped(Next(condition)), [Rule, Impure]);

    [Fact]
    public Task Offers_nothing() => FixRun.AssertNoneOfferedAsync(Next("bool Asked(Ticket ticket) => true;"), Rule);

    // A limit.

    [Fact]
    public async Task A_limit_that_does_not_limit() => Assert.Equal(
        "The [Limit] of 'Answer.Post' does not limit it, because condition 'Asked' is always true: ask a value that tells what it may do by itself",
        (await LimitAsync("bool Asked(Ticket ticket) => ticket.HighValue || true;", "{|SOP0208:nameof(Asked)|}")).Message(Limit));

    [Fact]
    public async Task A_limit_that_asks_for_nothing() => Assert.Equal(
        "The [Limit] of 'Answer.Post' does not limit it, because condition 'Asked' asks for no value of the run: ask a value that tells what it may do by itself",
        (await LimitAsync("bool Asked(Ticket ticket) => Words.Length > 3; static readonly string[] Words = new string('a', 3).Split('a');", "{|SOP0208:nameof(Asked)|}")).Message(Limit));

    [Fact]
    public async Task A_limit_that_lets_nothing_through() => Assert.Equal(
        "Condition 'Answer.Asked' is never true, so 'Post' never starts: ask a value of the run, or remove [Limit] and write",
        (await LimitAsync("bool {|SOP0411:Asked|}(Ticket ticket) => false;")).Message(Rule));

    [Fact]
    public Task A_limit_that_limits() => LimitAsync("bool Asked(Ticket ticket) => ticket.Body.Length < 100;");

    [Fact]
    public Task One_cause_has_one_finding() => LimitAsync("bool Asked(Ticket ticket) { {|SOP0412:Console.WriteLine(ticket.Body)|}; return true; }");

    private const string Hurry = """    [HumanStep<Support>("Hurry"), Next(End.Completed)] public partial Task Hurry(Ticket ticket);""";

    private static string Next(string condition) => Govern.Sop(
        """    [AiStep<Writer>("Draft a reply"), Prompt("{ticket.Body}"), Next(nameof(Hurry), When = nameof(Asked)), Next(nameof(Calm))] public partial Task<Reply> Draft(Ticket ticket);""",
        Hurry,
        """    [HumanStep<Support>("Be calm")] public partial Task Calm(Ticket ticket);""",
        $"    [Condition(\"It is asked\")] static {condition}") + """


        public static class Words
        {
            public static bool IsLong(this Ticket ticket) => ticket.Body.Length > 30;
        }
        """;

    private static Task<AnalyzerRun> CheckAsync(string condition) => AnalyzerRun.CheckAsync(Next(condition), [Rule, Impure]);

    private static Task<AnalyzerRun> LimitAsync(string condition, string name = "nameof(Asked)") => AnalyzerRun.CheckAsync(
        Govern.Sop(
            $$"""    [AutomatedStep("Post it"), Writes<Helpdesk>(Impact.Customers), Limit("Few", When = {{name}}, PerDay = 5, Since = "2026-09-14", Evidence = "Six weeks")] public Task Post(Ticket ticket) => Task.CompletedTask;""",
            $"    [Condition(\"It is asked\")] static {condition}"),
        [Rule, Limit, Impure]);
}
