using SopAsCode.Property.Tests.Procedures;
using SopAsCode.Runtime;

namespace SopAsCode.Property.Tests.Runs;

/// <summary>Compares moves, counters and open triggers of a run: as the record has them, as the machine reads them, and as the interpreter counted.</summary>
internal static class RecordComparison
{
    /// <summary>Throws where they differ.</summary>
    public static void Check(Compiled compiled, RunModel model, IReadOnlyList<Answer> answers, string name, IReadOnlyList<RecordedEvent> history)
    {
        var (plan, definition) = (compiled.Plan, compiled.Definition);
        var moves = history.Select(recorded => recorded.Read()).OfType<MovingEvent>().Select(happened => happened.Move).OfType<RunMove>().ToList();
        var run = new SopRun(definition, name);
        foreach (var move in moves)
        {
            run.Apply(new() { Moved = true, From = move.From, Trigger = move.Trigger, To = move.To, BoundedEntry = move.Entry, Version = move.Version });
        }

        if (moves.Count == 0)
        {
            return;
        }

        Assert.Equal(plan.NameOf(model.State), run.State);
        Assert.Equal((model.Origin is { } origin ? plan.NameOf(origin) : null, model.Origin is not null && model.OriginIsDone), (run.CameFrom, run.CameFromIsDone));
        for (var step = 0; step < plan.Fallback; step++)
        {
            Assert.Equal(model.Rejections.GetValueOrDefault(step), run.Rejections(plan.NameOf(step)));
        }

        Assert.Equal(model.Taken.Values.Sum(), run.Save().Taken.Values.Sum());
        var type = compiled.Class.Assembly.GetType("Team.Case")!;
        run.Values.Set(type, Activator.CreateInstance(type, [.. answers.Take(Plan.Conditions - 1).Select(answer => Enum.ToObject(compiled.Class.Assembly.GetType("Team.Answer")!, (int)answer))])!);
        Assert.Subset(run.OpenTasks.ToHashSet(StringComparer.Ordinal), model.OpenTasks.ToHashSet(StringComparer.Ordinal));
        run.OpenTasks.Except(model.OpenTasks, StringComparer.Ordinal).ToList().ForEach(task => run.TickOff(task));
        var machine = compiled.NewMachine();
        machine.Starts = new Counted(model.Now.StartsToday ?? 0);
        foreach (var trigger in Enum.GetValues<SopTrigger>())
        {
            Assert.True(machine.Allows(run, trigger) == (Interpreter.Answer(plan, model.State, trigger, model.Now) is not null), $"{trigger} in {run.State}");
        }
    }

    private sealed class Counted(int today) : IStartCounter
    {
        public int Today(string sop, string step) => today;

        public bool TryCount(string sop, string step, int perDay) => today < perDay;
    }
}
