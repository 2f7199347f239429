using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

/// <summary>SOP0502 about members that are computed from others.</summary>
public class ComputedDataTests
{
    private const string Rule = "SOP0502";

    [Fact]
    public async Task Says_how_sensitive_a_computed_property_is() => Assert.Equal(
        "'Ask.Draft' shows agent 'Writer' '{bag.Line}', which is made of secret data, but the policy allows it internal data at most: leave it out, or put [Data(…)] on 'Line' if it is less sensitive",
        (await OfMembersAsync("public string Line { get; } = Key;", "{|SOP0502:{bag.Line}|}")).Message(Rule));

    [Theory]
    [InlineData("public string Line => A + Key;")]
    [InlineData("public string Line { get { return Key; } }")]
    [InlineData("public string Line => Key.Trim();")]
    [InlineData("public string Line => IsNew ? Key : A;")]
    [InlineData("public string Line { get; } = A + Key;")]
    [InlineData("public string Line { get; init; } = Key;")]
    [InlineData("public string Line => string.Concat(A, Key);")]
    [InlineData("public string Line => string.Join(' ', A, Key);")]
    [InlineData("public string Line => string.Format(\"{0}\", Key);")]
    [InlineData("public string Line => Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(Key));")]
    [InlineData("public string Line => System.Text.Json.JsonSerializer.Serialize(this);")]
    [InlineData("public string Line => new string(Key.ToCharArray());")]
    [InlineData("public string Line => new System.Text.StringBuilder().Append(A).Append(Key).ToString();")]
    [InlineData("public string Line { get { var text = new System.Text.StringBuilder(); text.Append(Key); return text.ToString(); } }")]
    [InlineData("public string Line => FormattableString.Invariant($\"{A} {Key}\");")]
    [InlineData("public string Line => Join(A, Key); static string Join(string one, string other) => one + other;")]
    [InlineData("public string Line => Make(); string Make() => A + Key;")]
    [InlineData("public string Line => Texts.Twice(Key);")]
    [InlineData("public string Line => Key.Twice();")]
    [InlineData("public string Line => Middle; public string Middle => Key;")]
    [InlineData("public string Line { get { var text = Key; return A + text; } }")]
    [InlineData("public string Line { get { var text = A; text += Key; return text; } }")]
    [InlineData("public string Line { get { string Made() => Key; return Made(); } }")]
    [InlineData("private readonly string _key = Key; public string Line => _key;")]
    [InlineData("public string Line => $\"{this}\";")]
    [InlineData("public string Line => ToString();")]
    [InlineData("public string Line => ToString(); public override string ToString() => A + Key;")]
    [InlineData("public string Line => this switch { { Key: var key } => key };")]
    [InlineData("public string Line => this is { Key: { } key } ? key : A;")]
    [InlineData("public string Line => this is (_, var key, _, _, _, _) ? key : A;")]
    [InlineData("public string Line { get { var (a, key, _, _, _, _) = this; return a + key; } }")]
    [InlineData("public string Line { get { var (a, key) = (A, Key); return a + key; } }")]
    [InlineData("public string Line { get { switch (this) { case { Key: var key }: return key; default: return A; } } }")]
    [InlineData("public string Line => Inner.K;")]
    [InlineData("public string Line => Marked.K;")]
    [InlineData("public string Line => Inner.ToString();")]
    [InlineData("public string Line => $\"{Marked}\";")]
    [InlineData("public string? Line => Inner?.K?.Trim();")]
    [InlineData("public string Line => string.Join(\",\", All.Select(one => one.K));")]
    [InlineData("public string Line => string.Join(\",\", All.Where(one => one.K != \"\").Select(one => one.K.Trim()));")]
    [InlineData("public IReadOnlyList<string> Line => [.. All.Select(one => one.K)];")]
    [InlineData("public string Line => All[0].K;")]
    [InlineData("public string Line => All.First().K;")]
    [InlineData("public string Line => string.Join(\",\", All);")]
    [InlineData("public string Line { get { var text = A; foreach (var one in All) { text += one.K; } return text; } }")]
    [InlineData("public IEnumerable<string> Line { get { foreach (var one in All) { yield return one.K; } } }")]
    [InlineData("public (string, string) Line => (A, Key);")]
    [InlineData("public object Line => Key;")]
    public Task Is_as_sensitive_as_what_it_is_made_of(string members) => OfMembersAsync(members, "{|SOP0502:{bag.Line}|}");

