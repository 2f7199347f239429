using SopAsCode.Definitions;
using SopAsCode.Documents.Drawing;
using SopAsCode.Documents.Html;
using SopAsCode.Documents.Library;
using SopAsCode.Documents.Words;
using SopAsCode.Model.Values;

namespace SopAsCode.Documents.Site.Pages;

/// <summary>The steps on the page of an SOP: who does what, how, with which checklist, and where the run goes next.</summary>
internal static class SopSteps
{
    /// <summary>Writes them.</summary>
    public static void Write(SopWriter page)
    {
        page.Heading("steps", "Steps", null);
        foreach (var step in page.Sop.Steps)
        {
            WriteStep(page, step);
        }
    }

    private static void WriteStep(SopWriter page, LibraryStep step)
    {
        var (html, definition) = (page.Html, step.Step);
        var anchor = SopFlow.Anchor(step.Number);
        html.Add($"""<section class="step {FlowChart.StyleOf(definition.Kind)}" aria-labelledby="{anchor}">""");
        html.Add($"""<div class="heading"><h3 id="{anchor}"><a class="anchor" href="#{anchor}">{step.Number}. {definition.Title}</a></h3>{page.Site.Suggest(page.Sop, $"Step {step.Number}, {definition.Title}", definition.Instructions ?? definition.Title)}</div>""");
        html.Add($"""<p class="who"><span class="key {FlowChart.StyleOf(definition.Kind)}">{StepWords.Kind(definition.Kind)}</span> {Markup.Join(", ", Who(page, definition).Where(part => !part.IsEmpty))}</p>""").Add($"\n");
        if (definition.Instructions is { } instructions)
        {
            html.Add(Prose.Of(instructions)).Add($"\n");
        }

        page.Checklists(definition.Checklists, anchor, "Check");
        WriteTasks(page, definition);
        WriteWays(page, definition);
        SopRemarks.Write(page, definition.Remarks, $"Step {step.Number}, {definition.Title}");
        WriteAi(page, definition);
        html.Add($"</section>\n");
    }

    private static void WriteTasks(SopWriter page, StepDefinition step)
    {
        if (step.Meanwhile.Count == 0)
        {
            return;
        }

        page.Html.Add($"<ul class=\"ways\">");
        foreach (var task in step.Meanwhile)
        {
            var until = task.Until == step.Name ? "this step" : page.Flow.NumberOf(task.Until) is { } number ? $"step {number}" : task.Until;
            page.Html.Add($"<li>Meanwhile <strong>{page.Links.Role(task.Role)}</strong>: {task.Title}{(task.Every is { } every ? $", every {StepWords.Duration(every)}" : "")}; {until} is not done before that is ticked off</li>");
        }

        page.Html.Add($"</ul>\n");
    }

    private static IEnumerable<Markup> Who(SopWriter page, StepDefinition step)
    {
        yield return step.Kind switch
        {
            StepKind.Checkpoint => Markup.Of($"<strong>{page.Links.Performer(step)}</strong> approves or rejects{(step.Approvals > 1 ? $": {EnglishWords.Count(step.Approvals, "person", "people")} must say yes, and one no is a no" : "")}"),
            StepKind.Wait => Markup.Of($"<strong>{(step.AfterUntil is { } until ? $"until {page.Sop.Definition.InWords(until)}" : step.After is { } time ? $"until {StepWords.Duration(time)} have passed" : "for the outside")}</strong>"),
            StepKind.Handoff when step.Handoffs.Count > 1 => Markup.Of($"to <strong>{Markup.Join(" and ", step.Handoffs.Select(handoff => page.Links.Sop(handoff.To)))}</strong>, side by side, and waits for all of them"),
            StepKind.Handoff when step.Handoff is { } handoff => Markup.Of($"to <strong>{page.Links.Sop(handoff.To)}</strong>{(handoff.Wait ? ", and waits for it" : "")}"),
            StepKind.Automated => step.Waits ? Markup.Of($"<strong>outside this program</strong>") : Markup.None,
            StepKind.Ai when step.Performer is { } agent => Markup.Of($"<strong>{page.Links.Agent(agent)}</strong>{(step.Outside ? " in another product" : "")}"),
            _ => Markup.Of($"<strong>{page.Links.Performer(step)}</strong>"),
        };
        if (step.Kind == StepKind.Ai)
        {
            yield return Markup.Of($"{(step.Level is Level.ReadOnly && step.Access.Count == 0 ? "answers only, touches no tool" : StepWords.Level(step.Level))}");
        }

        foreach (var access in step.Access)
        {
            yield return Markup.Of($"{StepWords.Verb(access.Kind)} {page.Links.Tool(access.Tool)}");
        }

        if (step.NotBy is { } other)
        {
            yield return Markup.Of($"not by whoever did {(page.Flow.NumberOf(other) is null ? Markup.Of($"{other}") : page.Where(other))}");
        }

        if (step.Due is { } due)
        {
            yield return Markup.Of($"due in <strong>{StepWords.Due(page.Sop.Definition, due, step.DueDays)}</strong>{SopGlance.Reminded(step.Reminders)}");
        }

        if (step.DueBy is { } by)
        {
            yield return Markup.Of($"due <strong>{page.Sop.Definition.InWords(by)}</strong>{SopGlance.Reminded(step.Reminders)}");
        }

        if (step.Remarks.Consulted.Count > 0)
        {
            yield return Markup.Of($"asks {Links.List(step.Remarks.Consulted.Select(page.Links.Role))}");
        }

        if (step.Remarks.Informed.Count > 0)
        {
            yield return Markup.Of($"tells {Links.List(step.Remarks.Informed.Select(page.Links.Role))}");
        }
    }

