namespace SopAsCode;

/// <summary>
/// Where one run stands: its state, its values, and the counters its machine asks. The counters are folds of the moves the
/// run made, so a host that stores the moves can rebuild them. Not thread-safe.
/// </summary>
public sealed class SopRun
{
    private readonly Dictionary<int, int> _rejections = [];
    private readonly Dictionary<int, int> _taken = [];

    /// <summary>Creates a run that stands at the first step.</summary>
    /// <param name="id">The name of the run, unique to the host.</param>
    public SopRun(string id)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        Id = id;
    }

    /// <summary>The name of the run.</summary>
    public string Id { get; }

    /// <summary>The number of the state in <see cref="SopDefinition.States"/>. 0 is the first step.</summary>
    public int State { get; set; }

    /// <summary>The data of the run.</summary>
    public RunValues Values { get; } = new();

    /// <summary>The state from which the run last came to the manual path; null before that.</summary>
    public int? CameFrom { get; private set; }

    /// <summary>How often the current step failed since the run entered it.</summary>
    public int FailuresInVisit { get; private set; }

    /// <summary>
    /// How often a step started today, over all runs: what a <see cref="LimitAttribute.PerDay"/> counts. Set by the host, which
    /// alone sees all runs. Unset: never.
    /// </summary>
    public Func<int, int>? StartedToday { get; set; }

    /// <summary>How often a checkpoint was rejected in this run.</summary>
    /// <param name="state">The state of the checkpoint.</param>
    /// <returns>The count.</returns>
    public int Rejections(int state) => _rejections.GetValueOrDefault(state);

    /// <summary>How often a bounded <see cref="NextAttribute"/> was taken in this run.</summary>
    /// <param name="entry">The number of the entry, counted over all steps.</param>
    /// <returns>The count.</returns>
    public int Taken(int entry) => _taken.GetValueOrDefault(entry);

    /// <summary>Folds a move into state and counters.</summary>
    /// <param name="move">A move that the machine of this run's SOP answered with.</param>
    /// <exception cref="ArgumentException">The move was refused, so there is nothing to fold.</exception>
    public void Apply(SopMove move)
    {
        if (!move.Moved)
        {
            throw new ArgumentException($"A refused move changes nothing: {move.Reason}", nameof(move));
        }

        State = move.To;
        if (move.Trigger == SopTrigger.Reject)
        {
            _rejections[move.From] = Rejections(move.From) + 1;
        }

        if (move.BoundedEntry is { } entry)
        {
            _taken[entry] = Taken(entry) + 1;
        }

        FailuresInVisit = move.IsRetry ? FailuresInVisit + 1 : 0;
        if (move.ToFallback)
        {
            CameFrom = move.From;
        }
    }
}
