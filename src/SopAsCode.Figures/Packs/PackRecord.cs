using System.Runtime.CompilerServices;
using System.Text.Json;
using SopAsCode.Runtime;

namespace SopAsCode.Figures;

/// <summary>Checks the record in a pack: the chain of each run, and anchor, population, sample and contents against the events.</summary>
internal sealed class PackRecord(string folder, PackWitnesses witnesses, Action<PackProblem> found, IProgress<int>? progress)
{
    private readonly SortedDictionary<string, PackedRun> _runs = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Run, int Sequence), string> _asked = [];
    private readonly Dictionary<string, HashSet<string>> _unnamed = new(StringComparer.Ordinal);

    public int Runs => _runs.Count;

    public int Events { get; private set; }

    public int AnchorsCompared { get; private set; }

    public async Task CheckAsync(PackStatement statement, CancellationToken cancel)
    {
        await ReadContentsAsync(cancel).ConfigureAwait(false);
        await ReadEventsAsync(cancel).ConfigureAwait(false);
        await CheckAnchorAsync(cancel).ConfigureAwait(false);
        await CheckPopulationAsync(statement, cancel).ConfigureAwait(false);
        CheckWitness();
    }

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

                Events++;
                progress?.Report(Events);
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

        if (statement.Runs != _runs.Count || statement.Events != Events)
        {
            Say(PackFiles.Statement, $"It says {Words.Count(statement.Runs, "run")} and {Words.Count(statement.Events, "event")}, and there are {_runs.Count} and {Events}.");
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
            AnchorsCompared++;
            if (_asked.GetValueOrDefault((line.Run, line.Sequence)) != line.Hash)
            {
                Say(PackFiles.Events, "The anchor that was kept has another event here: the record was rewritten or cut after it was exported.", line.Run, line.Sequence);
            }
        }
    }

    private async IAsyncEnumerable<string> LinesAsync(string name, [EnumeratorCancellation] CancellationToken cancel)
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

    private void Say(string file, string problem, string? run = null, int? sequence = null) => found(new() { File = file, Run = run, Sequence = sequence, Problem = problem });
}
