using SopAsCode.Definitions;
using SopAsCode.Runtime;

namespace SopAsCode.Property.Tests.Procedures;

/// <summary>Tries a generated machine in every state with every trigger, and on long walks, against the <see cref="Interpreter"/>.</summary>
internal sealed class MachineTrial
{
    private const int Settings = 10;
    private const int Moves = 120;

    private static readonly SopTrigger[] Triggers = Enum.GetValues<SopTrigger>();

    private readonly Plan _plan;
    private readonly SopMachine _machine;
    private readonly SopDefinition _definition;
    private readonly Starts _starts = new();
    private readonly Type _case;
    private readonly Type _answer;
    private readonly Random _chance;

    // The tasks beside steps, and whether each is open.
    private Dictionary<string, bool> _tasks = [];

    private MachineTrial(Compiled compiled)
    {
        _plan = compiled.Plan;
        _machine = compiled.NewMachine();
        _definition = compiled.Definition;
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
            _tasks = Enumerable.Range(0, _plan.Fallback).SelectMany(_plan.TasksBeside).Where(_ => _chance.Next(3) > 0).ToDictionary(task => task.Name, _ => _chance.Next(3) == 0, StringComparer.Ordinal);
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
                    CameFromIsDone = _chance.Next(2) == 0,
                    IsHeldUp = IsHeldUp,
                };
                foreach (var trigger in Triggers)
                {
                    Try(state, trigger, now with { IsStarted = false });
                    Try(state, trigger, now with { IsStarted = state < _plan.Fallback });
                }
            }
        }
    }

    private void Try(int state, SopTrigger trigger, Circumstances now)
    {
        var run = RunIn(state, now);
        var expected = Interpreter.Answer(_plan, state, trigger, now);
        var isOpen = _machine.Allows(run, trigger);
        if (isOpen != expected is not null || run.State != _definition.States[state])
        {
            Fail(state, trigger, now, expected, $"is {(isOpen ? "open" : "refused")}, and asking leaves the run in {run.State}");
        }

        // One refusal in detail is enough for each trigger that is not open: it asks for all the others.
        if (!isOpen && _chance.Next(8) > 0)
        {
            return;
        }

        var move = _machine.Fire(run, trigger);
        if (move.Moved != isOpen || run.State != _definition.States[expected?.State ?? state] || move.BoundedEntry != EntryOf(expected))
        {
            Fail(state, trigger, now, expected, $"leads to {run.State} and uses up entry {move.BoundedEntry}");
        }

        if (isOpen && run.IsStarted != (trigger == SopTrigger.Start))
        {
            Fail(state, trigger, now, expected, $"leaves the step {(run.IsStarted ? "started" : "not started")}");
        }
    }

    private SopRun RunIn(int state, Circumstances now)
    {
        Dictionary<string, int> taken = [];
        for (var step = 0; step < _plan.Fallback; step++)
        {
            for (var i = 0; i < _plan.Steps[step].Next.Length; i++)
            {
                // Of two with one name the second is never reached.
                taken.TryAdd(EntryName(step, i), now.Taken(_plan.FirstEntry(step) + i));
            }
        }

        _starts.Count = now.StartsToday;
        _machine.Starts = now.StartsToday is null ? null : _starts;
        var run = SopRun.Restore(_definition, new()
        {
            Id = "run 1",
            Sop = _definition.Id,
            State = _definition.States[state],
            IsStarted = now.IsStarted,
            CameFrom = now.CameFrom is { } origin ? _definition.States[origin] : null,
            CameFromIsDone = now.CameFromIsDone,
            FailuresInVisit = now.FailuresInVisit,
            Rejections = Enumerable.Range(0, _plan.Fallback).ToDictionary(step => _definition.States[step], now.Rejections, StringComparer.Ordinal),
            Taken = taken,
            Tasks = _tasks,
        });
        run.Values.Set(_case, Case(now.Answers));
        return run;
    }

    private bool IsHeldUp(int step) => _plan.TasksUntil(step).Any(task => _tasks.GetValueOrDefault(task));

    private string EntryName(int step, int entry) =>
        _definition.States[step] + (_plan.Steps[step].Next[entry].When is { } condition ? $" when {_definition.Conditions[condition].Name}" : "");

    private string? EntryOf(Destination? destination)
    {
        if (destination?.Entry is not { } entry)
        {
            return null;
        }

        var step = Enumerable.Range(0, _plan.Fallback).Last(step => _plan.FirstEntry(step) <= entry && _plan.Steps[step].Next.Length > 0);
        return EntryName(step, entry - _plan.FirstEntry(step));
    }

    // One run from its start, with counters of our own beside it.
    private void Walk()
    {
        Dictionary<int, int> rejections = [];
        Dictionary<int, int> taken = [];
        var (state, failures, origin, isDone, isStarted) = (0, 0, (int?)null, false, false);
        var answers = Answers();
        _tasks = [];
        var run = new SopRun(_definition, "run 1");
        run.Values.Set(_case, Case(answers));
        _machine.Starts = _starts;
        for (var i = 0; i < Moves && state <= _plan.Fallback; i++)
        {
            int? starts = _chance.Next(5);
            _starts.Count = starts;
            if (_chance.Next(3) == 0)
            {
                answers = Answers();
                run.Values.Set(_case, Case(answers));
            }

            if (run.OpenTasks is [var task, ..] && _chance.Next(3) == 0)
            {
                Assert.True(run.TickOff(task));
                _tasks[task] = false;
            }

            // The ends would end most walks at once; and most steps must start before anything else can happen.
            var trigger = !isStarted && _chance.Next(2) == 0 ? SopTrigger.Start : Triggers[_chance.Next(Triggers.Length)];
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
                CameFromIsDone = isDone,
                IsStarted = isStarted,
                IsHeldUp = IsHeldUp,
            };
            var expected = Interpreter.Answer(_plan, state, trigger, now);
            _machine.Fire(run, trigger);
            if (run.State != _definition.States[expected?.State ?? state])
            {
                Fail(state, trigger, now, expected, $"leads, on move {i} of a walk, to {run.State}");
            }

            if (expected is not { } destination)
            {
                continue;
            }

            Keep(trigger, trigger == SopTrigger.DoneByHand ? origin : state, failures);
            Assert.Equal(_tasks.Where(task => task.Value).Select(task => task.Key).Order(StringComparer.Ordinal), run.OpenTasks.Order(StringComparer.Ordinal));
            if (trigger == SopTrigger.Reject)
            {
                rejections[state] = rejections.GetValueOrDefault(state) + 1;
            }

            if (destination.Entry is { } entry)
            {
                taken[entry] = taken.GetValueOrDefault(entry) + 1;
            }

            if (trigger == SopTrigger.DoneByHand)
            {
                isDone = true;
            }
            else if (destination.State == _plan.Fallback)
            {
                (origin, isDone) = (state, trigger is SopTrigger.Complete or SopTrigger.Approve);
            }

            isStarted = trigger == SopTrigger.Start;
            failures = isStarted ? failures : trigger == SopTrigger.Fail && destination.State == state ? failures + 1 : 0;
            state = destination.State;
        }
    }

    // A task opens with its step, not with a further attempt at it, and is over with the step that it holds up.
    private void Keep(SopTrigger trigger, int? step, int failures)
    {
        if (step is not { } of)
        {
            return;
        }

        if (trigger == SopTrigger.Start && failures == 0)
        {
            _plan.TasksBeside(of).ToList().ForEach(task => _tasks[task.Name] = true);
        }

        if (trigger is (SopTrigger.Complete or SopTrigger.Approve or SopTrigger.DoneByHand) && of < _plan.Fallback)
        {
            _plan.TasksUntil(of).ToList().ForEach(task => _tasks.Remove(task));
        }
    }

    private object Case(IReadOnlyList<Answer> answers) =>
        Activator.CreateInstance(_case, [.. answers.Take(Plan.Conditions - 1).Select(answer => Enum.ToObject(_answer, (int)answer))])!;

    private Answer[] Answers() => [.. Enumerable.Range(1, Plan.Conditions - 1).Select(_ => (Answer)_chance.Next(3)), Answer.Yes];

    private void Fail(int state, SopTrigger trigger, Circumstances now, Destination? expected, string but)
    {
        var should = expected is { } destination ? $"lead to {destination.State} and use up entry {destination.Entry}" : "be refused";
        Assert.Fail($"{trigger} in state {state} should {should}, but {but}. The manual path is {_plan.Fallback}. Answers: {string.Join(", ", now.Answers)}; "
            + $"{now.FailuresInVisit} failures, starts: {now.StartsToday}, came from: {now.CameFrom}, done: {now.CameFromIsDone}, started: {now.IsStarted}.");
    }

    private sealed class Starts : IStartCounter
    {
        public int? Count { get; set; }

        public int Today(string sop, string step) => Count ?? throw new InvalidOperationException("Nobody counts.");

        public bool TryCount(string sop, string step, int perDay) => Count < perDay;
    }
}
