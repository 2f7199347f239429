using SopAsCode.Model;

namespace SopAsCode.Generators;

/// <summary>Writes the declaration as data.</summary>
internal static class DefinitionFile
{
    public const string Name = "Definition";

    public static string Write(FlowGraph graph)
    {
        var sop = graph.Sop;
        return SopFile.Write(sop, "The definition", writer =>
        {
            writer.Write($"/// <summary>The declaration of \"{CSharp.Xml(sop.Title)}\" as data, for hosts, tools and documents.</summary>");
            writer.Write("public static global::SopAsCode.SopDefinition Definition { get; } = new()");
            writer.Braces(() => WriteSop(new(writer), graph), "};");
        });
    }

    private static void WriteSop(InitializerWriter data, FlowGraph graph)
    {
        var sop = graph.Sop;
        data.Text("Id", sop.Id);
        data.Text("Title", sop.Title);
        data.Text("Class", sop.Class.FullName);
        data.Value("Stage", sop.Stage == Stage.Active ? null : CSharp.Enum(sop.Stage));
        data.Text("Version", sop.Version);
        data.Text("Goal", sop.Purpose?.Goal);
        data.Text("Output", sop.Purpose?.Output);
        data.Value("Owner", DefinitionWords.Party(sop.Owner));
        data.Value("Backup", DefinitionWords.Party(sop.Backup));
        data.List("Duties", sop.Duties.Select(duty => $"new({DefinitionWords.Party(duty.Role)}, {CSharp.Enum(duty.Duty)})"));
        data.Value("ValueStream", DefinitionWords.Party(sop.ValueStream));
        data.Text("Part", sop.Part);
        data.List("Triggers", sop.Triggers.Select(trigger => $"new({CSharp.Literal(trigger.When)}{DefinitionWords.Optional(trigger.Cron)})"));
        data.List("OutOfScope", sop.OutOfScope.Select(left =>
            $"new({CSharp.Literal(left.What)}{(left.Covered is { } other ? $", {DefinitionWords.Sop(other)}" : "")})"));
        data.List("Prerequisites", sop.Prerequisites.Select(CSharp.Literal));
        data.List("Checklist", sop.Checklist.Select(CSharp.Literal));
        data.List("Metrics", sop.Metrics.Select(metric =>
            $"new({CSharp.Enum(metric.Measure)}, {CSharp.Literal(metric.Name)}, {CSharp.Number(metric.Baseline)}, {CSharp.Number(metric.Target)}, {CSharp.Literal(metric.Unit)})"));
        data.Value("Review", sop.Review is { } review ? $"new({CSharp.Enum(review.Cadence)}, {CSharp.Date(review.Last)})" : null);
        data.Value("Pilot", sop.Pilot is { } pilot ? $"new({CSharp.Date(pilot.Start)}, {CSharp.Date(pilot.DecideBy)})" : null);
        data.Value("Assessment", sop.Assessment is { } idea
            ? $"new(Repeatability: {CSharp.Number(idea.Repeatability)}, Risk: {CSharp.Number(idea.Risk)}, DataReadiness: {CSharp.Number(idea.DataReadiness)}, Judgement: {CSharp.Number(idea.Judgement)}, MinutesSaved: {CSharp.Number(idea.MinutesSaved)})"
            : null);
        data.Value("Fallback", sop.Fallback is { } fallback ? $"new({CSharp.Literal(fallback.How)}, {CSharp.Literal(fallback.SwitchWhen)})" : null);
        data.Value("OfficeHours", sop.House.OfficeHours is { } hours ? $"new({CSharp.Literal(hours)}, {CSharp.Literal(sop.House.Zone ?? "UTC")})" : null);
        data.Value("IsOnePersonTeam", sop.House.IsOnePerson ? "true" : null);
        data.Value("Disclosure", sop.Disclosure is { } told
            ? $"new({CSharp.Enum(told.Mode)}, {CSharp.Literal(told.Text)}{DefinitionWords.Optional(told.Because)})"
            : null);
        DefinitionWords.Remarks(data, sop.Remarks);
        data.List("Grants", sop.Grants.Select(grant =>
            $"new({DefinitionWords.Party(grant.Tool)}, {CSharp.Enum(grant.Impact)}, {DefinitionWords.Party(grant.By) ?? "null"}, {CSharp.SafeDate(grant.On)}, {CSharp.SafeDate(grant.Until)}, {CSharp.Literal(grant.Because)})"));
        data.List("Changes", sop.ChangesNewestFirst.Select(DefinitionWords.Change));
        data.Text("Input", sop.Input?.Plain);
        data.Text("InputKey", sop.Keys.FirstOrDefault()?.Name);
        data.Objects("Steps", sop.Steps, step => StepDefinitionWriter.Write(data, sop, step));
        data.List("Conditions", sop.Conditions.Select(condition => $"new({CSharp.Literal(condition.Name)}, {CSharp.Literal(condition.Text)})"));
        data.Value("States", $"[{string.Join(", ", Enumerable.Range(0, graph.StateCount).Select(state => CSharp.Literal(graph.NameOf(state))))}]");
        data.List("Transitions", graph.Edges.Select(edge =>
            $"new({CSharp.Literal(graph.NameOf(edge.From))}, {CSharp.Enum(edge.Trigger)}, {CSharp.Literal(graph.NameOf(edge.To))}"
            + (edge.Label is null ? "" : $", {CSharp.Literal(edge.Label)}")
            + (edge.Entry is { } entry ? $", BoundedEntry: {CSharp.Literal(entry)})" : ")")), isRequired: true);
    }
}
