using System.Text.Json;
using SopAsCode.Definitions;

namespace SopAsCode.Runtime;

/// <summary>Shows items and runs. Nothing here changes anything.</summary>
internal sealed class Desk(SopShelf shelf, IRunStore store, IRoleDirectory roles)
{
    private readonly Permissions _permissions = new(roles);

    public async Task<IReadOnlyList<PendingItem>> InboxOfAsync(string person, CancellationToken cancel)
    {
        var held = shelf.All
            .SelectMany(sop => RolesOf(sop.Definition))
            .Distinct(StringComparer.Ordinal)
            .Where(role => roles.Holds(person, role))
            .ToList();
        var items = await store.InboxAsync(new() { Roles = held }, cancel).ConfigureAwait(false);
        return [.. items.Where(item => _permissions.Holds(item, person) && Excluding.Allows(item, person))];
    }

    public async Task<ItemView?> ShowAsync(string id, CancellationToken cancel)
    {
        if (await store.InboxAsync(new() { Item = id, WithClosed = true }, cancel).ConfigureAwait(false) is not [var item])
        {
            return null;
        }

        List<string> hashes = [.. (item.Shown ?? []).Select(shown => shown.Content).Append(item.Prompt).Append(item.Notes).OfType<string>()];
        var contents = await store.ContentsAsync(item.Run, hashes, cancel).ConfigureAwait(false);
        var sop = shelf.TryFind(item.Sop, out var known) ? known.Definition : null;
        List<KeyValuePair<string, string?>> values = item.Kind is ItemKind.ByHand or ItemKind.Attend or ItemKind.Task && sop is not null
            ? await ValuesAsync(item.Run, sop, cancel).ConfigureAwait(false)
            : [.. (item.Shown ?? []).Select(shown => KeyValuePair.Create(shown.Name, Text(contents, shown.Content)))];
        var step = sop?.StepOf(item.Step);
        return new()
        {
            Item = item,
            Values = values,
            Instructions = item.Kind switch
            {
                ItemKind.ByHand => sop?.Fallback?.How,
                ItemKind.Notice or ItemKind.Task => null,
                _ => step?.Instructions,
            },
            Checklists = item.Kind is ItemKind.Do or ItemKind.Approve ? step?.Checklists ?? [] : item.Kind == ItemKind.ByHand ? sop?.Checklists ?? [] : [],
            Templates = Filled([.. step?.Remarks.Templates ?? [], .. sop?.Remarks.Templates ?? []], values),
            AnswerSchema = item.Kind switch
            {
                ItemKind.ByHand => item.CanBeDone is { } done ? sop?.StepOf(done)?.OutputSchema : null,
                ItemKind.Attend or ItemKind.Check or ItemKind.Notice or ItemKind.Task => null,
                _ => step?.OutputSchema,
            },
            Prompt = Text(contents, item.Prompt),
            Notes = Text(contents, item.Notes),
        };
    }

    public async Task<IReadOnlyList<Refusal>> UnfitRunsAsync(TimeProvider time, CancellationToken cancel)
    {
        List<Refusal> unfit = [];
        string? after = null;
        while (await store.RunsAsync(new() { Unfinished = true, After = after }, cancel).ConfigureAwait(false) is { Count: > 0 } page)
        {
            foreach (var run in page)
            {
                var moment = Moment.Of(time);
                var snapshot = await store.LoadAsync(new() { Run = run.Run, Day = moment.Day }, cancel).ConfigureAwait(false);
                if (Misfit(run, snapshot, moment) is { } refusal)
                {
                    unfit.Add(refusal);
                }
            }

            after = page[^1].Run;
        }

        return unfit;
    }

    /// <summary>Runs that began under another version follow the changes of their SOP.</summary>
    public async Task FollowChangesAsync(RunSender sender, CancellationToken cancel)
    {
        string? after = null;
        while (await store.RunsAsync(new() { Unfinished = true, After = after }, cancel).ConfigureAwait(false) is { Count: > 0 } page)
        {
            foreach (var run in page.Where(run => shelf.TryFind(run.Sop, out var sop) && sop.Definition.Version != run.Version))
            {
                await sender.SendAsync(run.Run, new LetTimePass { By = Actor.TheHost }, cancel).ConfigureAwait(false);
            }

            after = page[^1].Run;
        }
    }

    // What is worked by hand or beside the steps asks for no values of its own: the run is shown as it stands, under the names that its steps have for them.
    private async Task<List<KeyValuePair<string, string?>>> ValuesAsync(string run, SopDefinition sop, CancellationToken cancel)
    {
        var snapshot = await store.LoadAsync(new() { Run = run, Day = DateOnly.MinValue }, cancel).ConfigureAwait(false);
        var state = RecordJson.ReadState(snapshot.State!);
        return [.. state.Values.Select(value => KeyValuePair.Create(
            sop.Steps.SelectMany(step => step.Inputs).FirstOrDefault(input => input.Type == value.Type)?.Name ?? Answers.Short(value.Type),
            Text(snapshot.Contents, value.Content)))];
    }

    private Refusal? Misfit(RunSummary run, Snapshot snapshot, Moment moment)
    {
        try
        {
            var hand = new RunInHand(shelf.Get(run.Sop), run.Run, snapshot, RecordJson.ReadState(snapshot.State!), moment, Actor.TheHost);
            Fitting.Demand(hand);
            return null;
        }
        catch (RefusedException refused)
        {
            return refused.Refusal with { Message = refused.Message.Contains(run.Run, StringComparison.Ordinal) ? refused.Message : $"Run '{run.Run}': {refused.Message}" };
        }
        catch (JsonException e)
        {
            return new() { Kind = RefusalKind.DoesNotFit, Message = $"Run '{run.Run}' can't be read: {e.Message}" };
        }
    }

    private static string? Text(IReadOnlyDictionary<string, Content> contents, string? hash) => hash is not null && contents.TryGetValue(hash, out var content) ? content.Text : null;

    private static List<TemplateDefinition> Filled(IReadOnlyList<TemplateDefinition> templates, List<KeyValuePair<string, string?>> values)
    {
        var parsed = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var (name, json) in values)
        {
            if (json is not null)
            {
                using var document = JsonDocument.Parse(json);
                parsed[name] = document.RootElement.Clone();
            }
        }

        return [.. templates.Select(template => template with { Text = TemplateText.Fill(template.Text, parsed) })];
    }

    private static IEnumerable<string> RolesOf(SopDefinition sop) => Asking.Owners(sop)
        .Concat(sop.Duties.Select(duty => duty.Role.Type))
        .Concat(sop.Steps.Where(step => step.Kind is StepKind.Human or StepKind.Checkpoint).Select(step => step.Performer!.Type))
        .Concat(sop.Steps.SelectMany(step => step.Meanwhile).Select(task => task.Role.Type))
        .Concat(sop.Steps.Select(step => step.SpotCheck?.Role.Type).OfType<string>());
}
