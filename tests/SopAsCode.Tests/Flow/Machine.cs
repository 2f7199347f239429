namespace SopAsCode.Tests.Flow;

/// <summary>A run of an SOP in a test, by the names of its states.</summary>
internal sealed class Machine(SopMachine machine, params object[] values)
{
    public SopRun Run { get; } = Start(values);

    public string State => machine.Definition.States[Run.State];

    public IReadOnlyList<SopTrigger> Open => machine.Open(Run);

    public string? Reason { get; private set; }

    public static Machine At(SopMachine machine, string state, params object[] values)
    {
        var at = new Machine(machine, values);
        at.Run.State = machine.Definition.States.ToList().IndexOf(state);
        return at;
    }

    /// <summary>Fires, and says where the run is then.</summary>
    public string Fire(SopTrigger trigger)
    {
        var move = machine.Fire(Run, trigger);
        Reason = move.Reason;
        return move.Moved ? State : $"refused: {move.Reason}";
    }

    private static SopRun Start(object[] values)
    {
        var run = new SopRun("run-1") { StartedToday = _ => 0 };
        foreach (var value in values)
        {
            run.Values.Set(value.GetType(), value);
        }

        return run;
    }
}
