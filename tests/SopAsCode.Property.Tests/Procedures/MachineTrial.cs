namespace SopAsCode.Property.Tests.Procedures;

/// <summary>Tries a generated machine in every state with every trigger, and on long walks, against the <see cref="Interpreter"/>.</summary>
internal sealed class MachineTrial
{
    private const int Settings = 10;
    private const int Moves = 120;

    private static readonly SopTrigger[] Triggers = Enum.GetValues<SopTrigger>();

    private readonly Plan _plan;
    private readonly SopMachine _machine;
    private readonly Type _case;
    private readonly Type _answer;
    private readonly Random _chance;

    private MachineTrial(Compiled compiled)
    {
        _plan = compiled.Plan;
        _machine = compiled.NewMachine();
        _case = compiled.Class.Assembly.GetType("Team.Case", throwOnError: true)!;
        _answer = compiled.Class.Assembly.GetType("Team.Answer", throwOnError: true)!;
        _chance = new(_plan.Chance);
    }

    /// <summary>Throws at the first trigger that does not lead where the language says.</summary>
    public static void Check(Compiled compiled)
    {
        var trial = new MachineTrial(compiled);
        trial.EveryTriggerInEveryState();
        trial.Walk();
    }

    private void EveryTriggerInEveryState()
    {
        for (var setting = 0; setting < Settings; setting++)
        {
            var answers = Answers();
            var (rejections, failures, taken) = (_chance.Next(5), _chance.Next(5), _chance.Next(5));
            int? starts = _chance.Next(6) is var count and < 5 ? count : null;
            int? origin = _chance.Next(4) > 0 ? _chance.Next(_plan.Fallback) : null;
            for (var state = 0; state < _plan.StateCount; state++)
            {
                var now = new Circumstances
                {
                    Answers = answers,
                    Rejections = checkpoint => (rejections + checkpoint) % 5,
                    Taken = entry => (taken + entry) % 5,
                    FailuresInVisit = failures,
                    StartsToday = starts,
                    CameFrom = origin,
                };
                foreach (var trigger in Triggers)
                {
                    Try(state, trigger, now);
                }
            }
        }
    }

    private void Try(int state, SopTrigger trigger, Circumstances now)
    {
        var run = RunIn(state, now);
        var expected = Interpreter.Answer(_plan, state, trigger, now);
        var isOpen = _machine.Allows(run, trigger);
        if (isOpen != expected is not null || run.State != state)
        {
            Fail(state, trigger, now, expected, $"is {(isOpen ? "open" : "refused")}, and asking leaves the run in {run.State}");
        }

        // One refusal in detail is enough for each trigger that is not open: it asks for all the others.
        if (!isOpen && _chance.Next(8) > 0)
        {
            return;
        }

        var move = _machine.Fire(run, trigger);
        if (move.Moved != isOpen || run.State != (expected?.State ?? state) || move.BoundedEntry != expected?.Entry)
        {
            Fail(state, trigger, now, expected, $"leads to {run.State} and uses up entry {move.BoundedEntry}");
        }
    }

    // Counters that a run can have only by its moves, so it makes them.
    private SopRun RunIn(int state, Circumstances now)
    {
        var run = NewRun(now.Answers, () => now.StartsToday);
        for (var step = 0; step < _plan.Fallback; step++)
        {
            if (_plan.Steps[step].OnReject is { AtMost: > 0 })
            {
                Repeat(now.Rejections(step), new() { Moved = true, From = step, Trigger = SopTrigger.Reject, To = state });
            }

            for (var i = 0; i < _plan.Steps[step].Next.Length; i++)
            {
                var entry = _plan.FirstEntry(step) + i;
                Repeat(_plan.Steps[step].Next[i].AtMost == 0 ? 0 : now.Taken(entry), new() { Moved = true, From = step, Trigger = SopTrigger.Complete, To = state, BoundedEntry = entry });
            }
        }

        if (now.CameFrom is { } origin)
        {
            run.Apply(new() { Moved = true, From = origin, Trigger = SopTrigger.SwitchToManual, To = _plan.Fallback, ToFallback = true });
        }

        Repeat(now.FailuresInVisit, new() { Moved = true, From = state, Trigger = SopTrigger.Fail, To = state });
        run.State = state;
        return run;

        void Repeat(int times, SopMove move)
        {
            for (var i = 0; i < times; i++)
            {
                run.Apply(move);
            }
        }
    }

    // One run from its start, with counters of our own beside it.
    private void Walk()
    {
        Dictionary<int, int> rejections = [];
        Dictionary<int, int> taken = [];
        var (state, failures, origin) = (0, 0, (int?)null);
        int? starts = _chance.Next(5);
        var answers = Answers();
        var run = NewRun(answers, () => starts);
        for (var i = 0; i < Moves && state <= _plan.Fallback; i++)
        {
            starts = _chance.Next(5);
            if (_chance.Next(3) == 0)
            {
                answers = Answers();
                run.Values.Set(_case, Case(answers));
            }

            // The ends would end most walks at once.
            var trigger = Triggers[_chance.Next(Triggers.Length)];
            if (trigger is SopTrigger.Cancel or SopTrigger.Escalate || (state == _plan.Fallback && trigger == SopTrigger.Complete))
            {
                continue;
            }

            var now = new Circumstances
            {
                Answers = answers,
                Rejections = checkpoint => rejections.GetValueOrDefault(checkpoint),
                Taken = entry => taken.GetValueOrDefault(entry),
                FailuresInVisit = failures,
                StartsToday = starts,
                CameFrom = origin,
            };
            var expected = Interpreter.Answer(_plan, state, trigger, now);
            _machine.Fire(run, trigger);
            if (run.State != (expected?.State ?? state))
            {
                Fail(state, trigger, now, expected, $"leads, on move {i} of a walk, to {run.State}");
            }

            if (expected is not { } destination)
            {
                continue;
            }

            if (trigger == SopTrigger.Reject)
            {
                rejections[state] = rejections.GetValueOrDefault(state) + 1;
            }

            if (destination.Entry is { } entry)
            {
                taken[entry] = taken.GetValueOrDefault(entry) + 1;
            }

            origin = destination.State == _plan.Fallback ? state : origin;
            failures = trigger == SopTrigger.Fail && destination.State == state ? failures + 1 : 0;
            state = destination.State;
        }
    }

    private SopRun NewRun(IReadOnlyList<Answer> answers, Func<int?> starts)
    {
        var run = new SopRun("run 1");
        run.Values.Set(_case, Case(answers));
        if (starts() is not null)
        {
            run.StartedToday = _ => starts()!.Value;
        }

        return run;
    }

    private object Case(IReadOnlyList<Answer> answers) =>
        Activator.CreateInstance(_case, [.. answers.Take(Plan.Conditions - 1).Select(answer => Enum.ToObject(_answer, (int)answer))])!;

    private Answer[] Answers() => [.. Enumerable.Range(1, Plan.Conditions - 1).Select(_ => (Answer)_chance.Next(3)), Answer.Yes];

    private void Fail(int state, SopTrigger trigger, Circumstances now, Destination? expected, string but)
    {
        var should = expected is { } destination ? $"lead to {destination.State} and use up entry {destination.Entry}" : "be refused";
        Assert.Fail($"{trigger} in state {state} should {should}, but {but}. The manual path is {_plan.Fallback}. Answers: {string.Join(", ", now.Answers)}; "
            + $"{now.FailuresInVisit} failures, starts: {now.StartsToday}, came from: {now.CameFrom}.");
    }
}
