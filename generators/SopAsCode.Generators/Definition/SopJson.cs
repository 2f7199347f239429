using SopAsCode.Model;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Flow;

namespace SopAsCode.Generators;

/// <summary>
/// Writes the definition of an SOP as the JSON that <c>SopDefinition.Parse</c> reads. The members have the order of the properties and the
/// same names in camel case. Enums are names, flags are lists of names, and days and durations are ISO texts. What is not stated is left
/// out.
/// </summary>
internal static class SopJson
{
    public static string Write(FlowGraph graph, string fingerprint) => JsonWriter.Write((graph, fingerprint), static (json, what) =>
    {
        var (graph, fingerprint) = what;
        var sop = graph.Sop;
        json.Text("id", sop.Id);
        json.Text("title", sop.Title);
        json.Text("class", sop.Class.FullName);
        json.Word("stage", sop.Stage == Stage.Active ? null : (Stage?)sop.Stage);
        json.Text("version", sop.Version);
        json.Text("fingerprint", fingerprint);
        json.Text("goal", sop.Purpose?.Goal);
        json.Text("output", sop.Purpose?.Output);
        json.Party("owner", sop.Owner);
        json.Party("backup", sop.Backup);
        json.Parties("seniors", sop.Seniors);
        json.Party("valueStream", sop.ValueStream);
        json.Text("part", sop.Part);
        WriteScope(json, sop);
        WriteIdea(json, sop);
        json.OfficeHours(sop.House);
        json.Flag("isOnePersonTeam", sop.House.IsOnePerson);
        WriteQuality(json, sop);
        json.Objects("sections", sop.Sections, static (json, section) =>
        {
            json.Text("title", section.Title);
            json.Text("text", section.Text);
        });
        json.Disclosure(sop.Disclosure);
        json.Remarks(sop.Remarks);
        WriteRecord(json, sop);
        json.Text("input", sop.Input?.Plain);
        json.Flag("approvedInput", sop.HasApprovedInput);
        json.Text("inputKey", sop.Keys.FirstOrDefault()?.Name);
        WriteFlow(json, graph);
    });

    private static void WriteScope(JsonWriter json, SopModel sop)
    {
        json.Objects("duties", sop.Duties, static (json, duty) =>
        {
            json.Party("role", duty.Role);
            json.Word<Duty>("duty", duty.Duty);
        });
        json.Objects("triggers", sop.Triggers, static (json, trigger) =>
        {
            json.Text("when", trigger.When);
            json.Text("cron", trigger.Cron);
            json.Text("start", trigger.Start?.Name);
            json.Text("each", trigger.Each?.Method.Name);
        });
        json.Objects("outOfScope", sop.OutOfScope, static (json, left) =>
        {
            json.Text("what", left.What);
            json.Sop("coveredBy", left.Covered);
        });
        json.Texts("prerequisites", sop.Prerequisites);
    }

    private static void WriteIdea(JsonWriter json, SopModel sop)
    {
        json.Object("pilot", sop.Pilot, static (json, pilot) =>
        {
            json.Date("start", pilot.Start);
            json.Date("decideBy", pilot.DecideBy);
        });
        json.Object("assessment", sop.Assessment, static (json, idea) =>
        {
            json.Number("repeatability", Score(idea.Repeatability));
            json.Number("risk", Score(idea.Risk));
            json.Number("dataReadiness", Score(idea.DataReadiness));
            json.Number("judgement", Score(idea.Judgement));
            json.Number("minutesSaved", Score(idea.MinutesSaved));
        });

        static long? Score(int number) => number == 0 ? null : number;
    }

    private static void WriteQuality(JsonWriter json, SopModel sop)
    {
        json.Due(sop.Due);
        json.Durations("reminders", sop.Reminders);
        json.Checklists(sop.Checklists);
        json.Objects("metrics", sop.Metrics, static (json, metric) =>
        {
            json.Word<Measure>("measure", metric.Measure);
            json.Text("name", metric.Name);
            json.Fraction("baseline", metric.Baseline);
            json.Fraction("target", metric.Target);
            json.Text("unit", metric.Unit);
            json.Text("until", metric.Until?.Name);
        });
        json.Object("review", sop.Review, static (json, review) =>
        {
            json.Word<Cadence>("cadence", review.Cadence);
            json.Date("last", review.Last);
        });
        json.Object("fallback", sop.Fallback, static (json, fallback) =>
        {
            json.Text("how", fallback.How);
            json.Text("switchWhen", fallback.SwitchWhen);
        });
    }

    private static void WriteRecord(JsonWriter json, SopModel sop)
    {
        json.Objects("grants", sop.Grants, static (json, grant) =>
        {
            json.Party("tool", grant.Tool);
            json.Words("impact", grant.Impact);
            json.Party("by", grant.By);
            json.Date("on", grant.On);
            json.Date("until", grant.Until);
            json.Text("because", grant.Because);
        });
        json.Objects("changes", sop.ChangesNewestFirst, static (json, change) =>
        {
            json.Text("version", change.Version);
            json.Date("date", change.Date);
            json.Text("what", change.What);
            json.Objects("moves", Moves(change), static (json, move) =>
            {
                json.Text("from", move.From);
                json.Text("to", move.To);
            });
        });
    }

    private static void WriteFlow(JsonWriter json, FlowGraph graph)
    {
        json.Objects("steps", graph.Sop.Steps, (json, step) => StepJson.Write(json, graph.Sop, step), isRequired: true);
        json.Objects("conditions", graph.Sop.Conditions, static (json, condition) =>
        {
            json.Text("name", condition.Name);
            json.Text("text", condition.Text);
        });
        json.Objects("times", graph.Sop.Times, static (json, time) =>
        {
            json.Text("name", time.Name);
            json.Text("text", time.Text);
        });
        json.Texts("states", Enumerable.Range(0, graph.StateCount).Select(graph.NameOf));
        json.Objects(
            "transitions",
            graph.Edges,
            (json, edge) =>
            {
                json.Text("from", graph.NameOf(edge.From));
                json.Word<SopTrigger>("trigger", edge.Trigger);
                json.Text("to", graph.NameOf(edge.To));
                json.Text("label", edge.Label);
                json.Text("boundedEntry", edge.Entry);
                json.Text("behind", edge.Behind is { } behind ? graph.NameOf(behind) : null);
            },
            isRequired: true);
    }

    private static IEnumerable<(string From, string To)> Moves(ChangeModel change) => (change.Moves ?? "")
        .Split([','], StringSplitOptions.RemoveEmptyEntries)
        .Select(entry => entry.Split(["->"], StringSplitOptions.None))
        .Select(sides => (sides[0].Trim(), sides[1].Trim()));
}