    [Theory]
    [InlineData("public bool Line => Key.Length > 0;")]
    [InlineData("public string Line => HasKey ? \"yes\" : \"no\"; private bool HasKey => Key.Length > 0;")]
    [InlineData("public int Line => Key.Length;")]
    [InlineData("public string Line => $\"{Key.Length} letters\";")]
    [InlineData("public string Line => Key.Length.ToString();")]
    [InlineData("public string Line => First + \" \" + Last; private string First => A; private string Last => A;")]
    [InlineData("public string Line => nameof(Key);")]
    [InlineData("public string Line => Other; public string Other => Line;")]
    [InlineData("public string Line => Again(3); string Again(int more) => more == 0 ? A : Again(more - 1);")]
    [InlineData("public string Line => Key == A ? \"same\" : \"other\";")]
    [InlineData("public string Line => Key switch { \"\" => \"none\", { Length: < 8 } => \"weak\", _ => \"strong\" };")]
    [InlineData("public string Line => string.IsNullOrEmpty(Key) ? A : \"with key\";")]
    [InlineData("public string Line => Mask(Key); static string Mask(string key) => new('*', key.Length);")]
    [InlineData("public string Line => A.Replace(Key, \"***\");")]
    [InlineData("public string Line => \"…\" + Key[^4..];")]
    [InlineData("public string Line => Key.Substring(0, 2) + \"***\";")]
    [InlineData("public string Line => new(Key.Select((letter, at) => at < 4 ? letter : '*').ToArray());")]
    [InlineData("public string Line => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Key)));")]
    [InlineData("public string Line => System.Text.RegularExpressions.Regex.Replace(Key, \".\", \"*\");")]
    [InlineData("public string Line => (this with { Key = \"\", Inner = null!, Marked = null!, All = [] }).ToString();")]
    [InlineData("public string Line => ToString(); public override string ToString() => $\"{A} ***\";")]
    [InlineData("public string Line => $\"{All.Count} keys\";")]
    [InlineData("public string Line => string.Join(\",\", All.Select(one => one.Name));")]
    [InlineData("public string Line => Inner.Name;")]
    [InlineData("public string Line => $\"{All}\";")]
    [InlineData("public string Line => $\"{Kept}\"; private readonly Holder Kept = new() { Key = Key };")]
    [InlineData("public string Line => Table[Key]; private static readonly Dictionary<string, string> Table = [];")]
    [InlineData("public string Line => Table.TryGetValue(Key, out var found) ? found : A; private static readonly Dictionary<string, string> Table = [];")]
    [InlineData("public string Line => Known.First(one => one.Name == Key).Name; private static readonly List<Plain> Known = [];")]
    [InlineData("public string Line => IsNew.ToString();")]
    [InlineData("public DateTime Line => DateTime.Parse(Key);")]
    [InlineData("public DayOfWeek Line => Enum.Parse<DayOfWeek>(Key);")]
    [InlineData("[Data(DataClass.Internal)] public string Line => Key;")]
    [InlineData("public Plain Line => new(Key);")]
    [InlineData("public string Line { get; set; } = A;")]
    [InlineData("public string Line => Texts.Kind(Key);")]
    public Task Silent_where_it_gives_nothing_sensitive_away(string members) => OfMembersAsync(members, "{bag.Line}");

    [Fact]
    public Task What_is_computed_counts_in_the_whole_too() => CheckAsync(Source("{|SOP0502:{bag}|}", "[Data(DataClass.Internal)] public sealed record Bag(string A, [property: Data(DataClass.Internal)] Inner Inner) { public string Line => Inner.K; }"));

