using SopAsCode.Model;

namespace SopAsCode.Generators;

/// <summary>Writes the Stateless machine, from the edges of the flow graph and nothing else.</summary>
internal static class MachineFile
{
    public const string Name = "Machine";

    public static string Write(FlowGraph graph) => SopFile.Write(graph.Sop, "The machine", writer =>
    {
        writer.Write($"""
            /// <summary>
            /// The machine of "{CSharp.Xml(graph.Sop.Title)}", configured once over a cursor: point the cursor at another run to take
            /// that run up. Guards only read. Not thread-safe.
            /// </summary>
            /// <param name="run">The run that the machine moves.</param>
            /// <returns>The machine.</returns>
            """);
        writer.Block("public static global::Stateless.StateMachine<State, Trigger> CreateMachine(global::SopAsCode.RunCursor<State> run)", () =>
        {
            writer.Write("""
                global::System.ArgumentNullException.ThrowIfNull(run);
                var machine = new global::Stateless.StateMachine<State, Trigger>(
                    () => run.State, to => run.State = to, global::Stateless.FiringMode.Immediate);
                """);
            for (var state = 0; state <= graph.Fallback; state++)
            {
                WriteState(writer, graph, state);
            }

            writer.Blank().Write("return machine;");
            for (var state = 0; state < graph.Fallback; state++)
            {
                SelectorWriter.Write(writer, graph, state);
            }
        });

        writer.Blank();
        HostMachineWriter.Write(writer, graph);
    });

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
        var trigger = $"Trigger.{edges[0].Trigger}";
        if (edges[0].Trigger == SopTrigger.LeaveLimit)
        {
            WriteLimit(writer, graph, state, edges, end);
        }
        else if (edges.Count == 1 && edges[0].Trigger != SopTrigger.Resume)
        {
            writer.Write(edges[0].To == state
                ? $".PermitReentry({trigger}){end}"
                : $".Permit({trigger}, {SopFile.State(graph, edges[0].To)}){end}");
        }
        else
        {
            var (selector, words) = SelectorWriter.Selector(graph, state, edges);
            writer.Write($".PermitDynamic({trigger}, {selector}, {CSharp.Literal(words)}, new()");
            writer.Write("{").Indent(() =>
            {
                foreach (var edge in edges)
                {
                    writer.Write($"{{ {SopFile.State(graph, edge.To)}, {CSharp.Literal(edge.Label ?? "otherwise")} }},");
                }
            });
            writer.Write($"}}){end}");
        }
    }

    // A step starts unless it is outside its limit, so these two guards exclude each other and "within" is no way at all.
    private static void WriteLimit(CodeWriter writer, FlowGraph graph, int state, List<FlowEdge> edges, string end)
    {
        var check = SelectorWriter.LimitCheck(graph.Sop.Steps[state]);
        if (edges.Count == 1)
        {
            writer.Write($".PermitIf(Trigger.LeaveLimit, State.Fallback, () => {check}() != true, {CSharp.Literal(edges[0].Label)}){end}");
            return;
        }

        writer.Write($".PermitIf(Trigger.LeaveLimit, {SopFile.State(graph, edges[0].To)}, () => {check}() == false, {CSharp.Literal(edges[0].Label)})");
        writer.Write($".PermitIf(Trigger.LeaveLimit, State.Fallback, () => {check}() is null, {CSharp.Literal(edges[1].Label)}){end}");
    }
}
