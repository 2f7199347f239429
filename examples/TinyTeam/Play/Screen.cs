using SopAsCode.Definitions;
using SopAsCode.Runtime;
using Spectre.Console;

namespace TinyTeam.Play;

/// <summary>Shows runs in a terminal. Colours only where the terminal takes them.</summary>
/// <param name="terminal">Where to write.</param>
/// <param name="definition">The SOP.</param>
internal sealed class Screen(IAnsiConsole terminal, SopDefinition definition)
{
    /// <summary>Says which SOP is played.</summary>
    public void Open()
    {
        Line($"[bold]{definition.Title.EscapeMarkup()}[/] {definition.Version}");
        Line($"{definition.Goal.EscapeMarkup()}. Owner: {definition.Owner?.Title.EscapeMarkup()}.");
    }

    /// <summary>Shows one run: what happened, and the path it took.</summary>
    public void Show(string subject, Scene scene, IReadOnlyList<SceneMove> moves)
    {
        Line("");
        Line($"[bold]{subject.EscapeMarkup()}[/]");
        Line($"{scene.Title.EscapeMarkup()}");
        foreach (var (move, words) in moves)
        {
            var who = Who(move.From);
            Line($"  {move.From,-20}[{Colour(move.From)}]{who.EscapeMarkup(),-23}[/]{Outcome(move).EscapeMarkup()}: {words.EscapeMarkup()}{Because(move).EscapeMarkup()}");
        }

        var path = string.Join(" → ", moves.Select(played => played.Move.From).Append(moves[^1].Move.To));
        Line($"  [bold]Path[/] {path.EscapeMarkup()}");
    }

    private string Who(string state) => definition.StepOf(state) is { } step
        ? step.Kind switch
        {
            StepKind.Ai => $"AI {step.Performer?.Title}",
            StepKind.Automated => "automation",
            _ => step.Performer?.Title ?? "",
        }
        : definition.Owner?.Title ?? "";

    private string Colour(string state) => definition.StepOf(state)?.Kind switch
    {
        StepKind.Ai => "magenta",
        StepKind.Automated => "blue",
        StepKind.Checkpoint => "yellow",
        _ => "green",
    };

    private static string Because(SopMove move) => move.Reason is null ? "" : $" ({move.Reason})";

    private static string Outcome(SopMove move) => move.Trigger switch
    {
        SopTrigger.Complete => "completed",
        SopTrigger.Approve => "approved",
        SopTrigger.Reject => "rejected",
        SopTrigger.Fail when move.IsRetry => "failed, tries again",
        SopTrigger.Fail => "failed",
        SopTrigger.LeaveLimit => "outside its limit",
        SopTrigger.Resume => "resumed",
        _ => move.Trigger.ToString(),
    };

    // Written line by line, so that a narrow terminal wraps and a file does not.
    private void Line(string markup)
    {
        terminal.Profile.Width = Math.Max(terminal.Profile.Width, 200);
        terminal.MarkupLine(markup);
    }
}
