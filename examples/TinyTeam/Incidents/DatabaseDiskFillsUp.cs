using SopAsCode;
using TinyTeam.House;

namespace TinyTeam.Incidents;

/// <summary>The runbook of one alert, with the commands to copy.</summary>
[Sop("Alert: the disk of the database fills up")]
[Purpose("Free space before the database stops", Output = "A disk below 80 %, and a note of what filled it")]
[Owner<LeadDeveloper>, Backup<OperationsLead>]
[Responsible<Developer>(Duty.Builder), Responsible<LeadDeveloper>(Duty.Reviewer), Responsible<Developer>(Duty.Documentation)]
[ValueStream<RunningTheShop>(Part = "Alerts")]
[Trigger("The alert DatabaseDiskFillsUp fires: more than 85 % used for ten minutes")]
[Prerequisite("You can log in to the database machines: try `ssh db1 true` on the first day of your week")]
[OutOfScope("Customers can't buy", Covered = typeof(MajorIncident))]
[Metric(Measure.Outcome, Name = "Alert until below 80 %", Baseline = 70, Target = 30, Unit = "minutes")]
[Metric(Measure.Escalations, Name = "Alerts that became incidents", Baseline = 3, Target = 0, Unit = "a year")]
[Review(Cadence.Quarterly, Last = "2026-11-16")]
[OfficeHours(OfficeHours.Always)]
[Section("Know this first", """
    - At 100 % the database stops taking orders. At the usual rate, 85 % leaves about a day, and a stuck copy about two hours.
    - **Never delete files in `pg_wal` by hand.** The database does not start again without them.
    - When you are not sure, enlarge the disk. It costs 4 EUR a month and breaks nothing.
    """)]
[Fallback("Enlarge the disk in the console of the hosting, then look for the cause in daylight", SwitchWhen = "You can't log in to the machine")]
[EdgeCase("The alert comes back within a day", "Do not free the same space twice: enlarge the disk, and put the cause on the board.")]
[EdgeCase("`df` and `du` disagree", "A deleted file is still open: `sudo lsof +L1` names the program. Restart that program.")]
[Link("Graph", "https://hosting.example.com/graphs/database-disk")]
[Change("1.0.0", "2026-10-26", "First version")]
public sealed partial class DatabaseDiskFillsUp : Sop<DiskAlert>
{
    [HumanStep<Developer>("See what fills the disk")]
    [Instructions("""
        Log in to the machine that the alert names, here `db1`, and look how full it is:

        ```
        ssh db1
        df -h /var/lib/postgresql /var/log
        ```

        What is largest?

        ```
        sudo du -xh --max-depth=2 /var/lib/postgresql /var/log | sort -rh | head -15
        ```

        Is `pg_wal` among the first? Then see who does not fetch it:

        ```
        sudo -u postgres psql -c "SELECT slot_name, active, pg_size_pretty(pg_wal_lsn_diff(pg_current_wal_lsn(), restart_lsn)) AS kept FROM pg_replication_slots ORDER BY restart_lsn"
        sudo -u postgres psql -c "SELECT last_archived_time, last_failed_time, last_failed_wal FROM pg_stat_archiver"
        ```

        | You see                  | Cause           |
        | ------------------------ | --------------- |
        | `/var/log` is above 5 GB | logs            |
        | `pg_wal` is above 10 GB  | write-ahead log |
        | anything else            | data            |
        """)]
    [Reads<Hosting>]
    [Due(Minutes = 15), OnTimeout(nameof(EnlargeDisk))]
    [Next(nameof(DeclareIncident), When = nameof(IsAlmostFull))]
    [Next(nameof(ShortenLogs), When = nameof(IsLogs))]
    [Next(nameof(ReleaseWriteAheadLog), When = nameof(IsWriteAheadLog))]
    [Next(nameof(EnlargeDisk))]
    public partial Task<DiskState> Look(DiskAlert alert);