    [Fact]
    public Task A_part_without_a_class_keeps_that_of_its_record() =>
        CheckAsync(Source("{|SOP0502:{bag.Line}|}", "[Data(DataClass.Secret)] public sealed record Bag(string Key, [property: Data(DataClass.Public)] string Name) { public string Line => Name + Key; }"));

    [Theory]
    [InlineData("Key Key", "Key.Text")]
    [InlineData("List<Key> Keys", "string.Join(',', Keys.Select(key => key.Text))")]
    [InlineData("Key[] Keys", "Keys[0].Text")]
    [InlineData("List<Key[]> Keys", "Keys[0].Last().Text")]
    [InlineData("Dictionary<string, Key> Keys", "string.Join(',', Keys.Values.Select(key => key.Text))")]
    [InlineData("Dictionary<string, Key> Keys", "Keys[A].Text")]
    [InlineData("Dictionary<string, Key> Keys", "string.Join(',', Keys.Select(pair => pair.Value.Text))")]
    [InlineData("(Key Key, int Count) Both", "Both.Key.Text")]
    [InlineData("List<Key> Keys", "Keys.Max(key => key.Text)!")]
    [InlineData("List<Key> Keys", "Keys.Aggregate(A, (text, key) => text + key.Text)")]
    [InlineData("List<Key> Keys", "Keys.Select(key => key.Text).Aggregate((one, other) => one + other)")]
    [InlineData("List<Key> Keys", "string.Join(',', from key in Keys where key.Text != A select key.Text)")]
    [InlineData("List<Key> Keys", "string.Join(',', Keys.Select((key, at) => $\"{at} {key.Text}\"))")]
    public Task A_record_inside_says_it_too(string inside, string line) => CheckAsync(Source(
        "{|SOP0502:{bag.Line}|}",
        $"[Data(DataClass.Secret)] public sealed record Key(string Text); [Data(DataClass.Internal)] public sealed record Bag(string A, {inside}) {{ public string Line => {line}; }}"));

    [Theory]
    [InlineData("[property: Data(DataClass.Internal)] Key Key", "Key.Text")]
    [InlineData("[property: Data(DataClass.Internal)] List<Key> Keys", "string.Join(',', Keys.Select(key => key.Text))")]
    [InlineData("Key Key", "Key.Hint")]
    [InlineData("List<Key> Keys", "string.Join(',', Keys.Select(key => key.Hint))")]
    [InlineData("List<Key> Keys", "Keys.Count.ToString()")]
    [InlineData("List<Key> Keys", "Keys.Max(key => key.Hint)!")]
    [InlineData("List<Key> Keys", "Keys.Aggregate(A, (text, key) => text + key.Hint)")]
    [InlineData("List<Key> Keys", "string.Join(',', from key in Keys where key.Text != A select key.Hint)")]
    [InlineData("List<Key> Keys", "string.Join(',', Keys.Select((key, at) => $\"{at} {key.Hint}\"))")]
    [InlineData("List<Key> Keys", "$\"{new Holder { Key = Keys[0].Text }}\"")]
    [InlineData("List<Key> Keys", "Keys.Any(key => key.Text == A) ? A : \"\"")]
    [InlineData("Dictionary<string, Key> Keys", "string.Join(',', Keys.Values.Select(key => key.Hint))")]
    public Task Silent_where_the_property_or_the_part_says_otherwise(string inside, string line) => CheckAsync(Source(
        "{bag.Line}",
        $"[Data(DataClass.Secret)] public sealed record Key(string Text, [property: Data(DataClass.Internal)] string Hint); [Data(DataClass.Internal)] public sealed record Bag(string A, {inside}) {{ public string Line => {line}; }}"));

