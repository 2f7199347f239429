using System.Globalization;
using SopAsCode.Model;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Flow;
using SopAsCode.Model.Values;

namespace SopAsCode.Generators;

/// <summary>Writes the steps: who does what, with which checklist, and where the run goes next, in words.</summary>
internal static class StepsSection
{
    /// <summary>A link to a step, by its number.</summary>
    public static string LinkTo(int state) => $"[{Number(state)}](#step-{Number(state)})";

    /// <summary>A link to a step, by its number and title.</summary>
    public static string TitleOf(FlowGraph graph, int state) => $"[{MarkdownText.Inline(PageWords.Numbered(graph, state))}](#step-{Number(state)})";

    /// <summary>Writes the steps.</summary>
    public static void Write(PageWriter page, FlowGraph graph)
    {
        page.Block("## Steps");
        for (var state = 0; state < graph.Fallback; state++)
        {
            WriteStep(page, graph, state);
        }
    }

    /// <summary>A state in words: a step by number and link, an end by name.</summary>
    public static string Where(FlowGraph graph, int state) =>
        state < graph.Fallback ? $"step {LinkTo(state)}"
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
        page.Block($"{Who(graph, step)}.");
        if (step.Instructions is { } instructions)
        {
            page.Prose(instructions);
        }

        page.Checklists(step.Checklists);
        page.Lines(step.Meanwhile.Select(task => $"- Meanwhile {Meanwhile(graph, state, task)}"));
        page.Lines(Ways(graph, state).Select(way => $"* {way}"));
        page.Lines(step.Guardrails.Select(rule => $"- Keeps to: {MarkdownText.Inline(rule)}"));
        RemarksSection.Write(page, step);
        WriteDetails(page, graph.Sop, step);
    }

    private static string Meanwhile(FlowGraph graph, int state, MeanwhileModel task)
    {
        var until = task.Until is { } named && graph.StateOf(named.Name) is { } other && other != state ? $"step {LinkTo(other)}" : "this step";
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
        foreach (var edge in forward)
        {
            yield return $"{Condition(step, edge, forward.Count)} → {Where(graph, edge.To)}";
        }

        foreach (var edge in graph.From(state).Where(edge => edge.Trigger == SopTrigger.Reject))
        {
            yield return $"Rejected{(edge.Label is null ? "" : $", {MarkdownText.Inline(edge.Label)}")} → {Where(graph, edge.To)}";
        }

        foreach (var edge in graph.From(state).Where(edge => edge.Trigger == SopTrigger.TimeOut))
        {
            yield return $"No answer in time → {Where(graph, edge.To)}";
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
        return isCheckpoint ? $"Approved, {words}" : Capital(words);
    }

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words.Substring(1);

    private static void WriteDetails(PageWriter page, SopModel sop, StepModel step)
    {
        var inputs = step.Method.Parameters.Where(parameter => parameter.Role == ParameterRole.Value).ToList();
        if (step.Prompt is null && inputs.Count == 0 && step.Makes.Count == 0)
        {
            return;
        }

        page.Block($"<details><summary>{(step.Prompt is null ? "What goes in and out" : "Prompt, and what goes in and out")}</summary>");
        if (step.Prompt is { } prompt)
        {
            var model = step.Performer?.Model is { } name ? $" ({MarkdownText.Code(name)})" : "";
            var version = prompt.Version is { } number ? $", version {MarkdownText.Inline(number)}" : "";
            page.Block($"Prompt for {MarkdownText.Inline(step.Performer?.Title ?? "the AI")}{model}{version}:");
            page.Block(prompt.File is { } file && prompt.Parts.Count == 0 ? $"In {MarkdownText.Code(file)}." : MarkdownText.Block(prompt.Text));
        }

        List<string> lines = [.. inputs.Select(input => $"- In: {Shape(sop, input.Type)}{(input.Type.IsNullable ? ", if there is one" : "")}{(input.IsShownOnly ? ", shown for context" : "")}")];
        lines.AddRange(step.Makes.Select(made => $"- Out: {Shape(sop, made)}"));
        page.Lines(lines).Block("</details>");
    }

    private static string Shape(SopModel sop, TypeUse type)
    {
        var data = sop.Data.FirstOrDefault(candidate => candidate.Type.Key == type.Key);
        var parts = data?.Kind switch
        {
            DataKind.Record => data.Properties.Select(property => MarkdownText.Inline(property.Name)),
            DataKind.Enum => data.Values.Select(MarkdownText.Inline),
            _ => [],
        };
        var all = string.Join(", ", parts);
        return MarkdownText.Code(type.Short) + (all.Length == 0 ? "" : $": {all}");
    }

    private static string Number(int state) => (state + 1).ToString(CultureInfo.InvariantCulture);
}
