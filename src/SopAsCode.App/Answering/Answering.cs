using SopAsCode.Definitions;
using SopAsCode.Figures;
using SopAsCode.Runtime;

namespace SopAsCode.App;

/// <summary>
/// Answers to items. A program names the revision that it saw; a person is shown the item, asked what is missing, and asked at the end whether this revision
/// is meant.
/// </summary>
internal sealed class Answering(Flags flags)
{
    public Task<int> ApproveAsync(Call call) => AnswerAsync(
        call,
        "Approve",
        "Approved.",
        (view, given) => new Approve { By = given.By, Item = view.Item.Id, Revision = given.Revision, Ticked = given.Ticked, Value = given.Value, Key = call.Get(flags.Key) });

    public Task<int> CompleteAsync(Call call) => AnswerAsync(
        call,
        "Complete",
        "Completed.",
        (view, given) => new Complete { By = given.By, Item = view.Item.Id, Revision = given.Revision, Ticked = given.Ticked, Value = given.Value, Notes = call.Get(flags.Notes), Key = call.Get(flags.Key) });

    public Task<int> DoneByHandAsync(Call call) => AnswerAsync(
        call,
        "Done by hand: answer",
        "Done by hand.",
        (view, given) => new DoStepByHand { By = given.By, Item = view.Item.Id, Revision = given.Revision, Ticked = given.Ticked, Value = given.Value, Notes = call.Get(flags.Notes), Key = call.Get(flags.Key) },
        isByHand: true);

    public async Task<int> RejectAsync(Call call)
    {
        var by = call.Person();
        var view = await ViewAsync(call, call.Get(flags.Item)).ConfigureAwait(false);
        var reason = call.Get(flags.Reason);
        if (call.MayAsk && (reason is null || call.Get(flags.Revision) is null))
        {
            await DemandOpenAsync(call, new Reject { By = by, Item = view.Item.Id, Revision = call.Get(flags.Revision) ?? view.Item.Revision, Reason = "?" }).ConfigureAwait(false);
            new ItemPages(call.Page, call.Setup.Sops).Show(view, isAsked: true, ticksAreAsked: false);
            reason ??= call.Terminal.Ask("Why? Whoever did the work reads it: ");
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            throw new StopException(ExitCode.WrongCommandLine, "Say why: --reason with what whoever did the work should read.");
        }

        var revision = Revision(call, view, "Reject");
        var host = await call.HostAsync().ConfigureAwait(false);
        var reply = await host.AnswerAsync(new Reject { By = by, Item = view.Item.Id, Revision = revision, Reason = reason, Key = call.Get(flags.Key) }, call.Cancel).ConfigureAwait(false);
        return await call.TellAsync(reply, "Rejected.").ConfigureAwait(false);
    }

    /// <summary>An item with all that is needed to answer it.</summary>
    /// <exception cref="StopException">There is no such item.</exception>
    public static async Task<ItemView> ViewAsync(Call call, string item)
    {
        var host = await call.HostAsync().ConfigureAwait(false);
        return await host.ShowAsync(item, call.Cancel).ConfigureAwait(false)
            ?? throw new StopException(ExitCode.NotFound, $"There is no item '{item}'. The command inbox names what waits for you.", nameof(RefusalKind.UnknownItem));
    }

