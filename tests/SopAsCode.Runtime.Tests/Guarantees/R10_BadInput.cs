using SopAsCode.Runtime.Tests.Harness;

namespace SopAsCode.Runtime.Tests.Guarantees;

public class R10_BadInput
{
    public static TheoryData<string, string?, RefusalKind, string> Inputs => new()
    {
        { "nothing", "{}", RefusalKind.UnknownSop, "This host runs no SOP 'nothing'. It runs: agree-on-contract, archive, chase-request, decide-and-write, decide-refund, " },
        { "pay-refund", null, RefusalKind.Incomplete, "SOP 'pay-refund' needs an input: JSON of a 'SopAsCode.Runtime.Tests.Sops.Request'." },
        { "pay-refund", "", RefusalKind.Malformed, "The input of SOP 'pay-refund' must be JSON of a 'Request': " },
        { "pay-refund", "{", RefusalKind.Malformed, "The input of SOP 'pay-refund' must be JSON of a 'Request': " },
        { "pay-refund", "null", RefusalKind.Malformed, "The input of SOP 'pay-refund' must be JSON of a 'Request': It is null." },
        { "pay-refund", "17", RefusalKind.Malformed, "The input of SOP 'pay-refund' must be JSON of a 'Request': " },
        { "pay-refund", """{"Number":"1"}""", RefusalKind.Malformed, "The input of SOP 'pay-refund' must be JSON of a 'Request': JSON deserialization for type 'Request' was missing required properties" },
        { "pay-refund", """{"Number":"1","Text":"t","Cents":1,"Extra":2}""", RefusalKind.Malformed, "The input of SOP 'pay-refund' must be JSON of a 'Request': The JSON property 'Extra' could not be mapped" },
        { "pay-refund", """{"Number":null,"Text":"t","Cents":1}""", RefusalKind.Malformed, "The input of SOP 'pay-refund' must be JSON of a 'Request': " },
        { "pay-refund", """{"Number":"1","Text":"t","Cents":"1"}""", RefusalKind.Malformed, "The input of SOP 'pay-refund' must be JSON of a 'Request': " },
        { "pay-refund", """{"Number":"1","Text":"t","Cents":1.5}""", RefusalKind.Malformed, "The input of SOP 'pay-refund' must be JSON of a 'Request': " },
        { "pay-refund", """{"Number":"1","Text":"t","Cents":1,"Cents":2}""", RefusalKind.Malformed, "The input of SOP 'pay-refund' must be JSON of a 'Request': " },
        { "pay-refund", """{"Number":"1","Text":"t","Cents":1} {}""", RefusalKind.Malformed, "The input of SOP 'pay-refund' must be JSON of a 'Request': " },
        { "publish-article", "{}", RefusalKind.Malformed, "SOP 'publish-article' takes no input." },
        { "pay-refund", new string('x', 10_000_000), RefusalKind.TooLarge, "In this command the input has 10000000 characters, and at most 1000000 are taken." },
    };

