using SopAsCode.Definitions;
using SopAsCode.Property.Tests.Procedures;
using SopAsCode.Runtime;

namespace SopAsCode.Property.Tests.Runs;

/// <summary>
/// Sends a run through a random procedure on a host: with random answers, failures, crashes, time that passes, and restarts. After each of them the host stands where the
/// interpreter says, and at the end record, machine and interpreter agree.
/// </summary>
internal sealed class HostTrial
{
    private const int Moves = 40;
    private const int People = 40;

    private readonly Compiled _compiled;
    private readonly Plan _plan;
    private readonly SopDefinition _definition;
    private readonly TrialHouse _house;
    private readonly Random _chance;
    private readonly Dictionary<(int Step, DateOnly Day), int> _starts;
    private readonly Answer[] _answers;
    private readonly string _run;
    private readonly List<string> _done = [];
    private RunModel _model = null!;

    private HostTrial(Compiled compiled, TrialHouse house, Dictionary<(int Step, DateOnly Day), int> starts, int number)
    {
        (_compiled, _plan, _definition, _house, _starts) = (compiled, compiled.Plan, compiled.Definition, house, starts);
        _chance = new(compiled.Plan.Chance ^ (number * 7919));
        _answers = [.. Enumerable.Range(1, Plan.Conditions - 1).Select(_ => _chance.Next(6) == 0 ? Answer.NobodyKnows : (Answer)_chance.Next(2)), Answer.Yes];
        _run = $"run-{number}";
    }

    /// <summary>How often the host refused a write or a hand-off.</summary>
    public int Refused { get; private set; }

    /// <summary>Throws where host and interpreter differ.</summary>
    /// <returns>How many moves were tried, and how often the host refused a write or a hand-off.</returns>
    public static async Task<(int Moves, int Refused)> CheckAsync(Compiled compiled, int runs)
    {
        await using var house = new TrialHouse(compiled);
        Dictionary<(int Step, DateOnly Day), int> starts = [];
        var (moves, refused) = (0, 0);
        for (var number = 1; number <= runs; number++)
        {
            var trial = new HostTrial(compiled, house, starts, number);
            try
            {
                await trial.RunAsync();
            }
            catch (Exception problem)
            {
                throw new InvalidOperationException($"{problem.Message}\nAfter: {string.Join("; ", trial._done.TakeLast(12))}. Answers: {string.Join(", ", trial._answers)}.", problem);
            }

            moves += trial._done.Count;
            refused += trial.Refused;
        }

        Assert.Empty(await house.Host.VerifyAsync());
        return (moves, refused);
    }

    private async Task RunAsync()
    {
        var start = _plan.Start is { } other && _chance.Next(2) == 0 ? other : 0;
        var began = await _house.Host.StartAsync(_run, new()
        {
            By = Actor.Automation("trial"),
            Sop = _definition.Id,
            Input = $$"""{"A":{{(int)_answers[0]}},"B":{{(int)_answers[1]}},"C":{{(int)_answers[2]}}}""",
            Trigger = start == 0 ? null : "Later",
        });
        began.OrThrow();
        _model = new(_plan, start, _answers, _starts, () => _house.Now);
        await CheckAsync($"start in {_plan.NameOf(start)}");
        for (var i = 0; i < Moves && _model.State <= _plan.Fallback; i++)
        {
            if (_chance.Next(8) == 0)
            {
                await _house.RestartAsync();
                await CheckAsync("restart");
            }

            await CheckAsync(await NextAsync());
        }

        var history = await _house.Host.HistoryAsync(_run);
        RecordComparison.Check(_compiled, _model, _answers, _run, history);
        CheckRefused(history);
    }

    // A write or a hand-off that the host refuses is one that the rules report.
    private void CheckRefused(IReadOnlyList<RecordedEvent> history)
    {
        foreach (var refused in history.Select(recorded => recorded.Read()).OfType<SwitchedToManual>().Where(refused => refused.Because is { } because && !because.Contains("goes round", StringComparison.Ordinal)))
        {
            Refused++;
            var step = _compiled.Graph.StateOf(refused.Move!.From)!.Value;
            Assert.True(ApprovalTrial.Reported(_compiled.Graph).Contains(step), $"{refused.Because} The rules do not say so.");
        }
    }

