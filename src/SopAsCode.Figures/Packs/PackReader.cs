using System.Security.Cryptography;
using System.Text.Json;

namespace SopAsCode.Figures;

/// <summary>Reads a pack, and collects what does not fit: seal, signature, files, and by <see cref="PackRecord"/> what is in them.</summary>
internal sealed class PackReader(string folder, PackWitnesses witnesses, IProgress<int>? progress)
{
    private readonly List<PackProblem> _problems = [];

    public async Task<PackVerdict> ReadAsync(CancellationToken cancel)
    {
        var path = Path.Combine(folder, PackFiles.Statement);
        if (!File.Exists(path))
        {
            Say(PackFiles.Statement, "It is missing, so this is no pack.");
            return Verdict(null, null, null);
        }

        var bytes = await File.ReadAllBytesAsync(path, cancel).ConfigureAwait(false);
        var seal = PackJson.HashOf(bytes);
        await CheckSealAsync(seal, cancel).ConfigureAwait(false);
        var signature = await CheckSignatureAsync(bytes, cancel).ConfigureAwait(false);
        if (StatementIn(bytes) is not { } statement)
        {
            return Verdict(null, seal, signature);
        }

        await CheckFilesAsync(statement, cancel).ConfigureAwait(false);
        PackRecord record = new(folder, witnesses, _problems.Add, progress);
        await record.CheckAsync(statement, cancel).ConfigureAwait(false);
        return Verdict(statement, seal, signature) with { Runs = record.Runs, Events = record.Events, AnchorsCompared = record.AnchorsCompared };
    }

    private PackVerdict Verdict(PackStatement? statement, string? seal, bool? signature) =>
        new() { Statement = statement, Seal = seal, Runs = 0, Events = 0, AnchorsCompared = 0, IsSignatureRight = signature, Problems = _problems };

    private async Task CheckSealAsync(string seal, CancellationToken cancel)
    {
        var path = Path.Combine(folder, PackFiles.Seal);
        if (!File.Exists(path))
        {
            Say(PackFiles.Seal, "It is missing.");
        }
        else if (await File.ReadAllTextAsync(path, cancel).ConfigureAwait(false) != seal + "\n")
        {
            Say(PackFiles.Seal, $"It is not the SHA-256 of {PackFiles.Statement}: one of the two was changed.");
        }

        if (witnesses.Seal is { } kept && !string.Equals(kept.Trim(), seal, StringComparison.OrdinalIgnoreCase))
        {
            Say(PackFiles.Statement, "Its SHA-256 is not the seal that was kept: the pack was changed and sealed anew, or it is another pack.");
        }
    }

    private async Task<bool?> CheckSignatureAsync(byte[] statement, CancellationToken cancel)
    {
        if (witnesses.PublicKey is not { } key)
        {
            return null;
        }

        var path = Path.Combine(folder, PackFiles.Signature);
        if (!File.Exists(path))
        {
            Say(PackFiles.Signature, "It is missing, and a key was given to check it.");
            return false;
        }

        var isRight = PackSignature.IsRight(await File.ReadAllBytesAsync(path, cancel).ConfigureAwait(false), statement, key);
        if (!isRight)
        {
            Say(PackFiles.Signature, $"It is no signature over {PackFiles.Statement} by the owner of the key.");
        }

        return isRight;
    }

    private PackStatement? StatementIn(byte[] bytes)
    {
        try
        {
            var statement = PackJson.ReadStatement(bytes);
            if (statement.Form == PackStatement.CurrentForm)
            {
                return statement;
            }

            Say(PackFiles.Statement, $"It has form {statement.Form}, and this version reads form {PackStatement.CurrentForm}.");
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            Say(PackFiles.Statement, $"It can't be read: {e.Message}");
        }

        return null;
    }

    private async Task CheckFilesAsync(PackStatement statement, CancellationToken cancel)
    {
        var listed = statement.Files.Select(file => file.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var file in statement.Files)
        {
            if (!IsInside(file.Name))
            {
                Say(file.Name, "It is listed, and no file of a pack can have that name.");
            }
            else if (!File.Exists(Path.Combine(folder, file.Name)))
            {
                Say(file.Name, "It is missing.");
            }
            else if (await HashAsync(file.Name, cancel).ConfigureAwait(false) != file.Sha256)
            {
                Say(file.Name, "It was changed after the pack was sealed.");
            }
        }

        foreach (var name in Required(statement).Where(name => !listed.Contains(name)))
        {
            Say(name, $"It is not listed in {PackFiles.Statement}.");
        }

        string[] own = [PackFiles.Statement, PackFiles.Seal, PackFiles.Signature];
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var name = Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/');
            if (!listed.Contains(name) && !own.Contains(name, StringComparer.Ordinal))
            {
                Say(name, "It is no part of the pack.");
            }
        }
    }

    private static IEnumerable<string> Required(PackStatement statement) =>
        [PackFiles.Readme, PackFiles.Events, PackFiles.Anchor, PackFiles.Population, PackFiles.ControlMap, .. statement.WithContent ? [PackFiles.Contents] : Array.Empty<string>()];

    // A name from a file that somebody sent must not lead out of the folder.
    private static bool IsInside(string name) => name.Length > 0 && !Path.IsPathRooted(name) && name.IndexOfAny(['\\', ':', '\0']) < 0 && name.Split('/').All(part => part is not ("" or "." or ".."));

    private async Task<string> HashAsync(string name, CancellationToken cancel)
    {
        var file = File.OpenRead(Path.Combine(folder, name));
        await using (file.ConfigureAwait(false))
        {
            return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancel).ConfigureAwait(false));
        }
    }

    private void Say(string file, string problem) => _problems.Add(new() { File = file, Problem = problem });
}
