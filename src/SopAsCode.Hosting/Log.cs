using Microsoft.Extensions.Logging;

namespace SopAsCode.Hosting;

/// <summary>What the host says about its work.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Error, "The store of runs has trouble; the work goes on in {Pause}")]
    public static partial void StoreTrouble(ILogger logger, TimeSpan pause, Exception trouble);

    [LoggerMessage(2, LogLevel.Information, "Schedule '{When}' of SOP '{Sop}' at {Due:u}: {Started} runs started")]
    public static partial void Scheduled(ILogger logger, string sop, string when, DateTimeOffset due, int started);

    [LoggerMessage(3, LogLevel.Error, "Schedule '{When}' of SOP '{Sop}' at {Due:u} started no run: {Reason}")]
    public static partial void NotScheduled(ILogger logger, string sop, string when, DateTimeOffset due, string reason);

    [LoggerMessage(4, LogLevel.Error, "Schedule '{When}' of SOP '{Sop}' at {Due:u} could not be asked what to start; it is asked again the next time")]
    public static partial void AskFailed(ILogger logger, string sop, string when, DateTimeOffset due, Exception error);

    [LoggerMessage(5, LogLevel.Warning, "The time to stop is over: {Count} steps are told to end, and are given back")]
    public static partial void GivesBack(ILogger logger, int count);

    [LoggerMessage(6, LogLevel.Warning, "{Count} steps did not end; whoever works next gets them when their lease is over")]
    public static partial void LeavesBehind(ILogger logger, int count);

    [LoggerMessage(7, LogLevel.Warning, "Nobody was told of item '{Item}' by '{Channel}' at attempt {Attempt}; the next one is at {Again:u}: {Reason}")]
    public static partial void NoticeFailed(ILogger logger, string item, string channel, int attempt, DateTimeOffset again, string reason);

    [LoggerMessage(8, LogLevel.Error, "Nobody was told of item '{Item}' by '{Channel}' after {Attempt} attempts; it is given up")]
    public static partial void NoticeGivenUp(ILogger logger, string item, string channel, int attempt, Exception error);

    [LoggerMessage(9, LogLevel.Information, "The contents of {Count} runs that ended more than {Keep} ago were erased")]
    public static partial void Erased(ILogger logger, int count, TimeSpan keep);

    [LoggerMessage(10, LogLevel.Information, "Takes reports of {Names} at {Place}")]
    public static partial void Listens(ILogger logger, string names, Uri place);

    [LoggerMessage(11, LogLevel.Warning, "Somebody without a right key wanted to report")]
    public static partial void NoKey(ILogger logger);

    [LoggerMessage(12, LogLevel.Error, "A report from outside could not be taken")]
    public static partial void ReportFailed(ILogger logger, Exception error);
}
