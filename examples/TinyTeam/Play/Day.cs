using System.Globalization;
using System.Text.Json;
using SopAsCode.Figures;
using SopAsCode.Runtime;

namespace TinyTeam.Play;

/// <summary>
/// The host of the played day. After each thing that somebody does it does what follows by itself, and shows what was recorded since.
/// </summary>
internal sealed class Day : IAsyncDisposable
{
    private readonly SqliteRunStore _store;
    private readonly EventWords _words;
    private readonly Screen _screen;
    private long _shown;

    private Day(SqliteRunStore store, Screen screen, EventWords words, DateTimeOffset start)
    {
        (_store, _screen, _words, Clock) = (store, screen, words, new(start));
        Host = HostOver(store, Clock, AI);
    }

    /// <summary>The clock.</summary>
    public DayClock Clock { get; }

    /// <summary>The AI.</summary>
    public ScriptedAI AI { get; } = new();

    /// <summary>The host.</summary>
    public SopHost Host { get; }

    /// <summary>Begins the day on a new file.</summary>
    public static Day Open(string file, Screen screen, EventWords words, DateTimeOffset start)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        foreach (var old in new[] { file, file + "-wal", file + "-shm" })
        {
            File.Delete(old);
        }

        return new(SqliteRunStore.Open(file), screen, words, start);
    }

    /// <summary>A host over a store, with the SOPs and services of the day.</summary>
    public static SopHost HostOver(IRunStore store, TimeProvider clock, IAgentService? ai) => new([TinyTeamSops.Instance], store, new()
    {
        Json = TeamJson.Default,
        Agents = ai,
        Services = new PretendServices(),
        Time = clock,
        Worker = "worker",
        StepsAtOnce = 1,
        Draws = _ => true,
    });

    /// <summary>Something comes in, and a run begins.</summary>
    public async Task ArrivesAsync(string run, string sop, string from, object input) =>
        await DoneAsync(Host.StartAsync(run, new StartRun { By = Actor.Automation(from), Sop = sop, Input = Json(input) }));

    /// <summary>A schedule is due.</summary>
    public async Task ScheduleAsync(string sop, string trigger)
    {
        foreach (var reply in await Host.StartDueAsync(new() { Sop = sop, Trigger = trigger, Due = Clock.Now, By = Actor.Automation("schedule") }))
        {
            reply.OrThrow();
        }

        await FollowAsync();
    }

    /// <summary>A person approves.</summary>
    public Task ApproveAsync(string person, string run, object? corrected = null) => AnswerAsync(person, run, ItemKind.Approve, (item, by, lines) =>
        new Approve { By = by, Item = item.Id, Revision = item.Revision, Ticked = lines, Value = Json(corrected) });

    /// <summary>A person rejects.</summary>
    public Task RejectAsync(string person, string run, string reason) => AnswerAsync(person, run, ItemKind.Approve, (item, by, _) =>
        new Reject { By = by, Item = item.Id, Revision = item.Revision, Reason = reason });

    /// <summary>A person completes a step.</summary>
    public Task CompleteAsync(string person, string run, object? value = null) => AnswerAsync(person, run, ItemKind.Do, (item, by, lines) =>
        new Complete { By = by, Item = item.Id, Revision = item.Revision, Ticked = lines, Value = Json(value) });

    /// <summary>A person does a step by hand, in the manual path.</summary>
    public Task DoByHandAsync(string person, string run, object value) => AnswerAsync(person, run, ItemKind.ByHand, (item, by, _) =>
        new DoStepByHand { By = by, Item = item.Id, Revision = item.Revision, Value = Json(value) });

    /// <summary>A person ticks a task off.</summary>
    public Task TickAsync(string person, string run) => AnswerAsync(person, run, ItemKind.Task, (item, by, _) => new Complete { By = by, Item = item.Id, Revision = item.Revision });

    /// <summary>A person has looked at a sample.</summary>
    public Task JudgeAsync(string person, string run, bool right) => AnswerAsync(person, run, ItemKind.Check, (item, by, _) =>
        new Judge { By = by, Item = item.Id, Revision = item.Revision, Right = right });

    /// <summary>Time passes until a moment. What is due happens then.</summary>
    public async Task UntilAsync(DateTimeOffset time)
    {
        Clock.Now = time;
        await FollowAsync();
    }

    /// <summary>What waits for a person, as lines of the screen.</summary>
    public async Task ShowInboxAsync(string person)
    {
        foreach (var item in await Host.InboxOfAsync(person))
        {
            _screen.Text($"{item.Id,-16}{item.Title}{(item.Due is { } due ? $", until {_words.Time(due, Clock.Now)}" : "")}", indent: 7);
        }
    }

    /// <summary>The record of a run, an event a line.</summary>
    public async Task ShowRecordAsync(string run, TimeZoneInfo zone)
    {
        foreach (var recorded in await Host.HistoryAsync(run))
        {
            var sop = TinyTeamSops.Instance.Find(recorded.Sop)!.Definition;
            var move = recorded.Read() is MovingEvent { Move: { } made } && made.From != made.To ? $"→ {made.To}" : "";
            var who = EventWords.Performer(recorded, sop).Who;
            _screen.Text(string.Create(CultureInfo.InvariantCulture, $"{recorded.Sequence,2}  {TimeZoneInfo.ConvertTime(recorded.At, zone):HH:mm}  {recorded.Step,-12}{recorded.Event,-15}{(who.Length == 0 ? "host" : who),-22}{move}").TrimEnd(), indent: 7);
        }
    }

    /// <summary>How one SOP did today, beside what it declares.</summary>
    public async Task ShowScorecardAsync(string sop)
    {
        var today = DateOnly.FromDateTime(Clock.Now.UtcDateTime);
        RunFacts facts = new(new(today, today), TinyTeamSops.Instance.Sops);
        await facts.ReadAsync(_store);
        var card = Scorecards.Of(facts, facts.Window).Single(card => card.Sop == sop);
        _screen.Text(string.Create(
            CultureInfo.InvariantCulture,
            $"Completed {Of(card.Completed)}, sent back {Of(card.SentBack)}, drafts edited {Of(card.DraftsEdited)}, samples right {Of(card.SamplesRight)}"), indent: 7);
        _screen.Text($"Manual path: {Of(card.Manual)}", indent: 7);
        foreach (var metric in card.Metrics)
        {
            _screen.Text(string.Create(CultureInfo.InvariantCulture, $"{metric.Name}: {metric.Value:0.#} {metric.Unit}; before {metric.Baseline:0.#}, target {metric.Target:0.#}"), indent: 7);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _store.DisposeAsync();

    private static string Of(Share share) => string.Create(CultureInfo.InvariantCulture, $"{share.Part} of {share.Whole}");

    private static string? Json(object? value) => value is null ? null : JsonSerializer.Serialize(value, value.GetType(), TeamJson.Default);

    private async Task AnswerAsync(string person, string run, ItemKind kind, Func<PendingItem, Actor, IReadOnlyList<string>, ItemCommand> answer)
    {
        var open = await Host.InboxAsync(new() { Run = run });
        var mine = (await Host.InboxOfAsync(person)).Select(item => item.Id).ToHashSet(StringComparer.Ordinal);
        var item = open.FirstOrDefault(item => item.Kind == kind && mine.Contains(item.Id)) ?? open.First(item => item.Kind == kind);
        var shown = await Host.ShowAsync(item.Id);
        await DoneAsync(Host.AnswerAsync(answer(item, Actor.Person(person, "played"), [.. shown!.Checklists.SelectMany(list => list.Items)])), EventWords.Name(person));
    }

    private async Task DoneAsync(Task<Reply> sending, string who = "")
    {
        var reply = await sending;
        if (reply.Refusal is { } refusal)
        {
            _screen.Show(new(Clock.Now, "", who, Doer.Person, $"is refused. {refusal.Message}"));
        }

        await FollowAsync();
    }

    private async Task FollowAsync()
    {
        do
        {
            Dictionary<string, IReadOnlyDictionary<string, string>> contents = new(StringComparer.Ordinal);
            await foreach (var fed in _store.FeedAsync(_shown, CancellationToken.None))
            {
                _shown = fed.Position;
                if (!contents.TryGetValue(fed.Event.Run, out var texts))
                {
                    contents[fed.Event.Run] = texts = await Host.ContentsAsync(fed.Event.Run);
                }

                if (_words.Of(fed.Event, texts) is { } line)
                {
                    _screen.Show(line);
                }
            }
        }
        while (await Host.WorkAsync() > 0);
    }
}
