using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

/// <summary>An approval holds up to the next one.</summary>
public class LaterApprovalTests
{
    private const string Sort = """    [HumanStep<Support>("Sort it")] public partial Task<Triage> Sort(Ticket ticket);""";
    private const string Write = """    [HumanStep<Support>("Write a reply")] public partial Task<Reply> Write(Ticket ticket);""";
    private const string Review = """    [Checkpoint<Founder>("Review the reply")] public partial Task Review(Reply reply);""";

    [Fact]
    public async Task What_only_an_earlier_checkpoint_showed_is_not_released() => Assert.Equal(
        "Sort → Write → Review → Look → Send: 'Answer.Send' writes to 'Helpdesk' the 'Reply' that 'Write' made, and 'Look' showed 'Triage': show the 'Reply' there",
        (await CheckAsync(Sort, Write, Review, Look("Triage triage"), Send("Reply reply", isReported: true))).Message("SOP0201"));

    [Theory]
    [InlineData("Triage triage", "Ticket ticket, Reply reply")]
    [InlineData("Triage triage", "Triage triage, Reply reply")]
    [InlineData("[Context] Triage triage", "Reply reply")]
    public Task What_an_earlier_checkpoint_showed_too_is_released(string shown, string written) => CheckAsync(Sort, Write, Review, Look(shown), Send(written, isReported: false));

    private static string Look(string shown) => $"""    [Checkpoint<Founder>("Look at the rest")] public partial Task Look({shown});""";

    private static string Send(string written, bool isReported) =>
        $"""    [AutomatedStep("Send it"), Writes<Helpdesk>(Impact.Customers)] public Task {(isReported ? "{|SOP0201:Send|}" : "Send")}({written}) => Task.CompletedTask;""";

    private static Task<AnalyzerRun> CheckAsync(params string[] steps) => AnalyzerRun.CheckAsync(Govern.Sop(steps), ["SOP0201"]);
}
