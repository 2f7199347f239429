using SopAsCode.Definitions;
using SopAsCode.Documents.Words;
using SopAsCode.Runtime;

namespace SopAsCode.Documents.Drawing;

/// <summary>The flow of an SOP as a chart: its steps, the ends that it leads to, and the ways that it states.</summary>
internal static class FlowChart
{
    private const string Fallback = "Fallback";
    private const string Completed = "Completed";

    /// <summary>Makes the chart.</summary>
    /// <param name="sop">The SOP; it has at least one step.</param>
    /// <param name="page">The page that the steps link to; empty for the page on which the chart stands.</param>
    public static Chart Of(SopDefinition sop, string page = "")
    {
        var flow = new SopFlow(sop);
        List<string> states = [.. sop.States.Take(sop.Steps.Count), .. sop.States.Skip(sop.Steps.Count).Where(state => flow.Ways.Any(way => way.To == state))];
        var numbers = states.Select((state, i) => (state, i)).ToDictionary(state => state.state, state => state.i + 1, StringComparer.Ordinal);
        List<ChartBox> boxes = [new("start", "fixed", sop.Triggers.Count == 0 ? "Start" : string.Join(" / ", sop.Triggers.Select(trigger => trigger.When)), "", null, "Start")];
        boxes.AddRange(states.Select(state => BoxOf(sop, flow, state, page)));
        List<ChartLine> lines = [.. flow.Starts.Select(start => new ChartLine(0, numbers[start.State], start.Label, "way", true))];
        lines.AddRange(flow.Ways.Select(way => new ChartLine(numbers[way.From], numbers[way.To], way.Label, StyleOf(way), way.IsForward)));
        return new($"Flow of {sop.Title}", boxes, lines, 0, numbers.TryGetValue(Completed, out var completed) ? completed : null);
    }

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
