using SopAsCode.Model;

namespace SopAsCode.Generators;

/// <summary>Writes the declaration as data, and the summary that other assemblies' rules read.</summary>
internal static class DefinitionFile
{
    public const string Name = "Definition";

    private const int SummaryFormat = 1;

    public static string Write(FlowGraph graph)
    {
        var sop = graph.Sop;
        var summary = $"[assembly: global::SopAsCode.SopSummary(typeof({sop.Class.Reference}), {CSharp.Number(SummaryFormat)}, Id = {CSharp.Literal(sop.Id)})]";
        return SopFile.Write(sop, "The definition", writer =>
        {
            writer.Write($"/// <summary>The declaration of \"{CSharp.Xml(sop.Title)}\" as data, for hosts, tools and documents.</summary>");
            writer.Write("public static global::SopAsCode.SopDefinition Definition { get; } = new()");
            writer.Braces(() => WriteSop(writer, graph), "};");
        }, summary);
    }

    private static void WriteSop(CodeWriter writer, FlowGraph graph)
    {
        var sop = graph.Sop;
        Text(writer, "Id", sop.Id);
        Text(writer, "Title", sop.Title);
        Text(writer, "Class", sop.Class.FullName);
        Text(writer, "Version", sop.Version);
        Text(writer, "Goal", sop.Purpose?.Goal);
        Text(writer, "Output", sop.Purpose?.Output);
        Value(writer, "Owner", Party(sop.Owner));
        Value(writer, "Backup", Party(sop.Backup));
        Value(writer, "ValueStream", Party(sop.ValueStream));
        List(writer, "Triggers", sop.Triggers.Select(CSharp.Literal));
        List(writer, "OutOfScope", sop.OutOfScope.Select(CSharp.Literal));
        List(writer, "Checklist", sop.Checklist.Select(CSharp.Literal));
        List(writer, "Metrics", sop.Metrics.Select(metric =>
            $"new({CSharp.Enum(metric.Measure)}, {CSharp.Literal(metric.Name)}, {CSharp.Number(metric.Baseline)}, {CSharp.Number(metric.Target)}, {CSharp.Literal(metric.Unit)})"));
        Value(writer, "Review", sop.Review is { } review ? $"new({CSharp.Enum(review.Cadence)}, {CSharp.Date(review.Last)})" : null);
        Value(writer, "Fallback", sop.Fallback is { } fallback ? $"new({CSharp.Literal(fallback.How)}, {CSharp.Literal(fallback.SwitchWhen)})" : null);
        Text(writer, "Disclosure", sop.Disclosure);
        List(writer, "Links", sop.Links.Select(link => $"new({CSharp.Literal(link.Title)}, {CSharp.Literal(link.Url)})"));
        List(writer, "Changes", sop.ChangesNewestFirst.Select(change => $"new({CSharp.Literal(change.Version)}, {CSharp.Date(change.Date)}, {CSharp.Literal(change.What)})"));
        Text(writer, "Input", sop.Input?.Plain);
        writer.Write("Steps =").Write("[").Indent(() =>
        {
            foreach (var step in sop.Steps)
            {
                writer.Write("new()");
                writer.Braces(() => WriteStep(writer, step), "},");
            }
        }).Write("],");
        List(writer, "Conditions", sop.Conditions.Select(condition => $"new({CSharp.Literal(condition.Name)}, {CSharp.Literal(condition.Text)})"));
        writer.Write($"States = [{string.Join(", ", Enumerable.Range(0, graph.StateCount).Select(state => CSharp.Literal(graph.NameOf(state))))}],");
        List(writer, "Transitions", graph.Edges.Select(edge =>
            $"new({CSharp.Literal(graph.NameOf(edge.From))}, {CSharp.Enum(edge.Trigger)}, {CSharp.Literal(graph.NameOf(edge.To))}"
            + (edge.Label is null ? "" : $", {CSharp.Literal(edge.Label)}")
            + (edge.Entry is { } entry ? $", BoundedEntry: {CSharp.Number(entry)})" : ")")));
    }

    private static void WriteStep(CodeWriter writer, StepModel step)
    {
        Text(writer, "Name", step.Name);
        Text(writer, "Title", step.Title);
        Value(writer, "Kind", CSharp.Enum(step.Kind));
        Value(writer, "Performer", Party(step.Performer));
        if (step.Kind == StepKind.Ai)
        {
            Value(writer, "Level", CSharp.Enum(step.Level));
            Text(writer, "Model", step.Performer?.Model);
        }

        Value(writer, "Waits", step.Waits ? "true" : null);
        Text(writer, "Prompt", step.Prompt?.Text);
        List(writer, "Inputs", step.Method.Parameters
            .Where(parameter => parameter.Role == ParameterRole.Value)
            .Select(parameter => $"new({CSharp.Literal(parameter.Name)}, {CSharp.Literal(parameter.Type.Plain)}, Optional: {(parameter.Type.IsNullable ? "true" : "false")})"));
        Text(writer, "Output", step.Method.Result?.Plain);
        List(writer, "Access", step.Access.Select(Access));
        List(writer, "Checklist", step.Checklist.Select(CSharp.Literal));
        Value(writer, "Due", step.Due is { } due ? $"global::System.TimeSpan.FromMinutes({CSharp.Number(due.TotalMinutes)}L)" : null);
        Value(writer, "Retries", step.OnFailure is { Retries: > 0 } failure ? CSharp.Number(failure.Retries) : null);
        Value(writer, "Limit", step.Limit is { } limit
            ? $"new({CSharp.Literal(limit.Text)}, {CSharp.Literal(limit.When?.Name)}, {(limit.PerDay > 0 ? CSharp.Number(limit.PerDay) : "null")}, {CSharp.Date(limit.Since)}, {CSharp.Literal(limit.Evidence)})"
            : null);
        Value(writer, "SpotCheck", step.SpotCheck is { } spot ? $"new({Party(spot.Role)}, {CSharp.Number(spot.OneIn)})" : null);
    }

    private static string Access(AccessModel access)
    {
        var kind = CSharp.Enum(access.Kind);
        return access.Kind == Model.Access.Write
            ? $"new({Party(access.Tool)}, {kind}, {CSharp.Enum(access.Impact ?? Impact.None)}, Irreversible: {(access.Irreversible ? "true" : "false")})"
            : $"new({Party(access.Tool)}, {kind})";
    }

    private static string? Party(PartyModel? party) => party is null ? null : $"new({CSharp.Literal(party.Type)}, {CSharp.Literal(party.Title)})";

    private static void Text(CodeWriter writer, string name, string? text) => Value(writer, name, text is null ? null : CSharp.Literal(text));

    private static void Value(CodeWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.Write($"{name} = {value},");
        }
    }

    private static void List(CodeWriter writer, string name, IEnumerable<string> items)
    {
        var all = items.ToList();
        if (all.Count > 0)
        {
            writer.Write($"{name} =").Write("[").Indent(() => all.ForEach(item => writer.Write(item + ","))).Write("],");
        }
    }
}