    // The step that simply follows needs no words.
    private static void WriteWays(SopWriter page, StepDefinition step)
    {
        var ways = page.Flow.From(step).ToList();
        var following = page.Flow.NumberOf(step) < page.Sop.Definition.Steps.Count ? page.Sop.Definition.Steps[page.Flow.NumberOf(step)].Name : null;
        if (ways is [{ IsForward: true, Label: "" } only] && only.To == following)
        {
            return;
        }

        page.Html.Add($"<ul class=\"ways\">");
        foreach (var way in ways)
        {
            var when = way.Label.Length == 0 ? "Done" : char.ToUpperInvariant(way.Label[0]) + way.Label[1..];
            page.Html.Add($"<li>{when} <span aria-hidden=\"true\">→</span><span class=\"hidden\"> leads to </span> {page.Where(way.To)}</li>");
        }

        page.Html.Add($"</ul>\n");
    }

    private static void WriteAi(SopWriter page, StepDefinition step)
    {
        var html = page.Html;
        if (step.Guardrails.Count > 0)
        {
            html.Add($"<p class=\"small\">Rules for the AI:</p><ul>");
            foreach (var rule in step.Guardrails)
            {
                html.Add($"<li>{rule}</li>");
            }

            html.Add($"</ul>\n");
        }

        foreach (var limitation in step.Limitations)
        {
            html.Add($"<p class=\"note\"><strong>Known to go wrong:</strong> {limitation.Text}{(limitation.Workaround is { } around ? Markup.Of($" <strong>Instead:</strong> {around}") : Markup.None)}</p>\n");
        }

        if (step.Prompt is { } prompt)
        {
            html.Add($"<details class=\"prompt\"><summary>Prompt{(step.PromptVersion is { } version ? $", version {version}" : "")}</summary>");
            html.Add($"<p class=\"small\">For {page.Links.Performer(step)}{(step.Model is { } model ? Markup.Of($", model <code>{model}</code>") : Markup.None)}, hash <code>{SopWords.Hash(prompt)}</code></p>");
            html.Add($"<pre tabindex=\"0\" aria-label=\"Prompt\">{prompt}</pre></details>\n");
        }

        if (step.Inputs.Count + step.Outputs.Count > 0)
        {
            html.Add($"<details class=\"data\"><summary>What goes in and out</summary><ul>");
            foreach (var input in step.Inputs)
            {
                html.Add($"<li>In: <code>{StepWords.Simple(input.Type)}</code>{(input.Optional ? ", if there is one" : "")}{(input.Context ? ", for context: it is not approved" : "")}</li>");
            }

            foreach (var output in step.Outputs)
            {
                html.Add($"<li>Out: <code>{StepWords.Simple(output)}</code></li>");
            }

            html.Add($"</ul></details>\n");
        }
    }
}
