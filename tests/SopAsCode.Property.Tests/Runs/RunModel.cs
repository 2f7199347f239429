using SopAsCode.Property.Tests.Procedures;
using SopAsCode.Runtime;

namespace SopAsCode.Property.Tests.Runs;

/// <summary>
/// Where a run stands and when something happens to it, counted once more from the plan alone and by the interpreter. Deliberately simple: it is the
/// measure of the host.
/// </summary>
internal sealed class RunModel
{
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private readonly Plan _plan;
    private readonly IReadOnlyList<Answer> _answers;
    private readonly Dictionary<(int Step, DateOnly Day), int> _starts;
    private readonly Func<DateTimeOffset> _now;

    public RunModel(Plan plan, int start, IReadOnlyList<Answer> answers, Dictionary<(int Step, DateOnly Day), int> starts, Func<DateTimeOffset> now)
    {
        (_plan, _answers, _starts, _now) = (plan, answers, starts, now);
        Enter(start);
        Settle();
    }

    public int State { get; private set; }

    public int Visit { get; private set; }

    public bool IsStarted { get; private set; }

    public int Failures { get; private set; }

    public int? Origin { get; private set; }

    public bool OriginIsDone { get; private set; }

    public DateTimeOffset? RetryAt { get; private set; }

    public DateTimeOffset? Due { get; private set; }

    /// <summary>When a pause is over.</summary>
    public DateTimeOffset? Over { get; private set; }

    /// <summary>Until when a worker that crashed has the step.</summary>
    public DateTimeOffset? LeasedUntil { get; private set; }

    public List<Child> Children { get; } = [];

    /// <summary>Who said yes at the checkpoint where the run stands.</summary>
    public HashSet<string> Yes { get; } = new(StringComparer.Ordinal);

    public Dictionary<int, int> Rejections { get; } = [];

    public Dictionary<int, int> Taken { get; } = [];

    public StepPlan? Step => State < _plan.Fallback ? _plan.Steps[State] : null;

    public bool IsForWorker => Step is { Work: not (Work.Human or Work.Checkpoint or Work.Event or Work.Delay or Work.OutsideAutomation) };

    public bool WaitsForChildren => Children.Exists(child => !child.IsTold);

    /// <summary>Whether the next attempt begins now.</summary>
    public bool IsReady => IsForWorker && !WaitsForChildren && !(RetryAt > _now()) && !(LeasedUntil > _now());

    public Circumstances Now => new()
    {
        Answers = _answers,
        Rejections = checkpoint => Rejections.GetValueOrDefault(checkpoint),
        Taken = entry => Taken.GetValueOrDefault(entry),
        FailuresInVisit = Failures,
        StartsToday = State < _plan.Fallback ? _starts.GetValueOrDefault((State, Today)) : 0,
        CameFrom = Origin,
        CameFromIsDone = OriginIsDone,
        IsStarted = IsStarted,
    };

    private DateOnly Today => DateOnly.FromDateTime(_now().UtcDateTime);

    /// <summary>Something that somebody does. False when it is refused.</summary>
    public bool Do(SopTrigger trigger)
    {
        if (!Fire(trigger))
        {
            return false;
        }

        Settle();
        return true;
    }

    /// <summary>Somebody says yes. The last of those who must moves the run.</summary>
    public bool Approve(string person) => Yes.Add(person) && (Yes.Count < Step!.Approvals || Do(SopTrigger.Approve));

    /// <summary>What a host does at once: what is due, what other runs tell, and one attempt.</summary>
    public void LetHostWork(Outcome outcome)
    {
        LetTimePass();
        HearOfChildren();
        if (IsReady)
        {
            Attempt(outcome);
        }
    }

    private void LetTimePass()
    {
        var visit = Visit;
        if (Due <= _now() && !(Over <= Due))
        {
            Due = null;
            if (Step is { OnTimeout: not null } step && (IsStarted || step.Limit is null))
            {
                IsStarted = true;
                Do(SopTrigger.TimeOut);
            }
        }

        if (Visit == visit && Over <= _now() && IsStarted)
        {
            Do(SopTrigger.Complete);
        }
    }

