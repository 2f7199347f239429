using SopAsCode.Definitions;

namespace SopAsCode.Runtime;

/// <summary>
/// The status of one run: its state, its values, and the counters that its machine reads. Everything except the values follows from the moves
/// of the run. A host can therefore store the moves and <see cref="Apply"/> them, or store the result of <see cref="Save"/> and <see
/// cref="Restore"/> it. Not thread-safe.
/// </summary>
public sealed class SopRun
{
    private readonly Dictionary<int, int> _rejections = [];
    private readonly Dictionary<string, int> _taken = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, bool> _tasks = new(StringComparer.Ordinal);
    private bool _hasMoved;

    /// <summary>Creates a run in the first step.</summary>
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

    /// <summary>Creates a run in the step at which a trigger begins.</summary>
    /// <param name="definition">The SOP.</param>
    /// <param name="id">The name of the run, unique to the host.</param>
    /// <param name="trigger">One of the SOP's triggers.</param>
    /// <exception cref="ArgumentException">The SOP has no steps or not that trigger, or the name is blank.</exception>
    public SopRun(SopDefinition definition, string id, TriggerDefinition trigger)
        : this(definition, id)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        if (!definition.Triggers.Contains(trigger))
        {
            throw new ArgumentException($"SOP '{definition.Id}' has no such trigger: '{trigger.When}'.", nameof(trigger));
        }

