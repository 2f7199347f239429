using SopAsCode.Model;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Reading;

namespace SopAsCode.Generators;

/// <summary>Writes one step of a definition as JSON.</summary>
internal static class StepJson
{
    public static void Write(JsonWriter json, SopModel sop, StepModel step)
    {
        var isAi = step.Kind == StepKind.Ai;
        json.Text("name", step.Name);
        json.Text("title", step.Title);
        json.Word<StepKind>("kind", step.Kind);
        json.Party("performer", step.Performer);
        json.Number("approvals", step.Approvals == 1 ? null : step.Approvals);
        json.Text("notBy", step.NotBy?.Name);
        json.Word("level", isAi ? step.Level : (Level?)null);
        json.Text("model", isAi ? step.Performer?.Model : null);
        json.Flag("outside", step.IsOutside);
        json.Flag("waits", step.Waits);
        json.Text("prompt", step.Prompt?.Text);
        json.Text("promptVersion", step.Prompt?.Version);
        foreach (var text in step.Texts.OrderBy(text => AttributeTable.RankOf(text.Word)))
        {
            json.Text(char.ToLowerInvariant(text.Word[0]) + text.Word.Substring(1), text.Text);
        }

        json.Texts("guardrails", step.Guardrails);
        json.Objects("limitations", step.Limitations, static (json, known) =>
        {
            json.Text("text", known.Text);
            json.Text("workaround", known.Workaround);
        });
        json.Objects("inputs", step.Method.Parameters.Where(parameter => parameter.Role == ParameterRole.Value), static (json, input) =>
        {
            json.Text("name", input.Name);
            json.Text("type", input.Type.Plain);
            json.Flag("optional", input.Type.IsNullable);
            json.Flag("context", input.IsShownOnly);
        });
        json.Texts("outputs", step.Makes.Select(made => made.Plain));
        JsonSchema.WriteInputs(json, "inputSchema", sop, step);
        JsonSchema.WriteOutput(json, "outputSchema", sop, step);
        json.Duration("after", step.After is { By: null } ? step.After : null);
        json.Text("afterUntil", step.After?.By?.Name);
        json.Objects("handoffs", step.Handoffs, static (json, handoff) =>
        {
            json.Sop("to", handoff.Target);
            json.Flag("wait", handoff.Wait);
            json.Text("result", handoff.Result?.Plain);
        });
        json.Objects("access", step.Access, WriteAccess);
        json.Checklists(step.Checklists);
        json.Objects("meanwhile", step.Meanwhile, (json, task) =>
        {
            json.Party("role", task.Role);
            json.Text("title", task.Title);
            json.Text("until", task.Until?.Name ?? step.Name);
            json.Duration("every", task.Every > 0 ? new DueModel(task.Every, 0, 0, default) : null);
        });
        json.Due(step.Due);
        json.Durations("reminders", step.Reminders);
        json.Number("retries", step.OnFailure is { Retries: > 0 } failure ? failure.Retries : null);
        json.Object("limit", step.Limit, static (json, limit) =>
        {
            json.Text("text", limit.Text);
            json.Text("when", limit.When?.Name);
            json.Flag("needsNoCondition", limit.NeedsNoCondition);
            json.Number("perDay", limit.PerDay > 0 ? limit.PerDay : null);
            json.Date("since", limit.Since);
            json.Text("evidence", limit.Evidence);
        });
        json.Object("spotCheck", step.SpotCheck, static (json, spot) =>
        {
            json.Party("role", spot.Role);
            json.Number("oneIn", spot.OneIn);
        });
        json.Remarks(step.Remarks);
    }

    private static void WriteAccess(JsonWriter json, AccessModel access)
    {
        json.Party("tool", access.Tool);
        json.Word<Access>("kind", access.Kind);
        if (access.Kind == Access.Write)
        {
            if (access.Impact is { } impact and not Impact.None)
            {
                json.Words("impact", impact);
            }

            json.Flag("irreversible", access.Irreversible);
        }
    }
}
