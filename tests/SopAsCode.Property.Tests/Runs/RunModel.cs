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
    private readonly Dictionary<string, bool> _tasks = new(StringComparer.Ordinal);
    private int _attempts;

    public RunModel(Plan plan, int start, IReadOnlyList<Answer> answers, Dictionary<(int Step, DateOnly Day), int> starts, Func<DateTimeOffset> now)
    {
        (_plan, _answers, _starts, _now) = (plan, answers, starts, now);
        Approvals = new(plan);
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

    /// <summary>What is approved, and who did what.</summary>
    public RunApprovals Approvals { get; }

    /// <summary>The tasks beside steps that hold a step up.</summary>
    public IEnumerable<string> OpenTasks => _tasks.Where(task => task.Value).Select(task => task.Key);

    /// <summary>The work of the step is done, and a task holds it up.</summary>
    public bool IsDone { get; private set; }

    public StepPlan? Step => State < _plan.Fallback ? _plan.Steps[State] : null;

    public bool IsForWorker => Step is { Work: not (Work.Human or Work.Checkpoint or Work.Event or Work.Delay or Work.OutsideAutomation) };

    public bool WaitsForChildren => Children.Exists(child => !child.IsTold);

    /// <summary>Whether the next attempt begins now.</summary>
    public bool IsReady => IsForWorker && !IsDone && !WaitsForChildren && !(RetryAt > _now()) && !(LeasedUntil > _now());

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
        IsHeldUp = IsHeldUp,
    };

    private DateOnly Today => DateOnly.FromDateTime(_now().UtcDateTime);

    /// <summary>Something that somebody does. False when it is refused.</summary>
    public bool Do(SopTrigger trigger)
    {
        if ((IsDone && trigger == SopTrigger.SwitchToManual) || !Fire(trigger))
        {
            return false;
        }

        Settle();
        return true;
    }

    /// <summary>A person does the step. A task that is open keeps the person from it.</summary>
    public bool Complete(string person)
    {
        var state = State;
        if (IsHeldUp(state))
        {
            return false;
        }

        Approvals.Give(state, person);
        return Do(SopTrigger.Complete);
    }

    /// <summary>What a program or another run did is done, and kept while a task is open.</summary>
    public void Finish(string? person = null)
    {
        Approvals.Write(State);
        Approvals.Give(State, person);
        (IsDone, Due, Over) = (true, null, null);
        GoOn();
    }

    /// <summary>A person ticks a task off.</summary>
    public void Tick(string task)
    {
        _tasks[task] = false;
        GoOn();
    }

    /// <summary>Somebody says yes. The last of those who must moves the run; a correction is for all others to see.</summary>
    public bool Approve(string person, bool corrects)
    {
        var state = State;
        var isEnough = !(corrects && Step!.Approvals > 1) && Yes.Count + 1 >= Step!.Approvals;
        if (Yes.Contains(person) || (isEnough && IsHeldUp(state)))
        {
            return false;
        }

        Approvals.Do(state, person);
        if (corrects)
        {
            Approvals.Give(state, person);
            Yes.Clear();
        }

        Yes.Add(person);
        if (!isEnough)
        {
            return true;
        }

        Approvals.Approve(state);
        return Do(SopTrigger.Approve);
    }

    /// <summary>Somebody says no.</summary>
    public bool Reject(string person)
    {
        Approvals.Do(State, person);
        Approvals.TakeBack();
        return Do(SopTrigger.Reject);
    }

    /// <summary>A person did, in the manual path, the step from which the run came.</summary>
    public bool DoByHand(string person)
    {
        if (Interpreter.Answer(_plan, State, SopTrigger.DoneByHand, Now) is null)
        {
            return false;
        }

        Approvals.Write(Origin!.Value);
        Approvals.Give(Origin.Value, person);
        Approvals.Do(Origin.Value, person);
        return Do(SopTrigger.DoneByHand);
    }

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
                if (step.IsCheckpoint)
                {
                    Approvals.TakeBack();
                }

                Do(SopTrigger.TimeOut);
            }
        }

        if (Visit == visit && Over <= _now() && IsStarted)
        {
            Finish();
        }
    }

    private void HearOfChildren()
    {
        foreach (var child in Children.Where(child => child is { Completed: not null, IsTold: false }).ToList())
        {
            child.IsTold = true;
            if (child is { IsDone: true, HasResult: true })
            {
                Approvals.Give(State, null);
            }

            if (WaitsForChildren)
            {
                continue;
            }

            if (Children.TrueForAll(one => one.IsDone))
            {
                IsDone = true;
                (Due, Over) = (null, null);
                GoOn();
            }
            else
            {
                Fail();
            }
        }
    }

    private void Attempt(Outcome outcome)
    {
        if (!Approvals.MayWrite(State))
        {
            Do(SopTrigger.SwitchToManual);
            return;
        }

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
            case var _ when Step.IsTrusted && Children.Count == 0 && !Approvals.MayHandOver(State):
                Do(SopTrigger.SwitchToManual);
                break;
            case var _ when Step.Work == Work.HandOverAndWait:
                Children.RemoveAll(child => !child.IsDone);
                Children.Add(new("?"));
                break;
            default:
                Finish();
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
            if (passed > _plan.Steps.Length || !Approvals.MayWrite(State))
            {
                Fire(SopTrigger.SwitchToManual);
                return;
            }

            Start();
        }
    }

    private void GoOn()
    {
        if (IsDone && !IsHeldUp(State))
        {
            Do(SopTrigger.Complete);
        }
    }

    private bool IsHeldUp(int step) => step < _plan.Fallback && _plan.TasksUntil(step).Any(task => _tasks.GetValueOrDefault(task));

    private bool Start()
    {
        var day = Today;
        if (!Fire(SopTrigger.Start))
        {
            Assert.True(Fire(SopTrigger.LeaveLimit), "A step that does not start is outside its limit.");
            return false;
        }

        if (++_attempts == 1 && Failures == 0)
        {
            _plan.TasksBeside(State).ToList().ForEach(task => _tasks[task.Name] = true);
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

        if (trigger is (SopTrigger.Complete or SopTrigger.Approve or SopTrigger.DoneByHand) && (trigger == SopTrigger.DoneByHand ? Origin!.Value : State) is var done && done < _plan.Fallback)
        {
            _plan.TasksUntil(done).ToList().ForEach(task => _tasks.Remove(task));
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
        (State, IsStarted, IsDone, Failures, RetryAt, LeasedUntil) = (state, false, false, 0, null, null);
        _attempts = 0;
        Visit++;
        Children.Clear();
        Yes.Clear();
        Due = Step is { OnTimeout: not null } ? _now() + TimeSpan.FromHours(state + 1) : null;
        Over = Step is { Work: Work.Delay } ? _now() + TimeSpan.FromDays(2) : null;
    }
}
