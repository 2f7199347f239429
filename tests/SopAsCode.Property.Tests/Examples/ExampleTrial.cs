using System.Reflection;
using SopAsCode.Definitions;
using SopAsCode.Runtime;
using Stateless;

namespace SopAsCode.Property.Tests.Examples;

/// <summary>Plays every sequence of triggers of one example, each state of a run once, against the <see cref="Oracle"/>.</summary>
internal sealed class ExampleTrial<TState, TTrigger>
    where TState : struct, Enum
    where TTrigger : struct, Enum
{
    private static readonly SopTrigger[] Triggers = Enum.GetValues<SopTrigger>();

    private readonly WrittenSop _sop;
    private readonly SampleValues _samples;
    private readonly SopDefinition _definition;
    private readonly SopMachine _host;
    private readonly RunCursor<TState> _cursor;
    private readonly StateMachine<TState, TTrigger> _raw;
    private readonly Dictionary<string, HashSet<Answer>> _heard;

    public ExampleTrial(Type type)
    {
        const BindingFlags Generated = BindingFlags.Public | BindingFlags.Static;
        _sop = new(type);
        _samples = new(_sop);
        _definition = (SopDefinition)type.GetProperty("Definition", Generated)!.GetValue(null)!;
        _host = (SopMachine)type.GetMethod("CreateSopMachine", Generated)!.Invoke(null, null)!;
        _cursor = new(new SopRun(_definition, "run"));
        _raw = (StateMachine<TState, TTrigger>)type.GetMethod("CreateMachine", Generated)!.Invoke(null, [_cursor])!;
        _heard = _sop.Conditions.Keys.ToDictionary(name => name, _ => new HashSet<Answer>(), StringComparer.Ordinal);
    }

    /// <summary>How many different states of runs were tried.</summary>
    public int States { get; private set; }

    /// <summary>The conditions that did not give all answers anywhere.</summary>
    public IEnumerable<string> Unheard => _heard.Where(heard => heard.Value.Count < 3).Select(heard => $"{heard.Key}: only {string.Join(", ", heard.Value)}");

    /// <summary>Plays to a number of moves; fails at the first difference.</summary>
    public void Play(int depth)
    {
        List<OracleRun> open = [.. _sop.Starts.Select(step => new OracleRun(step))];
        HashSet<string> seen = [.. open.Select(start => start.ToString())];
        for (var moves = 0; moves <= depth && open.Count > 0; moves++)
        {
            List<OracleRun> next = [];
            foreach (var after in open.SelectMany(Try).Where(after => moves < depth && seen.Add(after.ToString())))
            {
                next.Add(after);
            }

            open = next;
        }

        States = seen.Count;
    }

    // What a run can become by one trigger, whatever its conditions and its limit say.
    private List<OracleRun> Try(OracleRun run)
    {
        List<OracleRun> after = [.. run.Tasks.Where(task => task.Value).Select(task => TickOff(run, task.Key))];
        foreach (var sample in _samples.For(Asked(run)))
        {
            foreach (var (condition, answer) in sample.Answers)
            {
                _heard[condition].Add(answer);
            }

            foreach (var starts in Starts(run))
            {
                foreach (var trigger in Triggers)
                {
                    if (Try(new Case(run, trigger, sample, starts)) is { } outcome)
                    {
                        after.Add(outcome.Run);
                    }
                }
            }
        }

        return after;
    }

    // To tick a task off is no move of the machine.
    private OracleRun TickOff(OracleRun run, string task)
    {
        var expected = run with { Tasks = run.Tasks.SetItem(task, false) };
        var restored = SopRun.Restore(_definition, run.Stored(_definition));
        Assert.True(restored.TickOff(task), $"'{task}' is open in {run}, and was not ticked off.");
        Assert.Equal(expected.ToString(), OracleRun.Line(restored.Save()));
        return expected;
    }

    private Outcome? Try(Case now)
    {
        var oracle = new Oracle(_sop, name => now.Sample.Answers[name], now.Starts);
        var expected = oracle.Fire(now.Run, now.Trigger);
        var counted = expected is not null && oracle.Counts(now.Run, now.Trigger) ? 1 : 0;

        var (hosted, counter) = Take(now);
        _host.Starts = counter;
        now.Same("the host machine has it open", expected is not null, _host.Allows(hosted, now.Trigger));
        var move = _host.Fire(hosted, now.Trigger);
        now.Same("the host machine moves", expected is not null, move.Moved);
        Compare(now, "the host machine", expected, hosted, move);
        now.Same("the host machine counted starts", counted, counter?.Counted ?? 0);

        (var bare, counter) = Take(now);
        _cursor.Run = bare;
        _cursor.Starts = counter;
        var own = (TTrigger)Enum.ToObject(typeof(TTrigger), (int)now.Trigger);
        now.Same("the Stateless machine has it open", expected is not null, _raw.CanFire(own));
        if (expected is not null)
        {
            _raw.Fire(own);
            Compare(now, "the Stateless machine", expected, bare, _cursor.LastMove);
            now.Same("the Stateless machine counted starts", counted, counter?.Counted ?? 0);
        }

        return expected;
    }

    private static void Compare(Case now, string what, Outcome? expected, SopRun run, SopMove move)
    {
        now.Same($"{what} leaves the run in", (expected?.Run ?? now.Run).ToString(), OracleRun.Line(run.Save()));
        if (expected is not null)
        {
            now.Same($"{what} uses up", expected.Entry, move.BoundedEntry);
            now.Same($"{what} could not decide", expected.Undecided, move.Undecided?.Condition);
            now.Same($"{what} says that it left", now.Run.State, move.From);
            now.Same($"{what} says that it leads to", expected.Run.State, move.To);
        }
    }

    private (SopRun Run, Counter? Counter) Take(Case now)
    {
        var restored = SopRun.Restore(_definition, now.Run.Stored(_definition));
        foreach (var (type, value) in now.Sample.Values)
        {
            if (value is not null)
            {
                restored.Values.Set(type, value);
            }
        }

        return (restored, now.Starts is { } count ? new(count) : null);
    }

    // The conditions on which the next move depends.
    private List<string> Asked(OracleRun run)
    {
        var step = _sop.StepOf(run.State == "Fallback" ? run.CameFrom ?? "" : run.State);
        var asked = step?.Next.Select(next => next.When) ?? [];
        return [.. asked.Append(run.State == "Fallback" ? null : step?.Limit?.When).OfType<string>().Distinct(StringComparer.Ordinal)];
    }

    private IEnumerable<int?> Starts(OracleRun run) => _sop.StepOf(run.State)?.Limit is { PerDay: > 0 and var perDay } ? [0, perDay - 1, perDay, null] : [0];

    private sealed record Case(OracleRun Run, SopTrigger Trigger, SampleSet Sample, int? Starts)
    {
        public void Same<T>(string what, T expected, T actual)
        {
            if (!EqualityComparer<T>.Default.Equals(expected, actual))
            {
                var values = string.Join(", ", Sample.Values.Select(value => value.Value ?? $"no {value.Key.Name}"));
                Assert.Fail($"{Trigger} in {Run}; values: {values}; starts today: {(object?)Starts ?? "not counted"}: {what}: {actual}. The language says: {expected}.");
            }
        }
    }

    private sealed class Counter(int already) : IStartCounter
    {
        public int Counted { get; private set; }

        public int Today(string sop, string step) => already + Counted;

        public bool TryCount(string sop, string step, int perDay)
        {
            var isFree = already + Counted < perDay;
            Counted += isFree ? 1 : 0;
            return isFree;
        }
    }
}
