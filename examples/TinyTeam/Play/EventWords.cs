using System.Globalization;
using SopAsCode;
using SopAsCode.Definitions;
using SopAsCode.Runtime;

namespace TinyTeam.Play;

/// <summary>Says what stands in the record, in words.</summary>
/// <param name="sops">All SOPs.</param>
/// <param name="zone">The time zone in which people read times.</param>
internal sealed class EventWords(SopCatalogue sops, TimeZoneInfo zone)
{
    private readonly Dictionary<string, string> _approvers = new(StringComparer.Ordinal);

    /// <summary>The event in words; null for one that needs none.</summary>
    /// <param name="recorded">The event.</param>
    /// <param name="contents">The contents of its run.</param>
    public DayLine? Of(RecordedEvent recorded, IReadOnlyDictionary<string, string> contents)
    {
        var sop = sops.Find(recorded.Sop)!.Definition;
        var (who, by) = Performer(recorded, sop);
        DayLine Line(string words) => new(recorded.At, sop.StepOf(recorded.Step) is null ? "" : recorded.Step, who, by, words);
        string Text(string? hash) => hash is not null && contents.TryGetValue(hash, out var text) ? text : "";
        string Made(IReadOnlyList<ValueMark>? values) => values is { Count: > 0 } ? string.Join("; ", values.Select(value => ValueWords.Of(Text(value.Content)))) : "done";

        switch (recorded.Read())
        {
            case RunStarted started:
                return Line($"{Run(recorded.Run)} begins: {sop.Title}{(started.Parent is null ? "" : $", {ValueWords.First(Text(started.Input?.Content))}")}") with { Step = "" };
            case StepCompleted { Values: null } when by == Doer.Automation:
                return null; // the write says it
            case StepCompleted completed:
                return Line(Made(completed.Values));
            case StepFailed failed:
                return Line($"fails: {Text(failed.Notes)}{(failed.RetryAt is { } again ? $"; again in {(again - recorded.At).TotalSeconds:0} seconds" : "")}");
            case StepDoneByHand done:
                return Line($"does {done.Done} by hand: {Made(done.Values)}");
            case ActionTaken action when sop.StepOf(recorded.Step) is { Kind: not StepKind.Human } step && action.Access == Access.Write:
                return Line($"writes to {Short(action.Tool)}{Release(action, step)}");
            case ItemOpened { Item: var item }:
                return item.Kind == ItemKind.Notice ? null : new(recorded.At, item.Kind == ItemKind.ByHand ? "by hand" : item.Step, $"waits for {Who(item)}", Doer.Person, $"{item.Title}{(item.Due is { } due ? $", until {Time(due, recorded.At)}" : "")}");
            case Approved approved:
                _approvers[approved.Item] = who;
                return Line("approves" + (approved.Edits is [var edit, ..] ? $", and changes it: {ValueWords.Of(Text(edit.After))}" : ""));
            case Rejected rejected:
                return Line($"rejects: {ValueWords.Reason(Text(rejected.Reason.Content))}");
            case TimedOut { Move: not null }:
                return Line("nobody answered in time, which is neither yes nor no");
            case HandedOff handed:
                return Line($"starts {handed.Runs.Count} {(handed.Runs.Count == 1 ? "run" : "runs")} of {handed.Runs[0].Sop}{(handed.Approvals is [var yes, ..] ? $", with the yes of {Approver(yes)}" : "")}");
            case TaskTicked ticked:
                return Line($"ticks off: {ticked.Task[(ticked.Task.IndexOf(": ", StringComparison.Ordinal) + 2)..]}");
            case SpotChecked looked:
                return Line($"looked at the sample: {(looked.Right ? "it was right" : "it was wrong")}") with { Step = looked.Sample };
            case RunEnded ended:
                return new(recorded.At, "", "", Doer.Runtime, $"{Run(recorded.Run)} ends: {ended.End}");
            default:
                return null;
        }
    }

    /// <summary>The short name of a person.</summary>
    public static string Name(string person) => person.Split('@')[0];

    /// <summary>The people whom an item waits for.</summary>
    public string Who(PendingItem item) => string.Join(", ", sops.Policy!.Holders.Where(holder => item.Roles.Contains(holder.Role.Type, StringComparer.Ordinal)).Select(holder => Name(holder.Person)).Distinct(StringComparer.Ordinal).Take(2));

    /// <summary>A time: of another day with its name.</summary>
    public string Time(DateTimeOffset time, DateTimeOffset now)
    {
        var (there, here) = (TimeZoneInfo.ConvertTime(time, zone), TimeZoneInfo.ConvertTime(now, zone));
        return there.ToString(there.Date == here.Date ? "HH:mm" : "ddd d MMM HH:mm", CultureInfo.InvariantCulture);
    }

    private string Release(ActionTaken action, StepDefinition step) => action.Approvals is [var item, ..] ? $", released by the yes of {Approver(item)}"
        : step.Limit is not null ? ", inside its limit and without a person"
        : "";

    // Runs that a hand-off started have the name of that run before their own.
    private static string Run(string run) => run[(run.LastIndexOf('/') + 1)..];

    private string Approver(string item) => _approvers.GetValueOrDefault(item, item);

    /// <summary>Who or what did it.</summary>
    public static (string Who, Doer By) Performer(RecordedEvent recorded, SopDefinition sop) => recorded.By.Kind switch
    {
        ActorKind.Person => (Name(recorded.By.Name), Doer.Person),
        ActorKind.Host => ("", Doer.Runtime),
        _ when recorded.Event == nameof(RunStarted) => (recorded.By.Name, Doer.Automation),
        _ => sop.StepOf(recorded.Step) is { Kind: StepKind.Ai, Performer: { } agent } ? ($"AI {agent.Title}", Doer.AI) : ("automation", Doer.Automation),
    };

    private static string Short(string type) => type[(type.LastIndexOf('.') + 1)..];
}
