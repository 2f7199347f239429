using System.Globalization;
using SopAsCode.Definitions;
using SopAsCode.Runtime;

namespace SopAsCode.App;

/// <summary>Items and runs as people read them.</summary>
internal sealed class ItemPages(Page page, IEnumerable<SopDefinition> sops)
{
    private readonly Dictionary<string, SopDefinition> _sops = sops.ToDictionary(sop => sop.Id, StringComparer.Ordinal);

    /// <summary>The inbox, or a part of it.</summary>
    public void List(IReadOnlyList<PendingItem> items, string nothing)
    {
        if (items.Count == 0)
        {
            page.Line(nothing);
        }

        foreach (var item in items)
        {
            page.Title(item.Id);
            page.Line(item.Title, 2);
            page.Line(Facts(item), 2);
        }
    }

    /// <summary>An item with all that is needed to answer it.</summary>
    /// <param name="view">The item.</param>
    /// <param name="isAsked">Whether the person is asked next, and needs to be told neither the flags nor the form of the value.</param>
    /// <param name="ticksAreAsked">Whether the lines to tick come with the questions.</param>
    public void Show(ItemView view, bool isAsked = false, bool ticksAreAsked = false)
    {
        var item = view.Item;
        page.Title(item.Title);
        page.Line($"{item.Id}, revision {item.Revision}, of SOP {item.Sop}");
        page.Line(Facts(item));
        if (item.Needed is { } needed)
        {
            page.Line($"{needed} people must say yes. So far: {(item.Approvals is { Count: > 0 } given ? string.Join(", ", given.Select(one => one.Person)) : "nobody")}");
        }

        if (item.Excluded is { Count: > 0 } excluded)
        {
            page.Line($"Not for: {string.Join(", ", excluded)}");
        }

        Section("What is shown", view.Values.Count > 0, () =>
        {
            foreach (var (name, value) in view.Values)
            {
                ValueLines.Write(page, name, value);
            }
        });
        Section("Prompt", view.Prompt is not null, () => page.Text(view.Prompt!));
        Section("Notes", view.Notes is not null, () => page.Text(view.Notes!));
        Section("How", view.Instructions is not null, () => page.Text(view.Instructions!));
        Section("The value to give", item.IsOpen && !isAsked && view.AnswerSchema is not null && item.Kind != ItemKind.Approve, () => page.Text(Skeleton.Of(view.AnswerSchema!)));
        Section("To tick", view.Checklists.Count > 0 && !ticksAreAsked, () => Ticks(view.Checklists));
        foreach (var template in view.Templates)
        {
            Section($"Template: {template.Title}", true, () => page.Text(template.Text));
        }

        if (item.IsOpen)
        {
            page.Gap();
        }

        if (item.IsOpen && !isAsked)
        {
            page.Line($"Answer: {Answer(view)}");
        }
    }

    /// <summary>A run, and what is open in it.</summary>
    public void Show(RunSummary run, IReadOnlyList<PendingItem> open)
    {
        page.Title($"{run.Run}: {run.State}");
        page.Line($"{TitleOf(run.Sop)} ({run.Sop}{(run.Version is { } version ? " " + version : "")})");
        page.Line($"Started {Time(run.Started)}{(run.Ended is { } ended ? ", ended " + Time(ended) : "")}, {Page.Count(run.Sequence, "event")}");
        page.Gap();
        List(open, "Nothing waits for people in it.");
    }

    /// <summary>A time, in UTC, to the minute.</summary>
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture);

    /// <summary>The lines to tick, with the numbers by which they can be named.</summary>
    private void Ticks(IReadOnlyList<ChecklistDefinition> lists)
    {
        var number = 0;
        foreach (var list in lists)
        {
            if (list.Title is { } title)
            {
                page.Line(title);
            }

            foreach (var line in list.Items)
            {
                page.Line($"{++number}. {line}", 2);
            }
        }
    }

    private void Section(string title, bool isThere, Action write)
    {
        if (isThere)
        {
            page.Gap();
            page.Title(title);
            write();
        }
    }

    private string Facts(PendingItem item)
    {
        List<string> facts = [Word(item.Kind)];
        if (item.Roles.Count > 0)
        {
            facts.Add("for " + string.Join(" or ", item.Roles.Select(role => RoleTitle(item.Sop, role))));
        }

        facts.Add("asked " + Time(item.Asked));
        if (item.Due is { } due)
        {
            facts.Add("due " + Time(due));
        }

        if (item.Status != ItemStatus.Open)
        {
            facts.Add(item.Status.ToString().ToLowerInvariant() + (item.Person is { } person ? " by " + person : "") + (item.Status == ItemStatus.Claimed && item.ClaimedUntil is { } until ? " until " + Time(until) : ""));
        }

        return string.Join(" · ", facts);
    }

    private static string Answer(ItemView view)
    {
        var item = view.Item;
        var ticks = string.Concat(Enumerable.Range(1, view.Checklists.Sum(list => list.Items.Count)).Select(number => $" --tick {number}"));
        var value = view.AnswerSchema is null ? "" : " --value JSON";
        return item.Kind switch
        {
            ItemKind.Approve => $"approve {item.Id} --revision {item.Revision}{ticks}, or reject {item.Id} --revision {item.Revision} --reason TEXT",
            ItemKind.Report => $"report {item.Id} --revision {item.Revision}{value}",
            ItemKind.Check => $"judge {item.Id} --revision {item.Revision} --right, or --wrong",
            ItemKind.Task => $"tick {item.Id} --revision {item.Revision}",
            ItemKind.ByHand when item.CanBeDone is not null => $"done-by-hand {item.Id} --revision {item.Revision}{value}, or resume {item.Run}, or complete {item.Id} --revision {item.Revision}{ticks}",
            ItemKind.ByHand => $"complete {item.Id} --revision {item.Revision}{ticks}, or resume {item.Run}",
            _ => $"complete {item.Id} --revision {item.Revision}{ticks}{value}",
        };
    }

    private string TitleOf(string sop) => _sops.TryGetValue(sop, out var known) ? known.Title : sop;

    private string RoleTitle(string sop, string role) =>
        _sops.TryGetValue(sop, out var known) && Roles(known).FirstOrDefault(one => one.Type == role) is { } named ? named.Title : role[(role.LastIndexOf('.') + 1)..];

    private static IEnumerable<NamedType> Roles(SopDefinition sop) =>
        sop.Steps.Where(step => step.Kind is StepKind.Human or StepKind.Checkpoint).Select(step => step.Performer)
            .Append(sop.Owner)
            .Append(sop.Backup)
            .Concat(sop.Steps.SelectMany(step => step.Meanwhile).Select(task => task.Role))
            .Concat(sop.Steps.Select(step => step.SpotCheck?.Role))
            .Concat(sop.Duties.Select(duty => duty.Role))
            .OfType<NamedType>();

    private static string Word(ItemKind kind) => kind switch
    {
        ItemKind.Approve => "approve or reject",
        ItemKind.Do => "do",
        ItemKind.Answer => "give the answer of the AI",
        ItemKind.Report => "report",
        ItemKind.ByHand => "do by hand",
        ItemKind.Attend => "deal with it",
        ItemKind.Check => "look at a sample",
        ItemKind.Notice => "read",
        _ => "task",
    };
}
