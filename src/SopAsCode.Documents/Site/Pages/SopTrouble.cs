using SopAsCode.Definitions;
using SopAsCode.Documents.Html;
using SopAsCode.Documents.Words;
using SopAsCode.Runtime;

namespace SopAsCode.Documents.Site.Pages;

/// <summary>What to do when something goes wrong, and how the work is done by hand.</summary>
internal static class SopTrouble
{
    /// <summary>Writes it.</summary>
    public static void Write(SopWriter page)
    {
        var sop = page.Sop.Definition;
        page.Heading("trouble", "When it goes wrong", null);
        page.Html.Add($"<ul>\n<li>A step fails, a rework round is used up, or a question can't be decided, and no way is stated: {page.Where(SopFlow.Fallback)}.</li>\n");
        page.Html.Add($"<li>Any step can be switched to work by hand. {sop.Owner?.Title ?? "The owner"}{(sop.Backup is { } backup ? $" or {backup.Title}" : "")} then finishes it, escalates it, cancels it, or sends it back to the step it came from.</li>\n");
        WriteWaysBack(page);
        var asked = page.Sop.Steps.Where(step => step.Step.Kind is StepKind.Human or StepKind.Checkpoint).Select(SopWriter.NumberLink).ToList();
        if (asked.Count > 0)
        {
            page.Html.Add($"<li>Whoever is asked in step {Links.List(asked)} can escalate: the run ends, and an item goes to the owner.</li>\n");
        }

        var late = page.Sop.Steps
            .Where(step => (step.Step.Due is not null || step.Step.DueBy is not null) && !sop.Transitions.Any(way => way.From == step.Step.Name && way.Trigger == SopTrigger.TimeOut))
            .Select(SopWriter.NumberLink)
            .ToList();
        if (late.Count > 0)
        {
            page.Html.Add($"<li>When step {Links.List(late)} is overdue, the {(sop.Backup is null ? "owner" : "backup")} is told. Nothing moves by itself.</li>\n");
        }

        page.Html.Add($"</ul>\n");
        page.Heading("by-hand", "By hand", sop.Fallback?.How ?? "");
        if (sop.Owner is { } owner)
        {
            page.Html.Add($"<p><strong>Who:</strong> {page.Links.Role(owner)}{(sop.Backup is { } second ? Markup.Of($", or {page.Links.Role(second)}") : Markup.None)}</p>\n");
        }

        if (sop.Fallback?.SwitchWhen is { } when)
        {
            page.Html.Add($"<p><strong>Switch when:</strong> {when}</p>\n");
        }

        page.Html.Add(Prose.Of(sop.Fallback?.How is { Length: > 0 } how ? how : "No manual path is written down. The owner decides.")).Add($"\n");
    }

    // What lies behind the manual path: a step that a person does there, or one that was done before and is not repeated.
    private static void WriteWaysBack(SopWriter page)
    {
        var ways = page.Sop.Definition.Transitions;
        var byHand = Numbers(ways.Where(way => way.Trigger == SopTrigger.DoneByHand).Select(way => way.Behind));
        if (byHand.Count > 0)
        {
            page.Html.Add($"<li>Whoever does by hand what was not done yet gives what the step makes, and the run goes on behind it, past no checkpoint: step {Links.List(byHand)}.</li>\n");
        }

        var askedAnew = ways.Where(way => way.Trigger == SopTrigger.Resume).Select(way => way.Behind).ToHashSet(StringComparer.Ordinal);
        var done = ways.Where(way => way.Trigger is SopTrigger.Complete or SopTrigger.Approve && way.From != SopFlow.Fallback && way.To == SopFlow.Fallback).Select(way => way.From).ToLookup(askedAnew.Contains);
        var again = Numbers(done[true]);
        if (again.Count > 0)
        {
            page.Html.Add($"<li>Sent back, a run does not repeat step {Links.List(again)} if that step was done: its questions are asked anew, and the run goes where they lead.</li>\n");
        }

        var never = Numbers(done[false]);
        if (never.Count > 0)
        {
            page.Html.Add($"<li>A run that came here because step {Links.List(never)} was done can't be sent back: the step would be done twice.</li>\n");
        }

        List<Markup> Numbers(IEnumerable<string?> names)
        {
            var known = names.ToHashSet(StringComparer.Ordinal);
            return [.. page.Sop.Steps.Where(step => known.Contains(step.Step.Name)).Select(SopWriter.NumberLink)];
        }
    }
}