    private async Task<string> NextAsync() => _chance.Next(24) switch
    {
        0 => await DecideAsync(SopTrigger.SwitchToManual, by => new SwitchToManual { By = by }),
        1 => await DecideAsync(SopTrigger.Resume, by => new Resume { By = by }),
        2 when _chance.Next(4) == 0 => await DecideAsync(SopTrigger.Cancel, by => new Cancel { By = by }),
        3 when _chance.Next(4) == 0 => await DecideAsync(SopTrigger.Escalate, by => new Escalate { By = by }),
        4 or 5 when _model.OpenTasks.Any() => await TickAsync(),
        _ when _model.IsDone => await TickAsync(),
        _ when _model.State == _plan.Fallback => await ByHandAsync(),
        _ when _model.WaitsForChildren => await ChildAsync(),
        _ when _model.IsForWorker => await WorkAsync(),
        _ when _model.Step!.Work == Work.Delay || (_model.Due is not null && _chance.Next(4) == 0) => await TimeAsync(),
        _ => await AnswerAsync(),
    };

    private async Task<string> TickAsync()
    {
        var task = _model.OpenTasks.Order(StringComparer.Ordinal).ElementAt(_chance.Next(_model.OpenTasks.Count()));
        var item = Assert.Single(await _house.Host.InboxAsync(new() { Run = _run }), item => item.Task == task);
        (await _house.Host.AnswerAsync(new Complete { By = Actor.Person(Person()), Item = item.Id, Revision = item.Revision })).OrThrow();
        _model.Tick(task);
        return $"'{task}' ticked off";
    }

    private async Task<string> WorkAsync()
    {
        if (!_model.IsReady)
        {
            return await TimeAsync();
        }

        return await WorkAsync(_chance.Next(8) switch { 0 => Outcome.Crash, < 4 => Outcome.Failure, _ => Outcome.Success });
    }

    private async Task<string> WorkAsync(Outcome outcome)
    {
        var visit = _model.Visit;
        await _house.WorkAsync(outcome);
        _model.LetHostWork(outcome);
        if (_model.Visit == visit || _model.WaitsForChildren)
        {
            await NameChildrenAsync();
        }

        return $"work, {outcome}";
    }

    // Time passes up to the next thing that happens by itself, and the host looks.
    private async Task<string> TimeAsync()
    {
        var next = new[] { _model.Due, _model.Over, _model.RetryAt, _model.LeasedUntil }.Where(at => at > _house.Now).Min() ?? _house.Now;
        _house.Now = next + TimeSpan.FromSeconds(_chance.Next(3));
        return $"time passes to {_house.Now:s}, {await WorkAsync(_chance.Next(2) == 0 ? Outcome.Success : Outcome.Failure)}";
    }

    private async Task<string> DecideAsync(SopTrigger trigger, Func<Actor, RunDecision> command)
    {
        var reply = await _house.Host.SendAsync(_run, command(Actor.Person("p1")));
        Assert.Equal(_model.Do(trigger), reply.IsAccepted);
        return $"{trigger}, {(reply.IsAccepted ? "accepted" : "refused")}";
    }

