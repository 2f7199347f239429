using System.Globalization;
using SopAsCode.Model;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Flow;
using SopAsCode.Model.Values;

namespace SopAsCode.Generators;

/// <summary>Writes the steps: who does what, with which checklist, and where the run goes next, in words.</summary>
internal static class StepsSection
{
    /// <summary>A link to a step, by its number and title.</summary>
    public static string TitleOf(FlowGraph graph, int state) => $"[{MarkdownText.Label(PageWords.Numbered(graph, state))}](#step-{Number(state)})";

    /// <summary>Writes the steps.</summary>
    public static void Write(PageWriter page, FlowGraph graph)
    {
        page.Block("## Steps");
        for (var state = 0; state < graph.Fallback; state++)
        {
            WriteStep(page, graph, state);
        }
    }

    /// <summary>A state in words: a step by its title, which leads there, an end by name.</summary>
    public static string Where(FlowGraph graph, int state) =>
        state < graph.Fallback ? TitleOf(graph, state)
        : state == graph.Fallback ? "the owner, [by hand](#by-hand)"
        : state == graph.Completed ? "the run is completed"
        : state == graph.Rejected ? "the run ends, rejected"
        : state == graph.Escalated ? "the run ends, escalated: an item goes to the owner"
        : "the run ends, cancelled";

    private static void WriteStep(PageWriter page, FlowGraph graph, int state)
    {
        var step = graph.Sop.Steps[state];
        page.Block($"<a id=\"step-{Number(state)}\"></a>");
        page.Block($"### {Number(state)}. {MarkdownText.Inline(step.Title)}");
        var who = Who(graph, step);
        page.Block(who.EndsWith(".", StringComparison.Ordinal) ? who : who + ".");
        if (step.Instructions is { } instructions)
        {
            page.Prose(instructions);
        }

        page.Checklists(step.Checklists);
        page.List(step.Meanwhile.Select(task => $"Meanwhile {Meanwhile(graph, state, task)}"));
        page.List(Ways(graph, state));
        page.List(step.Method.Parameters.Where(parameter => parameter.IsShownOnly).Select(parameter => $"Shown for context, not to approve: {DataWords.Name(parameter.Type)}"));
        page.List(step.Guardrails.Select(rule => $"Keeps to: {MarkdownText.Inline(rule)}").Concat(RemarksSection.Items(step)));
        RemarksSection.Write(page, step);
        WritePrompt(page, step);
    }

    private static string Meanwhile(FlowGraph graph, int state, MeanwhileModel task)
    {
        var until = task.Until is { } named && graph.StateOf(named.Name) is { } other && other != state ? TitleOf(graph, other) : "this step";
        return $"**{MarkdownText.Inline(task.Role.Title)}**: {MarkdownText.Inline(task.Title)}{(task.Every > 0 ? $", every {EnglishWords.Duration(task.Every)}" : "")}; {until} is not done before that is ticked off";
    }

    private static string Who(FlowGraph graph, StepModel step)
    {
        var performer = MarkdownText.Inline(PageWords.Performer(graph.Sop, step));
        var (sop, seniors) = (graph.Sop, step.Traits.IsByPerson ? PageWords.OrSenior(graph.Sop, step.Performer) : "");
        List<string> parts = [step.Kind switch
        {
            StepKind.Checkpoint => $"**{performer}**{seniors} approves or rejects",
            StepKind.Handoff when step.Handoff is { } handoff => Handoff(step, handoff),
            _ => $"**{performer}**{seniors}",
        }];
        if (step.Kind == StepKind.Ai && (step.Access.Count == 0 || step.Level > Level.DraftOnly))
        {
            parts.Add(PageWords.Level(step.Level, step.Access.Count > 0));
        }

        if (step.Approvals > 1)
        {
            parts.Add($"{EnglishWords.Count(step.Approvals, "different person", "different people")} must say yes, and one no is a no");
        }

        if (step.NotBy is { } doer && graph.StateOf(doer.Name) is { } done)
        {
            parts.Add($"nobody who did {Where(graph, done)} may answer");
        }

        parts.AddRange(step.Access.Select(access => $"{Verb(access.Kind)} {MarkdownText.Inline(access.Tool.Title)}"));
        if (step.Due is { } due)
        {
            parts.Add($"{PageWords.Due(sop, due)}{PageWords.Reminded(sop, step.Reminders)}");
        }

        parts.AddRange(step.Remarks.Consulted.Select(role => $"asks {MarkdownText.Inline(role.Title)}"));
        parts.AddRange(step.Remarks.Informed.Select(role => $"tells {MarkdownText.Inline(role.Title)}"));
        return string.Join(", ", parts);
    }

