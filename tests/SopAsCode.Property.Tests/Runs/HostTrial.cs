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

    /// <summary>Throws where host and interpreter differ.</summary>
    /// <returns>How many moves were tried.</returns>
    public static async Task<int> CheckAsync(Compiled compiled, int runs)
    {
        await using var house = new TrialHouse(compiled);
        Dictionary<(int Step, DateOnly Day), int> starts = [];
        var moves = 0;
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
        }

        Assert.Empty(await house.Host.VerifyAsync());
        return moves;
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

        RecordComparison.Check(_compiled, _model, _answers, _run, await _house.Host.HistoryAsync(_run));
    }

    private async Task<string> NextAsync() => _chance.Next(24) switch
    {
        0 => await DecideAsync(SopTrigger.SwitchToManual, by => new SwitchToManual { By = by }),
        1 => await DecideAsync(SopTrigger.Resume, by => new Resume { By = by }),
        2 when _chance.Next(4) == 0 => await DecideAsync(SopTrigger.Cancel, by => new Cancel { By = by }),
        3 when _chance.Next(4) == 0 => await DecideAsync(SopTrigger.Escalate, by => new Escalate { By = by }),
        _ when _model.State == _plan.Fallback => await ByHandAsync(),
        _ when _model.WaitsForChildren => await ChildAsync(),
        _ when _model.IsForWorker => await WorkAsync(),
        _ when _model.Step!.Work == Work.Delay || (_model.Due is not null && _chance.Next(4) == 0) => await TimeAsync(),
        _ => await AnswerAsync(),
    };

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
                var reply = await _house.Host.AnswerAsync(new DoStepByHand { By = Actor.Person("p1"), Item = item.Id, Revision = item.Revision, Value = TrialHouse.AnswerTo(step) });
                Assert.Equal(_model.Do(SopTrigger.DoneByHand), reply.IsAccepted);
                Assert.Equal(reply.IsAccepted, item.CanBeDone == step.Name);
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
        var reply = child.Completed == true
            ? await _house.Host.AnswerAsync(new Complete { By = Actor.Person("p1"), Item = item.Id, Revision = item.Revision, Value = item.Sop == "elsewhere" ? """{"Text":"back"}""" : null })
            : await _house.Host.SendAsync(child.Run, new Cancel { By = Actor.Person("p1") });
        reply.OrThrow();
        return $"{child.Run} ends {(child.Completed == true ? "completed" : "cancelled")}";
    }

    private async Task<string> AnswerAsync()
    {
        var item = await ItemAsync(_plan.NameOf(_model.State));
        var (step, definition) = (_model.Step!, _definition.StepOf(item.Step)!);
        var person = Actor.Person(Enumerable.Range(1, 9).Select(i => $"p{i}").Where(name => item.Excluded?.Contains(name) != true).ElementAt(_chance.Next(3)));
        var value = TrialHouse.AnswerTo(definition);
        if (step.IsCheckpoint && _chance.Next(2) == 0)
        {
            (await _house.Host.AnswerAsync(new Reject { By = person, Item = item.Id, Revision = item.Revision, Reason = "no" })).OrThrow();
            Assert.True(_model.Do(SopTrigger.Reject));
            return "rejected";
        }

        if (step.IsCheckpoint)
        {
            Assert.Equal(_model.Yes.Order(StringComparer.Ordinal), (item.Approvals ?? []).Select(yes => yes.Person).Order(StringComparer.Ordinal));
            var isFirst = !_model.Yes.Contains(person.Name);
            var reply = await _house.Host.AnswerAsync(new Approve { By = person, Item = item.Id, Revision = item.Revision, Value = value });
            Assert.Equal(isFirst, reply.IsAccepted);
            Assert.Equal(isFirst, _model.Approve(person.Name));
            return $"approved by {person.Name}, {(isFirst ? "who had not" : "once more")}";
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

        (await _house.Host.AnswerAsync(new Complete { By = person, Item = item.Id, Revision = item.Revision, Value = value })).OrThrow();
        Assert.True(_model.Do(SopTrigger.Complete));

        // The same answer once more reaches nothing, not even a later visit of the step.
        Assert.Equal(RefusalKind.AlreadyAnswered, (await _house.Host.AnswerAsync(new Complete { By = person, Item = item.Id, Revision = item.Revision, Value = value })).Refusal?.Kind);
        return "completed";
    }

    private async Task<PendingItem> ItemAsync(string step) => Assert.Single(await _house.Host.InboxAsync(new() { Run = _run }), item => item.Step == step);

    // The names of the runs that an attempt started stand in the record.
    private async Task NameChildrenAsync()
    {
        if (_model.Children.RemoveAll(child => child.Run == "?") > 0)
        {
            var handed = (HandedOff)(await _house.Host.HistoryAsync(_run)).Last(recorded => recorded.Event == nameof(HandedOff)).Read();
            _model.Children.AddRange(handed.Runs.Select(run => new Child(run.Run)));
        }
    }

    private async Task CheckAsync(string done)
    {
        _done.Add(done);
        Assert.Equal(_plan.NameOf(_model.State), await _house.StateAsync(_run));
        var open = (await _house.Host.InboxAsync(new() { Run = _run })).Select(item => item.Step).ToList();
        var asks = _model.State == _plan.Fallback || _model.State == _plan.Escalated || (_model.Step is { Work: not Work.Delay } && !_model.IsForWorker);
        Assert.Equal(asks ? [_plan.NameOf(_model.State)] : [], open);
    }
}
