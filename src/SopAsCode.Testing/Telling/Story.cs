using System.Globalization;
using System.Text;
using System.Text.Json;
using SopAsCode.Definitions;
using SopAsCode.Runtime;

namespace SopAsCode.Testing;

/// <summary>What a failing test shows below its message: how far runs came, what waits for whom, and what happened last.</summary>
internal static class Story
{
    private const int MostEvents = 12;

    /// <summary>A message with the story of one run, or of all.</summary>
    public static string Of(Stage stage, string message, string? only = null)
    {
        StringBuilder text = new(message);
        foreach (var run in stage.Runs.Where(run => only is null || run.Id == only))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n\nRun '{run.Id}' so far:\n  {string.Join(" → ", run.Path)}\nIt waits for:\n");
            var waits = Waits(stage, run).ToList();
            text.Append(waits.Count > 0 ? string.Join('\n', waits) : run.HasEnded ? "  nothing, it has ended" : "  nobody");
            text.Append(run.Record.Count > MostEvents ? "\nThe last of its record:\n" : "\nIts record:\n");
            text.AppendJoin('\n', run.Record.TakeLast(MostEvents).Select(recorded => Line(run, recorded)));
        }

        return Harmless(text.ToString());
    }

    private static IEnumerable<string> Waits(Stage stage, ScenarioRun run)
    {
        foreach (var item in run.Waiting)
        {
            var who = item.Roles.Count == 0 ? "somebody outside" : string.Join(" or ", item.Roles.Select(role => $"{stage.Roles.TitleOf(role)} ({string.Join(", ", stage.Roles.HoldersOf(role))})"));
            var not = item.Excluded is { Count: > 0 } excluded ? $", not {string.Join(", ", excluded)}" : "";
            var due = item.Due is { } time ? $", due {Time(time)}" : "";
            yield return $"  {who}{not} at {item.Step}: {item.Title}{due}";
        }

        foreach (var question in stage.Agents.Waiting.Where(question => question.Lease.Run == run.Id))
        {
            yield return $"  AI {question.Request.Step.Performer?.Title} at {question.Request.Step.Name}: no answer is scripted";
        }

        foreach (var other in run.Awaited)
        {
            yield return $"  run '{other}' to end";
        }

        if (!run.HasEnded && run.Waiting.Count == 0 && stage.Store.NextOf(run.Id, stage.Clock.Now) is { } next)
        {
            yield return $"  time to pass: it is {Time(stage.Clock.Now)}, and something is due {Time(next)}";
        }
    }

    private static string Line(ScenarioRun run, RecordedEvent recorded)
    {
        var happened = recorded.Read();
        var move = happened is MovingEvent { Move: { } one } && one.From != one.To ? $" → {one.To}{(one.Reason is { } reason ? $" ({reason})" : "")}" : "";
        var notes = happened switch
        {
            StepFailed failed => run.Content(failed.Notes),
            Rejected rejected => Reason(run.Content(rejected.Reason.Content)),
            SwitchedToManual switched => switched.Because ?? run.Content(switched.Notes),
            _ => null,
        };
        return string.Create(CultureInfo.InvariantCulture, $"  {recorded.Sequence,2} {Time(recorded.At)} {recorded.Step} {recorded.Event} by {By(run.Sop, recorded)}{move}{(notes is null ? "" : ": " + notes)}");
    }

    private static string? Reason(string? rejection)
    {
        using var json = rejection is null ? null : JsonDocument.Parse(rejection);
        return json?.RootElement.EnumerateObject().FirstOrDefault(member => string.Equals(member.Name, nameof(Rejection.Reason), StringComparison.OrdinalIgnoreCase)).Value.ToString();
    }

    private static string By(SopDefinition sop, RecordedEvent recorded) =>
        recorded.By.Kind == ActorKind.Automation && recorded.Event is nameof(StepStarted) or nameof(StepCompleted) or nameof(StepFailed) && sop.StepOf(recorded.Step) is { Kind: StepKind.Ai, Performer: { } agent } ? $"AI {agent.Title}" : recorded.By.Name;

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("ddd yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture);

    // Texts of people stand in it, and a log shows it.
    private static string Harmless(string text) => string.Concat(text.Select(letter => letter != '\n' && (char.IsControl(letter) || char.GetUnicodeCategory(letter) == UnicodeCategory.Format) ? '\uFFFD' : letter));
}
