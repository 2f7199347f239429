namespace SopAsCode.Runtime.Tests.Stores;

public sealed class SqliteStore : RunStoreSuite
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sops").FullName;

    protected override IRunStore OpenStore() => SqliteRunStore.Open(Path.Combine(_folder, "sops.db"), TimeSpan.FromSeconds(10));

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
