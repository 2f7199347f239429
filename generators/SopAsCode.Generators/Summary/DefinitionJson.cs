using SopAsCode.Model;

namespace SopAsCode.Generators;

/// <summary>
/// Writes the definition as JSON, for who never loads the assembly. It says what the generated <c>Definition</c> says: members by the same
/// names in lower camel case; enums by name, flags as a list of names; days and durations as ISO text; schemas as JSON. Left out is what is
/// not stated: null, and what an optional member is anyway. A line holds a member of the SOP or an item of its lists.
/// </summary>
internal static class DefinitionJson
{
    public static string Write(FlowGraph graph)
    {
        var sop = graph.Sop;
        return Json.ObjectOfLines(
            ("id", Json.Text(sop.Id)),
            ("title", Json.Text(sop.Title)),
            ("class", Json.Text(sop.Class.FullName)),
            ("stage", sop.Stage == Stage.Active ? null : Json.Word(sop.Stage)),
            ("version", Json.Text(sop.Version)),
            ("goal", Json.Text(sop.Purpose?.Goal)),
            ("output", Json.Text(sop.Purpose?.Output)),
            ("owner", JsonWords.Party(sop.Owner)),
            ("backup", JsonWords.Party(sop.Backup)),
            ("duties", Json.Lines(sop.Duties.Select(duty => Json.Object(("role", JsonWords.Party(duty.Role)), ("duty", Json.Word(duty.Duty)))))),
            ("valueStream", JsonWords.Party(sop.ValueStream)),
            ("part", Json.Text(sop.Part)),
            ("triggers", Json.Lines(sop.Triggers.Select(trigger => Json.Object(("when", Json.Text(trigger.When)), ("cron", Json.Text(trigger.Cron)))))),
            ("outOfScope", Json.Lines(sop.OutOfScope.Select(left =>
                Json.Object(("what", Json.Text(left.What)), ("coveredBy", left.Covered is { } other ? JsonWords.Sop(other) : null))))),
            ("prerequisites", Json.Texts(sop.Prerequisites)),
            ("checklist", Json.Texts(sop.Checklist)),
            ("metrics", Json.Lines(sop.Metrics.Select(Metric))),
            ("review", sop.Review is { } review ? Json.Object(("cadence", Json.Word(review.Cadence)), ("last", Json.Date(review.Last))) : null),
            ("pilot", sop.Pilot is { } pilot ? Json.Object(("start", Json.Date(pilot.Start)), ("decideBy", Json.Date(pilot.DecideBy))) : null),
            ("assessment", sop.Assessment is { } idea ? Assessment(idea) : null),
            ("fallback", sop.Fallback is { } fallback ? Json.Object(("how", Json.Text(fallback.How)), ("switchWhen", Json.Text(fallback.SwitchWhen))) : null),
            ("officeHours", sop.House.OfficeHours is { } hours ? Json.Object(("hours", Json.Text(hours)), ("zone", Json.Text(sop.House.Zone ?? "UTC"))) : null),
            ("isOnePersonTeam", sop.House.IsOnePerson ? Json.Truth(true) : null),
            ("disclosure", sop.Disclosure is { } told
                ? Json.Object(("mode", Json.Word(told.Mode)), ("text", Json.Text(told.Text)), ("because", Json.Text(told.Because)))
                : null),
            ("remarks", JsonWords.Remarks(sop.Remarks)),
            ("grants", Json.Lines(sop.Grants.Select(Grant))),
            ("changes", Json.Lines(sop.ChangesNewestFirst.Select(Change))),
            ("input", Json.Text(sop.Input?.Plain)),
            ("inputKey", Json.Text(sop.Keys.FirstOrDefault()?.Name)),
            ("steps", Json.Lines(sop.Steps.Select(step => StepJson.Write(sop, step))) ?? "[]"),
            ("conditions", Json.Lines(sop.Conditions.Select(condition => Json.Object(("name", Json.Text(condition.Name)), ("text", Json.Text(condition.Text)))))),
            ("states", Json.Array(Enumerable.Range(0, graph.StateCount).Select(state => Json.Text(graph.NameOf(state))))),
            ("transitions", Json.Lines(graph.Edges.Select(edge => Transition(graph, edge))) ?? "[]"));
    }

    private static string Metric(MetricModel metric) => Json.Object(
        ("measure", Json.Word(metric.Measure)),
        ("name", Json.Text(metric.Name)),
        ("baseline", Json.Number(metric.Baseline)),
        ("target", Json.Number(metric.Target)),
        ("unit", Json.Text(metric.Unit)));

    private static string Assessment(AssessmentModel idea) => Json.Object(
        ("repeatability", Json.Number(idea.Repeatability)),
        ("risk", Json.Number(idea.Risk)),
        ("dataReadiness", Json.Number(idea.DataReadiness)),
        ("judgement", Json.Number(idea.Judgement)),
        ("minutesSaved", Json.Number(idea.MinutesSaved)));

    private static string Grant(GrantModel grant) => Json.Object(
        ("tool", JsonWords.Party(grant.Tool)),
        ("impact", Json.Words(grant.Impact)),
        ("by", JsonWords.Party(grant.By)),
        ("on", Json.Date(grant.On)),
        ("until", Json.Date(grant.Until)),
        ("because", Json.Text(grant.Because)));

    private static string Change(ChangeModel change)
    {
        var moves = DefinitionWords.Moves(change);
        return Json.Object(
            ("version", Json.Text(change.Version)),
            ("date", Json.Date(change.Date)),
            ("what", Json.Text(change.What)),
            ("moves", moves.Count == 0 ? null : Json.Object([.. moves.Select(move => (move.From, Json.Text(move.To)))])));
    }

    private static string Transition(FlowGraph graph, FlowEdge edge) => Json.Object(
        ("from", Json.Text(graph.NameOf(edge.From))),
        ("trigger", Json.Word(edge.Trigger)),
        ("to", Json.Text(graph.NameOf(edge.To))),
        ("label", Json.Text(edge.Label)),
        ("boundedEntry", Json.Text(edge.Entry)));
}
