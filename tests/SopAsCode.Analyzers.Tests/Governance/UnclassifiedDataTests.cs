using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class UnclassifiedDataTests
{
    private const string Rule = "SOP0501";
    private const string Lead = "public sealed record Lead(string Name, Contact Contact);\npublic sealed record Contact(string Email);\n";

    [Theory]
    [InlineData("[Data(DataClass.Personal)] public sealed record Lead(string Name);", "{lead.Name}")]
    [InlineData("[Data(DataClass.Public)] public sealed record Lead(string Name);", "{lead}")]
    [InlineData("public sealed record Lead([property: Data(DataClass.Personal)] string Name, string Source);", "{lead.Name}")]
    [InlineData("public sealed record Lead([Data(DataClass.Personal)] string Name, string Source);", "{lead.Name}")]
    [InlineData("public sealed record Lead([property: Data(DataClass.Personal)] string Name);", "{lead}")]
    [InlineData("public sealed record Lead(Ticket Ticket);", "{lead.Ticket.Body}")]
    [InlineData("public sealed record Lead(Ticket Ticket);", "{lead}")]
    [InlineData("public sealed record Lead((Ticket Ticket, Invoice? Invoice) Both);", "{lead}")]
    [InlineData("public sealed record Lead(Lazy<Ticket> Ticket);", "{lead}")]
    [InlineData("public sealed record Lead(string Name);", "No placeholder")]
    [InlineData("public enum Lead { Hot, Cold }", "{lead}")]
    [InlineData("public sealed record Lead(Contact One, Contact Other); public sealed record Contact([property: Data(DataClass.Personal)] string Email);", "{lead}")]
    [InlineData("public sealed record Lead([property: Data(DataClass.Personal)] string Name, Lead? Before);", "{lead}")]
    public Task Silent_where_something_says_it(string record, string prompt) => CheckAsync(Sop("Lead lead", prompt) + record);

    [Fact]
    public Task A_type_that_grows_on_each_step_inward_comes_to_an_end() => CheckAsync(
        Sop("Grow<int> lead", "{lead}") + "[Data(DataClass.Internal)] public sealed record Grow<T>(T V, (Grow<(T, T)>? More, int Count) Next); public sealed record Lead(string Name);");

    [Fact]
    public Task One_that_grows_in_two_ways_comes_to_an_end_too() => CheckAsync(
        Sop("Grow<int> lead", "{lead}") + "[Data(DataClass.Internal)] public sealed record Grow<T>(T V, Grow<(T, int)>? More, Grow<(T, string)>? Less); public sealed record Lead(string Name);");

    [Theory]
    [InlineData("IsVip ? Name : Source")]
    [InlineData("IsVip ? Source : Name")]
    [InlineData("Name + Source")]
    [InlineData("Source + Name")]
    [InlineData("Source ?? Name")]
    [InlineData("(this.Name)")]
    [InlineData("Name!")]
    [InlineData("$\"{Source} {Name}\"")]
    [InlineData("Name.Trim()")]
    [InlineData("Name.ToString().ToUpperInvariant().ToLowerInvariant()")]
    public Task What_shows_a_part_is_as_sensitive_as_that(string shown) => CheckAsync(
        Sop("Lead lead", "{lead.Shown}") + $$"""public sealed record Lead([property: Data(DataClass.Personal)] string Name, bool IsVip) { public string Source = ""; public string Shown => {{shown}}; }""");

    [Fact]
    public async Task A_record_without_a_class() => Assert.Equal(
        "'Answer.Draft' shows agent 'Writer' a 'Lead', and nothing says how sensitive that is: add [Data(DataClass.…)] to 'Lead'",
        (await CheckAsync(Sop("{|SOP0501:Lead lead|}", "{lead.Name}") + Lead)).Message(Rule));

    [Fact]
    public Task An_attribute_of_another_house_says_nothing() => CheckAsync(
        Sop("{|SOP0501:Lead lead|}", "{lead.Name}")
        + "[Other.Data(DataClass.Personal)] public sealed record Lead(string Name);\npublic static class Other { public sealed class DataAttribute : Attribute { public DataAttribute(DataClass of) => _ = of; } }");

    [Theory]
    [InlineData("{lead}")]
    [InlineData("{lead.Contact.Email}")]
    public Task A_part_of_it(string prompt) => CheckAsync(Sop("{|SOP0501:Lead lead|}", prompt) + Lead);

    [Theory]
    [InlineData("public sealed record Lead;")]
    [InlineData("public sealed record Lead([property: Data(DataClass.Personal)] string Name, string Source);")]
    [InlineData("public sealed record Lead(Lead? Before, string Name);")]
    [InlineData("public sealed record Lead((Ticket Ticket, int Count) Both);")]
    [InlineData("public sealed record Lead((Ticket Ticket, Lead? Before, Note Note) All); public sealed record Note(string Text);")]
    public Task What_is_not_said_of_all_of_it_is_not_said(string record) => CheckAsync(Sop("{|SOP0501:Lead lead|}", "{lead}") + record);

    [Fact]
    public Task Silent_about_what_is_no_record_of_the_team() =>
        CheckAsync(Sop("Rejection rejection", "{rejection.Reason}").Replace("Sop<Lead>", "Sop<Rejection>", StringComparison.Ordinal));

    [Fact]
    public Task A_list_of_it() => CheckAsync(
        Sop("{|SOP0501:IReadOnlyList<Lead> leads|}", "{leads}").Replace("Sop<Lead>", "Sop<IReadOnlyList<Lead>>", StringComparison.Ordinal) + Lead);

    [Theory]
    [InlineData("(Ticket First, Lead Second, int Count)")]
    [InlineData("Tuple<Ticket, IReadOnlyList<Lead>>")]
    public async Task One_inside_a_value_that_shows_its_text(string value) => Assert.Equal(
        "'Answer.Draft' shows agent 'Writer' a 'Lead', and nothing says how sensitive that is: add [Data(DataClass.…)] to 'Lead'",
        (await CheckAsync(Sop($"{{|SOP0501:{value} value|}}", "{value}").Replace("Sop<Lead>", $"Sop<{value}>", StringComparison.Ordinal) + Lead)).Message(Rule));

    [Theory]
    [InlineData("object Payload", "{lead}")]
    [InlineData("dynamic Payload", "{lead.Payload}")]
    [InlineData("Dictionary<string, object> Payload", "{lead}")]
    [InlineData("IReadOnlyList<(int Count, object Value)> Payload", "{lead}")]
    public async Task A_part_that_may_be_anything_needs_a_class_of_its_own(string part, string prompt) => Assert.Equal(
        "'Answer.Draft' shows agent 'Writer' 'Lead.Payload', which may be anything: give it a [Data(DataClass.…)] of its own, or a record as its type",
        (await CheckAsync(Sop("{|SOP0501:Lead lead|}", prompt) + $"[Data(DataClass.Internal)] public sealed record Lead(string Name, {part});")).Message(Rule));

    [Theory]
    [InlineData("[property: Data(DataClass.Internal)] object Payload", "{lead}")]
    [InlineData("object Payload", "{lead.Name}")]
    [InlineData("System.Text.Json.JsonElement Payload", "{lead}")]
    [InlineData("Contact Payload", "{lead}")]
    public Task Silent_where_it_says_it_or_is_not_shown_or_is_known(string part, string prompt) => CheckAsync(
        Sop("Lead lead", prompt) + $"[Data(DataClass.Internal)] public sealed record Lead(string Name, {part}); [Data(DataClass.Internal)] public sealed record Contact(string Email);");

    [Fact]
    public Task A_record_that_writes_its_own_text_needs_one_too() => CheckAsync(
        Sop("{|SOP0501:Lead lead|}", "{lead}") + "public sealed record Lead(string Name) : IFormattable { public string ToString(string? format, IFormatProvider? provider) => Name; }");

    [Fact]
    public Task Silent_where_all_inside_say_it() => CheckAsync(
        Sop("(Ticket First, Invoice Second, int Count) value", "{value}").Replace("Sop<Lead>", "Sop<(Ticket First, Invoice Second, int Count)>", StringComparison.Ordinal));

    [Fact]
    public Task What_an_AI_answered_needs_none_also_after_a_person_reworked_it() => CheckAsync("""
        [Sop("Answer")] public partial class Answer : Sop<Ticket>
        {
            [AiStep<Sorter>("Sort it"), Prompt("{ticket.Body}")] public partial Task<Note> Sort(Ticket ticket);
            [Checkpoint<Support>("Look at it")] public partial Task<Note> Look(Note note);
            [AiStep<Writer>("Answer it"), Prompt("{note.Text}")] public partial Task<Reply> Draft(Note note);
        }
        public sealed record Note(string Text);
        """);

    [Theory]
    [InlineData("[HumanStep<Support>(\"Write it\")] public partial Task<Note> Note(Ticket ticket);")]
    [InlineData("[AutomatedStep(\"Write it\")] public partial Task<Note> Note(Ticket ticket);")]
    [InlineData("[WaitFor(\"It comes\")] public partial Task<Note> Note();")]
    [InlineData("[Checkpoint<Support>(\"Write it\")] public partial Task<Note> Note(Ticket ticket);")]
    public Task What_others_made_needs_one(string step) => CheckAsync($$"""
        [Sop("Answer")] public partial class Answer : Sop<Ticket>
        {
            {{step}}
            [AiStep<Writer>("Answer it"), Prompt("{note.Text}")] public partial Task<Reply> Draft({|SOP0501:Note note|});
        }
        public sealed record Note(string Text);
        """);

    [Theory]
    [InlineData("[HumanStep<Support>(\"Call\")] public partial Task Call(Ticket ticket);")]
    [InlineData("[AutomatedStep(\"Tidy it up\")] public partial Task<Note> Tidy(Note note);")]
    [InlineData("[HumanStep<Support>(\"Rewrite it\")] public partial Task<Note> Rewrite(Note note);")]
    [InlineData("[Checkpoint<Support>(\"Review it\")] public partial Task<Note> Review(Note note);")]
    public Task Other_work_and_rework_do_not_say_it(string step) => CheckAsync(Noted(step, "{|SOP0501:Note note|}"));

    [Theory]
    [InlineData("Ticket ticket")]
    [InlineData("Ticket ticket, Note note")]
    public Task What_an_AI_answers_takes_its_place(string parameters) =>
        CheckAsync(Noted($"[AiStep<Sorter>(\"Sort it\"), Prompt(\"{{ticket.Body}}\")] public partial Task<Note> Sort({parameters});", "Note note"));

    [Fact]
    public Task Silent_where_the_prompt_shows_another_value_alone() => CheckAsync(Noted("", "Note note, Ticket ticket").Replace("{note.Text}", "{ticket.Body}", StringComparison.Ordinal));

    [Fact]
    public Task The_way_back_from_a_checkpoint_brings_no_record_of_the_team() => CheckAsync("""
        [Sop("Answer")] public partial class Answer : Sop<Ticket>
        {
            [AiStep<Writer>("Answer it"), Prompt("{ticket.Body} {rejection.Reason}")] public partial Task<Reply> Draft(Ticket ticket, Rejection? rejection);
            [Checkpoint<Support>("Look at it"), OnReject(nameof(Draft))] public partial Task<Reply> Look(Reply reply);
        }
        """);

    [Theory]
    [InlineData("[Sop(\"Answer\", Stage = Stage.Idea)]")]
    public Task Silent_about_what_does_not_run(string sop) => CheckAsync(Sop("Lead lead", "{lead.Name}").Replace("[Sop(\"Answer\")]", sop, StringComparison.Ordinal) + Lead);

    [Fact]
    public Task Silent_about_a_type_that_is_still_being_written() => CheckAsync(SopProject.Of(Sop("Leed lead", "{lead.Name}").Replace("Sop<Lead>", "Sop<Leed>", StringComparison.Ordinal)).ThatDoesNotCompile());

    [Fact]
    public async Task Offers_the_classes_in_order() => Assert.Equal(
        ["Mark 'Lead' as personal", "Mark 'Lead' as internal", "Mark 'Lead' as confidential", "Mark 'Lead' as secret", "Mark 'Lead' as public"],
        await FixRun.TitlesAsync(Sop("Lead lead", "{lead.Name}") + Lead, Rule));

    [Fact]
    public async Task Marks_the_record_in_its_own_file()
    {
        var project = SopProject.Of(Sop("Lead lead", "{lead.Name}")).With("Data.cs", "namespace Team;\n\n/// <summary>Who asks.</summary>\npublic sealed record Lead(string Name);\n");
        var fixedUp = await FixRun.ApplyAsync(project, Rule, "Mark 'Lead' as personal");
        Assert.Equal("namespace Team;\n\n/// <summary>Who asks.</summary>\n[Data(DataClass.Personal)]\npublic sealed record Lead(string Name);\n", fixedUp["Data.cs"]);
    }

    [Fact]
    public Task Only_a_person_says_how_sensitive_it_is() => FixRun.AssertOnlyByHandAsync(Sop("Lead lead", "{lead.Name}") + Lead, Rule);

    [Fact]
    public Task No_fix_for_a_record_of_another_assembly()
    {
        var house = SopProject.Bare.With("House.cs", "namespace House; public sealed record Lead(string Name);") with { Name = "House" };
        return FixRun.AssertNoneOfferedAsync(SopProject.Of("using House;\n" + Sop("Lead lead", "{lead.Name}")).WithReference(house), Rule);
    }

    private static string Noted(string step, string parameters) => $$"""
        [Sop("Answer")] public partial class Answer : Sop<Ticket>
        {
            [HumanStep<Support>("Write it")] public partial Task<Note> Write(Ticket ticket);
            {{step}}
            [AiStep<Writer>("Answer it"), Prompt("{note.Text}")] public partial Task<Reply> Draft({{parameters}});
        }
        public sealed record Note(string Text);
        """;

    private static string Sop(string parameter, string prompt) => $$"""
        namespace Team;

        [Sop("Answer")]
        public sealed partial class Answer : Sop<Lead>
        {
            [AiStep<Writer>("Draft"), Prompt("{{prompt}}")] public partial Task<Reply> Draft({{parameter}});
        }

        """;

    private static Task<AnalyzerRun> CheckAsync(SopProject project) => AnalyzerRun.CheckAsync(project, [Rule]);
}