    [Theory]
    [MemberData(nameof(Inputs))]
    public async Task A_start_that_does_not_fit_is_refused(string sop, string? input, RefusalKind kind, string message)
    {
        await using var house = House.Open();
        var answer = await house.StartAsync("r1", sop, input);
        Assert.Equal(kind, answer.Refusal!.Kind);
        Assert.StartsWith(message, answer.Refusal.Message, StringComparison.Ordinal);
        Assert.True(answer.Refusal.Message.Length < 500, answer.Refusal.Message);
        Assert.Empty(house.Query("SELECT * FROM runs"));
        Assert.Empty(house.Query("SELECT * FROM contents"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a/b")]
    [InlineData("a#1")]
    [InlineData("ä")]
    [InlineData("a\nb")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789-")]
    public async Task A_run_has_a_plain_name(string run)
    {
        await using var house = House.Open();
        Assert.Equal(RefusalKind.Malformed, (await house.StartAsync(run, "pay-refund", House.Request())).Refusal!.Kind);
    }

    [Fact]
    public async Task A_name_is_taken_once()
    {
        await using var house = House.Open();
        await house.RefundToDecideAsync();
        var answer = await house.StartAsync("r1", "ship", House.Request());
        Assert.Equal(RefusalKind.RunExists, answer.Refusal!.Kind);
        Assert.Equal("There is a run 'r1' already, of SOP 'pay-refund'.", answer.Refusal.Message);
    }

    [Fact]
    public async Task What_is_not_there_is_named()
    {
        await using var house = House.Open();
        await house.RefundToDecideAsync();
        var ben = Actor.Person(House.Ben);
        (Task<Reply>, RefusalKind, string)[] all =
        [
            (house.Host.SendAsync("r9", new Cancel { By = ben }), RefusalKind.UnknownRun, "There is no run 'r9'."),
            (house.Host.AnswerAsync(new Complete { By = ben, Item = "r9#1", Revision = 1 }), RefusalKind.UnknownRun, "There is no run 'r9'."),
            (house.Host.AnswerAsync(new Complete { By = ben, Item = "r1#9", Revision = 1 }), RefusalKind.UnknownItem, "Run 'r1' has no item 'r1#9'."),
            (house.Host.AnswerAsync(new Complete { By = ben, Item = "anything", Revision = 1 }), RefusalKind.UnknownItem, "There is no item 'anything'. Items are named like 'ticket-17#2'."),
            (house.Host.AnswerAsync(new Approve { By = ben, Item = "r1#1", Revision = 0 }), RefusalKind.Stale, "'r1#1' shows revision 1 since 2026-11-25T08:00:00.000000Z, and revision 0 was answered. Look at it again."),
            (house.Host.SendAsync("r1", new MeasureRun { By = ben, Metric = "Happiness", Value = 1 }), RefusalKind.UnknownName, "SOP 'pay-refund' has no metric 'Happiness'. It has: Wrong amounts."),
            (house.Host.SendAsync("r1", new MeasureRun { By = ben, Metric = "Wrong amounts", Value = double.NaN }), RefusalKind.Malformed, "'Wrong amounts' must be a number."),
            (house.Host.SendAsync("r1", new Note { By = ben }), RefusalKind.Incomplete, "A note has a text."),
            (house.Host.StartAsync("r2", new StartRun { By = ben, Sop = "pay-refund", Input = House.Request(), Trigger = "Full moon" }), RefusalKind.UnknownName, "SOP 'pay-refund' has no trigger 'Full moon'. It has: A customer asks for money back."),
        ];
        foreach (var (asked, kind, message) in all)
        {
            var refusal = (await asked).Refusal;
            Assert.Equal((kind, message), (refusal!.Kind, refusal.Message));
        }
    }

    [Fact]
    public async Task What_can_not_happen_in_a_state_is_refused_and_says_what_can()
    {
        await using var house = House.Open();
        var item = await house.RefundToDecideAsync();
        var picture = await house.PictureAsync("r1");
        var ana = Actor.Person(House.Ana);
        Assert.Equal(
            "Resume is not open in Decide of SOP 'pay-refund'. Open: Approve, Reject, TimeOut, SwitchToManual, Escalate, Cancel.",
            (await house.Host.SendAsync("r1", new Resume { By = ana })).Refusal!.Message);
        Assert.Equal("'r1#1' is a checkpoint: approve or reject it.", (await house.CompleteAsync(item, House.Ben)).Refusal!.Message);
        Assert.Equal("'r1#1' is no sample.", (await house.Host.AnswerAsync(new Judge { By = Actor.Person(House.Ben), Item = item.Id, Revision = 1, Right = true })).Refusal!.Message);
        Assert.Equal(RefusalKind.WrongState, (await house.Host.AnswerAsync(new ReportFailure { By = Actor.Person(House.Ben), Item = item.Id, Revision = 1, Notes = "x" })).Refusal!.Kind);
        Assert.Equal(RefusalKind.WrongState, (await house.Host.SendAsync("r1", new ContinueRun { By = ana })).Refusal!.Kind);
        Assert.Equal(picture, await house.PictureAsync("r1"));

        await house.Host.SendAsync("r1", new Cancel { By = ana });
        Assert.Equal("Run 'r1' ended Cancelled at 2026-11-25T08:00:00.000000Z.", (await house.Host.SendAsync("r1", new Hold { By = ana })).Refusal!.Message);
    }

    public static TheoryData<string?, string?, RefusalKind> Approvals => new()
    {
        { "The amount is right", null, RefusalKind.Incomplete },
        { null, null, RefusalKind.Incomplete },
        { "The order is this customer's|The amount is right|And more", null, RefusalKind.UnknownName },
        { "the order is this customer's|the amount is right", null, RefusalKind.Incomplete },
        { "*", """{"Cents":1}""", RefusalKind.Malformed },
        { "*", """{"Cents":1,"Why":"x","More":1}""", RefusalKind.Malformed },
        { "*", "{", RefusalKind.Malformed },
        { "*", "", RefusalKind.Malformed },
    };

    [Theory]
    [MemberData(nameof(Approvals))]
    public async Task An_approval_that_is_not_whole_is_refused(string? ticked, string? value, RefusalKind kind)
    {
        await using var house = House.Open();
        var item = await house.RefundToDecideAsync();
        var picture = await house.PictureAsync("r1");
        var ticks = ticked == "*" ? House.Ticks : ticked?.Split('|') ?? [];
        var answer = await house.Host.AnswerAsync(new Approve { By = Actor.Person(House.Ben), Item = item.Id, Revision = 1, Ticked = ticks, Value = value });
        Assert.Equal(kind, answer.Refusal!.Kind);
        Assert.Equal(picture, await house.PictureAsync("r1"));
    }

    [Fact]
    public async Task A_no_has_a_reason()
    {
        await using var house = House.Open();
        var item = await house.RefundToDecideAsync();
        Assert.Equal(RefusalKind.Incomplete, (await house.RejectAsync(item, House.Ben, " ")).Refusal!.Kind);
        Assert.Equal(RefusalKind.TooLarge, (await house.RejectAsync(item, House.Ben, new('x', 10_000_000))).Refusal!.Kind);
    }

    [Fact]
    public async Task An_answer_of_an_ai_of_another_form_is_a_failed_attempt()
    {
        await using var house = House.Open(new TestAgents("""{"Cents":"many"}""", House.Proposal));
        await house.StartAsync("r1", "pay-refund", House.Request());
        await house.WorkAsync();
        Assert.Equal("SopAsCode.Runtime.AgentAnswerException", (await house.LastAsync<StepFailed>("r1")).Error);
        var asked = (await house.LastAsync<StepFailed>("r1")).Agent!;
        Assert.EndsWith("Writer", asked.Agent, StringComparison.Ordinal);
        Assert.Contains("broken lid", (await house.Host.ContentsAsync("r1"))[asked.Prompt!], StringComparison.Ordinal);
        house.Clock.Pass(TimeSpan.FromMinutes(1));
        await house.WorkAsync();
        Assert.Equal("Decide", await house.StateAsync("r1"));
    }
}
