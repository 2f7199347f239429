using BenchmarkDotNet.Attributes;
using SopAsCode.Benchmarks.Reporting;
using SopAsCode.Runtime;
using Stateless;
using TinyTeam.Support;
using State = TinyTeam.Support.SupportTriage.State;
using Trigger = TinyTeam.Support.SupportTriage.Trigger;

namespace SopAsCode.Benchmarks.Machines;

/// <summary>Takes up a run in some state, starts its step and fires one trigger.</summary>
[Config(typeof(ManyAtATime))]
public class MachineBenchmarks
{
    private static readonly Ticket Ticket = new(1042, "Where is my parcel?", "It should be here.", false);
    private static readonly Triage Triage = new("delivery", 3, null);

    private readonly HandWritten _byHand = new() { Ticket = Ticket, Triage = Triage };
    private readonly SopRun[] _runs = [NewRun("one"), NewRun("other")];
    private StateMachine<State, Trigger> _warm = null!;
    private RunCursor<State> _cursor = null!;
    private StateMachine<State, Trigger> _generated = null!;
    private SopMachine _host = null!;
    private State _from;
    private Trigger _trigger;
    private int _turn;

    /// <summary>The way that is taken.</summary>
    [ParamsAllValues]
    public Way Way { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        (_from, _trigger) = Way switch
        {
            Way.Conditions => (State.Categorise, Trigger.Complete),
            Way.Rounds => (State.ReviewReply, Trigger.Reject),
            _ => (State.DraftReply, Trigger.Complete),
        };
        _warm = _byHand.CreateMachine();
        _cursor = new(_runs[0]);
        _generated = SupportTriage.CreateMachine(_cursor);
        _host = SupportTriage.CreateSopMachine();
    }

    /// <summary>What all others have in common: a machine by hand that stands ready.</summary>
    [Benchmark(Baseline = true)]
    public State WarmByHand()
    {
        _byHand.State = _from;
        _warm.Fire(Trigger.Start);
        _warm.Fire(_trigger);
        return _byHand.State;
    }

    [Benchmark]
    public State ConfiguredPerRunByHand()
    {
        _byHand.State = _from;
        var machine = _byHand.CreateMachine();
        machine.Fire(Trigger.Start);
        machine.Fire(_trigger);
        return _byHand.State;
    }

    [Benchmark]
    public State Generated()
    {
        NextRun();
        _generated.Fire(Trigger.Start);
        _generated.Fire(_trigger);
        return _cursor.State;
    }

    /// <summary>With what a host gets besides: a refusal in place of an exception, the reason of the move, the counters.</summary>
    [Benchmark]
    public SopMove HostMachine()
    {
        var run = NextRun();
        _host.Start(run);
        return _host.Fire(run, (SopTrigger)_trigger);
    }

    private SopRun NextRun()
    {
        var run = _runs[_turn ^= 1];
        _cursor.Run = run;
        _cursor.State = _from;
        return run;
    }

    private static SopRun NewRun(string id)
    {
        var run = new SopRun(SupportTriage.Definition, id);
        run.Values.Set(Ticket);
        run.Values.Set(Triage);
        return run;
    }
}

/// <summary>Kinds of ways from one state to the next.</summary>
public enum Way
{
    /// <summary>The trigger leads to one state.</summary>
    Plain,

    /// <summary>A counter decides.</summary>
    Rounds,

    /// <summary>Conditions over the values of the run decide.</summary>
    Conditions,
}
