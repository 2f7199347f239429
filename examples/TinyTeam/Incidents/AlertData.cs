using SopAsCode;

namespace TinyTeam.Incidents;

/// <summary>What the monitoring said.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Machine">The machine, such as db1.</param>
/// <param name="PercentUsed">How full the disk was.</param>
[Data(DataClass.Internal)]
public sealed record DiskAlert([property: Key] string Id, string Machine, int PercentUsed);

/// <summary>What is on the disk.</summary>
/// <param name="PercentUsed">How full it is now.</param>
/// <param name="Cause">What grew.</param>
[Data(DataClass.Internal)]
public sealed record DiskState(int PercentUsed, DiskCause Cause);

/// <summary>What fills a disk.</summary>
public enum DiskCause
{
    /// <summary>Logs of programs.</summary>
    Logs,

    /// <summary>The write-ahead log, which somebody does not fetch.</summary>
    WriteAheadLog,

    /// <summary>The data itself, or something else.</summary>
    Data,
}
