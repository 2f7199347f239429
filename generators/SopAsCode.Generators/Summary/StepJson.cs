using SopAsCode.Model;

namespace SopAsCode.Generators;

/// <summary>Writes one step of a definition as JSON.</summary>
internal static class StepJson
{
    public static string Write(SopModel sop, StepModel step)
    {
        var isAi = step.Kind == StepKind.Ai;
        return Json.Object(
            ("name", Json.Text(step.Name)),
            ("title", Json.Text(step.Title)),
            ("kind", Json.Word(step.Kind)),
            ("performer", JsonWords.Party(step.Performer)),
            ("level", isAi ? Json.Word(step.Level) : null),
            ("model", isAi ? Json.Text(step.Performer?.Model) : null),
            ("waits", step.Waits ? Json.Truth(true) : null),
            ("prompt", Json.Text(step.Prompt?.Text)),
            ("promptVersion", Json.Text(step.Prompt?.Version)),
            ("instructions", Json.Text(step.Instructions)),
            ("guardrails", Json.Texts(step.Guardrails)),
            ("limitations", Json.List(step.Limitations.Select(known => Json.Object(("text", Json.Text(known.Text)), ("workaround", Json.Text(known.Workaround)))))),
            ("inputs", Json.List(step.Method.Parameters.Where(parameter => parameter.Role == ParameterRole.Value).Select(Input))),
            ("outputs", Json.Texts(step.Makes.Select(made => made.Plain))),
            ("inputSchema", JsonSchema.OfInputs(sop, step)),
            ("outputSchema", JsonSchema.OfOutput(sop, step)),
            ("access", Json.List(step.Access.Select(Access))),
            ("checklist", Json.Texts(step.Checklist)),
            ("due", Json.Duration(step.Due)),
            ("after", Json.Duration(step.After)),
            ("handoff", step.Handoff is { } handoff
                ? Json.Object(("to", JsonWords.Sop(handoff.Target)), ("wait", Json.Truth(handoff.Wait)), ("result", Json.Text(handoff.Result?.Plain)))
                : null),
            ("retries", step.OnFailure is { Retries: > 0 } failure ? Json.Number(failure.Retries) : null),
            ("limit", step.Limit is { } limit ? Limit(limit) : null),
            ("spotCheck", step.SpotCheck is { } spot ? Json.Object(("role", JsonWords.Party(spot.Role)), ("oneIn", Json.Number(spot.OneIn))) : null),
            ("remarks", JsonWords.Remarks(step.Remarks)));
    }

    private static string Input(ParameterModel parameter) => Json.Object(
        ("name", Json.Text(parameter.Name)), ("type", Json.Text(parameter.Type.Plain)), ("optional", Json.Truth(parameter.Type.IsNullable)));

    private static string Access(AccessModel access)
    {
        var isWrite = access.Kind == Model.Access.Write;
        return Json.Object(
            ("tool", JsonWords.Party(access.Tool)),
            ("kind", Json.Word(access.Kind)),
            ("impact", isWrite && access.Impact is { } impact and not Impact.None ? Json.Words(impact) : null),
            ("irreversible", isWrite && access.Irreversible ? Json.Truth(true) : null));
    }

    private static string Limit(LimitModel limit) => Json.Object(
        ("text", Json.Text(limit.Text)),
        ("when", Json.Text(limit.When?.Name)),
        ("perDay", limit.PerDay > 0 ? Json.Number(limit.PerDay) : null),
        ("since", Json.Date(limit.Since)),
        ("evidence", Json.Text(limit.Evidence)));
}
