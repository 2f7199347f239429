using SopAsCode.Definitions;

namespace SopAsCode.Runtime;

/// <summary>Tasks that people do beside the steps. A step that a task holds up is not completed before the task is ticked off.</summary>
internal static class Tasks
{
    /// <summary>Asks for each open task that nobody is asked for yet.</summary>
    public static void Ask(RunInHand hand)
    {
        if (hand.State.Position.Tasks.Count == 0)
        {
            return;
        }

        foreach (var (step, task) in Of(hand.Definition))
        {
            var name = SopRun.TaskName(step, task);
            if (hand.State.Position.Tasks.GetValueOrDefault(name) && !hand.State.Items.Any(item => item.IsOpen && item.Task is { } asked && IsSame(hand.Definition, asked, name)))
            {
                hand.Record(new ItemOpened { Item = Asking.Task(hand, step, task) }, Actor.TheHost);
            }
        }
    }

    /// <summary>A person ticks a task off. If it was the last one that held a step up whose work is done, the run goes on.</summary>
    public static void Tick(RunInHand hand, PendingItem item, Complete complete, Permissions permissions)
    {
        Permissions.DemandPerson(hand.By, "tick a task off");
        var role = permissions.DemandRole(item, hand.By);
        Claims.DemandFree(hand, item);
        if (complete.Value is not null)
        {
            throw new RefusedException(RefusalKind.Malformed, $"'{item.Id}' takes no value: a task beside a step decides nothing.");
        }

        // The step may have another name since it was asked.
        var name = item.Task!;
        var now = hand.Run.OpenTasks.FirstOrDefault(task => IsSame(hand.Definition, name, task));
        if (now is null || !hand.Run.TickOff(now))
        {
            throw new RefusedException(RefusalKind.WrongState, $"Task '{name}' is not open: the step that it held up is over.");
        }

        var every = Of(hand.Definition).First(one => SopRun.TaskName(one.Step, one.Task) == now).Task.Every;
        var move = hand.State.IsDone && HoldingUp(hand) is null ? hand.Fire(SopTrigger.Complete) : null;
        hand.Record(new TaskTicked
        {
            Item = item.Id,
            Revision = item.Revision,
            Task = now,
            Role = role,
            AgainAt = hand.TimesFrom + every,
            Notes = hand.Keep(complete.Notes),
            Seconds = (long)(hand.At - item.Asked).TotalSeconds,
            Move = move,
        });
        Settling.Settle(hand);
    }

    /// <summary>Tasks that are to be done again by now are asked for again.</summary>
    public static void OpenAgain(RunInHand hand)
    {
        foreach (var task in hand.State.TasksAgain.Where(again => again.At <= hand.Moment.Now).ToList())
        {
            var now = hand.Run.Save().Tasks.Keys.FirstOrDefault(name => IsSame(hand.Definition, task.Task, name)) ?? task.Task;
            hand.Run.OpenAgain(now);
            hand.Record(new TaskReopened { Task = now }, Actor.TheHost);
        }

        Ask(hand);
    }

    /// <summary>The work of the current step is done: the run goes on, or waits for the tasks that hold the step up. Null while it waits.</summary>
    public static RunMove? GoOn(RunInHand hand) => HoldingUp(hand) is null ? hand.Fire(SopTrigger.Complete) : null;

    /// <summary>The open task that holds the current step up; null when none does.</summary>
    public static string? HoldingUp(RunInHand hand) => Of(hand.Definition)
        .Where(one => one.Task.Until == hand.Run.State)
        .Select(one => SopRun.TaskName(one.Step, one.Task))
        .FirstOrDefault(name => hand.Run.OpenTasks.Contains(name, StringComparer.Ordinal));

    /// <summary>Whether the SOP has a task of that name now.</summary>
    public static bool IsKnown(SopDefinition sop, string name) => Of(sop).Any(one => SopRun.TaskName(one.Step, one.Task) == name);

    /// <summary>The title of a task, without the name of its step.</summary>
    public static string TitleOf(string name) => name[(name.IndexOf(": ", StringComparison.Ordinal) + 2)..];

    /// <summary>Whether two names are those of one task. A task whose step has another name since it was asked for is known by its title.</summary>
    public static bool IsSame(SopDefinition sop, string asked, string now) => asked == now || (!IsKnown(sop, asked) && TitleOf(asked) == TitleOf(now));

    private static IEnumerable<(StepDefinition Step, MeanwhileDefinition Task)> Of(SopDefinition sop) => sop.Steps.SelectMany(step => step.Meanwhile.Select(task => (step, task)));
}
