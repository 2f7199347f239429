using SopAsCode.Definitions;
using SopAsCode.Runtime;

namespace SopAsCode.Figures;

/// <summary>What figures need to know about one run: when it began and how it ended, the facts of the window, and what ever happened to it.</summary>
internal sealed class FactsOfRun(RecordedEvent first)
{
    /// <summary>The events of which no figure knows anything. They need not be read, and the large ones are among them.</summary>
    public static IReadOnlySet<string> Uncounted { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        nameof(RunStarted), nameof(ItemOpened), nameof(ItemClosed), nameof(Claimed), nameof(Released), nameof(Delegated), nameof(EventArrived), nameof(HandedOff), nameof(TaskTicked),
        nameof(TaskReopened), nameof(Reminded), nameof(Resumed), nameof(Held), nameof(Continued), nameof(Noted), nameof(FollowedChange), nameof(ContentErased),
    };

    // Which contents an AI made, and the newest value of each type. Not needed after the end.
    private Dictionary<string, string> _aiMade = new(StringComparer.Ordinal);
    private Dictionary<string, string> _current = new(StringComparer.Ordinal);

    public string Run { get; } = first.Run;

    public string Sop { get; } = first.Sop;

    /// <summary>The version by which it was last worked.</summary>
    public string? Version { get; private set; } = first.Version;

    public DateTimeOffset Started { get; } = first.At;

    public DateTimeOffset? Ended { get; private set; }

    /// <summary>When each step that a metric counts until was done for the first time.</summary>
    public Dictionary<string, DateTimeOffset> FirstDone { get; } = new(StringComparer.Ordinal);

    public string? End { get; private set; }

    /// <summary>The facts of the window, in the order in which they were recorded.</summary>
    public List<Fact> Facts { get; } = [];

    // All that ever happened to the run, in the window or not.
    public int Rejections { get; private set; }

    public int Failures { get; private set; }

    public bool WasManual { get; private set; }

    public bool WasLate { get; private set; }

    public bool WasEdited { get; private set; }

    public bool WasWrong { get; private set; }

    public AiCost Cost { get; } = new();

    /// <summary>Whether it ended completed, and no person had to put anything right.</summary>
    public bool WentWell => End == "Completed" && Rejections == 0 && Failures == 0 && !WasManual && !WasLate && !WasEdited && !WasWrong;

    public bool EndedIn(Period period) => Ended is { } at && period.Contains(at);

    public IEnumerable<T> In<T>(Period period)
        where T : Fact => Facts.OfType<T>().Where(fact => period.Contains(fact.At));

    /// <summary>Adds an event.</summary>
    public void Add(RecordedEvent recorded, RunEvent happened, SopDefinition? sop, bool isInWindow)
    {
        Version = recorded.Version ?? Version;
        if (DoneBy(recorded, happened) is { } done && sop?.Metrics.Select(metric => metric.Until).FirstOrDefault(until => until is not null && IsNow(sop, done, until)) is { } counted)
        {
            FirstDone.TryAdd(counted, recorded.At);
        }

        var fact = Of(recorded, happened, sop);
        var way = WayIntoManual(recorded, happened);
        WasManual |= way is not null || fact is WentManual;
        if (isInWindow)
        {
            Facts.AddRange(new[] { fact, way }.OfType<Fact>());
        }

        if (happened is RunEnded ended)
        {
            (Ended, End) = (recorded.At, ended.End);
            (_aiMade, _current) = ([], []);
        }
    }