    [HumanStep<Developer>("Shorten the logs")]
    [Instructions("""
        ```
        sudo journalctl --vacuum-size=500M
        sudo logrotate --force /etc/logrotate.d/postgresql-common
        df -h /var/log
        ```

        Which program wrote so much? Note its name for later.
        """)]
    [Writes<Hosting>(Impact.Customers)]
    [Due(Minutes = 15), OnTimeout(nameof(EnlargeDisk))]
    [Next(nameof(GiveItTime))]
    public partial Task ShortenLogs(DiskAlert alert, DiskState disk);

    [HumanStep<Developer>("Release the write-ahead log")]
    [Instructions("""
        **A slot is not active, and the copy behind it is gone for good:** drop the slot. Put its name in place of `old_copy`.

        ```
        sudo -u postgres psql -c "SELECT pg_drop_replication_slot('old_copy')"
        sudo -u postgres psql -c "CHECKPOINT"
        ```

        **The copy is only down:** start it, and leave the slot alone.

        ```
        ssh db2 sudo systemctl start postgresql
        ```

        **The archive fails:** see why, and repair that.

        ```
        sudo -u postgres psql -c "SHOW archive_command"
        sudo tail -50 /var/log/postgresql/postgresql-16-main.log
        ```
        """)]
    [Writes<Hosting>(Impact.Customers, Irreversible = true)]
    [Checklist("You know which copy the slot belonged to", "The nightly backup is of last night")]
    [Due(Minutes = 30), OnTimeout(nameof(EnlargeDisk))]
    [Next(nameof(GiveItTime))]
    public partial Task ReleaseWriteAheadLog(DiskAlert alert, DiskState disk);

    [HumanStep<Developer>("Enlarge the disk")]
    [Instructions("""
        In the console of the hosting: volume `db1-data`, _Resize_, 100 GB more. Then on the machine:

        ```
        sudo growpart /dev/sdb 1
        sudo resize2fs /dev/sdb1
        df -h /var/lib/postgresql
        ```

        The database goes on working meanwhile. A disk can't be made smaller again.
        """)]
    [Writes<Hosting>(Impact.Money, Irreversible = true)]
    [Due(Minutes = 30)]
    public partial Task EnlargeDisk(DiskAlert alert);

    [WaitFor("See how it goes on"), After(Minutes = 30)]
    public partial Task GiveItTime();

    [HumanStep<Developer>("Check that it stays below 80 %")]
    [Instructions("""
        ```
        ssh db1 df -h /var/lib/postgresql /var/log
        ```
        """)]
    [Due(Minutes = 30)]
    [Next(nameof(DeclareIncident), When = nameof(IsAlmostFull))]
    [Next(nameof(EnlargeDisk), When = nameof(IsFilling), AtMost = 1, Then = nameof(DeclareIncident))]
    [Next(nameof(WriteItDown))]
    public partial Task<DiskState> CheckAgain(DiskAlert alert);

    [HumanStep<Developer>("Write down what filled it")]
    [Checklist("The alert has a note: what grew, what you did", "What should not happen again is on the board")]
    [Writes<TaskBoard>]
    [Due(Days = 1)]
    [Next(End.Completed)]
    public partial Task WriteItDown(DiskAlert alert, DiskState disk);

    [Handoff<MajorIncident>("Declare an incident")]
    [Next(End.Completed)]
    public Task<Incident> DeclareIncident(DiskAlert alert, DiskState disk) =>
        Task.FromResult(new Incident(alert.Id, $"The disk of {alert.Machine} is {disk.PercentUsed} % full, and orders will stop soon"));

    [Condition("More than 96 % is used")]
    private static bool IsAlmostFull(DiskState disk) => disk.PercentUsed > 96;

    [Condition("More than 80 % is used")]
    private static bool IsFilling(DiskState disk) => disk.PercentUsed > 80;

    [Condition("Logs fill it")]
    private static bool IsLogs(DiskState disk) => disk.Cause == DiskCause.Logs;

    [Condition("The write-ahead log fills it")]
    private static bool IsWriteAheadLog(DiskState disk) => disk.Cause == DiskCause.WriteAheadLog;
}
