using SopAsCode.Definitions;

namespace SopAsCode.Runtime;

/// <summary>What becomes of the items of a run, as part of the sum of its events.</summary>
internal static class ItemFold
{
    /// <summary>The item, closed without an answer.</summary>
    public static PendingItem Closed(PendingItem item, ItemStatus status, DateTimeOffset at) => item with { Status = status, Closed = at, Person = null, ClaimedUntil = null };

    /// <summary>An item was answered; null for a step that no item stood for.</summary>
    public static RunState Answer(RunState state, RecordedEvent recorded, string? item) => item is null ? state : OnItem(
        state,
        item,
        open => open with { Status = ItemStatus.Answered, Person = recorded.By.Name, Door = recorded.By.Door, Closed = recorded.At, ClaimedUntil = null });

    /// <summary>Something changed about an open item.</summary>
    public static RunState OnItem(RunState state, string id, Func<PendingItem, PendingItem> change) =>
        state with { Items = [.. state.Items.Select(item => item.Id == id && item.IsOpen ? change(item) : item)] };

    /// <summary>A new revision of an item takes the place of the old one.</summary>
    public static IEnumerable<PendingItem> Superseded(IReadOnlyList<PendingItem> items, PendingItem opened, DateTimeOffset at) =>
        items.Select(item => item.Id == opened.Id && item.IsOpen ? item with { Status = ItemStatus.Superseded, Closed = at } : item);

    /// <summary>A task is over with the step that it holds up.</summary>
    public static RunState OfOpenTasks(SopDefinition sop, RunState state, DateTimeOffset at)
    {
        if (state.TasksAgain.Count == 0 && state.Items.All(item => item.Kind != ItemKind.Task))
        {
            return state;
        }

        return state with
        {
            Items = [.. state.Items.Select(item => item is { IsOpen: true, Kind: ItemKind.Task } && !Is(item.Task!, open: true) ? Closed(item, ItemStatus.Withdrawn, at) : item)],
            TasksAgain = [.. state.TasksAgain.Where(task => Is(task.Task, open: false))],
        };

        // A task whose step has another name since then is known by its title.
        bool Is(string name, bool open) => Tasks.IsKnown(sop, name)
            ? state.Position.Tasks.TryGetValue(name, out var isOpen) && isOpen == open
            : state.Position.Tasks.Any(task => task.Value == open && Tasks.TitleOf(task.Key) == Tasks.TitleOf(name));
    }
}