    private Fact? Of(RecordedEvent at, RunEvent happened, SopDefinition? sop)
    {
        switch (happened)
        {
            case StepStarted started when started.Today is not null || StepOf(sop, at.Step)?.Limit is not null:
                return new LimitCounted(at) { Today = started.Today };
            case StepStarted { TakenOver: true }:
                return new TakenOver(at);
            case StepCompleted done:
                Made(done.Values, done.Agent is null ? null : at.Step);
                if (done.Agent is not { } agent)
                {
                    return null;
                }

                Cost.Add(agent);
                return new AiAnswered(at) { Agent = agent, Output = done.Values is [var value, ..] ? value.Content : null };
            case AwaitedRunEnded { Result: { } result }:
                Made([result], null);
                return null;
            case StepFailed failed:
                Failures++;
                return new AttemptFailed(at) { Error = failed.Error, IsRetried = failed.RetryAt is not null, IsAi = StepOf(sop, at.Step)?.Kind == StepKind.Ai };
            case StepDoneByHand hand:
                Made(hand.Values, null);
                return new ByHand(at) { Done = hand.Done };
            case ActionTaken { ByHand: null, Access: Access.Write } action:
                return new Wrote(at) { Tool = action.Tool, Impact = action.Impact, IsApproved = action.Approvals is { Count: > 0 }, IsOfAi = IsOfAi(StepOf(sop, at.Step)) };
            case LimitLeft:
                return new OutsideLimit(at);
            case Approved yes:
                return Looked(at, yes);
            case Rejected no:
                Rejections++;
                return new LookedAt(at) { IsApproved = false, Role = no.Role, Seconds = no.Seconds, Reason = no.Reason.Content, Drafts = Shown(sop, at.Step) };
            case TimedOut:
                WasLate = true;
                return new RanLate(at) { IsRun = false };
            case RunOverdue:
                WasLate = true;
                return new RanLate(at) { IsRun = true };
            case SwitchedToManual manual:
                return new WentManual(at) { Because = manual.Because, Notes = manual.Notes };
            case Escalated up:
                return new GivenUp(at) { IsEscalated = true, Notes = up.Notes };
            case Cancelled no:
                return new GivenUp(at) { IsEscalated = false, Notes = no.Notes };
            case SpotChecked check:
                WasWrong |= !check.Right;
                return new Sampled(at) { Of = check.Sample, IsRight = check.Right, Notes = check.Notes };
            case Measured measured:
                return new Recorded(at) { Metric = measured.Metric, Value = measured.Value };
            default:
                return null;
        }
    }

    // The step that was done, by whomever: a checkpoint is done with the last yes that it needs.
    private static string? DoneBy(RecordedEvent at, RunEvent happened) => happened switch
    {
        StepCompleted or Approved { Move: not null } => at.Step,
        StepDoneByHand hand => hand.Done,
        _ => null,
    };

    // The step may have had other names when it was done.
    private static bool IsNow(SopDefinition sop, string then, string now)
    {
        var names = new HashSet<string>(StringComparer.Ordinal) { now };
        foreach (var move in sop.Changes.SelectMany(change => change.Moves).Where(move => names.Contains(move.To)))
        {
            names.Add(move.From);
        }

        return names.Contains(then);
    }

    // Not only a decision leads there: failures, times that are over, limits and rejections may too.
    private static WentManual? WayIntoManual(RecordedEvent at, RunEvent happened) =>
        happened is MovingEvent { Move: { To: nameof(SopAsCode.Sop.Fallback), From: not nameof(SopAsCode.Sop.Fallback) } move } and not SwitchedToManual
            ? new(at)
            {
                Because = happened switch
                {
                    StepFailed => "an attempt failed",
                    TimedOut => "its time was over",
                    LimitLeft => "outside its limit",
                    Rejected => "rejected",
                    _ => move.Reason ?? move.Trigger.ToString(),
                },
            }
            : null;

    private LookedAt Looked(RecordedEvent at, Approved yes)
    {
        var edits = yes.Edits ?? [];
        var edited = edits.Select(edit => _aiMade.GetValueOrDefault(edit.Before)).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var drafts = yes.Values.Select(value => _aiMade.GetValueOrDefault(value.Content)).OfType<string>().Concat(edited).Distinct(StringComparer.Ordinal).ToList();
        WasEdited |= edited.Count > 0;
        foreach (var edit in edits)
        {
            _current[edit.Type] = edit.After;
        }

        return new(at) { IsApproved = true, Role = yes.Role, Seconds = yes.Seconds, Drafts = drafts, Edited = edited, ByPerformer = yes.ByPerformer };
    }

    // The AI steps whose values a checkpoint shows for approval now.
    private List<string> Shown(SopDefinition? sop, string step) => StepOf(sop, step) is not { } checkpoint
        ? []
        : [.. checkpoint.Inputs.Where(input => !input.Context).Select(input => MakerOf(input.Type)).OfType<string>().Distinct(StringComparer.Ordinal)];

    private bool IsOfAi(StepDefinition? step) => step is not null && (step.Kind == StepKind.Ai || step.Inputs.Any(input => MakerOf(input.Type) is not null));

    private string? MakerOf(string type) => _current.TryGetValue(type, out var content) ? _aiMade.GetValueOrDefault(content) : null;

    private void Made(IReadOnlyList<ValueMark>? values, string? aiStep)
    {
        foreach (var value in values ?? [])
        {
            _current[value.Type] = value.Content;
            if (aiStep is not null)
            {
                _aiMade[value.Content] = aiStep;
            }
        }
    }

    private static StepDefinition? StepOf(SopDefinition? sop, string step) => sop?.StepOf(step);
}
