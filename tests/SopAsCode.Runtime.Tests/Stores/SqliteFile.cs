using SopAsCode.Runtime.Tests.Harness;

namespace SopAsCode.Runtime.Tests.Stores;

public class SqliteFile
{
    [Fact]
    public async Task A_person_can_follow_a_run_with_the_sqlite3_program()
    {
        await using var house = House.Open();
        await house.ApproveAsync(await house.RefundToDecideAsync(), House.Ben);
        Assert.Equal(
            [
                "2026-11-25T08:00:00.000000Z|RunStarted|Propose|shop|Automation",
                "2026-11-25T08:00:00.000000Z|StepStarted|Propose",
                "2026-11-25T08:00:00.000000Z|StepCompleted|Propose",
                "2026-11-25T08:00:00.000000Z|StepStarted|Decide|host|Host",
                "2026-11-25T08:00:00.000000Z|ItemOpened|Decide|host|Host",
                "2026-11-25T08:00:00.000000Z|Approved|Decide|ben@example.com|Person",
            ],
            house.Query("SELECT at, event, step, by, by_kind FROM events ORDER BY sequence").Select(row => row.Contains("|worker-", StringComparison.Ordinal) ? row[..row.IndexOf("|worker-", StringComparison.Ordinal)] : row));
        Assert.Equal(["r1|pay-refund|Pay"], house.Query("SELECT run, sop, state FROM runs"));
        Assert.Equal(["r1#1|Decide on the refund|Answered|ben@example.com"], house.Query("SELECT item, title, status, person FROM items"));
    }
}
