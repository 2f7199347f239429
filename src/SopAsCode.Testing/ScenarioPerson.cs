using SopAsCode.Definitions;
using SopAsCode.Runtime;

namespace SopAsCode.Testing;

/// <summary>
/// Somebody in a scenario: a person, or a program outside that reports. Each verb looks for the one item that it can be about, answers it as a door would, and lets
/// happen what follows. What the host refuses is a <see cref="ScenarioException"/> with the <see cref="ScenarioException.Refusal"/>.
/// </summary>
public sealed class ScenarioPerson
{
    private readonly Stage _stage;
    private readonly string? _run;
    private readonly string? _role;
    private readonly Actor? _actor;
    private readonly string? _step;

    private ScenarioPerson(Stage stage, string? run, string? role, Actor? actor, string? step) => (_stage, _run, _role, _actor, _step) = (stage, run, role, actor, step);

    /// <summary>Only what waits at one step.</summary>
    /// <param name="step">The step, by <c>nameof</c>; for a task beside a step its title does as well.</param>
    /// <returns>The same person, who looks at that step only.</returns>
    public ScenarioPerson At(string step) => new(_stage, _run, _role, _actor, step);

    /// <summary>Approves at a checkpoint what is shown.</summary>
    /// <param name="corrected">What the checkpoint hands back, where it was corrected or is new; null to hand back what is shown.</param>
    /// <param name="ticked">The lines of the checklist that are ticked; null for all of them.</param>
    /// <returns>When what follows has happened.</returns>
    public Task Approves(object? corrected = null, IReadOnlyList<string>? ticked = null) => Answer("approve", [ItemKind.Approve], (item, by) => new Approve
    {
        By = by,
        Item = item.Id,
        Revision = item.Revision,
        Value = Value(item, item.Step, corrected),
        Ticked = ticked ?? Lines(item, item.Step),
    });

    /// <summary>Rejects at a checkpoint.</summary>
    /// <param name="reason">Why.</param>
    /// <returns>When what follows has happened.</returns>
    public Task Rejects(string reason) => Answer("reject", [ItemKind.Approve], (item, by) => new Reject { By = by, Item = item.Id, Revision = item.Revision, Reason = reason });

    /// <summary>Completes what waits: a step of a person, the answer of an AI where there is none, the manual path, an escalated run; a program outside reports.</summary>
    /// <param name="value">The value that the step makes; null when it makes none.</param>
    /// <param name="ticked">The lines of the checklist that are ticked; null for all of them.</param>
    /// <returns>When what follows has happened.</returns>
    public Task Completes(object? value = null, IReadOnlyList<string>? ticked = null) => Answer(
        "complete",
        _actor is { Kind: not ActorKind.Person } ? [ItemKind.Report] : [ItemKind.Do, ItemKind.Answer, ItemKind.ByHand, ItemKind.Attend],
        (item, by) => new Complete { By = by, Item = item.Id, Revision = item.Revision, Value = Value(item, item.Step, value), Ticked = ticked ?? Lines(item, item.Step) });

    /// <summary>Reports that what is waited for has failed: an automation outside, or an AI that a person asked.</summary>
    /// <param name="because">What went wrong.</param>
    /// <returns>When what follows has happened.</returns>
    public Task ReportsFailure(string because) => Answer("report a failure of", [ItemKind.Report, ItemKind.Answer], (item, by) => new ReportFailure { By = by, Item = item.Id, Revision = item.Revision, Notes = because });

    /// <summary>Says in the manual path that a person did the step from which the run came.</summary>
    /// <param name="value">What the step would have made; null when it makes nothing.</param>
    /// <returns>When what follows has happened.</returns>
    public Task DoesByHand(object? value = null) => Answer("do by hand", [ItemKind.ByHand], (item, by) => new DoStepByHand
    {
        By = by,
        Item = item.Id,
        Revision = item.Revision,
        Value = Value(item, item.CanBeDone, value),
        Ticked = Lines(item, item.CanBeDone),
    });

    /// <summary>Ticks off a task beside a step.</summary>
    /// <returns>When what follows has happened.</returns>
    public Task Ticks() => Answer("tick off", [ItemKind.Task], (item, by) => new Complete { By = by, Item = item.Id, Revision = item.Revision });

    /// <summary>Has read a notice.</summary>
    /// <returns>When what follows has happened.</returns>
    public Task ReadsNotice() => Answer("read", [ItemKind.Notice], (item, by) => new Complete { By = by, Item = item.Id, Revision = item.Revision });

    /// <summary>Says what a sample of a step's output is worth.</summary>
    /// <param name="right">Whether it was right.</param>
    /// <returns>When what follows has happened.</returns>
    public Task Judges(bool right) => Answer("judge", [ItemKind.Check], (item, by) => new Judge { By = by, Item = item.Id, Revision = item.Revision, Right = right });

    /// <summary>Moves the run to the manual path.</summary>
    /// <param name="because">Why.</param>
    /// <returns>When what follows has happened.</returns>
    public Task SwitchesToManual(string because) => Decide(by => new SwitchToManual { By = by, Notes = because });

    /// <summary>Sends the run back from the manual path.</summary>
    /// <param name="because">Why; null for no words.</param>
    /// <returns>When what follows has happened.</returns>
    public Task Resumes(string? because = null) => Decide(by => new Resume { By = by, Notes = because });