    private async Task<string> ByHandAsync()
    {
        var item = await ItemAsync("Fallback");
        Assert.Equal(ItemKind.ByHand, item.Kind);
        switch (_chance.Next(8))
        {
            case 0:
                (await _house.Host.AnswerAsync(new Complete { By = Actor.Person("p1"), Item = item.Id, Revision = item.Revision })).OrThrow();
                Assert.True(_model.Do(SopTrigger.Complete));
                return "completed by hand";
            case < 4:
                return await DecideAsync(SopTrigger.Resume, by => new Resume { By = by });
            default:
                var step = _definition.StepOf(_plan.NameOf(_model.Origin!.Value))!;
                var person = Person();
                var reply = await _house.Host.AnswerAsync(new DoStepByHand { By = Actor.Person(person), Item = item.Id, Revision = item.Revision, Value = TrialHouse.AnswerTo(step) });
                Assert.True(item.CanBeDone == step.Name || !reply.IsAccepted);
                Assert.Equal(_model.DoByHand(person), reply.IsAccepted);
                return $"{step.Name} by hand, {(reply.IsAccepted ? "accepted" : "refused")}";
        }
    }

    private async Task<string> ChildAsync()
    {
        var open = _model.Children.Where(child => child.Completed is null).ToList();
        if (open.Count == 0 || _chance.Next(5) == 0)
        {
            return await WorkAsync(Outcome.Success);
        }

        var child = open[_chance.Next(open.Count)];
        if (await _house.Host.InboxAsync(new() { Run = child.Run }) is not [var item])
        {
            return await WorkAsync(Outcome.Success);
        }

        child.Completed = _chance.Next(3) > 0;
        child.IsByHand = child.Completed == true && _chance.Next(3) == 0;
        if (child.IsByHand)
        {
            (await _house.Host.SendAsync(child.Run, new SwitchToManual { By = Actor.Person("p1") })).OrThrow();
            item = Assert.Single(await _house.Host.InboxAsync(new() { Run = child.Run }));
        }

        var reply = child.Completed == true
            ? await _house.Host.AnswerAsync(new Complete { By = Actor.Person("p1"), Item = item.Id, Revision = item.Revision, Value = child.IsByHand || item.Sop is "another" or "trusting" ? null : TrialHouse.Sample("Note") })
            : await _house.Host.SendAsync(child.Run, new Cancel { By = Actor.Person("p1") });
        reply.OrThrow();
        return $"{child.Run} ends {(child.IsByHand ? "completed by hand" : child.Completed == true ? "completed" : "cancelled")}";
    }

    private async Task<string> AnswerAsync()
    {
        var item = await ItemAsync(_plan.NameOf(_model.State));
        var step = _model.Step!;
        if (step.IsCheckpoint)
        {
            return await CheckpointAsync(item, step);
        }

        if (step.Work != Work.Human && _chance.Next(3) == 0)
        {
            var failed = await _house.Host.AnswerAsync(new ReportFailure { By = Actor.Automation("trial"), Item = item.Id, Revision = item.Revision, Notes = "out of order" });
            Assert.Equal(step.CanFail, failed.IsAccepted);
            if (step.CanFail)
            {
                _model.Fail();
            }

            return $"failed outside, {(failed.IsAccepted ? "accepted" : "refused")}";
        }

        var answer = new Complete { By = Actor.Person(Person()), Item = item.Id, Revision = item.Revision, Value = TrialHouse.AnswerTo(_definition.StepOf(item.Step)!) };
        var reply = await _house.Host.AnswerAsync(answer);
        _model.Approvals.Do(_model.State, answer.By.Name, reply.IsAccepted);
        if (step.Work != Work.Human)
        {
            reply.OrThrow();
            _model.Finish(answer.By.Name);
        }
        else if (!_model.Complete(answer.By.Name))
        {
            Assert.Equal(RefusalKind.WrongState, reply.Refusal?.Kind);
            return "not completed, because a task is open";
        }

        reply.OrThrow();

        // The same answer once more reaches nothing, not even a later visit of the step.
        Assert.Equal(RefusalKind.AlreadyAnswered, (await _house.Host.AnswerAsync(answer)).Refusal?.Kind);
        return "completed";
    }

