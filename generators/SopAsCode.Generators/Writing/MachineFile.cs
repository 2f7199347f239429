using SopAsCode.Model;
using SopAsCode.Model.Flow;

namespace SopAsCode.Generators;

/// <summary>Writes the Stateless machine. It uses only the edges of the flow graph.</summary>
internal static class MachineFile
{
    public const string Name = "Machine";

    // The triggers that need a started step.
    private static readonly SopTrigger[] Outcomes = [SopTrigger.Complete, SopTrigger.Approve, SopTrigger.Reject, SopTrigger.Fail, SopTrigger.TimeOut];

    public static string Write(FlowGraph graph) => SopFile.Write(graph.Sop, "The machine", writer =>
    {
        writer.Write($"""
            /// <summary>
            /// The machine of "{CSharp.Xml(graph.Sop.Title)}", configured once over a cursor: point the cursor at another run to take
            /// that run up. Each move is written down in the run, counters included. Guards only read. Not thread-safe.
            /// </summary>
            /// <param name="run">The run that the machine moves.</param>
            /// <returns>The machine.</returns>
            """);
        writer.Block("public static global::Stateless.StateMachine<State, Trigger> CreateMachine(global::SopAsCode.Runtime.RunCursor<State> run)", () =>
        {
            writer.Write("""
                global::System.ArgumentNullException.ThrowIfNull(run);
                global::Stateless.StateMachine<State, Trigger> machine = new(
                    () => run.State, to => run.State = to, global::Stateless.FiringMode.Immediate);
                machine.OnTransitioned(move => run.Moved(move.Source, (global::SopAsCode.Runtime.SopTrigger)move.Trigger, move.Destination));
                global::System.Func<bool> started = () => run.IsStarted;
                global::System.Func<bool> notStarted = () => !run.IsStarted;
                """);
            if (HasTasks(graph))
            {
                writer.Write("global::System.Func<bool> notHeldUp = () => run.IsStarted && !run.IsHeldUp;");
            }

            for (var state = 0; state <= graph.Fallback; state++)
            {
                WriteState(writer, graph, state);
            }

            writer.Blank().Write("return machine;");
            for (var state = 0; state <= graph.Fallback; state++)
            {
                SelectorWriter.Write(writer, graph, state);
            }
        });

        writer.Blank();
        HostMachineWriter.Write(writer, graph);
    });

    private static bool HasTasks(FlowGraph graph) => graph.Sop.Steps.Any(step => step.Meanwhile.Count > 0);

    // Whether a task beside some step must be ticked off before the step of a state is done.
    private static bool IsHeldUp(FlowGraph graph, int state) =>
        state < graph.Fallback && graph.Sop.Steps.Any(step => step.Meanwhile.Any(task => (task.Until?.Name ?? step.Name) == graph.NameOf(state)));

    private static void WriteState(CodeWriter writer, FlowGraph graph, int state)
    {
        var title = graph.StepOf(state) is { } step
            ? $"{CSharp.Number(state + 1)}. {CSharp.Comment(step.Title)}"
            : "The manual path: the owner or the backup does the work by hand.";
        writer.Blank().Write($"// {title}").Write($"machine.Configure({SopFile.State(graph, state)})");
        writer.Indent(() =>
        {
            var byTrigger = graph.From(state).GroupBy(edge => edge.Trigger).ToList();
            for (var i = 0; i < byTrigger.Count; i++)
            {
                var end = i == byTrigger.Count - 1 ? ";" : "";
                WriteTrigger(writer, graph, state, [.. byTrigger[i]], end);
            }
        });
    }

    private static void WriteTrigger(CodeWriter writer, FlowGraph graph, int state, List<FlowEdge> edges, string end)
    {
        var trigger = edges[0].Trigger;
        var (started, words) = trigger is SopTrigger.Complete or SopTrigger.Approve && IsHeldUp(graph, state) ? ("notHeldUp", "started, and no task open beside it") : ("started", "started");
        switch (trigger)
        {
            case SopTrigger.Start:
                writer.Write(edges[0].Label is { } inside
                    ? $".PermitReentryIf(Trigger.Start, () => !run.IsStarted && {SelectorWriter.LimitCheck(graph.Sop.Steps[state])}() == true, {CSharp.Literal(inside)})"
                    : ".PermitReentryIf(Trigger.Start, notStarted, \"not started yet\")");
                break;
            case SopTrigger.LeaveLimit:
                WriteLimit(writer, graph, state, edges, end);
                break;
            case SopTrigger.Resume:
                WriteChoice(writer, graph, state, edges, $"() => run.CanResume && {SelectorWriter.Resumption}() != State.Fallback", "somewhere to go back to", end);
                break;
            case SopTrigger.DoneByHand:
                WriteChoice(writer, graph, state, edges, $"() => run.CanResume && !run.CameFromIsDone{(HasTasks(graph) ? " && !run.IsHeldUp" : "")} && run.CameFrom is {SelectorWriter.DoneByHand(graph)}", "a person did the step it came from", end);
                break;
            case var _ when edges.Count > 1:
                WriteChoice(writer, graph, state, edges, started, words, end);
                break;
            case var _ when state < graph.Fallback && Outcomes.Contains(trigger):
                writer.Write(edges[0].To == state
                    ? $".PermitReentryIf(Trigger.{trigger}, {started}, {CSharp.Literal(words)}){end}"
                    : $".PermitIf(Trigger.{trigger}, {SopFile.State(graph, edges[0].To)}, {started}, {CSharp.Literal(words)}){end}");
                break;
            default:
                writer.Write($".Permit(Trigger.{trigger}, {SopFile.State(graph, edges[0].To)}){end}");
                break;
        }
    }

    private static void WriteChoice(CodeWriter writer, FlowGraph graph, int state, List<FlowEdge> edges, string guard, string words, string end)
    {
        var (selector, choice) = SelectorWriter.Selector(graph, state, edges);
        writer.Write($".PermitDynamicIf(Trigger.{edges[0].Trigger}, {selector}, {CSharp.Literal(choice)}, {guard}, {CSharp.Literal(words)}, new()");
        writer.Write("{").Indent(() =>
        {
            foreach (var edge in edges)
            {
                writer.Write($"{{ {SopFile.State(graph, edge.To)}, {CSharp.Literal(SelectorWriter.Reason(edge))} }},");
            }
        });
        writer.Write($"}}){end}");
    }

    // A step starts unless it is outside its limit, so these guards and the guard of Start exclude each other.
    private static void WriteLimit(CodeWriter writer, FlowGraph graph, int state, List<FlowEdge> edges, string end)
    {
        var check = SelectorWriter.LimitCheck(graph.Sop.Steps[state]);
        if (edges.Count == 1)
        {
            writer.Write($".PermitIf(Trigger.LeaveLimit, State.Fallback, () => !run.IsStarted && {check}() != true, {CSharp.Literal(edges[0].Label)}){end}");
            return;
        }

        writer.Write($".PermitIf(Trigger.LeaveLimit, {SopFile.State(graph, edges[0].To)}, () => !run.IsStarted && {check}() == false, {CSharp.Literal(edges[0].Label)})");
        writer.Write($".PermitIf(Trigger.LeaveLimit, State.Fallback, () => !run.IsStarted && {check}() is null, {CSharp.Literal(edges[1].Label)}){end}");
    }
}
