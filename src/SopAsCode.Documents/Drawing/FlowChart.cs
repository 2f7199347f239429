using SopAsCode.Definitions;
using SopAsCode.Documents.Words;
using SopAsCode.Runtime;

namespace SopAsCode.Documents.Drawing;

/// <summary>The flow of an SOP as a chart: its steps, the ends that it leads to, and the ways that it states.</summary>
internal static class FlowChart
{
    private const string Fallback = SopFlow.Fallback;
    private const string Completed = "Completed";

    // How many steps a reader follows a line past.
    private const int FarFromTheEnd = 8;

    /// <summary>Makes the chart.</summary>
    /// <param name="sop">The SOP; it has at least one step.</param>
    /// <param name="page">The page that the steps link to; empty for the page on which the chart stands.</param>
    public static Chart Of(SopDefinition sop, string page = "")
    {
        var flow = new SopFlow(sop);
        List<(string Id, string State)> states = [.. sop.States.Take(sop.Steps.Count).Select(state => (state, state)), .. Ends(sop, flow)];
        var numbers = states.Select((state, i) => (state.Id, i)).ToDictionary(state => state.Id, state => state.i + 1, StringComparer.Ordinal);
        List<ChartBox> boxes = [new("start", "fixed", sop.Triggers.Count == 0 || flow.Starts.Count > 1 ? "Start" : string.Join(" / ", sop.Triggers.Select(trigger => trigger.When)), "", null, "Start")];
        boxes.AddRange(states.Select(state => BoxOf(sop, flow, state.State, page) with { Id = state.Id }));
        List<ChartLine> lines = [.. flow.Starts.Select(start => new ChartLine(0, numbers[start.State], start.Label, "way", true))];
        lines.AddRange(flow.Ways.Select(way => new ChartLine(numbers[way.From], numbers[Target(sop, flow, way)], way.Label, StyleOf(way), way.IsForward)));
        return new($"Flow of {sop.Title}", boxes, lines, 0, numbers.TryGetValue(Completed, out var completed) ? completed : null);
    }

    // The ends that ways lead to, first those that ways of several steps share.
    private static IEnumerable<(string Id, string State)> Ends(SopDefinition sop, SopFlow flow)
    {
        var targets = flow.Ways.Where(way => sop.StepOf(way.To) is null).Select(way => (Id: Target(sop, flow, way), State: way.To)).Distinct().ToList();
        return [.. sop.States.Where(state => targets.Exists(target => target.Id == state)).Select(state => (state, state)), .. targets.Where(target => target.Id != target.State)];
    }

    // A way that ends far from the last step would run past all the others, so it gets an end of its own nearby. The goal stays one.
    private static string Target(SopDefinition sop, SopFlow flow, SopWay way) =>
        way.To != Completed && sop.StepOf(way.To) is null && sop.Steps.Count - flow.NumberOf(way.From) > FarFromTheEnd ? $"{way.To} after {way.From}" : way.To;

    /// <summary>The class of a step in style sheets.</summary>
    public static string StyleOf(StepKind kind) => kind switch
    {
        StepKind.Human => "person",
        StepKind.Ai => "ai",
        StepKind.Checkpoint => "checkpoint",
        StepKind.Automated => "automation",
        _ => "outside",
    };

    private static string StyleOf(SopWay way) => way.Trigger is SopTrigger.Complete or SopTrigger.Approve ? "way" : "way other";

    private static ChartBox BoxOf(SopDefinition sop, SopFlow flow, string state, string page)
    {
        if (sop.StepOf(state) is not { } step)
        {
            var title = state == Fallback ? $"By hand: {sop.Owner?.Title ?? "the owner"}" : state;
            return new(state, "fixed", title, "", state == Fallback ? $"{page}#by-hand" : null, title);
        }

        var number = flow.NumberOf(step);
        var performer = StepWords.Performer(step);
        var ways = string.Join("; ", flow.From(step).Select(way => $"{(way.Label.Length == 0 ? "then" : way.Label)}: {flow.Name(way.To)}"));
        return new(state, StyleOf(step.Kind), $"{number}. {step.Title}", performer, $"{page}#{SopFlow.Anchor(number)}", $"{number}. {step.Title} {performer}. {ways}");
    }
}
