using SopAsCode.Definitions;
using SopAsCode.Documents.Html;
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
        page.Html.Add($"<ul>\n<li>A step fails, a rework round is used up, or a question can't be decided, and no way is stated: {page.Where("Fallback")}.</li>\n");
        page.Html.Add($"<li>Any step can be switched to work by hand. {sop.Owner?.Title ?? "The owner"}{(sop.Backup is { } backup ? $" or {backup.Title}" : "")} then finishes it, escalates it, cancels it, or sends it back to the step it came from.</li>\n");
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
}
