using System.Text.Json;

namespace SopAsCode.Runtime;

/// <summary>
/// Walks the record of all runs: each event has the hash of its fields and of the event before, each content has its hash, and states and items are what
/// the events add up to.
/// </summary>
internal sealed class Verification(SopShelf shelf, IRunStore store, IProgress<int>? progress)
{
    private const int MostAttempts = 100;

    private readonly List<RecordProblem> _problems = [];
    private int _read;

    public async Task<IReadOnlyList<RecordProblem>> RunAsync(IEnumerable<AnchorLine> anchor, CancellationToken cancel)
    {
        var anchored = anchor.ToLookup(line => line.Run, StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        string? after = null;
        while (await store.RunsAsync(new() { After = after }, cancel).ConfigureAwait(false) is { Count: > 0 } page)
        {
            foreach (var run in page)
            {
                seen.Add(run.Run);
                await CheckAsync(run, [.. anchored[run.Run]], cancel).ConfigureAwait(false);
            }

            after = page[^1].Run;
        }

        await foreach (var fed in store.FeedAsync(0, cancel).ConfigureAwait(false))
        {
            // A run that began after the list was read is no problem.
            if (seen.Add(fed.Event.Run) && (await LoadAsync(fed.Event.Run, cancel).ConfigureAwait(false)).State is null)
            {
                Say(fed.Event.Run, null, "The run is missing from the list of runs, and its events are there.");
            }
        }

        foreach (var missing in anchored.Where(lines => !seen.Contains(lines.Key)))
        {
            Say(missing.Key, null, "The run is in the anchor, and not in the store.");
        }

        return _problems;
    }

    // A run that goes on while it is read is no problem: what was found is said only if it stands still.
    private async Task CheckAsync(RunSummary run, IReadOnlyCollection<AnchorLine> anchored, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            var stored = await LoadAsync(run.Run, cancel).ConfigureAwait(false);
            var found = _problems.Count;
            await CheckOnceAsync(run, stored, anchored, isFirst: attempt == 1, cancel).ConfigureAwait(false);
            if (_problems.Count == found || attempt == MostAttempts || (await LoadAsync(run.Run, cancel).ConfigureAwait(false)).Head == stored.Head)
            {
                return;
            }

            _problems.RemoveRange(found, _problems.Count - found);
        }
    }

    private ValueTask<Snapshot> LoadAsync(string run, CancellationToken cancel) => store.LoadAsync(new() { Run = run, Day = DateOnly.MinValue }, cancel);

    private async Task CheckOnceAsync(RunSummary run, Snapshot stored, IReadOnlyCollection<AnchorLine> anchored, bool isFirst, CancellationToken cancel)
    {
        var events = await store.ReadAsync(run.Run, cancel).ConfigureAwait(false);
        progress?.Report(_read += isFirst ? events.Count : 0);
        var contents = await store.ContentsAsync(run.Run, null, cancel).ConfigureAwait(false);
        CheckChain(run.Run, stored, events);
        CheckContents(run.Run, events, contents);
        foreach (var line in anchored)
        {
            if (events.FirstOrDefault(recorded => recorded.Sequence == line.Sequence)?.Hash != line.Hash)
            {
                Say(run.Run, line.Sequence, "The anchor has another event here: the record was rewritten or cut after it was exported.");
            }
        }

        if (!shelf.TryFind(run.Sop, out var sop))
        {
            Say(run.Run, null, $"This host does not run SOP '{run.Sop}', so the state can't be added up again.");
            return;
        }

        await CheckSumAsync(run, stored, events, sop, cancel).ConfigureAwait(false);
    }

    private void CheckChain(string run, Snapshot stored, IReadOnlyList<RecordedEvent> events)
    {
        RecordChain chain = new();
        foreach (var recorded in events)
        {
            if (recorded.Sequence != chain.Sequence + 1)
            {
                Say(run, chain.Sequence + 1, "An event is missing here.");
                return;
            }

            foreach (var problem in chain.Add(recorded))
            {
                Say(run, recorded.Sequence, problem);
            }
        }

        if (stored.Sequence != events.Count || stored.Head != chain.Head)
        {
            Say(run, events.Count, "The last event is not the one that the run names.");
        }
    }

    private void CheckContents(string run, IReadOnlyList<RecordedEvent> events, IReadOnlyDictionary<string, Content> contents)
    {
        foreach (var content in contents.Values.Where(content => !content.IsWhole))
        {
            Say(run, null, $"Content {content.Hash} was changed after it was recorded.");
        }

        var isErased = events.Any(recorded => recorded.Event == nameof(ContentErased));
        var lastErased = events.LastOrDefault(recorded => recorded.Event == nameof(ContentErased))?.Sequence ?? 0;
        foreach (var recorded in events.Where(recorded => recorded.Sequence > lastErased))
        {
            foreach (var hash in ContentNames.In(recorded.Data).Where(hash => !contents.ContainsKey(hash)))
            {
                Say(run, recorded.Sequence, $"Content {hash} is missing, and nothing says that it was erased.");
            }
        }

        if (isErased && events.Where(recorded => recorded.Sequence < lastErased).SelectMany(recorded => ContentNames.In(recorded.Data)).Any(contents.ContainsKey))
        {
            Say(run, lastErased, "Its contents were erased, and some are still there. Erase it again.");
        }
    }

    private async Task CheckSumAsync(RunSummary run, Snapshot stored, IReadOnlyList<RecordedEvent> events, KnownSop sop, CancellationToken cancel)
    {
        try
        {
            if (RunFold.All(sop.Definition, events) is not { } sum)
            {
                Say(run.Run, null, "The run has no events.");
                return;
            }

            if (stored.State != RecordJson.Write(sum))
            {
                Say(run.Run, null, "The state is not what the events add up to.");
            }

            if (!sum.IsErased && sum.CurrentContents.FirstOrDefault(hash => !stored.Contents.ContainsKey(hash)) is { } lacking)
            {
                Say(run.Run, null, $"The store does not give content {lacking} with the run, and the next command needs it.");
            }

            var items = await store.InboxAsync(new() { Run = run.Run, WithClosed = true, Max = int.MaxValue }, cancel).ConfigureAwait(false);
            var expected = sum.Items.GroupBy(item => item.Id, StringComparer.Ordinal).ToDictionary(revisions => revisions.Key, revisions => RecordJson.Write(revisions.Last()), StringComparer.Ordinal);
            if (items.Count != expected.Count || items.Any(item => expected.GetValueOrDefault(item.Id) != RecordJson.Write(item)))
            {
                Say(run.Run, null, "The items are not what the events add up to.");
            }
        }
        catch (Exception e) when (e is JsonException or UnknownStateException or ArgumentException)
        {
            Say(run.Run, null, $"The events can't be added up: {e.Message}");
        }
    }

    private void Say(string run, int? sequence, string problem) => _problems.Add(new() { Run = run, Sequence = sequence, Problem = problem });
}