    private void HearOfChildren()
    {
        foreach (var child in Children.Where(child => child is { Completed: not null, IsTold: false }).ToList())
        {
            child.IsTold = true;
            if (WaitsForChildren)
            {
                continue;
            }

            if (Children.TrueForAll(one => one.Completed == true))
            {
                Do(SopTrigger.Complete);
            }
            else
            {
                Fail();
            }
        }
    }

    private void Attempt(Outcome outcome)
    {
        IsStarted = false;
        LeasedUntil = null;
        RetryAt = null;
        if (!Start())
        {
            Settle();
            return;
        }

        var hasCode = Step!.Work is Work.Ai or Work.Script or Work.HandOverByCode or Work.HandOverEach;
        switch (hasCode ? outcome : Outcome.Success)
        {
            case Outcome.Crash:
                LeasedUntil = _now() + Lease;
                break;
            case Outcome.Failure:
                Fail();
                break;
            case var _ when Step.Work == Work.HandOverAndWait:
                Children.RemoveAll(child => child.Completed != true);
                Children.Add(new("?"));
                break;
            default:
                Do(SopTrigger.Complete);
                break;
        }
    }

    // The pause is longer each time.
    public void Fail()
    {
        var failures = Failures + 1;
        var visit = Visit;
        Fire(SopTrigger.Fail);
        RetryAt = Visit == visit ? _now() + TimeSpan.FromSeconds(10 * Math.Pow(3, failures - 1)) : null;
        Settle();
    }

    // A step that waits for somebody starts when the run comes to it, unless it is outside its limit.
    private void Settle()
    {
        for (var passed = 0; Step is not null && !IsForWorker && !IsStarted; passed++)
        {
            if (passed > _plan.Steps.Length)
            {
                Fire(SopTrigger.SwitchToManual);
                return;
            }

            Start();
        }
    }

    private bool Start()
    {
        var day = Today;
        if (!Fire(SopTrigger.Start))
        {
            Assert.True(Fire(SopTrigger.LeaveLimit), "A step that does not start is outside its limit.");
            return false;
        }

        if (Step is { Limit.PerDay: > 0 })
        {
            _starts[(State, day)] = _starts.GetValueOrDefault((State, day)) + 1;
        }

        return true;
    }

    private bool Fire(SopTrigger trigger)
    {
        if (Interpreter.Answer(_plan, State, trigger, Now) is not { } destination)
        {
            return false;
        }

        if (trigger == SopTrigger.Start)
        {
            return IsStarted = true;
        }

        IsStarted = false;
        if (trigger == SopTrigger.Fail && destination.State == State)
        {
            Failures++;
            return true;
        }

        if (trigger == SopTrigger.Reject)
        {
            Rejections[State] = Rejections.GetValueOrDefault(State) + 1;
        }

        if (destination.Entry is { } entry)
        {
            Taken[entry] = Taken.GetValueOrDefault(entry) + 1;
        }

        if (trigger == SopTrigger.DoneByHand)
        {
            OriginIsDone = true;
        }
        else if (destination.State == _plan.Fallback)
        {
            (Origin, OriginIsDone) = (State, trigger is SopTrigger.Complete or SopTrigger.Approve);
        }

        Enter(destination.State);
        return true;
    }

    private void Enter(int state)
    {
        (State, IsStarted, Failures, RetryAt, LeasedUntil) = (state, false, 0, null, null);
        Visit++;
        Children.Clear();
        Yes.Clear();
        Due = Step is { OnTimeout: not null } ? _now() + TimeSpan.FromHours(state + 1) : null;
        Over = Step is { Work: Work.Delay } ? _now() + TimeSpan.FromDays(2) : null;
    }
}
