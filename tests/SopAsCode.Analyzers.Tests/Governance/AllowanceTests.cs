using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class AllowanceTests
{
    private const string Rule = "SOP0502";

    [Theory]
    [InlineData("UpTo = DataClass.Confidential")]
    [InlineData("UpTo = DataClass.Secret")]
    public Task Silent_where_the_policy_allows_it(string upTo) => CheckAsync(Sop("{invoice.Number}", $"[Allow<Writer>({upTo})]"));

    [Theory]
    [InlineData("")]
    [InlineData("[Cap(Impact.Money, Level.ReadOnly)]")]
    public Task Silent_where_the_policy_says_nothing_about_agents(string policy) => CheckAsync(Sop("{invoice.Number}", policy));

    [Fact]
    public Task Silent_without_a_policy() => CheckAsync(Sop("{invoice.Number}", null));

    [Fact]
    public async Task A_placeholder_above_it() => Assert.Equal(
        "'Remind.Draft' shows agent 'Writer' '{invoice.Number}', which is confidential, but the policy allows it personal data at most: leave it out, or let another agent do it",
        (await CheckAsync(Sop("Number {|SOP0502:{invoice.Number}|}", "[Allow<Writer>(UpTo = DataClass.Personal)]"))).Message(Rule));

    [Fact]
    public Task A_file_is_named_where_the_prompt_stands_in_one() => CheckAsync(
        SopProject.Of(Sop("", "[Allow<Writer>(UpTo = DataClass.Personal)]").Replace("Prompt(\"\")", "Prompt(File = {|SOP0502:\"prompts/a.md\"|})", StringComparison.Ordinal))
            .WithAdditionalFile("prompts/a.md", "Number {invoice.Number}\n"));

    [Fact]
    public Task An_agent_that_is_not_allowed_at_all() => CheckAsync(Sop("{|SOP0502:{invoice.Number}|}", "[Allow<Sorter>(UpTo = DataClass.Secret)]"));

    [Theory]
    [InlineData("[Data(DataClass.Confidential)] public sealed record Note([property: Data(DataClass.Public)] string Number, string Rest);", "{note.Number}")]
    [InlineData("[Data(DataClass.Internal)] public sealed record Note(string Number, Ticket Ticket);", "{note.Number}")]
    [InlineData("[Data(DataClass.Internal)] public sealed record Note(string Number, [property: Data(DataClass.Public)] Ticket Ticket);", "{note.Ticket.Subject}")]
    [InlineData("[Data(DataClass.Internal)] public sealed record Note(string Number, [property: Data(DataClass.Public)] Ticket Ticket);", "{note}")]
    public Task A_property_has_its_own_class_else_that_of_its_record(string record, string prompt) => CheckAsync(OfNote(record, prompt));

    [Theory]
    [InlineData("[Data(DataClass.Internal)] public sealed record Note(string Number, [property: Data(DataClass.Secret)] string Key);", "{note}")]
    [InlineData("[Data(DataClass.Internal)] public sealed record Note(string Number, Ticket Ticket);", "{note.Ticket.Subject}")]
    [InlineData("[Data(DataClass.Internal)] public sealed record Note(string Number, IReadOnlyList<Ticket> Tickets);", "{note.Tickets}")]
    [InlineData("[Data(DataClass.Internal)] public sealed record Note(string Number, IReadOnlyList<Ticket> Tickets);", "{note}")]
    [InlineData("[Data(DataClass.Personal)] public sealed record Note(string Number, Note? Before);", "{note.Before.Number}")]
    public Task What_is_inside_counts(string record, string prompt) => CheckAsync(OfNote(record, $"{{|SOP0502:{prompt}|}}"));

    [Theory]
    [InlineData("(Secrets Key, int Count)", "{note.Inside}")]
    [InlineData("(Secrets Key, int Count)", "{note}")]
    [InlineData("(int, int, int, int, int, int, int, Secrets)", "{note}")]
    [InlineData("(int Count, (Secrets, int)? Inner)", "{note}")]
    [InlineData("IReadOnlyList<(Secrets Key, int Count)>", "{note}")]
    [InlineData("Dictionary<string, (Secrets Key, int Count)>", "{note}")]
    [InlineData("(IReadOnlyList<Secrets> Keys, int Count)", "{note}")]
    [InlineData("Tuple<Secrets, int>", "{note.Inside}")]
    [InlineData("Lazy<Secrets>?", "{note}")]
    [InlineData("Secrets[,]", "{note}")]
    [InlineData("(Holder Holder, int Count)", "{note}")]
    public Task What_is_inside_a_value_that_shows_its_text_counts(string inside, string prompt) => CheckAsync(OfInside(inside, $"{{|SOP0502:{prompt}|}}"));

    [Theory]
    [InlineData("(Secrets Key, int Count)", "{note.Number}")]
    [InlineData("(Plain Plain, int Count)", "{note}")]
    [InlineData("Lazy<Plain>", "{note.Inside}")]
    [InlineData("Func<Secrets>", "{note}")]
    [InlineData("object", "{note}")]
    public Task What_is_not_in_it_or_not_sensitive_does_not_count(string inside, string prompt) => CheckAsync(OfInside(inside, prompt));

    [Theory]
    [InlineData("Tuple<Secrets, int>")]
    [InlineData("(Secrets Key, int Count)")]
    [InlineData("Lazy<Secrets>")]
    public Task What_is_inside_the_value_of_the_step_counts(string value) => CheckAsync(Policy("Writer", "Internal") + $$"""
        [Data(DataClass.Secret)] public sealed record Secrets(string Key);
        [Sop("Remind")] public partial class Remind : Sop<{{value}}> { [AiStep<Writer>("Draft"), Prompt("{|SOP0502:{note}|}")] public partial Task<Reply> Draft({{value}} note); }
        """);

    [Theory]
    [InlineData("[Data(DataClass.Secret)] public sealed class Note : List<Plain>;")]
    [InlineData("[Data(DataClass.Internal)] public sealed class Note : List<Secrets>;")]
    [InlineData("[Data(DataClass.Secret)] public sealed class Note : Dictionary<string, int>;")]
    [InlineData("public sealed class Note : Keys; [Data(DataClass.Secret)] public abstract class Keys : List<Plain>;")]
    [InlineData("public sealed record Note(IReadOnlyList<Keys> All); [Data(DataClass.Secret)] public sealed class Keys : List<Plain>;")]
    public Task A_collection_has_the_higher_class_of_itself_and_of_what_it_holds(string note) => CheckAsync(OfType(note, "{|SOP0502:{note}|}"));

    [Theory]
    [InlineData("[Data(DataClass.Internal)] public sealed class Note : List<Plain>;")]
    [InlineData("public sealed class Note : List<Plain>;")]
    [InlineData("[Data(DataClass.Internal)] public sealed record Note(Keys All, [property: Data(DataClass.Internal)] Keys Other) { [Data(DataClass.Internal)] public Keys All { get; init; } = All; } [Data(DataClass.Secret)] public sealed class Keys : List<Plain>;")]
    public Task A_collection_that_is_harmless_is_silent(string note) => CheckAsync(OfType(note, "{note}"));

    [Theory]
    [InlineData("public abstract record Login([property: Data(DataClass.Secret)] string Key); [Data(DataClass.Internal)] public sealed record Note(string Key) : Login(Key);")]
    [InlineData("[Data(DataClass.Secret)] public abstract record Login(string Key); [Data(DataClass.Internal)] public sealed record Note(string Key) : Login(Key);")]
    [InlineData("[Data(DataClass.Secret)] public abstract record Login(string Key); public sealed record Note(string Key) : Login(Key);")]
    [InlineData("public abstract class Login { [Data(DataClass.Secret)] public abstract string Key { get; } } [Data(DataClass.Internal)] public sealed class Note : Login { public override string Key => \"\"; }")]
    [InlineData("public interface ILogin { [Data(DataClass.Secret)] string Key { get; } } [Data(DataClass.Internal)] public sealed record Note(string Key) : ILogin;")]
    [InlineData("[Data(DataClass.Internal)] public sealed record Note([property: Data(DataClass.Secret)] string Pin) { public string Key => $\"pin {this.Pin.Trim()}\"; }")]
    [InlineData("[Data(DataClass.Internal)] public sealed record Note([property: Data(DataClass.Secret)] string Pin) { public string Key { get { return (Pin ?? \"\") + \".\"; } } }")]
    [InlineData("[Data(DataClass.Internal)] public sealed record Note(string Pin) { public Secrets Key => new(Pin); }")]
    public Task A_property_has_the_class_that_it_comes_with(string note) => CheckAsync(OfType(note, "{|SOP0502:{note.Key}|}"));

    [Theory]
    [InlineData("public string Key => new('*', Pin.Length);")]
    [InlineData("public int Key => Pin.Length;")]
    [InlineData("public bool Key => Pin is not null;")]
    [InlineData("[Data(DataClass.Internal)] public string Key => Pin;")]
    [InlineData("public string Key { get; init; } = \"\";")]
    public Task What_is_calculated_or_says_its_own_class_does_not_count(string member) =>
        CheckAsync(OfType($"[Data(DataClass.Internal)] public sealed record Note([property: Data(DataClass.Secret)] string Pin) {{ {member} }}", "{note.Key}"));

    [Theory]
    [InlineData("record Note(string Number, [property: Data(DataClass.Secret)] string Key) : IFormattable { public string ToString(string? format, IFormatProvider? provider) => Key; }")]
    [InlineData("record Note(string Number) : IFormattable { private readonly Secrets _key = new(\"\"); public string ToString(string? format, IFormatProvider? provider) => _key.Key; }")]
    [InlineData("record Note(string Number, (int Count, Login Login) Both);")]
    [InlineData("record Note(string Number, Lazy<Printed> Printed);")]
    [InlineData("record Note(string Number, Lazy<Fielded> Fielded);")]
    public Task What_a_text_may_show_counts(string note) => CheckAsync(OfType($"[Data(DataClass.Internal)] public sealed {note} {Texts}", "{|SOP0502:{note}|}"));

    [Theory]
    [InlineData("record Note(string Number, Printed Printed);")]
    [InlineData("record Note(string Number, Fielded Fielded);")]
    [InlineData("record Note(DateTime At, Guid Id, decimal Amount, DayOfWeek Day);")]
    public Task What_only_a_text_shows_does_not_count_in_JSON(string note) => CheckAsync(OfType($"[Data(DataClass.Internal)] public sealed {note} {Texts}", "{note}"));

    [Fact]
    public Task A_secret_behind_a_thousand_types_counts() => CheckAsync(OfType(
        string.Join('\n', Enumerable.Range(0, 1000).Select(i => $"public sealed record T{i}(T{i + 1} Next);"))
        + "public sealed record T1000(Secrets Key); [Data(DataClass.Internal)] public sealed record Note(T0 First);",
        "{|SOP0502:{note}|}"));

    [Fact]
    public Task Types_that_name_each_other_take_no_time_that_doubles_with_each() => CheckAsync(OfType(
        string.Join('\n', Enumerable.Range(0, 40).Select(i => $"public sealed record T{i}({string.Join(", ", Enumerable.Range(0, 40).Select(j => $"T{j}? P{j}"))});"))
        + "[Data(DataClass.Internal)] public sealed record Note(T0 First);",
        "{note}"));

    [Fact]
    public Task What_is_made_from_a_value_has_what_is_inside_that() => CheckAsync(Policy("Writer", "Internal") + """
        [Data(DataClass.Secret)] public sealed record Secrets(string Key);
        public sealed record Note(string Text);
        [Sop("Remind")] public partial class Remind : Sop<Tuple<Secrets, int>>
        {
            [HumanStep<Support>("Sum up")] public partial Task<Note> SumUp(Tuple<Secrets, int> secrets);
            [AiStep<Writer>("Draft"), Prompt("{|SOP0502:{note.Text}|}")] public partial Task<Reply> Draft(Note note);
        }
        """);

    [Fact]
    public Task A_type_that_holds_itself_ends_the_search() => CheckAsync(Policy("Writer", "Internal") + """
        public sealed class Nest : List<Tuple<Nest, int>>;
        [Sop("Remind")] public partial class Remind : Sop<Nest> { [AiStep<Writer>("Draft"), Prompt("{nest}")] public partial Task<Reply> Draft(Nest nest); }
        """);

    [Fact]
    public async Task A_value_that_is_made_from_it() => Assert.Equal(
        "Sort → Look → Rework → Draft: 'Remind.Draft' shows agent 'Writer' '{memo.Text}', confidential data of 'Invoice', but the policy allows it internal data at most: "
        + "leave it out, or give 'Memo' a [Data(…)] if it is less sensitive",
        (await CheckAsync(Derived("{|SOP0502:{memo.Text}|}", "", ""))).Message(Rule));

    [Theory]
    [InlineData("[Data(DataClass.Internal)] ", "")]
    [InlineData("", "[Data(DataClass.Public)] ")]
    public Task A_record_that_says_otherwise_ends_it(string note, string memo) => CheckAsync(Derived("{memo.Text}", note, memo));

    [Fact]
    public Task One_of_a_few_names_gives_nothing_away() => CheckAsync(
        Derived("{memo}", "", "").Replace("public sealed record Memo(string Text);", "public enum Memo { Fine, Late }", StringComparison.Ordinal));

    [Fact]
    public Task What_takes_its_place_without_it_ends_it() => CheckAsync(
        Derived("{memo.Text}", "", "").Replace("Task<Memo> Rework(Note note)", "Task<Memo> Rework()", StringComparison.Ordinal));

    [Fact]
    public Task On_whichever_way() => CheckAsync(Policy("Writer", "Internal") + """
        [Sop("Remind")] public partial class Remind : Sop<Invoice>
        {
            [HumanStep<Support>("Look"), Next(nameof(Short), When = nameof(IsSmall)), Next(nameof(Long))] public partial Task Look();
            [HumanStep<Support>("Short"), Next(nameof(Draft))] public partial Task<Note> Short();
            [HumanStep<Support>("Long")] public partial Task<Note> Long(Invoice invoice);
            [AiStep<Writer>("Draft"), Prompt("{|SOP0502:{note.Text}|}")] public partial Task<Reply> Draft(Note note);
            [Condition("It is small")] static bool IsSmall(Invoice invoice) => invoice.Cents < 100;
        }
        public sealed record Note(string Text);
        """);

    [Fact]
    public Task The_most_sensitive_of_several_ways_counts() => CheckAsync(Policy("Writer", "Internal") + """
        [Sop("Remind")] public partial class Remind : Sop<Invoice>
        {
            [HumanStep<Support>("Find")] public partial Task<Article> Find();
            [HumanStep<Support>("Look"), Next(nameof(Short), When = nameof(IsSmall)), Next(nameof(Long))] public partial Task Look();
            [HumanStep<Support>("Short"), Next(nameof(Draft))] public partial Task<Note> Short(Article article);
            [HumanStep<Support>("Long")] public partial Task<Note> Long(Invoice invoice);
            [AiStep<Writer>("Draft"), Prompt("{|SOP0502:{note.Text}|}")] public partial Task<Reply> Draft(Note note);
            [Condition("It is small")] static bool IsSmall(Invoice invoice) => invoice.Cents < 100;
        }
        public sealed record Note(string Text);
        """);

    [Fact]
    public Task The_most_sensitive_part_that_is_shown_counts() => CheckAsync(
        OfNote("[Data(DataClass.Internal)] public sealed record Note(string Number, [property: Data(DataClass.Secret)] string Key);", "{note.Number} {|SOP0502:{note.Key}|}"));

    [Fact]
    public Task A_part_with_a_class_of_its_own_is_as_sensitive_as_that_alone() => CheckAsync(
        Derived("{memo.Title}", "", "").Replace("record Memo(string Text)", "record Memo(string Text, [property: Data(DataClass.Public)] string Title)", StringComparison.Ordinal));

    [Theory]
    [InlineData("Secret")]
    [InlineData("Confidential")]
    public async Task Where_a_part_says_as_much_itself_the_way_is_not_told(string key) => Assert.Contains(
        $"shows agent 'Writer' '{{memo}}', which is {key.ToLowerInvariant()}, but the policy",
        (await CheckAsync(Derived("{|SOP0502:{memo}|}", "", "").Replace("record Memo(string Text)", $"record Memo(string Text, [property: Data(DataClass.{key})] string Key)", StringComparison.Ordinal))).Message(Rule),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("[HumanStep<Support>(\"Rework\")] public partial Task<Memo> Rework();")]
    [InlineData("[WaitFor(\"It comes\")] public partial Task<Memo> Rework();")]
    [InlineData("[HumanStep<Support>(\"Find\")] public partial Task<Article> Find(); [AiStep<Sorter>(\"Sum up\"), Prompt(\"{article.Title}\")] public partial Task<Memo> Rework(Note note, Article article);")]
    public Task What_another_value_carries_is_not_in_this_one(string rework) => CheckAsync(
        Reworked(rework, "{memo.Text}").Replace("Draft(Memo memo)", "Draft(Memo memo, Note note)", StringComparison.Ordinal));

    [Fact]
    public async Task What_an_agent_was_shown_of_a_value_is_in_what_it_makes() => Assert.Contains(
        "Sort → Look → Rework → Draft: 'Remind.Draft' shows agent 'Writer' '{memo.Text}', confidential data of 'Invoice'",
        (await CheckAsync(Reworked(
            "[AiStep<Sorter>(\"Sum up\"), Prompt(\"{note.Text}\")] public partial Task<Memo> Rework(Note note, Invoice invoice);", "{|SOP0502:{memo.Text}|}"))).Message(Rule),
        StringComparison.Ordinal);

    [Fact]
    public Task It_stays_in_a_value_behind_other_work() => CheckAsync(Behind("[HumanStep<Support>(\"Call\")] public partial Task Call();", "{|SOP0502:{memo.Text}|}"));

    [Fact]
    public Task It_is_gone_from_a_value_that_is_made_anew_of_nothing() => CheckAsync(Behind("[HumanStep<Support>(\"Write\")] public partial Task<Memo> Anew();", "{memo.Text}"));

    [Fact]
    public Task A_failed_step_made_nothing() => CheckAsync(Policy("Writer", "Internal") + """
        [Sop("Remind")] public partial class Remind : Sop<Invoice>
        {
            [HumanStep<Support>("First")] public partial Task<Note> First();
            [AutomatedStep("Long"), OnFailure(nameof(Draft)), Next(End.Completed)] public partial Task<Note> Long(Invoice invoice);
            [AiStep<Writer>("Draft"), Prompt("{note.Text}")] public partial Task<Reply> Draft(Note note);
        }
        public sealed record Note(string Text);
        """);

    [Fact]
    public async Task A_tool_that_it_reads() => Assert.Equal(
        "'Remind.Draft' lets agent 'Writer' read 'Vault', which holds secret data, but the policy allows it internal data at most: remove [Reads<Vault>], or let another agent do it",
        (await CheckAsync(OfTool("[{|SOP0502:Reads<Vault>|}]"))).Message(Rule));

    [Fact]
    public async Task A_tool_that_says_nothing_holds_what_other_tools_pass_on_to_it() => Assert.Equal(
        "'Remind.Draft' lets agent 'Writer' read 'Mirror', which gets secret data (Vault → Copy → Mirror), but the policy allows it internal data at most: "
        + "remove [Reads<Mirror>], or say with [Holds(…)] what 'Mirror' gets",
        (await CheckAsync(Fed("[{|SOP0502:Reads<Mirror>|}]", "Feeds<Mirror>(\"All of it\")", ""))).Message(Rule));

    [Theory]
    [InlineData("[Reads<Mirror>]", "Feeds<Mirror>(\"All of it\")", "[Holds(DataClass.Internal)]")]
    [InlineData("[Reads<Mirror>]", "Feeds<Mirror>(\"The numbers\"), Holds(DataClass.Public)", "")]
    [InlineData("[Reads<Mirror>]", "Feeds<Vault>(\"A backup\")", "")]
    [InlineData("[Drafts<Mirror>]", "Feeds<Mirror>(\"All of it\")", "")]
    public Task Silent_where_a_tool_says_what_it_holds_or_gets_nothing(string access, string feed, string mirror) => CheckAsync(Fed(access, feed, mirror));

    [Fact]
    public Task What_a_tool_holds_and_passes_on_holds_for_the_tools_that_derive_from_it() => CheckAsync(Policy("Writer", "Internal") + """
        [Holds(DataClass.Secret), Feeds<Mirror>("All of it")] public abstract class Store : Tool;
        public sealed class Safe : Store;
        [Holds(DataClass.Public)] public sealed class Leaflets : Store;
        public sealed class Mirror : Tool;
        [Sop("Remind")] public partial class Remind : Sop
        {
            [AiStep<Writer>("Draft"), Prompt("Write it"), {|SOP0502:Reads<Safe>|}, {|SOP0502:Reads<Mirror>|}, Reads<Leaflets>] public partial Task<Reply> Draft();
        }
        """);

    [Fact]
    public Task Tools_that_feed_each_other_end_the_search() => CheckAsync(Fed("[{|SOP0502:Reads<Mirror>|}]", "Feeds<Mirror>(\"All of it\")", "[Feeds<Copy>(\"Changes\")]"));

    [Fact]
    public Task A_tool_of_another_assembly_feeds_too()
    {
        var house = SopProject.Bare.With("Tools.cs", "using SopAsCode; namespace Shared; [Holds(DataClass.Secret), Feeds<Mirror>(\"All\")] public sealed class Vault : Tool; public sealed class Mirror : Tool;") with { Name = "Shared" };
        return CheckAsync(SopProject.Of("using Shared;\n" + Policy("Writer", "Internal") + """
            [Sop("Remind")] public partial class Remind : Sop { [AiStep<Writer>("Draft"), Prompt("Write it"), {|SOP0502:Reads<Mirror>|}] public partial Task<Reply> Draft(); }
            """).WithReference(house));
    }

    [Fact]
    public async Task What_automation_reads_for_an_agent_is_in_what_it_returns() => Assert.Equal(
        "Add → Look → Draft: 'Remind.Draft' shows agent 'Writer' '{note.Text}', secret data of 'Vault', but the policy allows it internal data at most: "
        + "leave it out, or give 'Note' a [Data(…)] if it is less sensitive",
        (await CheckAsync(Added("[AutomatedStep(\"Add\"), Reads<Vault>] public Task<Note> Add(Note note) => Task.FromResult(note);", "", "{|SOP0502:{note.Text}|}"))).Message(Rule));

    [Theory]
    [InlineData("[AutomatedStep(\"Add\"), Reads<Vault>] public Task<Note> Add(Note note) => Task.FromResult(note);", "[Data(DataClass.Internal)]")]
    [InlineData("[AutomatedStep(\"Add\"), Reads<Helpdesk>] public Task<Note> Add(Note note) => Task.FromResult(note);", "")]
    [InlineData("[AutomatedStep(\"Add\"), Reads<Vault>] public Task Add(Note note) => Task.CompletedTask;", "")]
    [InlineData("[HumanStep<Support>(\"Add\"), Reads<Vault>] public partial Task<Note> Add(Note note);", "")]
    public Task What_says_its_class_or_what_a_person_takes_from_a_tool_does_not_count(string add, string note) => CheckAsync(Added(add, note, "{note.Text}"));

    [Fact]
    public async Task One_gap_is_said_once()
    {
        var run = await CheckAsync(Policy("Writer", "Internal") + """
            [Holds(DataClass.Confidential)] public sealed class Vault : Tool;
            [Sop("Remind")] public partial class Remind : Sop<Invoice>
            {
                [AiStep<Writer>("A"), Prompt("{|SOP0502:{invoice.Number}|}"), {|SOP0502:Reads<Vault>|}] public partial Task<Reply> A(Invoice invoice);
                [AiStep<Writer>("B"), Prompt("{invoice}"), Reads<Vault>] public partial Task<Refund> B(Invoice invoice);
                [HumanStep<Support>("Ask")] public partial Task<Ticket> Ask();
                [AiStep<Writer>("C"), Prompt("{|SOP0502:{ticket.Body}|}")] public partial Task<Article> C(Ticket ticket);
                [AiStep<Writer>("D"), Prompt("{invoice.Cents}")] public partial Task<Triage> D(Invoice invoice);
            }
            """);
        Assert.Collection(
            run.Findings,
            prompt => Assert.EndsWith("(the same at 'B' and 'D')", prompt.Message, StringComparison.Ordinal),
            tool => Assert.EndsWith("(the same at 'B')", tool.Message, StringComparison.Ordinal),
            other => Assert.EndsWith("or let another agent do it", other.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("[Drafts<Vault>]")]
    [InlineData("[Reads<Helpdesk>]")]
    public Task Silent_about_other_access(string access) => CheckAsync(OfTool(access));

    [Fact]
    public Task What_an_agent_read_is_in_its_answer() => CheckAsync("""
        [Allow<Writer>(UpTo = DataClass.Internal), Allow<Sorter>(UpTo = DataClass.Secret)] public sealed class House : Policy;
        [Holds(DataClass.Secret)] public sealed class Vault : Tool;
        public sealed record Note(string Text);
        [Sop("Remind")] public partial class Remind : Sop
        {
            [AiStep<Sorter>("Sort"), Prompt("Find the invoice"), Reads<Vault>] public partial Task<Note> Sort();
            [AiStep<Writer>("Draft"), Prompt("{|SOP0502:{note.Text}|}")] public partial Task<Reply> Draft(Note note);
        }
        """);

    [Fact]
    public Task Gives_way_to_the_rule_about_agents_that_are_not_allowed_where_that_is_as_bad() => CheckAsync(
        SopProject.Of(Sop("{invoice.Number}", "[Allow<Sorter>(UpTo = DataClass.Secret)]")).WithEditorConfig("[*.cs]\ndotnet_diagnostic.SOP0205.severity = error"));

    [Theory]
    [InlineData("[Allow<Nobody>(UpTo = DataClass.Public)]")]
    [InlineData("[Allow]")]
    public Task Silent_while_the_policy_is_unfinished(string policy) => CheckAsync(SopProject.Of(Sop("{invoice.Number}", policy)).ThatDoesNotCompile());

    private static string Policy(string agent, string upTo) => $"[Allow<{agent}>(UpTo = DataClass.{upTo})] public sealed class House : Policy;\n";

    private static string Sop(string prompt, string? policy) => $$"""
        namespace Team;

        {{(policy is null ? "" : $"{policy} public sealed class House : Policy;")}}

        [Sop("Remind")]
        public sealed partial class Remind : Sop<Invoice>
        {
            [AiStep<Writer>("Draft"), Prompt("{{prompt}}")] public partial Task<Reply> Draft(Invoice invoice);
        }
        """;

    private static string OfNote(string record, string prompt) => Policy("Writer", "Internal") + $$"""
        {{record}}
        [Sop("Remind")] public partial class Remind : Sop<Note> { [AiStep<Writer>("Draft"), Prompt("{{prompt}}")] public partial Task<Reply> Draft(Note note); }
        """;

    private static string OfInside(string inside, string prompt) => Policy("Writer", "Internal") + $$"""
        [Data(DataClass.Secret)] public sealed record Secrets(string Key);
        [Data(DataClass.Public)] public sealed record Plain(string Text);
        public sealed record Holder(Secrets Secrets);
        [Data(DataClass.Internal)] public sealed record Note(string Number, {{inside}} Inside);
        [Sop("Remind")] public partial class Remind : Sop<Note> { [AiStep<Writer>("Draft"), Prompt("{{prompt}}")] public partial Task<Reply> Draft(Note note); }
        """;

    private const string Texts = """
        [Data(DataClass.Internal)] public sealed record Login(string Name) : IFormattable { [Data(DataClass.Secret)] private string Key { get; init; } = ""; public string ToString(string? format, IFormatProvider? provider) => Key; }
        [Data(DataClass.Internal)] public sealed class Printed { private readonly Secrets _key = new(""); public string Name => ""; public override string ToString() => _key.Key; }
        [Data(DataClass.Internal)] public sealed record Fielded(string Name) { public Secrets Key = new(""); }
        """;

    private static string OfType(string note, string prompt) => Policy("Writer", "Internal") + $$"""
        [Data(DataClass.Secret)] public sealed record Secrets(string Key);
        [Data(DataClass.Public)] public sealed record Plain(string Text);
        {{note}}
        [Sop("Remind")] public partial class Remind : Sop<Note> { [AiStep<Writer>("Draft"), Prompt("{{prompt}}")] public partial Task<Reply> Draft(Note note); }
        """;

    private static string Fed(string access, string feed, string mirror) => Policy("Writer", "Internal") + $$"""
        [Holds(DataClass.Secret), Feeds<Copy>("Each night")] public sealed class Vault : Tool;
        [{{feed}}] public sealed class Copy : Tool;
        {{mirror}} public sealed class Mirror : Tool;
        [Sop("Remind")] public partial class Remind : Sop { [AiStep<Writer>("Draft"), Prompt("Write it")] {{access}} public partial Task<Reply> Draft(); }
        """;

    private static string Added(string add, string note, string prompt) => Policy("Writer", "Internal") + $$"""
        [Holds(DataClass.Secret)] public sealed class Vault : Tool;
        {{note}} public sealed record Note(string Text);
        [Sop("Remind")] public partial class Remind : Sop<Note>
        {
            {{add}}
            [Checkpoint<Support>("Look")] public partial Task<Note> Look(Note note);
            [AiStep<Writer>("Draft"), Prompt("{{prompt}}")] public partial Task<Reply> Draft(Note note);
        }
        """;

    private static string OfTool(string access) => Policy("Writer", "Internal") + $$"""
        [Holds(DataClass.Secret)] public sealed class Vault : Tool;
        [Sop("Remind")] public partial class Remind : Sop { [AiStep<Writer>("Draft"), Prompt("Write it")] {{access}} public partial Task<Reply> Draft(); }
        """;

    private static string Derived(string prompt, string note, string memo) => $$"""
        [Allow<Writer>(UpTo = DataClass.Internal), Allow<Sorter>(UpTo = DataClass.Secret)] public sealed class House : Policy;
        {{note}}public sealed record Note(string Text);
        {{memo}}public sealed record Memo(string Text);
        [Sop("Remind")] public partial class Remind : Sop<Invoice>
        {
            [AiStep<Sorter>("Sort"), Prompt("{invoice.Number}")] public partial Task<Note> Sort(Invoice invoice);
            [Checkpoint<Support>("Look")] public partial Task<Note> Look(Note note);
            [HumanStep<Support>("Rework")] public partial Task<Memo> Rework(Note note);
            [AiStep<Writer>("Draft"), Prompt("{{prompt}}")] public partial Task<Reply> Draft(Memo memo);
        }
        """;

    private static string Reworked(string step, string prompt) =>
        Derived(prompt, "", "").Replace("[HumanStep<Support>(\"Rework\")] public partial Task<Memo> Rework(Note note);", step, StringComparison.Ordinal);

    private static string Behind(string step, string prompt) => Derived(prompt, "", "").Replace("[AiStep<Writer>", step + " [AiStep<Writer>", StringComparison.Ordinal);

    private static Task<AnalyzerRun> CheckAsync(SopProject project) => AnalyzerRun.CheckAsync(project, [Rule]);
}
