using SopAsCode.Model;

namespace SopAsCode.Generators;

/// <summary>What to do when it goes wrong.</summary>
internal static class TroubleSection
{
    public static void Write(PageWriter page, FlowGraph graph)
    {
        var sop = graph.Sop;
        page.Block("## When it goes wrong");
        page.Lines(
        [
            $"- A step fails, a rework round is used up, or a question can't be decided, and no way is stated: {StepsSection.Where(graph, graph.Fallback)}.",
            "- Any step can be switched to work by hand; the owner or the backup then finishes it, escalates it, cancels it, or sends it back to the step it came from.",
            .. Waiting(graph),
        ]);
        page.Block("<a id=\"by-hand\"></a>");
        page.Block("### By hand");
        page.Block(sop.Fallback is { } fallback ? $"{MarkdownText.Start(fallback.How)}." : "No manual path is written down. The owner decides.");
        if (sop.Fallback?.SwitchWhen is { } switchWhen)
        {
            page.Block($"Switch when: {MarkdownText.Inline(switchWhen)}.");
        }
    }

    private static IEnumerable<string> Waiting(FlowGraph graph)
    {
        var waiting = Enumerable.Range(0, graph.Fallback).Where(state => graph.Sop.Steps[state].Kind is StepKind.Human or StepKind.Checkpoint).Select(StepsSection.LinkTo).ToList();
        if (waiting.Count > 0)
        {
            yield return $"- Whoever is asked in step {string.Join(", ", waiting)} can escalate: the run ends, and an item goes to the owner.";
        }

        var late = Enumerable.Range(0, graph.Fallback).Where(state => graph.Sop.Steps[state] is { Due: not null, OnTimeout: null }).Select(StepsSection.LinkTo).ToList();
        if (late.Count > 0)
        {
            yield return $"- Step {string.Join(", ", late)}, when overdue, says so, and the backup is told; nothing moves by itself.";
        }
    }
}
