using SopAsCode;
using SopAsCode.Definitions;
using SopAsCode.Runtime;

namespace TinyTeam.Play;

/// <summary>
/// A host of the smallest kind: takes one run through its machine until it ends. Keeps everything in memory; who performs the steps,
/// and what the owner does in the manual path, is scripted by the scene.
/// </summary>
internal sealed class Desk
{
    private readonly StartsInMemory _starts = new();
    private readonly SopMachine _machine;
    private readonly SopDispatcher _dispatcher;
    private readonly IServiceProvider _services;

    /// <summary>Creates a desk.</summary>
    /// <param name="machine">The machine of the SOP.</param>
    /// <param name="dispatcher">Its steps.</param>
    /// <param name="services">What its constructor asks for.</param>
    public Desk(SopMachine machine, SopDispatcher dispatcher, IServiceProvider services)
    {
        (_machine, _dispatcher, _services) = (machine, dispatcher, services);
        _machine.Starts = _starts;
    }

    /// <summary>Uses up the starts that a step has in one day.</summary>
    public void UseUp(string step, int perDay)
    {
        while (_starts.TryCount(_machine.Definition.Id, step, perDay))
        {
        }
    }

    /// <summary>Plays a run to its end.</summary>
    /// <returns>What happened, move by move, without the starts.</returns>
    public async Task<IReadOnlyList<SceneMove>> PlayAsync(SopRun run, Scene scene, CancellationToken cancel)
    {
        List<SceneMove> moves = [];
        while (!run.HasEnded)
        {
            if (!run.IsInFallback && _machine.Start(run) is { Trigger: SopTrigger.LeaveLimit } left)
            {
                moves.Add(new(left, "not started"));
                continue;
            }

            var (trigger, words) = run.IsInFallback ? scene.InFallback() : await PerformAsync(run, scene, cancel);
            var move = _machine.Fire(run, trigger);
            moves.Add(move.Moved ? new(move, words) : throw new InvalidOperationException(move.Reason));
        }

        return moves;
    }

    private async Task<(SopTrigger Trigger, string Words)> PerformAsync(SopRun run, Scene scene, CancellationToken cancel)
    {
        try
        {
            var context = new StepContext { RunId = run.Id, Version = _machine.Definition.Version, IdempotencyKey = $"{run.Id}/{run.State}" };
            var call = new StepCall { Run = run, Performer = scene, Services = _services, Context = context };
            var output = await _dispatcher.RunAsync(call, cancel);
            output.StoreIn(run.Values);
            return (run.Step?.Kind == StepKind.Checkpoint ? SopTrigger.Approve : SopTrigger.Complete, Scene.WordsOf(output));
        }
        catch (StepRejectedException no)
        {
            run.Values.Set(new Rejection { Reason = no.Reason, By = no.By, Round = run.Rejections(run.State) + 1 });
            return (SopTrigger.Reject, no.Reason);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return (SopTrigger.Fail, failure.Message);
        }
    }
}

/// <summary>One move of a run, with what was done or said.</summary>
/// <param name="Move">The move.</param>
/// <param name="Words">What was done or said.</param>
internal sealed record SceneMove(SopMove Move, string Words);