    [Fact]
    public Task Helpers_that_call_each_other_twice_take_no_time_that_doubles_with_each() => OfMembersAsync(
        "public string Line => H0(A);" + string.Concat(Enumerable.Range(0, 60).Select(i => $" static string H{i}(string text) => H{i + 1}(text) + H{i + 1}(text);")) + " static string H60(string text) => text;",
        "{bag.Line}");

    [Theory]
    [InlineData("Pin")]
    [InlineData("pin")]
    public Task What_a_constructor_is_given_is_as_sensitive_as_the_property_that_holds_it(string line) =>
        CheckAsync(Source("{|SOP0502:{bag.Line}|}", $"[Data(DataClass.Internal)] public sealed class Bag(string pin) {{ [Data(DataClass.Secret)] public string Pin {{ get; }} = pin; public string Line => {line}; }}"));

    [Fact]
    public Task A_property_that_other_JSON_leaves_out_is_in_a_prompt() =>
        CheckAsync(Source("{|SOP0502:{bag}|}", "[Data(DataClass.Internal)] public sealed record Bag(string A) { [Data(DataClass.Secret), System.Text.Json.Serialization.JsonIgnore] public string Key { get; init; } = \"\"; }"));

    [Fact]
    public Task It_is_not_in_the_text_that_the_serializer_makes() => CheckAsync(Source(
        "{bag.Line}",
        "[Data(DataClass.Internal)] public sealed record Bag(string A) { [Data(DataClass.Secret), System.Text.Json.Serialization.JsonIgnore] public string Key { get; init; } = \"\"; public string Line => System.Text.Json.JsonSerializer.Serialize(this); }"));

    [Fact]
    public async Task Silent_about_the_code_of_another_project()
    {
        var shared = SopProject.Of("namespace Shared; [Data(DataClass.Internal)] public record Bag(string A, [property: Data(DataClass.Secret)] string Key) { public string Line => Key; }") with { Name = "Shared" };
        await CheckAsync(SopProject.Of("using Shared;\n" + Source("{bag.Line}", "")).WithReference(shared));
    }

    [Theory]
    [InlineData("public string Line => Ke")]
    [InlineData("public string Line => Key.;")]
    [InlineData("public string Line => string.Concat(A, ;")]
    [InlineData("public string Line => Mak(Key);")]
    public Task Silent_while_half_typed(string members) => AnalyzerRun.CheckAsync(SopProject.Of(OfBag("{bag.A}", members)).ThatDoesNotCompile(), [Rule]);

    private static Task<AnalyzerRun> OfMembersAsync(string members, string prompt) => CheckAsync(OfBag(prompt, members));

    private static string OfBag(string prompt, string members) => Source(prompt, $$"""
        [Data(DataClass.Internal)]
        public sealed record Bag(string A, [property: Data(DataClass.Secret)] string Key, bool IsNew, [property: Data(DataClass.Internal)] Inner Inner, [property: Data(DataClass.Secret)] Loose Marked, IReadOnlyList<Keys> All)
        {
            {{members}}
        }
        """);

    private static string Source(string prompt, string bag) => $$"""
        [Allow<Writer>(UpTo = DataClass.Internal)] public sealed class House : Policy;
        {{bag}}
        public sealed record Inner([property: Data(DataClass.Secret)] string K, string Name);
        public sealed record Loose(string K);
        public sealed record Keys([property: Data(DataClass.Secret)] string K, string Name);
        [Data(DataClass.Public)] public sealed record Plain(string Name);
        public sealed class Holder { [Data(DataClass.Secret)] public string Key { get; set; } = ""; }
        public static class Texts
        {
            public static string Twice(this string text) => $"{text} {text}";
            public static string Kind(string text) { if (text.StartsWith("x")) { return "new"; } return "old"; }
        }
        [Sop("Ask")] public partial class Ask : Sop<Bag> { [AiStep<Writer>("Draft"), Prompt("{{prompt}}")] public partial Task<Reply> Draft(Bag bag); }
        """;

    private static Task<AnalyzerRun> CheckAsync(SopProject project) => AnalyzerRun.CheckAsync(project, [Rule]);
}
