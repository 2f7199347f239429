using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using SopAsCode.App;
using SopAsCode.Figures.Tests.Harness;
using SopAsCode.Runtime;

namespace SopAsCode.Figures.Tests.Packs;

/// <summary>A pack is checked with nothing but its folder, and each change of it is found.</summary>
public class WhatVerifyFinds
{
    private static readonly string[] Small = ["--sop", "weekly-summary", "--sample", "2", "--with-content"];

    [Fact]
    public async Task Nothing_in_a_whole_pack_and_it_needs_no_store()
    {
        using var pack = await Pack.ExportAsync("--sample", "3");
        var noStore = Path.Combine(pack.Folder, "..", "nowhere", "runs.db");
        var said = await Program.RunAsync(noStore, 0, "verify", "--pack", pack.Folder);
        Assert.True(said.Code == ExitCode.Done, said.Out + said.Error);
        Assert.StartsWith("The pack is whole: 58 runs, ", said.Out, StringComparison.Ordinal);
        Assert.EndsWith($": {pack.HashOf("pack.json")}\n", said.Out, StringComparison.Ordinal);
        Assert.False(File.Exists(noStore));
        Assert.Empty(JsonNode.Parse((await Program.RunAsync(noStore, 0, "verify", "--pack", pack.Folder, "--json")).Out)!["problems"]!.AsArray());
    }

    [Fact]
    public async Task A_byte_that_changed_in_any_file()
    {
        using var pack = await Pack.ExportAsync(Small);
        Assert.Empty(await pack.ProblemsAsync());
        foreach (var file in pack.Files)
        {
            var whole = await File.ReadAllBytesAsync(pack[file], TestContext.Current.CancellationToken);
            foreach (var at in new[] { 0, whole.Length - 1 })
            {
                var changed = whole.ToArray();
                changed[at] ^= 1;
                await File.WriteAllBytesAsync(pack[file], changed, TestContext.Current.CancellationToken);
                Assert.True((await pack.ProblemsAsync()).Count > 0, $"{file}, byte {at}");
            }

            await File.WriteAllBytesAsync(pack[file], whole, TestContext.Current.CancellationToken);
        }

        Assert.Empty(await pack.ProblemsAsync());
    }

    [Fact]
    public async Task A_file_that_is_missing_and_one_that_was_added()
    {
        using var pack = await Pack.ExportAsync(Small);
        foreach (var file in pack.Files)
        {
            var whole = await File.ReadAllBytesAsync(pack[file], TestContext.Current.CancellationToken);
            File.Delete(pack[file]);
            Assert.Contains(await pack.ProblemsAsync(), problem => problem.StartsWith($"{file}: It is missing", StringComparison.Ordinal));
            await File.WriteAllBytesAsync(pack[file], whole, TestContext.Current.CancellationToken);
        }

        await File.WriteAllTextAsync(pack["runs/more.md"], "", TestContext.Current.CancellationToken);
        Assert.Equal(["runs/more.md: It is no part of the pack."], await pack.ProblemsAsync());
    }

