using SopAsCode;

namespace TinyTeam.Play;

/// <summary>
/// A host of the smallest kind: takes one run through its machine until it ends. Keeps everything in memory; who performs the steps,
/// and what the owner does in the manual path, is scripted by the scene.
/// </summary>
/// <param name="machine">The machine of the SOP.</param>
/// <param name="dispatcher">Its steps.</param>
/// <param name="services">What its constructor asks for.</param>
internal sealed class Desk(SopMachine machine, SopDispatcher dispatcher, IServiceProvider services)
{
    private readonly Dictionary<int, int> _startedToday = [];

    /// <summary>Says how often a step already started today.</summary>
    public void StartedToday(string step, int times) => _startedToday[machine.Definition.States.ToList().IndexOf(step)] = times;

    /// <summary>Plays a run to its end.</summary>
    /// <returns>What happened, move by move.</returns>
    public async Task<IReadOnlyList<SceneMove>> PlayAsync(SopRun run, Scene scene, CancellationToken cancel)
    {
        run.StartedToday = step => _startedToday.GetValueOrDefault(step);
        List<SceneMove> moves = [];
        while (!machine.Definition.IsEnd(run.State))
        {
            var (trigger, words) = machine.Allows(run, SopTrigger.LeaveLimit)
                ? (SopTrigger.LeaveLimit, "not started")
                : await PerformAsync(run, scene, cancel);
            var move = machine.Fire(run, trigger);
            if (!move.Moved)
            {
                throw new InvalidOperationException(move.Reason);
            }

            moves.Add(new(move, words));
            if (trigger == SopTrigger.Reject && scene.LastRejection is { } no)
            {
                run.Values.Set(new Rejection(no.Reason, no.By, run.Rejections(move.From)));
            }
        }

        return moves;
    }

    private async Task<(SopTrigger Trigger, string Words)> PerformAsync(SopRun run, Scene scene, CancellationToken cancel)
    {
        if (machine.Definition.StepOf(run.State) is not { } step)
        {
            return scene.InFallback();
        }

        _startedToday[run.State] = _startedToday.GetValueOrDefault(run.State) + 1;
        try
        {
            var context = new StepContext(run.Id, machine.Definition.Version, $"{run.Id}/{step.Name}");
            var call = new StepCall { Run = run, Performer = scene, Services = services, Context = context };
            var output = await dispatcher.RunAsync(call, cancel);
            output.StoreIn(run.Values);
            return (step.Kind == StepKind.Checkpoint ? SopTrigger.Approve : SopTrigger.Complete, Scene.WordsOf(output));
        }
        catch (StepRejectedException no)
        {
            scene.LastRejection = no;
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
