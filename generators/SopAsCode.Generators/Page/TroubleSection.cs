using SopAsCode.Model;
using SopAsCode.Model.Flow;

namespace SopAsCode.Generators;

/// <summary>Says what to do when something goes wrong.</summary>
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
            .. DoneByHand(graph),
            .. SentBack(graph),
            .. Waiting(graph),
        ]);
        page.Block("<a id=\"by-hand\"></a>");
        page.Block("### By hand");
        page.Prose(sop.Fallback is { How: { Length: > 0 } } fallback ? PageWords.Sentence(fallback.How) : "No manual path is written down. The owner decides.");
        if (sop.Fallback?.SwitchWhen is { } switchWhen)
        {
            page.Block($"Switch when: {MarkdownText.Inline(switchWhen)}.");
        }
    }

    private static IEnumerable<string> DoneByHand(FlowGraph graph)
    {
        var steps = graph.From(graph.Fallback).Select(edge => edge.DoneByHand).OfType<int>().Distinct().Select(StepsSection.LinkTo).ToList();
        if (steps.Count > 0)
        {
            yield return $"- Step {string.Join(", ", steps)} can be done by hand there, if it was not done: whoever did it gives what it makes, and the run goes on behind it. No checkpoint is skipped.";
        }
    }

    // A run comes here from a completed step only if that step leads to the manual path when it is done.
    private static IEnumerable<string> SentBack(FlowGraph graph)
    {
        var done = graph.Edges.Where(edge => edge.CarriesOutput && edge.From < graph.Fallback && edge.To == graph.Fallback).Select(edge => edge.From).Distinct().ToLookup(
            state => graph.From(state).Any(edge => edge.CarriesOutput && edge.Condition is not null), StepsSection.LinkTo);
        if (done[true].Any())
        {
            yield return $"- Sent back, a run does not repeat step {string.Join(", ", done[true])} if that step was done: its questions are asked anew, and the run goes where they lead.";
        }

        if (done[false].Any())
        {
            yield return $"- A run that came here because step {string.Join(", ", done[false])} was done can't be sent back: the step would be done twice.";
        }
    }

    private static IEnumerable<string> Waiting(FlowGraph graph)
    {
        var waiting = Enumerable.Range(0, graph.Fallback).Where(state => graph.Sop.Steps[state].Traits.IsByPerson).Select(StepsSection.LinkTo).ToList();
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
