using System.Text.Json;
using SopAsCode.Definitions;
using SopAsCode.Runtime;

namespace SopAsCode.Figures;

/// <summary>
/// The facts that figures are made of, folded from recorded events. It reads events in the order of the feed, each once, and keeps of each run only what a
/// figure of the window can need.
/// </summary>
public sealed class RunFacts
{
    private readonly Dictionary<string, FactsOfRun> _runs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SopDefinition> _sops;
    private readonly Dictionary<string, string> _titles = new(StringComparer.Ordinal);

    /// <summary>Begins without facts.</summary>
    /// <param name="window">The days whose facts are kept. Figures can be asked for any period in it.</param>
    /// <param name="sops">The SOPs. Runs of other SOPs are counted, without what only a definition tells.</param>
    public RunFacts(Period window, IEnumerable<SopDefinition> sops)
    {
        ArgumentNullException.ThrowIfNull(window);
        ArgumentNullException.ThrowIfNull(sops);
        Window = window;
        _sops = sops.GroupBy(sop => sop.Id, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
    }

    /// <summary>The days whose facts are kept.</summary>
    public Period Window { get; }

    /// <summary>Events that figures need and that could not be read, because a newer version wrote them or they were changed. No figure has them.</summary>
    public int Unreadable { get; private set; }

    /// <summary>The SOPs, in the order of their ids.</summary>
    internal IEnumerable<SopDefinition> Sops => _sops.Values.OrderBy(sop => sop.Id, StringComparer.Ordinal);

    internal IEnumerable<FactsOfRun> Runs => _runs.Values;

    /// <summary>Reads all events of a store once.</summary>
    /// <param name="store">The store.</param>
    /// <param name="progress">Is told how many events were read so far; null for nobody.</param>
    /// <param name="cancel">Ends it early.</param>
    /// <returns>When all are read.</returns>
    /// <exception cref="RunStoreException">The store can't be read.</exception>
    public async Task ReadAsync(IRunStore store, IProgress<int>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        var read = 0;
        await foreach (var fed in store.FeedAsync(0, cancel).ConfigureAwait(false))
        {
            Add(fed.Event);
            progress?.Report(++read);
        }
    }

    /// <summary>Adds the next event.</summary>
    /// <param name="recorded">The event.</param>
    public void Add(RecordedEvent recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        var day = Period.DayOf(recorded.At);
        if (day > Window.To)
        {
            return;
        }

        if (!_runs.TryGetValue(recorded.Run, out var run))
        {
            run = new(recorded);
            _runs.Add(recorded.Run, run);
        }

        if (FactsOfRun.Uncounted.Contains(recorded.Event))
        {
            return;
        }

        try
        {
            run.Add(recorded, recorded.Read(), _sops.GetValueOrDefault(recorded.Sop), day >= Window.From);
        }
        catch (JsonException)
        {
            Unreadable++;
        }
    }

    /// <summary>The ids of SOPs that have runs in the store and are not among the SOPs given, in their order.</summary>
    /// <returns>The ids.</returns>
    public IReadOnlyList<string> UnknownSops() => [.. _runs.Values.Select(run => run.Sop).Where(sop => !_sops.ContainsKey(sop)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Throws when the facts of a day of the period were not kept.</summary>
    internal void Demand(Period period)
    {
        ArgumentNullException.ThrowIfNull(period);
        if (period.From < Window.From || period.To > Window.To)
        {
            throw new ArgumentException($"Only the facts of {Window} were kept, and {period} is asked for.", nameof(period));
        }
    }

    /// <summary>What people call a role, agent or tool; the last part of its type where no SOP says it.</summary>
    internal string TitleOf(string type)
    {
        if (!_titles.TryGetValue(type, out var title))
        {
            title = _sops.Values.SelectMany(NamedTypes).FirstOrDefault(named => named.Type == type)?.Title ?? type[(type.LastIndexOf('.') + 1)..];
            _titles.Add(type, title);
        }

        return title;
    }

    private static IEnumerable<NamedType> NamedTypes(SopDefinition sop) =>
        new[] { sop.Owner, sop.Backup }.Concat(sop.Seniors).Concat(sop.Steps.SelectMany(step => step.Access.Select(access => access.Tool).Append(step.Performer).Append(step.SpotCheck?.Role))).OfType<NamedType>();

    internal SopDefinition? Find(string sop) => _sops.GetValueOrDefault(sop);

    internal IEnumerable<FactsOfRun> RunsOf(string sop) => _runs.Values.Where(run => run.Sop == sop);
}
