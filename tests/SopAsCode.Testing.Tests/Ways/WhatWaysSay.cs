using TinyTeam.Payroll;
using TinyTeam.Support;

namespace SopAsCode.Testing.Tests.Ways;

/// <summary>Names of ways, their bounds, and what a demand says that does not hold.</summary>
public class WhatWaysSay
{
    [Fact]
    public void A_way_is_named_by_its_states_and_what_was_not_simply_done()
    {
        var names = AllWays.Of(SupportTriage.CreateSopMachine()).List.Select(way => way.ToString()).ToList();
        Assert.Contains("Categorise → ApplyMacro → Completed", names);
        Assert.Contains("Categorise → ApplyMacro –outside its limit→ DraftReply → ReviewReply –timed out→ TakeOver → Escalated", names);
        Assert.Contains("Categorise → DraftReply → ReviewReply –rejected→ DraftReply → ReviewReply → SendReply –failed→ TakeOver → Escalated", names);
        Assert.Contains("Categorise –undecided→ Fallback", names);
    }

    [Fact]
    public void Rejects_count_as_the_machine_counts_them()
    {
        var ways = AllWays.Of(SupportTriage.CreateSopMachine()).List.Where(way => way.States.Count(state => state == nameof(SupportTriage.ReviewReply)) == 3);
        var third = ways.Select(way => way.Moves.Last(move => move is { From: nameof(SupportTriage.ReviewReply), Trigger: Runtime.SopTrigger.Reject })).ToList();
        Assert.Contains(third, move => move.To == nameof(SupportTriage.TakeOver));
    }

    [Fact]
    public void A_way_with_interventions_goes_on_from_the_manual_path_behind_the_step_it_came_from()
    {
        var names = AllWays.Of(PaySalary.CreateSopMachine(), new() { Visits = 1, WithInterventions = true }).List.Select(way => way.ToString()).ToList();
        Assert.Contains("TransferSalary –taken over by hand→ Fallback –done by hand→ ShowPayslip → Completed", names);
        Assert.Contains("TransferSalary –cancelled→ Cancelled", names);
        Assert.DoesNotContain("PayByHand", names.Where(name => name.Contains("TransferSalary –taken over", StringComparison.Ordinal)));
    }

    [Fact]
    public void Too_many_ways_are_said()
    {
        var error = Assert.Throws<ScenarioException>(() => AllWays.Of(SupportTriage.CreateSopMachine(), new() { Most = 5 }));
        Assert.Equal("SOP 'support-triage' has more than 5 ways in which no state comes more than 3 times. Lower Visits, or raise Most.", error.Message);
    }

    [Fact]
    public void A_demand_that_does_not_hold_shows_the_shortest_way()
    {
        var error = Assert.Throws<ScenarioException>(() => NoWay.In(SupportTriage.Definition).To(End.Completed).WithoutApprovalAt(nameof(SupportTriage.ReviewReply)));
        Assert.Equal(
            "'Customer support triage' has a way to 'Completed' without an approval at 'ReviewReply':\n  Categorise → ApplyMacro → Completed",
            error.Message);
    }

    [Fact]
    public void An_approval_before_a_new_draft_does_not_count()
    {
        NoWay.In(MonthlyPayroll.Definition).To(nameof(MonthlyPayroll.Report)).WithoutApprovalAt(nameof(MonthlyPayroll.Approve));
        var error = Assert.Throws<ScenarioException>(() => NoWay.In(MonthlyPayroll.Definition).To(nameof(MonthlyPayroll.Report))
            .WithoutApprovalAtSince(nameof(MonthlyPayroll.Approve), since: nameof(MonthlyPayroll.PayEach)));
        Assert.Contains("without an approval at 'Approve' since 'PayEach':", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_demand_about_nothing_is_no_demand()
    {
        Assert.Contains("has no state 'SendRepyl'. It has: Categorise,", Assert.Throws<ScenarioException>(() => NoWay.In(SupportTriage.Definition).To("SendRepyl")).Message, StringComparison.Ordinal);
        Assert.Equal("'Pay a salary' has no way to 'Rejected' at all.", Assert.Throws<ScenarioException>(() => NoWay.In(PaySalary.Definition).To(End.Rejected).Without(nameof(PaySalary.TransferSalary))).Message);
        Assert.Throws<ArgumentException>(() => NoWay.In(PaySalary.Definition).To(End.Completed).Without());
    }
}