        Number = trigger.Start is { } start ? definition.NumberOf(start) : 0;
    }

    /// <summary>The SOP.</summary>
    public SopDefinition Definition { get; }

    /// <summary>The name of the run.</summary>
    public string Id { get; }

    /// <summary>The name of the state: a step, or <c>Fallback</c>, <c>Completed</c>, <c>Rejected</c>, <c>Escalated</c>, <c>Cancelled</c>.</summary>
    public string State => Definition.States[Number];

    /// <summary>The current step; null in the manual path and at an end.</summary>
    public StepDefinition? Step => Number < Definition.Steps.Count ? Definition.Steps[Number] : null;

    /// <summary>Whether the run is in the manual path.</summary>
    public bool IsInFallback => Number == Definition.Steps.Count;

    /// <summary>Whether the run has ended.</summary>
    public bool HasEnded => Number > Definition.Steps.Count;

    /// <summary>
    /// Whether the current step was started since the run entered it, and has no result yet. Only then can the step be completed, approved or
    /// rejected, or fail, or time out.
    /// </summary>
    public bool IsStarted { get; private set; }

    /// <summary>The data of the run.</summary>
    public RunValues Values { get; } = new();

    /// <summary>The step from which the run last came to the manual path; null before that.</summary>
    public string? CameFrom => CameFromNumber is { } number ? Definition.States[number] : null;

    /// <summary>
    /// Whether the step in <see cref="CameFrom"/> was done. The run then does not repeat the step when it resumes, but evaluates the step's conditions again.
    /// </summary>
    public bool CameFromIsDone { get; private set; }

    /// <summary>How often the current step failed since the run entered it.</summary>
    public int FailuresInVisit { get; private set; }

    /// <summary>The number of <see cref="State"/> in <see cref="SopDefinition.States"/>.</summary>
    internal int Number { get; private set; }

    /// <summary>The number of <see cref="CameFrom"/>.</summary>
    internal int? CameFromNumber { get; private set; }

    /// <summary>The tasks beside its steps that are open, as in <c>FindCause: Tell the customers</c>, in the order of their names.</summary>
    public IReadOnlyList<string> OpenTasks => [.. _tasks.Where(task => task.Value).Select(task => task.Key)];

    /// <summary>The name of a task in a run: that of its step and its title.</summary>
    /// <param name="step">The step beside which it is done.</param>
    /// <param name="task">The task.</param>
    /// <returns>The name, as in <c>FindCause: Tell the customers</c>.</returns>
    public static string TaskName(StepDefinition step, MeanwhileDefinition task)
    {
        ArgumentNullException.ThrowIfNull(step);
        ArgumentNullException.ThrowIfNull(task);
        return $"{step.Name}: {task.Title}";
    }

    /// <summary>Ticks a task off. It is no move, so a host that stores moves stores this too.</summary>
    /// <param name="task">Its name.</param>
    /// <returns>Whether it was open.</returns>
    public bool TickOff(string task) => Tick(task, isOpen: false);

    /// <summary>Opens a task again that is to be done again after some time (<see cref="MeanwhileDefinition.Every"/>). A host that stores moves stores this too.</summary>
    /// <param name="task">Its name.</param>
    /// <returns>Whether it was ticked off and still holds a step up.</returns>
    public bool OpenAgain(string task) => Tick(task, isOpen: true);

    /// <summary>How often a checkpoint was rejected in this run.</summary>
    /// <param name="checkpoint">The name of the checkpoint.</param>
    /// <returns>The count.</returns>
    public int Rejections(string checkpoint) => Rejections(Definition.NumberOf(checkpoint));

    /// <summary>How often a bounded <see cref="NextAttribute"/> was taken in this run.</summary>
    /// <param name="entry">Its name, as <see cref="TransitionDefinition.BoundedEntry"/> gives it.</param>
    /// <returns>The count.</returns>
    public int Taken(string entry) => _taken.GetValueOrDefault(entry);

    /// <summary>
    /// Applies a stored move to the state and the counters. The first move of a new run says where the run began, even if that is no longer the first step.
    /// </summary>
    /// <param name="move">A move that a machine of this run's SOP made, perhaps before the class changed.</param>
    /// <exception cref="ArgumentException">The move was refused, or it does not leave the current state of the run.</exception>
    /// <exception cref="UnknownStateException">The move names a step that the SOP no longer has, and no change says where runs in that step
    /// continue.</exception>
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

        // A run that was moved to another step has not started that step.
        IsStarted &= Definition.States[to] == move.To;
    }

    /// <summary>What a host stores: everything except the values.</summary>
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
        Tasks = new Dictionary<string, bool>(_tasks, StringComparer.Ordinal),
    };

    /// <summary>
    /// A run as it was stored. If its step was removed since then, the run continues where the SOP's changes say, and that step is not started.
    /// Counters of steps and entries that no longer exist are left out.
    /// </summary>
    /// <param name="definition">The SOP, as it is now.</param>
    /// <param name="state">What <see cref="Save"/> gave.</param>
    /// <returns>The run, without values.</returns>
    /// <exception cref="ArgumentException">The run is one of another SOP.</exception>
    /// <exception cref="UnknownStateException">The run is in a step that the SOP no longer has, and no change says where runs in that step
    /// continue.</exception>
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
            // Only a run that is in the manual path still needs this step.
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

        foreach (var (task, isOpen) in state.Tasks)
        {
            if (StoredTask(definition, task, state.Version) is { } known)
            {
                run._tasks[known] = isOpen || run._tasks.GetValueOrDefault(known);
            }
        }

        return run;
    }

    /// <summary>Applies a move to the state and the counters.</summary>
    internal void Fold(int from, SopTrigger trigger, int to, string? entry)
    {
        _hasMoved = true;
        Number = to;
        IsStarted = trigger == SopTrigger.Start;
        if (IsStarted)
        {
            OpenTasksBeside(Definition.Steps[from]);
            return;
        }

        CloseTasksUntil(trigger, from);

        if (trigger == SopTrigger.Reject)
        {
            _rejections[from] = Rejections(from) + 1;
        }

        if (entry is not null)
        {
            _taken[entry] = Taken(entry) + 1;
        }

        FailuresInVisit = trigger == SopTrigger.Fail && to == from ? FailuresInVisit + 1 : 0;
        if (trigger == SopTrigger.DoneByHand)
        {
            CameFromIsDone = true;
        }
        else if (IsInFallback)
        {
            CameFromNumber = from;
            CameFromIsDone = trigger is SopTrigger.Complete or SopTrigger.Approve;
        }
    }

    /// <summary>The first open task that holds a step up; null when none does.</summary>
    internal string? HeldUpBy(int step)
    {
        if (_tasks.Count == 0)
        {
            return null;
        }

        foreach (var (name, until) in TasksOf(Definition))
        {
            if (until == Definition.States[step] && _tasks.GetValueOrDefault(name))
            {
                return name;
            }
        }

        return null;
    }

    /// <summary>Puts the run into a state; the step of that state is not started.</summary>
    internal void Enter(int state)
    {
        Number = state;
        IsStarted = false;
    }

    /// <summary>How often a checkpoint was rejected.</summary>
    internal int Rejections(int checkpoint) => _rejections.GetValueOrDefault(checkpoint);

    private static IEnumerable<(string Name, string Until)> TasksOf(SopDefinition definition) =>
        definition.Steps.SelectMany(step => step.Meanwhile.Select(task => (TaskName(step, task), task.Until)));

    private bool Tick(string task, bool isOpen)
    {
        ArgumentNullException.ThrowIfNull(task);
        if (!_tasks.TryGetValue(task, out var was) || was == isOpen)
        {
            return false;
        }

        _tasks[task] = isOpen;
        return true;
    }

    // A further attempt at a step does not open again what was ticked off.
    private void OpenTasksBeside(StepDefinition step)
    {
        foreach (var task in FailuresInVisit == 0 ? step.Meanwhile : [])
        {
            _tasks[TaskName(step, task)] = true;
        }
    }

    // A task ends with the step that it holds up.
    private void CloseTasksUntil(SopTrigger trigger, int from)
    {
        var done = trigger switch
        {
            SopTrigger.Complete or SopTrigger.Approve => from,
            SopTrigger.DoneByHand => CameFromNumber,
            _ => null,
        };
        if (_tasks.Count > 0 && done is { } step)
        {
            foreach (var (name, until) in TasksOf(Definition))
            {
                if (until == Definition.States[step])
                {
                    _tasks.Remove(name);
                }
            }
        }
    }

    // The step of a task may have another name now; a task that no longer exists holds nothing up.
    private static string? StoredTask(SopDefinition definition, string task, string? version)
    {
        var colon = task.IndexOf(": ", StringComparison.Ordinal);
        if (colon < 0 || StoredNames.Find(definition, task[..colon], version) is not (>= 0 and var number) || number >= definition.Steps.Count)
        {
            return null;
        }

        var known = definition.States[number] + task[colon..];
        return TasksOf(definition).Any(now => now.Name == known) ? known : null;
    }

    // The step of an entry may have another name now; an entry that no longer exists is not counted.
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
