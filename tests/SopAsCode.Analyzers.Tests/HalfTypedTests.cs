using SopAsCode.TestHarness;
using static SopAsCode.Analyzers.Tests.Govern;

namespace SopAsCode.Analyzers.Tests;

/// <summary>What flashes up at one place while something else is being typed teaches people to look away.</summary>
public class HalfTypedTests
{
    private const string Sorting = """
        [AiStep<Writer>("Draft a reply"), Prompt("{ticket.Body}"), Next(nameof(Hurry), When = nameof(IsBad)), Next(nameof(Review))] public partial Task<Reply> Draft(Ticket ticket);
        [Checkpoint<Support>("Review it"), Checklist("True"), Due(Hours = 1), OnReject(nameof(Hurry))] public partial Task<Reply> Review(Reply reply);
        [AutomatedStep("Send it"), Writes<Helpdesk>(Impact.Customers), Next(End.Completed)] public Task Send(Reply reply) => Task.CompletedTask;
        [HumanStep<Support>("Hurry"), Next(End.Escalated)] public partial Task Hurry(Ticket ticket);
        """;

    /// <summary>No rule speaks, and nothing is thrown, by the generator neither.</summary>
    [Theory]
    [InlineData("[Condition(\"The reply is bad\")]", "[Condi]")]
    [InlineData("[Condition(\"The reply is bad\")]", "[C(\"The reply is bad\")]")]
    [InlineData("[Condition(\"The reply is bad\")]", "[Condition(\"The reply")]
    [InlineData("[Checkpoint<Support>(\"Review it\"),", "[Checkpoint<Support>(\"Review,")]
    [InlineData("Checklist(\"True\")", "Checklist(\"True)")]
    [InlineData("[HumanStep<Support>(\"Hurry\")", "public partial Task \n\n[HumanStep<Support>(\"Hurry\")")]
    [InlineData("[HumanStep<Support>(\"Hurry\")", "[AiStep\n[HumanStep<Support>(\"Hurry\")")]
    [InlineData("[HumanStep<Support>(\"Hurry\")", "[AiStep]\n[HumanStep<Support>(\"Hurry\")")]
    [InlineData("OnReject(nameof(Hurry))", "OnReject(nameof(Hur))")]
    [InlineData("When = nameof(IsBad)", "When = nameof(IsB)")]
    [InlineData("Task Hurry(Ticket ticket)", "Task Hurry(Ticket")]
    [InlineData("Task Hurry(Ticket ticket)", "Task< Hurry(Ticket ticket)")]
    [InlineData("Writes<Helpdesk>(Impact.Customers)", "Writes<>(Impact.Customers)")]
    [InlineData("[assembly: Grant<Team.Answer, Helpdesk>", "[assembly: Gran<Team.Answer, Helpdesk>")]
    [InlineData("[assembly: Grant<Team.Answer, Helpdesk>(Impact.Customers | Impact.Money, By", "[assembly: Grant<Team.Answer, Helpdesk>(By")]
    public async Task Nothing_flashes_up(string before, string after)
    {
        var whole = Sop(Sorting);
        Assert.Contains(before, whole, StringComparison.Ordinal);
        var known = (await PlainRun.OfAsync(whole)).Findings.Select(finding => finding.Id).ToHashSet(StringComparer.Ordinal);
        var run = await PlainRun.OfAsync(whole.Replace(before, after, StringComparison.Ordinal));
        Assert.Null(run.Thrown);
        Assert.Empty(run.Findings.Where(finding => !known.Contains(finding.Id)).Select(finding => finding.ToString()));
    }

    [Fact]
    public async Task What_is_typed_in_a_body_hides_nothing() => Assert.Contains(
        (await PlainRun.OfAsync(Sop(Draft, Send.Replace("=> Task.CompletedTask;", "{ var text = reply. ; return Task.CompletedTask; }", StringComparison.Ordinal)))).Findings,
        finding => finding.Id == "SOP0301");

    [Fact]
    public async Task A_method_that_lacks_its_step_attribute_is_said_once() => Assert.Equal(
        ["SOP0002"],
        (await PlainRun.OfAsync(Sop(Sorting.Replace("[HumanStep<Support>(\"Hurry\"), ", "[", StringComparison.Ordinal)))).Findings.Select(finding => finding.Id).Where(id => string.CompareOrdinal(id, "SOP0100") < 0));

    [Fact]
    public Task A_record_whose_data_class_is_being_typed() => AnalyzerRun.CheckAsync(
        SopProject.Of(Sop(Draft.Replace("Ticket ticket", "Mail ticket", StringComparison.Ordinal)).Replace("Sop<Ticket>", "Sop<Mail>", StringComparison.Ordinal)
            + "\n[Data(DataClass.Pers)] public sealed record Mail(string Body);").ThatDoesNotCompile(),
        ["SOP0501"]);
}
