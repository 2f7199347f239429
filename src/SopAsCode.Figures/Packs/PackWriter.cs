using System.Text;
using System.Text.Json;
using SopAsCode.Runtime;

namespace SopAsCode.Figures;

/// <summary>Writes the files of a pack into a folder.</summary>
internal sealed class PackWriter(IRunStore store, RunFacts facts, PackOptions options, string folder, IProgress<int>? progress)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);
    private readonly SortedDictionary<string, string> _hashes = new(StringComparer.Ordinal);
    private readonly List<PackProblem> _problems = [];

    public async Task<MadePack> WriteAsync(CancellationToken cancel)
    {
        var population = await PopulationAsync(cancel).ConfigureAwait(false);
        var seed = options.Seed ?? options.Period.ToString();
        var sample = Sampling.Draw(population.Keys, run => run, seed, options.Sample);
        var sampled = sample.ToHashSet(StringComparer.Ordinal);
        var eventsOf = sample.ToDictionary(run => run, _ => new List<RecordedEvent>(), StringComparer.Ordinal);
        var runs = await EventsAsync(population, eventsOf, cancel).ConfigureAwait(false);
        var contents = await ContentsAsync(sample, cancel).ConfigureAwait(false);
        await TextAsync(PackFiles.Population, PopulationFile.Write(runs.Values, sampled), cancel).ConfigureAwait(false);
        await TextAsync(PackFiles.Anchor, AnchorFile.Write(runs.Values.Select(run => new AnchorLine { Run = run.Run, Sequence = run.Events, Hash = run.Head })), cancel).ConfigureAwait(false);
        await TextAsync(PackFiles.ControlMap, SheetMarkdown.Of(ControlMap.Of(facts, options.Period, runs.Values.Select(run => run.Sop).Distinct(StringComparer.Ordinal))), cancel).ConfigureAwait(false);
        for (var i = 0; i < sample.Count; i++)
        {
            if (runs.TryGetValue(sample[i], out var run) && eventsOf[sample[i]] is { Count: > 0 } events)
            {
                await TextAsync(PackFiles.Page(i + 1, run.Run), SheetMarkdown.Of(RunPage.Of(run, events, contents.GetValueOrDefault(run.Run) ?? [], facts, options.WithContent)), cancel).ConfigureAwait(false);
            }
        }

        var statement = new PackStatement
        {
            Form = PackStatement.CurrentForm,
            Made = new(options.Made.UtcTicks - (options.Made.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero),
            Period = options.Period,
            Sop = options.Sop,
            Seed = seed,
            Sample = options.Sample,
            WithContent = options.WithContent,
            Runs = runs.Count,
            Events = runs.Values.Sum(run => run.Events),
            Files = [],
        };
        await TextAsync(PackFiles.Readme, SheetMarkdown.Of(PackReadme.Of(statement, sample.Count, options.SigningKey is not null, _problems)), cancel).ConfigureAwait(false);
        return await SealAsync(statement with { Files = [.. _hashes.Select(file => new PackedFile { Name = file.Key, Sha256 = file.Value })] }, cancel).ConfigureAwait(false);
    }

    // The runs that were open on a day of the period, each with the number of its last event now. What is recorded while the pack is made is not in it.
    private async Task<Dictionary<string, int>> PopulationAsync(CancellationToken cancel)
    {
        Dictionary<string, (string Sop, DateOnly Started, DateOnly? Ended, int Last)> runs = new(StringComparer.Ordinal);
        var read = 0;
        await foreach (var fed in store.FeedAsync(0, cancel).ConfigureAwait(false))
        {
            var recorded = fed.Event;
            var day = Period.DayOf(recorded.At);
            var known = runs.TryGetValue(recorded.Run, out var run) ? run : (recorded.Sop, day, null, 0);
            runs[recorded.Run] = (known.Item1, known.Item2, recorded.Event == nameof(RunEnded) ? day : known.Item3, recorded.Sequence);
            facts.Add(recorded);
            progress?.Report(++read);
        }

        return runs
            .Where(run => run.Value.Started <= options.Period.To && (run.Value.Ended is not { } ended || ended >= options.Period.From) && (options.Sop is null || run.Value.Sop == options.Sop))
            .ToDictionary(run => run.Key, run => run.Value.Last, StringComparer.Ordinal);
    }

    private async Task<Dictionary<string, PackedRun>> EventsAsync(Dictionary<string, int> population, Dictionary<string, List<RecordedEvent>> eventsOf, CancellationToken cancel)
    {
        Dictionary<string, PackedRun> runs = new(StringComparer.Ordinal);
        var read = 0;
        var file = new StreamWriter(Path.Combine(folder, PackFiles.Events), append: false, Utf8) { NewLine = "\n" };
        await using (file.ConfigureAwait(false))
        {
            await foreach (var fed in store.FeedAsync(0, cancel).ConfigureAwait(false))
            {
                var recorded = fed.Event;
                progress?.Report(++read);
                if (!population.TryGetValue(recorded.Run, out var last) || recorded.Sequence > last)
                {
                    continue;
                }

                if (!runs.TryGetValue(recorded.Run, out var run))
                {
                    run = new(recorded.Run);
                    runs.Add(recorded.Run, run);
                }

                _problems.AddRange(run.Add(recorded).Select(problem => new PackProblem { File = PackFiles.Events, Run = recorded.Run, Sequence = recorded.Sequence, Problem = problem }));
                if (eventsOf.TryGetValue(recorded.Run, out var events))
                {
                    events.Add(recorded);
                }

                try
                {
                    await file.WriteLineAsync(RecordFile.Write(recorded).AsMemory(), cancel).ConfigureAwait(false);
                }
                catch (JsonException)
                {
                    _problems.Add(new() { File = PackFiles.Events, Run = recorded.Run, Sequence = recorded.Sequence, Problem = "It is no JSON and is not in the pack." });
                }
            }
        }

        _hashes[PackFiles.Events] = await HashAsync(PackFiles.Events, cancel).ConfigureAwait(false);
        return runs;
    }

    private async Task<Dictionary<string, Dictionary<string, Content>>> ContentsAsync(IReadOnlyList<string> sample, CancellationToken cancel)
    {
        Dictionary<string, Dictionary<string, Content>> all = new(StringComparer.Ordinal);
        if (!options.WithContent)
        {
            return all;
        }

        StringBuilder lines = new();
        foreach (var run in sample)
        {
            var contents = await store.ContentsAsync(run, null, cancel).ConfigureAwait(false);
            all[run] = new(contents, StringComparer.Ordinal);
            foreach (var content in contents.Values.OrderBy(content => content.Hash, StringComparer.Ordinal))
            {
                lines.Append(PackJson.Write(new PackedContent { Run = run, Hash = content.Hash, Salt = content.Salt, Text = content.Text })).Append('\n');
            }
        }

        await TextAsync(PackFiles.Contents, lines.ToString(), cancel).ConfigureAwait(false);
        return all;
    }

    private async Task<MadePack> SealAsync(PackStatement statement, CancellationToken cancel)
    {
        var bytes = PackJson.Write(statement);
        var seal = PackJson.HashOf(bytes);
        await File.WriteAllBytesAsync(Path.Combine(folder, PackFiles.Statement), bytes, cancel).ConfigureAwait(false);
        await File.WriteAllTextAsync(Path.Combine(folder, PackFiles.Seal), seal + "\n", Utf8, cancel).ConfigureAwait(false);
        if (options.SigningKey is { } key)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, PackFiles.Signature), PackSignature.Sign(bytes, key), cancel).ConfigureAwait(false);
        }

        return new() { Statement = statement, Seal = seal, Problems = _problems };
    }

    private async Task TextAsync(string name, string text, CancellationToken cancel)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, name), text, Utf8, cancel).ConfigureAwait(false);
        _hashes[name] = await HashAsync(name, cancel).ConfigureAwait(false);
    }

    private async Task<string> HashAsync(string name, CancellationToken cancel)
    {
        var file = File.OpenRead(Path.Combine(folder, name));
        await using (file.ConfigureAwait(false))
        {
            return Convert.ToHexStringLower(await System.Security.Cryptography.SHA256.HashDataAsync(file, cancel).ConfigureAwait(false));
        }
    }
}
