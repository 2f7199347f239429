using SopAsCode.Definitions;

namespace SopAsCode.Tests.Definitions;

/// <summary>Numbers of enums that stand in assemblies and stored runs: they never change, and no two names share one.</summary>
public class StoredEnums
{
    [Fact]
    public void Their_numbers_stay() => Assert.Equal(
        """
        Access: Read 0, Draft 1, Write 2
        Cadence: Weekly 0, Biweekly 1, Monthly 2, Quarterly 3, Yearly 4
        DataClass: Public 0, Internal 1, Personal 2, Confidential 3, Secret 4
        DisclosureMode: Told 0, NotNeeded 1
        Duty: Builder 0, Reviewer 1, Documentation 2, Operator 3
        Impact: None 0, Money 1, Customers 2, Inventory 4, Legal 8, Employees 16, PublicPages 32
        Level: ReadOnly 1, DraftOnly 2, PrepareForApproval 3, Autonomous 4
        Measure: TimeSaved 0, CycleTime 1, CompletionRate 2, ReworkRate 3, ErrorRate 4, Escalations 5, Throughput 6, CostPerRun 7, Adoption 8, Outcome 9
        SopFacts: None 0, HasAi 1, InputReachesEffectUnapproved 2, CompletesWithUnreviewedAi 4, Retired 8
        SopTrigger: Start 0, Complete 1, Approve 2, Reject 3, Fail 4, TimeOut 5, LeaveLimit 6, SwitchToManual 7, Escalate 8, Resume 9, Cancel 10, DoneByHand 11
        Stage: Active 0, Idea 1, Retired 2
        StepKind: Human 0, Ai 1, Checkpoint 2, Automated 3, Wait 4, Handoff 5
        """,
        string.Join('\n', typeof(SopDefinition).Assembly.GetTypes()
            .Where(type => type.IsEnum && type.IsPublic)
            .OrderBy(type => type.Name, StringComparer.Ordinal)
            .Select(type => $"{type.Name}: {string.Join(", ", Enum.GetNames(type).Select(name => $"{name} {Enum.Format(type, Enum.Parse(type, name), "D")}"))}")));
}
