using SopAsCode.Definitions;
using SopAsCode.Runtime;
using SopAsCode.TestHarness;

namespace SopAsCode.Generators.Tests.Pages;

/// <summary>Page, definition and machine have the same way out of a limit.</summary>
public class LimitTests
{
    [Theory]
    [InlineData("When = nameof(IsSmall)", "[2. Judge](#step-2)", ", Else = nameof(Judge)")]
    [InlineData("PerDay = 3", "[2. Judge](#step-2)", ", Else = nameof(Judge)")]
    [InlineData("When = nameof(IsSmall), PerDay = 3", "the owner, [by hand](#by-hand)", "")]
    [InlineData("PerDay = 3", "the owner, [by hand](#by-hand)", "")]
    public void A_limit_that_is_asked_has_a_way_out(string asks, string where, string leads)
    {
        using var assembly = EmittedAssembly.Of(SopProject.Of(Sop($"\"Small ones\", {asks}{leads}")));
        Assert.Contains($"Outside its limit (small ones{(asks.Contains("PerDay", StringComparison.Ordinal) ? ", three times a day" : "")}) → {where}", Page(assembly), StringComparison.Ordinal);
        Assert.Contains(Definition(assembly).Transitions, way => way is { From: "Send", Trigger: SopTrigger.LeaveLimit });

        // Without a ticket nothing is small, and without a counter nobody knows how many there were.
        var machine = Machine(assembly);
        var run = new SopRun(Definition(assembly), "run-1");
        Assert.False(machine.Allows(run, SopTrigger.Start));
        Assert.Equal((true, SopTrigger.LeaveLimit), (machine.Start(run).Moved, machine.Start(new SopRun(Definition(assembly), "run-2")).Trigger));
    }

    [Fact]
    public void A_limit_of_words_has_none()
    {
        using var assembly = EmittedAssembly.Of(SopProject.Of(Sop("\"Small ones\"")));
        Assert.DoesNotContain("Outside its limit", Page(assembly), StringComparison.Ordinal);
        Assert.Contains("Small ones. Nothing checks it: the step always starts.", Page(assembly), StringComparison.Ordinal);
        Assert.DoesNotContain(Definition(assembly).Transitions, way => way.Trigger == SopTrigger.LeaveLimit);
        Assert.Equal(SopTrigger.Start, Machine(assembly).Start(new SopRun(Definition(assembly), "run-1")).Trigger);
    }

    private static string Page(EmittedAssembly assembly) => assembly.Get<string>("Team.SendReplies", "Markdown");

    private static SopDefinition Definition(EmittedAssembly assembly) => assembly.Get<SopDefinition>("Team.SendReplies", "Definition");

    private static SopMachine Machine(EmittedAssembly assembly) => (SopMachine)assembly.TypeOf("Team.SendReplies").GetMethod("CreateSopMachine")!.Invoke(null, null)!;

    private static string Sop(string limit) => $$"""
        namespace Team;
        [Sop("Send replies"), Owner<Support>]
        public sealed partial class SendReplies : Sop<Ticket>
        {
            [AutomatedStep, Writes<Helpdesk>(Impact.None), Limit({{limit}})]
            public Task Send(Ticket ticket) => Task.CompletedTask;

            [HumanStep<Support>]
            public partial Task Judge(Ticket ticket);

            [Condition("It is small")] private static bool IsSmall(Ticket ticket) => !ticket.HighValue;
        }
        """;
}