    private async Task<int> AnswerAsync(Call call, string question, string done, Func<ItemView, Given, ItemCommand> command, bool isByHand = false)
    {
        var by = call.Person();
        var view = await ViewAsync(call, call.Get(flags.Item)).ConfigureAwait(false);
        var sop = call.Setup.Sops.FirstOrDefault(one => one.Id == view.Item.Sop);
        var lists = view.Checklists;
        if (view.Item.Kind == ItemKind.ByHand && isByHand)
        {
            lists = sop?.StepOf(view.Item.CanBeDone ?? "")?.Checklists ?? [];
        }

        var ticked = Ticking.Named(lists, call.Get(flags.Tick) ?? []);
        var isAsked = call.MayAsk && call.Get(flags.Revision) is null;
        if (isAsked)
        {
            await DemandOpenAsync(call, command(view, new(by, view.Item.Revision, [.. lists.SelectMany(list => list.Items)], null))).ConfigureAwait(false);
        }

        var isShown = isAsked && view.Item.IsOpen;
        if (isShown)
        {
            new ItemPages(call.Page, call.Setup.Sops).Show(view, isAsked: true, ticksAreAsked: ticked.Count == 0);
        }

        if (call.MayAsk && view.Item.IsOpen && ticked.Count == 0 && lists.Count > 0)
        {
            ticked = Ticking.Asked(call.Terminal, lists);
        }

        var value = await ValueAsync(call, view, sop, isShown, isByHand).ConfigureAwait(false);
        var revision = Revision(call, view, question);
        var host = await call.HostAsync().ConfigureAwait(false);
        var reply = await host.AnswerAsync(command(view, new(by, revision, ticked, value)), call.Cancel).ConfigureAwait(false);
        return await call.TellAsync(reply, done).ConfigureAwait(false);
    }

    // Nobody ticks lines and fills a value in for a refusal.
    private static async Task DemandOpenAsync(Call call, ItemCommand tried)
    {
        var host = await call.HostAsync().ConfigureAwait(false);
        if ((await host.TryAsync(tried, call.Cancel).ConfigureAwait(false)).Refusal is { Kind: not (RefusalKind.Incomplete or RefusalKind.Malformed) } refusal)
        {
            throw new StopException(ExitCode.Of(refusal.Kind), refusal.Message, refusal.Kind.ToString());
        }
    }

    // The value that is given, or edited. Where a step makes one and nobody gave it, the person gets an empty one in the editor.
    private async Task<string?> ValueAsync(Call call, ItemView view, SopDefinition? sop, bool isShown, bool isByHand)
    {
        var value = await call.ValueAsync(flags.Value, flags.ValueFile).ConfigureAwait(false);
        var makesOne = isShown && view.AnswerSchema is not null && (view.Item.Kind is ItemKind.Do or ItemKind.Answer || (view.Item.Kind == ItemKind.ByHand && isByHand));
        if (!call.Get(flags.Edit) && !(makesOne && value is null))
        {
            return value;
        }

        var (before, isNew) = value is null ? Editing.Start(view, sop) : (value, false);
        var after = Editing.Edit(call.Terminal, before);
        if (isNew && after.Changes.Count == 0)
        {
            throw new StopException(ExitCode.Refused, "Nothing was filled in, so nothing was answered.");
        }

        if (call.MayAsk)
        {
            Show(call, after, isNew);
        }

        return after.Json;
    }

    // Who named the revision is asked here, because nobody could say yes before to what came out of the editor.
    private void Show(Call call, Edited after, bool isNew)
    {
        call.Page.Gap();
        if (isNew)
        {
            ValueLines.Write(call.Page, "Your value", after.Json);
        }
        else if (after.Changes.Count == 0)
        {
            call.Page.Line("You changed nothing.");
        }
        else
        {
            call.Page.Title("What you changed");
            foreach (var line in after.Changes)
            {
                call.Page.Line(line);
            }
        }

        if (call.Get(flags.Revision) is not null)
        {
            RunCommands.DemandYes(call, "Send this?");
        }
    }

    // A person is asked whether the revision that was shown is meant; a program names it.
    private int Revision(Call call, ItemView view, string question)
    {
        if (call.Get(flags.Revision) is { } seen)
        {
            return seen;
        }

        if (!call.MayAsk)
        {
            throw new StopException(ExitCode.WrongCommandLine, $"Say which revision you saw: --revision with the number that show names.");
        }

        RunCommands.DemandYes(call, $"{question} revision {view.Item.Revision} of {VisibleText.Line(view.Item.Id)}?");
        return view.Item.Revision;
    }

    /// <summary>What an answer consists of.</summary>
    private sealed record Given(Actor By, int Revision, IReadOnlyList<string> Ticked, string? Value);
}
