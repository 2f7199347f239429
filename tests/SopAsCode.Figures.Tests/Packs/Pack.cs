using System.Security.Cryptography;
using System.Text.Json.Nodes;
using SopAsCode.App;
using SopAsCode.Figures.Tests.Harness;

namespace SopAsCode.Figures.Tests.Packs;

/// <summary>A pack in a folder of its own, which a test may change.</summary>
internal sealed class Pack : IDisposable
{
    private readonly string _place = Directory.CreateTempSubdirectory("pack").FullName;

    public string Folder => Path.Combine(_place, "pack");

    public string this[string file] => Path.Combine(Folder, file);

    public IEnumerable<string> Files => Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Folder, path)).Order(StringComparer.Ordinal).ToList();

    /// <summary>Makes a pack by the command.</summary>
    public static async Task<Pack> ExportAsync(params string[] args) => await ExportAsync(await Month.FileAsync(), args);

    public static async Task<Pack> ExportAsync(string store, string[] args, int code = ExitCode.Done)
    {
        Pack pack = new();
        var said = await Program.RunAsync(store, 0, ["export", "--out", pack.Folder, .. args]);
        Assert.True(said.Code == code, said.Out + said.Error);
        return pack;
    }

    public string Text(string file) => File.ReadAllText(this[file]);

    public void Change(string file, Func<string, string> change)
    {
        var text = Text(file);
        var changed = change(text);
        Assert.NotEqual(text, changed);
        File.WriteAllText(this[file], changed);
    }

    /// <summary>What verify finds, as sentences.</summary>
    public async Task<IReadOnlyList<string>> ProblemsAsync(PackWitnesses? witnesses = null) =>
        [.. (await PackCheck.VerifyAsync(Folder, witnesses, cancel: TestContext.Current.CancellationToken)).Problems.Select(problem => problem.ToString())];

    /// <summary>Seals the folder anew, as somebody would who changed it on purpose.</summary>
    public void Reseal(Action<JsonObject>? change = null)
    {
        var statement = JsonNode.Parse(Text("pack.json"))!.AsObject();
        var files = statement["files"]!.AsArray();
        foreach (var file in files.Where(file => !File.Exists(this[(string)file!["name"]!])).ToList())
        {
            files.Remove(file);
        }

        foreach (var file in files)
        {
            file!["sha256"] = HashOf((string)file["name"]!);
        }

        change?.Invoke(statement);
        File.WriteAllText(this["pack.json"], statement.ToJsonString());
        File.WriteAllText(this["pack.seal"], HashOf("pack.json") + "\n");
    }

    public string HashOf(string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(this[file])));

    public void Dispose() => Directory.Delete(_place, recursive: true);
}
