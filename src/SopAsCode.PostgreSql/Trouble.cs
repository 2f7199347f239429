using System.Net.Sockets;
using Npgsql;
using SopAsCode.Runtime;

namespace SopAsCode.PostgreSql;

/// <summary>What an error of PostgreSQL means to somebody who keeps runs in it. No message holds a password.</summary>
internal static class Trouble
{
    /// <summary>Whether two transactions got in each other's way, so that the caller loads the run again.</summary>
    public static bool IsConflict(PostgresException e) =>
        e.SqlState is PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected || (e is { SqlState: PostgresErrorCodes.UniqueViolation, TableName: "events" });

    public static RunStoreException Of(string place, Exception error, bool isWrite = false) => error switch
    {
        RunStoreException told => told,
        PostgresException answered => Answer(place, answered),
        NpgsqlException { InnerException: TimeoutException } e =>
            new(StoreTrouble.Locked, $"{place} did not answer in time.{(isWrite ? Unknown : " Nothing was recorded; try again.")}", e),
        NpgsqlException { InnerException: (SocketException or IOException) and var cause } e =>
            new(StoreTrouble.Unreachable, $"{place} can't be reached: {cause.Message}.{(isWrite ? Unknown : " Nothing was recorded; try again.")}", e),
        NpgsqlException e => new(StoreTrouble.Unreachable, $"{place} can't be reached: {e.Message}.{(isWrite ? Unknown : "")}", e),
        _ => new(StoreTrouble.Damaged, $"{place} has a row that can't be read: {error.Message}", error),
    };

    private const string Unknown = " Whether the command was recorded is not known: send it again under the same key, or look.";

    private static RunStoreException Answer(string place, PostgresException e) => e.SqlState switch
    {
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification =>
            new(StoreTrouble.Unreachable, $"{place} does not let this user in: look at the name of the user and its password. (Neither is shown here.)", e),
        PostgresErrorCodes.InvalidCatalogName => new(StoreTrouble.Unreachable, $"{place} has no such database: create it, or name another one.", e),
        PostgresErrorCodes.TooManyConnections => new(StoreTrouble.Unreachable, $"{place} has no free connection: raise max_connections, or set 'Maximum Pool Size' of each host lower.", e),
        PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown =>
            new(StoreTrouble.Unreachable, $"{place} starts or stops. Nothing was recorded; try again.", e),
        PostgresErrorCodes.InsufficientPrivilege or PostgresErrorCodes.ReadOnlySqlTransaction =>
            new(StoreTrouble.ReadOnly, $"{place} can't be written by this user: {e.MessageText}. Nothing was recorded.", e),
        PostgresErrorCodes.DiskFull or PostgresErrorCodes.OutOfMemory => new(StoreTrouble.Full, $"{place} has no room: {e.MessageText}. Nothing was recorded; make room and try again.", e),
        PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.QueryCanceled =>
            new(StoreTrouble.Locked, $"{place} is locked by another program for too long. Nothing was recorded; try again.", e),
        PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted or PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedColumn
            or PostgresErrorCodes.InvalidSchemaName =>
            new(StoreTrouble.Damaged, $"{place} is damaged: {e.MessageText}. Restore it from a backup; nothing was recorded.", e),
        _ => new(StoreTrouble.Other, $"{place}: {e.MessageText}", e),
    };
}
