using Npgsql;
using SopAsCode.PostgreSql;

namespace SopAsCode.Runtime.KillTrials;

/// <summary>Where the runs of a trial are kept, and the payments of its bank.</summary>
/// <param name="Folder">The folder of the bank, and of the file.</param>
/// <param name="Connection">The connection string of PostgreSQL; null for a file.</param>
internal sealed record TrialPlace(string Folder, string? Connection)
{
    private string Schema => Path.GetFileName(Folder);

    public async Task<IRunStore> OpenAsync() =>
        Connection is null ? SqliteRunStore.Open(Path.Combine(Folder, "sops.db")) : await PostgreSqlRunStore.OpenAsync(Connection, Schema);

    public async Task DeleteAsync()
    {
        Directory.Delete(Folder, recursive: true);
        if (Connection is not null)
        {
            await using var source = NpgsqlDataSource.Create(Connection);
            await using var command = source.CreateCommand($"DROP SCHEMA \"{Schema}\" CASCADE");
            await command.ExecuteNonQueryAsync();
        }
    }

    public override string ToString() => Connection is null ? Folder : $"schema '{Schema}', and {Folder}";
}