    private async Task<string> CheckpointAsync(PendingItem item, StepPlan step)
    {
        var keptAway = _model.Approvals.KeptAway(_model.State);
        Assert.Equal(keptAway.Order(StringComparer.Ordinal), (item.Excluded ?? []).Order(StringComparer.Ordinal));
        if (keptAway.Count > 0 && _chance.Next(4) == 0)
        {
            var own = await _house.Host.AnswerAsync(new Approve { By = Actor.Person(keptAway.First()), Item = item.Id, Revision = item.Revision, Value = TrialHouse.AnswerTo(_definition.StepOf(item.Step)!) });
            Assert.Equal(RefusalKind.OwnWork, own.Refusal?.Kind);
            return $"{keptAway.First()} may not approve";
        }

        var person = Actor.Person(Person(keptAway));
        if (_chance.Next(2) == 0)
        {
            (await _house.Host.AnswerAsync(new Reject { By = person, Item = item.Id, Revision = item.Revision, Reason = "no" })).OrThrow();
            Assert.True(_model.Reject(person.Name));
            return "rejected";
        }

        Assert.Equal(_model.Yes.Order(StringComparer.Ordinal), (item.Approvals ?? []).Select(yes => yes.Person).Order(StringComparer.Ordinal));
        var shown = (item.Shown ?? []).Where(value => value is { Context: false, Content: not null }).Select(value => value.Type);
        var isUnseen = _definition.StepOf(item.Step)!.Outputs.Except(shown, StringComparer.Ordinal).Any();
        if (isUnseen && _chance.Next(3) == 0)
        {
            var blind = await _house.Host.AnswerAsync(new Approve { By = person, Item = item.Id, Revision = item.Revision });
            Assert.Equal(RefusalKind.Incomplete, blind.Refusal?.Kind);
            return "approved unseen, refused";
        }

        var corrects = step.Gives != 0 && (isUnseen || !_model.Approvals.Has(step.Gives) || _chance.Next(3) == 0);
        var reply = await _house.Host.AnswerAsync(
            new Approve { By = person, Item = item.Id, Revision = item.Revision, Value = corrects ? TrialHouse.AnswerTo(_definition.StepOf(item.Step)!) : null });
        var isCounted = _model.Approve(person.Name, corrects);
        Assert.True(isCounted == reply.IsAccepted, $"{reply.Refusal?.Message ?? "accepted"}");
        return $"approved by {person.Name}{(corrects ? " with a correction" : "")}, {(isCounted ? "counted" : "refused")}";
    }

    private string Person(IReadOnlyCollection<string>? keptAway = null) =>
        Enumerable.Range(1, People).Select(i => $"p{i}").Where(name => keptAway?.Contains(name) != true).ElementAt(_chance.Next(3));

    private async Task<PendingItem> ItemAsync(string step) => Assert.Single(await _house.Host.InboxAsync(new() { Run = _run }), item => item.Step == step && item.Kind != ItemKind.Task);

    // The names of the runs that an attempt started stand in the record.
    private async Task NameChildrenAsync()
    {
        if (_model.Children.RemoveAll(child => child.Run == "?") > 0)
        {
            var handed = (HandedOff)(await _house.Host.HistoryAsync(_run)).Last(recorded => recorded.Event == nameof(HandedOff)).Read();
            _model.Children.AddRange(handed.Runs.Select(run => new Child(run.Run) { HasResult = run.Result is not null }));
        }
    }

    private async Task CheckAsync(string done)
    {
        _done.Add(done);
        Assert.Equal(_plan.NameOf(_model.State), await _house.StateAsync(_run));
        var inbox = await _house.Host.InboxAsync(new() { Run = _run });
        Assert.Equal(_model.State <= _plan.Fallback ? _model.OpenTasks.Order(StringComparer.Ordinal) : [], inbox.Select(item => item.Task).OfType<string>().Order(StringComparer.Ordinal));
        var open = inbox.Where(item => item.Kind != ItemKind.Task).Select(item => item.Step).ToList();
        var asks = _model.State == _plan.Fallback || _model.State == _plan.Escalated || (_model.Step is { Work: not Work.Delay } && !_model.IsForWorker && !_model.IsDone);
        Assert.Equal(asks ? [_plan.NameOf(_model.State)] : [], open);
    }
}