    /// <summary>Passes the run on, out of the SOP.</summary>
    /// <param name="because">Why.</param>
    /// <returns>When what follows has happened.</returns>
    public Task Escalates(string because) => Decide(by => new Escalate { By = by, Notes = because });

    /// <summary>Stops the run for a while.</summary>
    /// <param name="because">Why.</param>
    /// <returns>When what follows has happened.</returns>
    public Task Holds(string because) => Decide(by => new Hold { By = by, Notes = because });

    /// <summary>Ends a hold.</summary>
    /// <returns>When what follows has happened.</returns>
    public Task Continues() => Decide(by => new ContinueRun { By = by });

    /// <summary>Cancels the run.</summary>
    /// <param name="because">Why.</param>
    /// <returns>When what follows has happened.</returns>
    public Task Cancels(string because) => Decide(by => new Cancel { By = by, Notes = because });

    internal static ScenarioPerson Holding(Stage stage, Type role, string? run) => new(stage, run, NamedType.NameOf(role), null, null);

    internal static ScenarioPerson Named(Stage stage, string name, string? run) => new(stage, run, null, Actor.Person(name, "test"), null);

    internal static ScenarioPerson Outside(Stage stage, string name, string? run) => new(stage, run, null, Actor.Automation(name, "test"), null);

    private string Name => _actor?.Name ?? _stage.Roles.TitleOf(_role!);

    private async Task Answer(string verb, IReadOnlyList<ItemKind> kinds, Func<PendingItem, Actor, ItemCommand> command)
    {
        var item = Find(verb, kinds);
        var reply = await _stage.Host.AnswerAsync(command(item, ActorFor(item))).ConfigureAwait(false);
        await AfterAsync(reply, $"{Name} can't {verb} '{item.Title}'").ConfigureAwait(false);
    }

    private async Task Decide(Func<Actor, RunDecision> decision)
    {
        var open = _stage.Runs.Where(run => _run is null ? !run.HasEnded : run.Id == _run).ToList();
        if (open is not [var run])
        {
            throw new ScenarioException(Story.Of(_stage, $"{Name} decides about one run, and {open.Count} are open: ask the run for the person."));
        }

        var by = _actor ?? Actor.Person(_stage.Roles.HoldersOf(_role!).First(), "test");
        var command = decision(by);
        var reply = await _stage.Host.SendAsync(run.Id, command).ConfigureAwait(false);
        await AfterAsync(reply, $"{Name} can't send {command.GetType().Name} to run '{run.Id}'").ConfigureAwait(false);
    }

    private async Task AfterAsync(Reply reply, string what)
    {
        await _stage.PlayAsync().ConfigureAwait(false);
        if (reply.Refusal is { } refusal)
        {
            throw new ScenarioException(Story.Of(_stage, $"{what}: {refusal.Message}", _run), refusal);
        }
    }

    private PendingItem Find(string verb, IReadOnlyList<ItemKind> kinds)
    {
        var open = _stage.Runs
            .Where(run => _run is null || run.Id == _run)
            .SelectMany(run => run.Waiting)
            .Where(item => kinds.Contains(item.Kind) && (_step is null || item.Step == _step || item.Title == _step))
            .ToList();
        var mine = _role is { } role ? open.Where(item => item.Roles.Any(wanted => _stage.Roles.Titles.GetValueOrDefault(role)?.Covers(wanted) ?? wanted == role)).ToList()
            : _actor is { Kind: ActorKind.Person, Name: var person } && open.Where(item => item.Roles.Any(wanted => _stage.Roles.Holds(person, wanted))).ToList() is { Count: > 0 } theirs ? theirs
            : open;
        return mine switch
        {
            [var only] => only,
            [] => throw new ScenarioException(Story.Of(_stage, $"{Name} has nothing to {verb}{(_step is null ? "" : $" at '{_step}'")}{(_run is null ? "" : $" in run '{_run}'")}.", _run)),
            _ => throw new ScenarioException(Story.Of(_stage, $"{Name} has {mine.Count} items to {verb}: say which with At(nameof(…)), or ask one run for the person.", _run)),
        };
    }

    // Whoever made what is shown, did a step that the checkpoint names, or said yes already leaves it to another holder of the role.
    private Actor ActorFor(PendingItem item)
    {
        if (_actor is { } actor)
        {
            return actor;
        }

        var holders = _stage.Roles.HoldersOf(_role!).ToList();
        var others = (item.Excluded ?? []).Concat(item.Approvals?.Select(yes => yes.Person) ?? []);
        return Actor.Person(holders.Find(person => !others.Contains(person, StringComparer.OrdinalIgnoreCase)) ?? holders[0], "test");
    }

    private string? Value(PendingItem item, string? step, object? value) => _stage.Values.Write(step is null ? null : _stage.Catalogue.Find(item.Sop)?.Definition.StepOf(step), value);

    private List<string> Lines(PendingItem item, string? step)
    {
        var sop = _stage.Catalogue.Find(item.Sop)?.Definition;
        var lists = item.Kind == ItemKind.ByHand && step == item.Step ? sop?.Checklists : step is null ? null : sop?.StepOf(step)?.Checklists;
        return item.Kind is ItemKind.Approve or ItemKind.Do or ItemKind.ByHand ? [.. lists?.SelectMany(list => list.Items) ?? []] : [];
    }
}
