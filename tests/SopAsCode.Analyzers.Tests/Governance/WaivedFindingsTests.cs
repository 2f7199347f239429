using Microsoft.CodeAnalysis;
using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class WaivedFindingsTests
{
    private const string Of0314 = """[Waive("SOP0314", Because = "The form holds no claims", By = typeof(Founder), Until = "2027-01-31")] """;
    private static readonly string[] Rules = [.. Waivers.Rules, "SOP0201", "SOP0203", "SOP0301", "SOP0314"];

    [Fact]
    public async Task Is_said_with_everything_that_was_decided()
    {
        var run = await CheckAsync(Waivers.Sop(Waivers.Fine, "{|SOP1100:Do1|}"));
        Assert.Equal(
            "SOP0101 is waived until 2027-01-31 by 'Founder' because 'Decided in January': SOP 'Do1' has no owner: add [Owner<…>] with the role that answers for its result",
            run.Message("SOP1100"));
        Assert.Equal(DiagnosticSeverity.Info, run.Single("SOP1100").Severity);
    }

    [Fact]
    public async Task Is_information_even_where_warnings_are_errors()
    {
        var project = SopProject.Of(Waivers.Sop(Waivers.Fine, "{|SOP1100:Do1|}")).WithEditorConfig("[*.cs]\ndotnet_diagnostic.SOP0101.severity = error");
        Assert.Equal(DiagnosticSeverity.Info, (await CheckAsync(project)).Single("SOP1100").Severity);
    }

    [Fact]
    public async Task A_reason_of_several_lines_stands_on_one() => Assert.Contains(
        "because 'One two': SOP 'Do1'",
        (await CheckAsync(Waivers.Sop(Waivers.Fine.Replace("Decided in January", "One\\ntwo ", StringComparison.Ordinal), "{|SOP1100:Do1|}"))).Message("SOP1100"),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData(", Because = \"TODO\", By = typeof(Founder), Until = \"2027-01-31\"")]
    [InlineData(", Because = \"Why\", Until = \"2027-01-31\"")]
    [InlineData(", Because = \"Why\", By = typeof(Founder)")]
    [InlineData(", Because = \"Why\", By = typeof(Writer), Until = \"2027-01-31\"")]
    [InlineData(", Because = \"Why\", By = typeof(Founder), Until = \"2026-11-19\"")]
    public Task A_waiver_that_does_not_count_covers_nothing(string rest) =>
        AnalyzerRun.CheckAsync(SopProject.Of(Waivers.Sop($"Waive(\"SOP0101\"{rest})", "{|SOP0101:Do1|}")).WithProperty("SopAsOf", "2026-11-20"), ["SOP0101", "SOP1100"]);

    [Theory]
    [InlineData("Waive(\"SOP0101\", Because = \"Why\", By = typeof(Foun), Until = \"2027-01-31\")")]
    [InlineData("Waive(\"SOP0101\", Because = )")]
    [InlineData("Waive()")]
    [InlineData("Waive")]
    [InlineData("Waive(SOP0101)")]
    public Task Silent_while_it_is_being_typed(string waiver) =>
        CheckAsync(SopProject.Of(Waivers.Sop("Owner<Founder>, " + waiver)).ThatDoesNotCompile());

    [Fact]
    public async Task A_half_typed_waiver_on_a_step_covers_nothing() => await CheckAsync(SopProject.Of(
        Waivers.Replacing("", Of0314.Replace("typeof(Founder)", "typeof(Foun)", StringComparison.Ordinal), "{|SOP0314:Send|}")).ThatDoesNotCompile());

    [Theory]
    [InlineData("Draft", "{|SOP1100:Answer|}")]
    [InlineData("Send", "{|SOP1100:Answer|}")]
    [InlineData("Close", "{|SOP0503:Answer|}")]
    public Task A_waiver_on_a_step_covers_what_is_said_of_the_SOP_and_names_the_step(string step, string name)
    {
        const string close = """    [AutomatedStep("Close it")] public Task Close(Ticket ticket) => Task.CompletedTask;""";
        var source = Govern.Sop(Govern.Draft, Govern.Review, Govern.Send, close);
        var before = source[..source.IndexOf($" {step}(", StringComparison.Ordinal)].LastIndexOf("    [", StringComparison.Ordinal);
        var waived = source.Insert(before + 4, $"[{Waivers.Fine.Replace("SOP0101", "SOP0503", StringComparison.Ordinal)}] ");
        return AnalyzerRun.CheckAsync(waived.Replace("class Answer", "class " + name, StringComparison.Ordinal), ["SOP0503", "SOP1100"]);
    }

    [Fact]
    public Task Another_rule_is_not_covered() => AnalyzerRun.CheckAsync(Waivers.Sop(Waivers.Fine.Replace("SOP0101", "SOP0314", StringComparison.Ordinal), "{|SOP0101:Do1|}"), ["SOP0101", "SOP1100"]);

    [Fact]
    public async Task A_waiver_on_a_step_covers_what_stands_there_with_its_path()
    {
        var run = await CheckAsync(Waivers.Replacing("", Of0314, "{|SOP1100:Send|}"));
        Assert.EndsWith("'Answer.Send' writes to 'Helpdesk'" + run.Message("SOP1100").Split("'Answer.Send' writes to 'Helpdesk'")[1], run.Message("SOP1100"), StringComparison.Ordinal);
        Assert.StartsWith("SOP0314 is waived until 2027-01-31 by 'Founder' because 'The form holds no claims': ", run.Message("SOP1100"), StringComparison.Ordinal);
        Assert.Equal(4, run.Single("SOP1100").RelatedPlaces.Count);
    }

    [Fact]
    public Task A_waiver_on_the_SOP_covers_all_of_its_steps() =>
        CheckAsync(Waivers.Replacing("", "", "{|SOP1100:Send|}").Replace("[Owner<Support>]", "[Owner<Support>] " + Of0314, StringComparison.Ordinal));

    [Fact]
    public async Task A_waiver_on_another_step_of_the_path_does_not_cover_it()
    {
        var source = Waivers.Replacing("{|SOP1103:" + Of0314.Replace("[", "", StringComparison.Ordinal).Replace("] ", "", StringComparison.Ordinal) + "|}", "", "{|SOP0314:Send|}");
        var run = await CheckAsync(source.Replace("{|SOP1103:", "[{|SOP1103:", StringComparison.Ordinal).Replace("\")|}", "\")|}] ", StringComparison.Ordinal));
        Assert.Equal(
            "Nothing at 'Answer.Format' needs the waiver of SOP0314: remove it, or move it to 'Send', where the finding stands", run.Message("SOP1103"));
    }

    [Fact]
    public Task Waiving_one_rule_silences_no_other_that_had_left_the_finding_to_it() => CheckAsync(Govern.Sop(
        Govern.Draft,
        Govern.Review,
        """    [AiStep<Writer>("Polish it"), Prompt("{reply.Text}")] public partial Task<Reply> Polish(Reply reply);""",
        $"    {Of0314}[AutomatedStep(\"Send the reply\"), Writes<Helpdesk>(Impact.Customers)] public Task {{|SOP1100,SOP0301:Send|}}(Reply reply) => Task.CompletedTask;",
        """    [AutomatedStep("Send it again"), Writes<Helpdesk>(Impact.Customers)] public Task {|SOP0314:SendAgain|}(Reply reply) => Task.CompletedTask;"""));

    [Fact]
    public Task What_is_switched_off_is_not_said_as_waived_either() =>
        CheckAsync(SopProject.Of(Waivers.Sop(Waivers.Fine)).WithEditorConfig("[*.cs]\ndotnet_diagnostic.SOP0101.severity = none"));

    [Fact]
    public Task The_policy_can_allow_to_waive_what_else_may_not_be() => CheckAsync("""
        [AllowWaiver("SOP0203")] public sealed class House : Policy;

        [Sop("A"), Owner<Support>]
        public partial class A1 : Sop<Ticket>
        {
            [Checkpoint<Founder>("Approve it")] public partial Task Approve(Ticket ticket);
            [AutomatedStep("Send it"), Writes<Helpdesk>({|SOP1100:Impact.Customers|}), Waive("SOP0203", Because = "Holidays", By = typeof(Founder), Until = "2027-01-31")]
            public Task Send(Ticket ticket) => Task.CompletedTask;
        }
        """);

    private static Task<AnalyzerRun> CheckAsync(SopProject project) => AnalyzerRun.CheckAsync(project, Rules);
}
