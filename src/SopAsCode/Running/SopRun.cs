using SopAsCode.Definitions;

namespace SopAsCode.Runtime;

/// <summary>
/// Where one run stands: its state, its values, and the counters its machine asks. All but the values are folds of the moves the run made, so a
/// host can store the moves and <see cref="Apply"/> them, or store <see cref="Save"/> and <see cref="Restore"/> it. Not thread-safe.
/// </summary>
public sealed class SopRun
{
    private readonly Dictionary<int, int> _rejections = [];
    private readonly Dictionary<string, int> _taken = new(StringComparer.Ordinal);
    private bool _hasMoved;

    /// <summary>Creates a run that stands at the first step.</summary>
    /// <param name="definition">The SOP.</param>
    /// <param name="id">The name of the run, unique to the host.</param>
    /// <exception cref="ArgumentException">The SOP has no steps, or the name is blank.</exception>
    public SopRun(SopDefinition definition, string id)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        if (definition.Steps.Count == 0)
        {
            throw new ArgumentException($"SOP '{definition.Id}' has no steps, so nothing can run.", nameof(definition));
        }

        Definition = definition;
        Id = id;
    }

    /// <summary>The SOP.</summary>
    public SopDefinition Definition { get; }

    /// <summary>The name of the run.</summary>
    public string Id { get; }

    /// <summary>The name of the state: a step, or <c>Fallback</c>, <c>Completed</c>, <c>Rejected</c>, <c>Escalated</c>, <c>Cancelled</c>.</summary>
    public string State => Definition.States[Number];

    /// <summary>The step it stands in; null in the manual path and at an end.</summary>
    public StepDefinition? Step => Number < Definition.Steps.Count ? Definition.Steps[Number] : null;

    /// <summary>Whether it stands in the manual path.</summary>
    public bool IsInFallback => Number == Definition.Steps.Count;

    /// <summary>Whether it came to an end.</summary>
    public bool HasEnded => Number > Definition.Steps.Count;

    /// <summary>
    /// Whether the step it stands in was started in this visit, and nothing came of it yet. Only then can it be completed, approved, rejected, fail
    /// or time out.
    /// </summary>
    public bool IsStarted { get; private set; }

    /// <summary>The data of the run.</summary>
    public RunValues Values { get; } = new();

    /// <summary>The step from which the run last came to the manual path; null before that.</summary>
    public string? CameFrom => CameFromNumber is { } number ? Definition.States[number] : null;

    /// <summary>Whether the step in <see cref="CameFrom"/> was done: then it is not done again, but its conditions are asked anew.</summary>
    public bool CameFromIsDone { get; private set; }

    /// <summary>How often the current step failed since the run entered it.</summary>
    public int FailuresInVisit { get; private set; }

    /// <summary>The number of <see cref="State"/> in <see cref="SopDefinition.States"/>.</summary>
    internal int Number { get; private set; }

    /// <summary>The number of <see cref="CameFrom"/>.</summary>
    internal int? CameFromNumber { get; private set; }

    /// <summary>How often a checkpoint was rejected in this run.</summary>
    /// <param name="checkpoint">The name of the checkpoint.</param>
    /// <returns>The count.</returns>
    public int Rejections(string checkpoint) => Rejections(Definition.NumberOf(checkpoint));

    /// <summary>How often a bounded <see cref="NextAttribute"/> was taken in this run.</summary>
    /// <param name="entry">Its name, as <see cref="TransitionDefinition.BoundedEntry"/> gives it.</param>
    /// <returns>The count.</returns>
    public int Taken(string entry) => _taken.GetValueOrDefault(entry);

    /// <summary>Folds a stored move into state and counters. The first one of a new run says where the run began, should that be no longer the first step.</summary>
    /// <param name="move">A move that a machine of this run's SOP answered with, perhaps before its class changed.</param>
    /// <exception cref="ArgumentException">The move was refused, or it leaves another state than the one the run stands in.</exception>
    /// <exception cref="UnknownStateException">It names a step that the SOP no longer has, and no change says where such runs stand now.</exception>
    public void Apply(SopMove move)
    {
        if (!move.Moved)
        {
            throw new ArgumentException($"A refused move changes nothing: {move.Reason}", nameof(move));
        }

        var from = StoredNames.Get(Definition, Id, move.From, move.Version);
        var to = StoredNames.Get(Definition, Id, move.To, move.Version);
        if (from != Number && _hasMoved)
        {
            throw new ArgumentException($"The move {move.Trigger} leaves '{Definition.States[from]}', but run '{Id}' stands in '{State}'.", nameof(move));
        }

        Fold(from, move.Trigger, to, move.BoundedEntry is { } entry ? StoredEntry(Definition, entry, move.Version) : null);

        // Whoever was moved to another step has not started that one.
        IsStarted &= Definition.States[to] == move.To;
    }

    /// <summary>What a host stores: everything but the values.</summary>
    /// <returns>The state, by names.</returns>
    public SopRunState Save() => new()
    {
        Id = Id,
        Sop = Definition.Id,
        Version = Definition.Version,
        State = State,
        IsStarted = IsStarted,
        CameFrom = CameFrom,
        CameFromIsDone = CameFromIsDone,
        FailuresInVisit = FailuresInVisit,
        Rejections = _rejections.ToDictionary(count => Definition.States[count.Key], count => count.Value, StringComparer.Ordinal),
        Taken = new Dictionary<string, int>(_taken, StringComparer.Ordinal),
    };

    /// <summary>
    /// A run as it was stored. Where its step has gone since, it stands where the SOP's changes say; it is not started there. Counters of steps and
    /// entries that are no longer there are left out.
    /// </summary>
    /// <param name="definition">The SOP, as it is now.</param>
    /// <param name="state">What <see cref="Save"/> gave.</param>
    /// <returns>The run, without values.</returns>
    /// <exception cref="ArgumentException">The run is one of another SOP.</exception>
    /// <exception cref="UnknownStateException">It stands in a step that the SOP no longer has, and no change says where such runs stand now.</exception>
    public static SopRun Restore(SopDefinition definition, SopRunState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var run = new SopRun(definition, state.Id);
        if (state.Sop != definition.Id)
        {
            throw new ArgumentException($"Run '{state.Id}' is a run of SOP '{state.Sop}', not of '{definition.Id}'.", nameof(state));
        }

        run._hasMoved = true;
        run.Number = StoredNames.Get(definition, state.Id, state.State, state.Version);
        var isMoved = run.State != state.State;
        run.IsStarted = state.IsStarted && !isMoved;
        run.FailuresInVisit = isMoved ? 0 : state.FailuresInVisit;
        run.CameFromIsDone = state.CameFromIsDone;
        if (state.CameFrom is { } origin)
        {
            // Only a run that stands in the manual path still needs it.
            var number = run.IsInFallback && !isMoved ? StoredNames.Get(definition, state.Id, origin, state.Version) : StoredNames.Find(definition, origin, state.Version);
            run.CameFromNumber = number >= 0 && number < definition.Steps.Count ? number : null;
        }

        foreach (var (checkpoint, count) in state.Rejections)
        {
            if (StoredNames.Find(definition, checkpoint, state.Version) is >= 0 and var number)
            {
                run._rejections[number] = run.Rejections(number) + count;
            }
        }

        foreach (var (entry, count) in state.Taken)
        {
            if (StoredEntry(definition, entry, state.Version) is { } known)
            {
                run._taken[known] = run.Taken(known) + count;
            }
        }

        return run;
    }

    /// <summary>Folds a move into state and counters.</summary>
    internal void Fold(int from, SopTrigger trigger, int to, string? entry)
    {
        _hasMoved = true;
        Number = to;
        IsStarted = trigger == SopTrigger.Start;
        if (IsStarted)
        {
            return;
        }

        if (trigger == SopTrigger.Reject)
        {
            _rejections[from] = Rejections(from) + 1;
        }

        if (entry is not null)
        {
            _taken[entry] = Taken(entry) + 1;
        }

        FailuresInVisit = trigger == SopTrigger.Fail && to == from ? FailuresInVisit + 1 : 0;
        if (IsInFallback)
        {
            CameFromNumber = from;
            CameFromIsDone = trigger is SopTrigger.Complete or SopTrigger.Approve;
        }
    }

    /// <summary>Puts the run into a state, whose step is then not started.</summary>
    internal void Enter(int state)
    {
        Number = state;
        IsStarted = false;
    }

    /// <summary>How often a checkpoint was rejected.</summary>
    internal int Rejections(int checkpoint) => _rejections.GetValueOrDefault(checkpoint);

    // The step of an entry may have another name now; an entry that is gone is counted no longer.
    private static string? StoredEntry(SopDefinition definition, string entry, string? version)
    {
        var step = entry.Split(' ')[0];
        if (StoredNames.Find(definition, step, version) is not (>= 0 and var number))
        {
            return null;
        }

        var known = definition.States[number] + entry[step.Length..];
        return definition.Transitions.Any(transition => transition.BoundedEntry == known) ? known : null;
    }
}