    // Somebody changes the pack on purpose, and seals it anew.
    [Theory]
    [InlineData("events.jsonl", "It was changed after it was recorded.")]
    [InlineData("an event that says nothing", "It can't be read: a newer version wrote it, or it was changed.")]
    [InlineData("a line that is none", "Line 1: The line is no event")]
    [InlineData("an event less", "An event is missing here.")]
    [InlineData("the last event less", "It has another head of the run")]
    [InlineData("a run less", "The run is in anchor.txt, and its events are missing.")]
    [InlineData("a row less", "The events say of the run what no row says.")]
    [InlineData("another row", "A row says of the run what the events do not say.")]
    [InlineData("another sample", "The pages are not those of the sample that the seed draws.")]
    [InlineData("a page less", "The pages are not those of the sample that the seed draws.")]
    [InlineData("another content", "A content does not have its hash.")]
    [InlineData("a foreign content", "No event of the run names one of its contents.")]
    [InlineData("fewer runs stated", "It says 3 runs and ")]
    [InlineData("another period", "The run was not open in the period")]
    [InlineData("a way out", "no file of a pack can have that name")]
    [InlineData("another form", "and this version reads form 1")]
    [InlineData("no map", "control-map.md: It is not listed")]
    public async Task A_change_that_was_sealed_anew(string change, string found)
    {
        using var pack = await Pack.ExportAsync(Small);
        Action<JsonObject>? statement = null;
        switch (change)
        {
            case "events.jsonl":
                pack.Change("events.jsonl", text => text.Replace("fay@example.com", "eve@example.com", StringComparison.Ordinal));
                break;
            case "an event that says nothing":
                pack.Change("events.jsonl", text => text.Replace("\"data\":{\"end\":\"Completed\",\"event\":\"RunEnded\"}", "\"data\":{}", StringComparison.Ordinal));
                break;
            case "a line that is none":
                pack.Change("events.jsonl", text => "[]\n" + text);
                break;
            case "an event less":
                pack.Change("events.jsonl", text => string.Join('\n', text.Split('\n').Where((_, i) => i != 2)));
                break;
            case "the last event less":
                pack.Change("events.jsonl", text => text[..(text[..^1].LastIndexOf('\n') + 1)]);
                break;
            case "a run less":
                pack.Change("events.jsonl", text => string.Join('\n', text.Split('\n').Where(line => !line.Contains("\"run\":\"weekly-11-09\"", StringComparison.Ordinal))));
                break;
            case "a row less":
                pack.Change("population.csv", text => string.Join('\n', text.Split('\n').Where((_, i) => i != 1)));
                break;
            case "another row":
                pack.Change("population.csv", text => text.Replace(",Completed,", ",Rejected,", StringComparison.Ordinal));
                break;
            case "another sample":
                statement = json => json["seed"] = "a seed of their own, number 3";
                break;
            case "a page less":
                File.Delete(pack[pack.Files.First(file => file.StartsWith("runs", StringComparison.Ordinal))]);
                break;
            case "another content":
                pack.Change("contents.jsonl", text => text.Replace("Refunds went", "Refunds never went", StringComparison.Ordinal));
                break;
            case "a foreign content":
                var salt = new string('0', 32);
                var hash = Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(salt + "\nx")));
                pack.Change("contents.jsonl", text => text + $$"""{"run":"weekly-11-09","hash":"{{hash}}","salt":"{{salt}}","text":"x"}""" + "\n");
                break;
            case "fewer runs stated":
                statement = json => json["runs"] = 3;
                break;
            case "another period":
                statement = json => json["period"] = new JsonObject { ["from"] = "2026-11-20", ["to"] = "2026-11-27" };
                break;
            case "a way out":
                statement = json => json["files"]!.AsArray().Add(new JsonObject { ["name"] = "../../secret", ["sha256"] = "" });
                break;
            case "another form":
                statement = json => json["form"] = 2;
                break;
            case "no map":
                File.Delete(pack["control-map.md"]);
                break;
        }

        pack.Reseal(statement);
        Assert.Contains(await pack.ProblemsAsync(), problem => problem.Contains(found, StringComparison.Ordinal));
        Assert.Equal(ExitCode.Refused, (await Program.RunAsync("none.db", 0, "verify", "--pack", pack.Folder)).Code);
    }

    [Fact]
    public async Task A_record_that_was_written_anew_when_an_anchor_was_kept()
    {
        using var pack = await Pack.ExportAsync(Small);
        var kept = AnchorFile.Read(pack.Text("anchor.txt"));
        var seal = pack.HashOf("pack.json");

        // Everything is computed anew, as only somebody can who has this code: within the folder it fits.
        var events = pack.Text("events.jsonl").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!.AsObject()).ToList();
        Dictionary<string, string> heads = [];
        foreach (var recorded in events)
        {
            var run = (string)recorded["run"]!;
            recorded["by"]!["name"] = "nobody";
            recorded["previous"] = heads.GetValueOrDefault(run, new string('0', 64));
            recorded.Remove("hash");
            var canonical = Canonical(recorded);
            heads[run] = Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(canonical)));
            recorded["hash"] = heads[run];
        }

        pack.Change("events.jsonl", _ => string.Concat(events.Select(recorded => Canonical(recorded) + "\n")));
        await File.WriteAllTextAsync(pack["anchor.txt"], AnchorFile.Write(kept.Select(line => line with { Hash = heads[line.Run] })), TestContext.Current.CancellationToken);
        foreach (var line in kept)
        {
            pack.Change("population.csv", text => text.Replace(line.Hash, heads[line.Run], StringComparison.Ordinal));
        }

        pack.Reseal();
        Assert.Empty(await pack.ProblemsAsync());
        Assert.Equal(4, (await pack.ProblemsAsync(new() { Anchor = kept })).Count(problem => problem.Contains("The anchor that was kept has another event here", StringComparison.Ordinal)));
        Assert.Contains("not the seal that was kept", Assert.Single(await pack.ProblemsAsync(new() { Seal = seal })), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signature_that_another_made()
    {
        using var right = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        var key = Path.Combine(Directory.CreateTempSubdirectory("key").FullName, "key.pem");
        await File.WriteAllTextAsync(key, right.ExportECPrivateKeyPem(), TestContext.Current.CancellationToken);
        using var pack = await Pack.ExportAsync([.. Small, "--sign", key]);
        Assert.True((await PackCheck.VerifyAsync(pack.Folder, new() { PublicKey = right.ExportSubjectPublicKeyInfoPem() }, cancel: TestContext.Current.CancellationToken)).IsSignatureRight);
        Assert.Contains("no signature over pack.json by the owner of the key", Assert.Single(await pack.ProblemsAsync(new() { PublicKey = other.ExportSubjectPublicKeyInfoPem() })), StringComparison.Ordinal);
        pack.Reseal(json => json["sample"] = 2);
        Assert.Empty(await pack.ProblemsAsync());
        Assert.Single(await pack.ProblemsAsync(new() { PublicKey = right.ExportSubjectPublicKeyInfoPem() }));
        File.Delete(pack["pack.json.cose"]);
        Assert.Contains("It is missing, and a key was given", Assert.Single(await pack.ProblemsAsync(new() { PublicKey = right.ExportSubjectPublicKeyInfoPem() })), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_wrong_in_the_store_already()
    {
        var file = await Month.CopyAsync();
        await using (SqliteConnection connection = new($"Data Source={file};Pooling=False"))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = "UPDATE events SET data = replace(data, 'Completed', 'Cancelled') WHERE run = 'weekly-11-09' AND event = 'RunEnded'";
            Assert.Equal(1, await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
        }

        using var pack = await Pack.ExportAsync(file, Small, ExitCode.Refused);
        Assert.Contains("The record is not whole", pack.Text("README.md"), StringComparison.Ordinal);
        Assert.Contains("It was changed after it was recorded.", Assert.Single(await pack.ProblemsAsync()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("There is no folder", "--pack", "/no/such/pack")]
    [InlineData("are about a pack", "--seal", "00")]
    public async Task A_line_that_names_no_pack(string why, params string[] args)
    {
        var said = await Program.RunAsync("none.db", 0, ["verify", .. args]);
        Assert.Equal(ExitCode.WrongCommandLine, said.Code);
        Assert.Contains(why, said.Error, StringComparison.Ordinal);
    }

    // All members and texts of the month are ASCII, and its numbers are small: sorting members is the whole of RFC 8785 here.
    private static string Canonical(JsonNode? node) => node switch
    {
        JsonObject members => "{" + string.Join(',', members.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => $"\"{member.Key}\":{Canonical(member.Value)}")) + "}",
        JsonArray items => "[" + string.Join(',', items.Select(Canonical)) + "]",
        null => "null",
        _ => node.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }),
    };
}
