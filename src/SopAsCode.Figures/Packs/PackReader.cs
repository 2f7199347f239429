using System.Security.Cryptography;
using System.Text.Json;
using SopAsCode.Runtime;

namespace SopAsCode.Figures;

/// <summary>Reads a pack, and collects what does not fit.</summary>
internal sealed class PackReader(string folder, PackWitnesses witnesses)
{
    private readonly List<PackProblem> _problems = [];
    private readonly SortedDictionary<string, PackedRun> _runs = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Run, int Sequence), string> _asked = [];
    private readonly Dictionary<string, HashSet<string>> _unnamed = new(StringComparer.Ordinal);
    private int _events;
    private int _compared;

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
        await ReadContentsAsync(cancel).ConfigureAwait(false);
        await ReadEventsAsync(cancel).ConfigureAwait(false);
        await CheckAnchorAsync(cancel).ConfigureAwait(false);
        await CheckPopulationAsync(statement, cancel).ConfigureAwait(false);
        CheckWitness();
        return Verdict(statement, seal, signature);
    }

    private PackVerdict Verdict(PackStatement? statement, string? seal, bool? signature) =>
        new() { Statement = statement, Seal = seal, Runs = _runs.Count, Events = _events, AnchorsCompared = _compared, IsSignatureRight = signature, Problems = _problems };

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

    private async Task ReadContentsAsync(CancellationToken cancel)
    {
        var number = 0;
        await foreach (var line in LinesAsync(PackFiles.Contents, cancel).ConfigureAwait(false))
        {
            number++;
            try
            {
                var content = PackJson.ReadContent(line);
                if (!new Content { Hash = content.Hash, Salt = content.Salt, Text = content.Text }.IsWhole)
                {
                    Say(PackFiles.Contents, "A content does not have its hash.", content.Run);
                }

                if (!_unnamed.TryGetValue(content.Run, out var hashes))
                {
                    _unnamed[content.Run] = hashes = new(StringComparer.Ordinal);
                }

                hashes.Add(content.Hash);
            }
            catch (JsonException e)
            {
                Say(PackFiles.Contents, $"Line {number} can't be read: {e.Message}");
            }
        }
    }

    private async Task ReadEventsAsync(CancellationToken cancel)
    {
        var asked = (witnesses.Anchor ?? []).Select(line => (line.Run, line.Sequence)).ToHashSet();
        var number = 0;
        await foreach (var line in LinesAsync(PackFiles.Events, cancel).ConfigureAwait(false))
        {
            number++;
            try
            {
                var recorded = RecordFile.Read(line);
                if (!_runs.TryGetValue(recorded.Run, out var run))
                {
                    _runs[recorded.Run] = run = new(recorded.Run);
                }

                foreach (var problem in run.Add(recorded))
                {
                    Say(PackFiles.Events, problem, recorded.Run, recorded.Sequence);
                }

                if (asked.Contains((recorded.Run, recorded.Sequence)))
                {
                    _asked[(recorded.Run, recorded.Sequence)] = recorded.Hash;
                }

                if (_unnamed.TryGetValue(recorded.Run, out var hashes))
                {
                    hashes.RemoveWhere(hash => recorded.Data.Contains(hash, StringComparison.Ordinal));
                }

                _events++;
            }
            catch (FormatException e)
            {
                Say(PackFiles.Events, $"Line {number}: {e.Message}");
            }
        }

        foreach (var run in _unnamed.Where(run => run.Value.Count > 0))
        {
            Say(PackFiles.Contents, "No event of the run names one of its contents.", run.Key);
        }
    }

    private async Task CheckAnchorAsync(CancellationToken cancel)
    {
        if (!File.Exists(Path.Combine(folder, PackFiles.Anchor)))
        {
            return;
        }

        try
        {
            var heads = AnchorFile.Read(await File.ReadAllTextAsync(Path.Combine(folder, PackFiles.Anchor), cancel).ConfigureAwait(false)).ToDictionary(line => line.Run, StringComparer.Ordinal);
            foreach (var run in _runs.Values)
            {
                if (!heads.Remove(run.Run, out var head))
                {
                    Say(PackFiles.Anchor, "It has no head of the run.", run.Run);
                }
                else if (head.Sequence != run.Events || head.Hash != run.Head)
                {
                    Say(PackFiles.Anchor, $"It has another head of the run: event {head.Sequence}, and {PackFiles.Events} ends with event {run.Events}.", run.Run);
                }
            }

            foreach (var missing in heads.Keys)
            {
                Say(PackFiles.Events, $"The run is in {PackFiles.Anchor}, and its events are missing.", missing);
            }
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            Say(PackFiles.Anchor, e.Message);
        }
    }

    private async Task CheckPopulationAsync(PackStatement statement, CancellationToken cancel)
    {
        var sample = Sampling.Draw(_runs.Keys, run => run, statement.Seed, statement.Sample);
        var pages = sample.Select((run, i) => PackFiles.Page(i + 1, run)).ToHashSet(StringComparer.Ordinal);
        var listed = statement.Files.Select(file => file.Name).Where(name => name.StartsWith(PackFiles.Pages + "/", StringComparison.Ordinal)).ToList();
        if (!pages.SetEquals(listed))
        {
            Say(PackFiles.Pages, "The pages are not those of the sample that the seed draws.");
        }

        foreach (var run in _runs.Values.Where(run => Period.DayOf(run.Started) > statement.Period.To || (run.Ended is { } ended && Period.DayOf(ended) < statement.Period.From) || (statement.Sop is not null && run.Sop != statement.Sop)))
        {
            Say(PackFiles.Events, "The run was not open in the period, or is of another SOP.", run.Run);
        }

        if (statement.Runs != _runs.Count || statement.Events != _events)
        {
            Say(PackFiles.Statement, $"It says {Words.Count(statement.Runs, "run")} and {Words.Count(statement.Events, "event")}, and there are {_runs.Count} and {_events}.");
        }

        var expected = PopulationFile.Write(_runs.Values, sample.ToHashSet(StringComparer.Ordinal)).Split('\n');
        var rows = File.Exists(Path.Combine(folder, PackFiles.Population)) ? (await File.ReadAllTextAsync(Path.Combine(folder, PackFiles.Population), cancel).ConfigureAwait(false)).Split('\n') : expected;
        foreach (var (row, isExpected) in expected.Except(rows, StringComparer.Ordinal).Select(row => (row, true)).Concat(rows.Except(expected, StringComparer.Ordinal).Select(row => (row, false))))
        {
            Say(PackFiles.Population, isExpected ? "The events say of the run what no row says." : "A row says of the run what the events do not say.", row.Split(',')[0]);
        }

        if (rows.Length != expected.Length)
        {
            Say(PackFiles.Population, $"It has {rows.Length - 2} runs, and the events have {_runs.Count}.");
        }
    }

    private void CheckWitness()
    {
        foreach (var line in (witnesses.Anchor ?? []).Where(line => _runs.ContainsKey(line.Run)))
        {
            _compared++;
            if (_asked.GetValueOrDefault((line.Run, line.Sequence)) != line.Hash)
            {
                Say(PackFiles.Events, "The anchor that was kept has another event here: the record was rewritten or cut after it was exported.", line.Run, line.Sequence);
            }
        }
    }

    private async IAsyncEnumerable<string> LinesAsync(string name, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var path = Path.Combine(folder, name);
        if (!File.Exists(path))
        {
            yield break;
        }

        await foreach (var line in File.ReadLinesAsync(path, cancel).ConfigureAwait(false))
        {
            yield return line;
        }
    }

    private async Task<string> HashAsync(string name, CancellationToken cancel)
    {
        var file = File.OpenRead(Path.Combine(folder, name));
        await using (file.ConfigureAwait(false))
        {
            return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancel).ConfigureAwait(false));
        }
    }

    private void Say(string file, string problem, string? run = null, int? sequence = null) => _problems.Add(new() { File = file, Run = run, Sequence = sequence, Problem = problem });
}
