using SopAsCode.Model;

namespace SopAsCode.Generators;

/// <summary>Writes one step of a definition.</summary>
internal static class StepDefinitionWriter
{
    public static void Write(InitializerWriter data, SopModel sop, StepModel step)
    {
        data.Text("Name", step.Name);
        data.Text("Title", step.Title);
        data.Value("Kind", CSharp.Enum(step.Kind));
        data.Value("Performer", DefinitionWords.Party(step.Performer));
        if (step.Kind == StepKind.Ai)
        {
            data.Value("Level", CSharp.Enum(step.Level));
            data.Text("Model", step.Performer?.Model);
        }

        data.Value("Waits", step.Waits ? "true" : null);
        data.Text("Prompt", step.Prompt?.Text);
        data.Text("PromptVersion", step.Prompt?.Version);
        data.Text("Instructions", step.Instructions);
        data.List("Guardrails", step.Guardrails.Select(CSharp.Literal));
        data.List("Limitations", step.Limitations.Select(known => $"new({CSharp.Literal(known.Text)}{DefinitionWords.Optional(known.Workaround)})"));
        data.List("Inputs", step.Method.Parameters
            .Where(parameter => parameter.Role == ParameterRole.Value)
            .Select(parameter => $"new({CSharp.Literal(parameter.Name)}, {CSharp.Literal(parameter.Type.Plain)}, Optional: {(parameter.Type.IsNullable ? "true" : "false")})"));
        data.List("Outputs", step.Makes.Select(made => CSharp.Literal(made.Plain)));
        data.Text("InputSchema", JsonSchema.OfInputs(sop, step));
        data.Text("OutputSchema", JsonSchema.OfOutput(sop, step));
        data.List("Access", step.Access.Select(Access));
        data.List("Checklist", step.Checklist.Select(CSharp.Literal));
        data.Value("Due", Time(step.Due));
        data.Value("After", Time(step.After));
        data.Value("Handoff", step.Handoff is { } handoff
            ? $"new({DefinitionWords.Sop(handoff.Target)}, Wait: {(handoff.Wait ? "true" : "false")}{DefinitionWords.Optional(handoff.Result?.Plain)})"
            : null);
        data.Value("Retries", step.OnFailure is { Retries: > 0 } failure ? CSharp.Number(failure.Retries) : null);
        data.Value("Limit", step.Limit is { } limit
            ? $"new({CSharp.Literal(limit.Text)}, {CSharp.Literal(limit.When?.Name)}, {(limit.PerDay > 0 ? CSharp.Number(limit.PerDay) : "null")}, {CSharp.Date(limit.Since)}, {CSharp.Literal(limit.Evidence)})"
            : null);
        data.Value("SpotCheck", step.SpotCheck is { } spot ? $"new({DefinitionWords.Party(spot.Role)}, {CSharp.Number(spot.OneIn)})" : null);
        DefinitionWords.Remarks(data, step.Remarks);
    }

    private static string? Time(DueModel? time) => time is null ? null : $"global::System.TimeSpan.FromMinutes({CSharp.Number(time.TotalMinutes)}L)";

    private static string Access(AccessModel access)
    {
        var kind = CSharp.Enum(access.Kind);
        return access.Kind == Model.Access.Write
            ? $"new({DefinitionWords.Party(access.Tool)}, {kind}, {CSharp.Enum(access.Impact ?? Impact.None)}, Irreversible: {(access.Irreversible ? "true" : "false")})"
            : $"new({DefinitionWords.Party(access.Tool)}, {kind})";
    }
}