    private static string Handoff(StepModel step, HandoffModel first)
    {
        var targets = string.Join(" and ", step.Handoffs.Select(handoff => PageWords.LinkTo(handoff.Target)));
        var results = string.Join(" and ", step.Makes.Select(made => MarkdownText.Code(made.Short)));
        return $"**Hand-off** to {targets}{(IsFanOut(step, first) ? ", one run for each" : "")}"
            + (!step.IsAwaiting ? "" : step.Handoffs.Count > 1 ? ", side by side, and waits for all of them" : ", and waits for it")
            + (results.Length == 0 ? "" : $"; brings back {results}");
    }

    // A hand-off returns the input of the other SOP, or a list of inputs.
    private static bool IsFanOut(StepModel step, HandoffModel handoff) => step.Method.Result is { } given && given.Key != handoff.Target.Input?.Key;

    private static string Verb(Access access) => access switch
    {
        Access.Read => "reads",
        Access.Draft => "drafts in",
        _ => "writes to",
    };

    private static IEnumerable<string> Ways(FlowGraph graph, int state)
    {
        var step = graph.Sop.Steps[state];
        var forward = graph.From(state).Where(edge => edge.CarriesOutput && edge.IsStated).ToList();
        foreach (var edge in forward.Where(edge => !IsStraight(graph, state, edge, forward.Count)))
        {
            yield return $"{Condition(step, edge, forward.Count)} → {Where(graph, edge.To)}";
        }

        foreach (var edge in graph.From(state).Where(edge => edge.Trigger == SopTrigger.Reject))
        {
            yield return $"Rejected{(edge.Label is null ? "" : $", {MarkdownText.Inline(edge.Label)}")} → {Where(graph, edge.To)}";
        }

        foreach (var edge in graph.From(state).Where(edge => edge.Trigger == SopTrigger.TimeOut))
        {
            yield return $"{PageWords.Capital(PageWords.Late(step))} in time → {Where(graph, edge.To)}";
        }

        if (step.OnFailure is { } failure)
        {
            var tries = failure.Retries == 0 ? "Failed" : $"Failed, and {EnglishWords.Count(failure.Retries, "retry", "retries")} too";
            yield return $"{tries} → {Where(graph, graph.StateOf(failure.Step.Name) ?? graph.Fallback)}";
        }

        if (step.Limit is { IsAsked: true } limit && graph.From(state).FirstOrDefault(edge => edge.Trigger == SopTrigger.LeaveLimit) is { } outside)
        {
            yield return $"Outside its limit ({MarkdownText.Inline(PageWords.Inside(limit.Text))}{(limit.PerDay > 0 ? $", {PageWords.PerDay(limit.PerDay)}" : "")}) → {Where(graph, outside.To)}";
        }
    }

    // Where a run only goes on to the step below, the numbers say so.
    private static bool IsStraight(FlowGraph graph, int state, FlowEdge edge, int count) =>
        count == 1 && edge.Label is null && edge.To == state + 1 && edge.To < graph.Fallback && graph.Sop.Steps[state].Kind != StepKind.Checkpoint;

    private static string Condition(StepModel step, FlowEdge edge, int count)
    {
        var isCheckpoint = step.Kind == StepKind.Checkpoint;
        if (edge.Label is null)
        {
            return isCheckpoint ? "Approved" : "Done";
        }

        // The last entry of a checkpoint, which has no condition, is only about approvals, because a reject has its own path.
        var isOtherwise = edge.Condition is null && edge.AtMost == 0 && count > 1 && edge.Label == "otherwise";
        var words = isOtherwise ? "otherwise" : MarkdownText.Inline(edge.Condition is null ? edge.Label : $"if {PageWords.Inside(edge.Label)}");
        return isCheckpoint ? $"Approved, {words}" : PageWords.Capital(words);
    }

    private static void WritePrompt(PageWriter page, StepModel step)
    {
        if (step.Prompt is not { } prompt)
        {
            return;
        }

        var model = step.Performer?.Model is { } name ? $" ({MarkdownText.Code(name)})" : "";
        var version = prompt.Version is { } number ? $", version {MarkdownText.Inline(number)}" : "";
        page.Folded("Prompt", folded => folded
            .Block($"Prompt for {MarkdownText.Inline(step.Performer?.Title ?? "the AI")}{model}{version}:")
            .Block(prompt.File is { } file && prompt.Parts.Count == 0 ? $"In {MarkdownText.Code(file)}." : MarkdownText.Block(prompt.Text)));
    }

    private static string Number(int state) => (state + 1).ToString(CultureInfo.InvariantCulture);
}
