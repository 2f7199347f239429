using SopAsCode.Runtime;
using SopAsCode.Tests.Running;

namespace SopAsCode.Tests.Flow;

/// <summary>A run of an SOP in a test.</summary>
internal sealed class Machine(SopMachine machine, params object[] values)
{
    public SopRun Run { get; private set; } = Start(machine, values);

    public string State => Run.State;

    public IReadOnlyList<SopTrigger> Open => machine.Open(Run);

    public SopMove Last { get; private set; }

    public string? Reason => Last.Reason;

    public static Machine At(SopMachine machine, string state, params object[] values)
    {
        var at = new Machine(machine, values);
        at.GoTo(state);
        return at;
    }

    /// <summary>Puts the run into a state, as if it had just come there.</summary>
    public void GoTo(string state)
    {
        var there = SopRun.Restore(machine.Definition, Run.Save() with { State = state, IsStarted = false });
        foreach (var type in Run.Values.Types)
        {
            Assert.True(Run.Values.TryGet(type, out var value));
            there.Values.Set(type, value);
        }

        Run = there;
    }

    /// <summary>Starts the step, fires, and says where the run is then.</summary>
    public string Do(SopTrigger trigger)
    {
        var start = machine.Start(Run);
        return start.Moved ? Fire(trigger) : $"refused: {start.Reason}";
    }

    /// <summary>Fires, and says where the run is then.</summary>
    public string Fire(SopTrigger trigger)
    {
        Last = machine.Fire(Run, trigger);
        return Last.Moved ? State : $"refused: {Last.Reason}";
    }

    private static SopRun Start(SopMachine machine, object[] values)
    {
        machine.Starts ??= new CountedStarts();
        var run = new SopRun(machine.Definition, "run-1");
        foreach (var value in values)
        {
            run.Values.Set(value.GetType(), value);
        }

        return run;
    }
}
