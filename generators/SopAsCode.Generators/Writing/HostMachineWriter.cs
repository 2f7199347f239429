using SopAsCode.Model;

namespace SopAsCode.Generators;

/// <summary>Writes the machine as hosts see it, which never name Stateless.</summary>
internal static class HostMachineWriter
{
    public static void Write(CodeWriter writer, FlowGraph graph)
    {
        var self = SopFile.Self(graph.Sop);
        writer.Write($"""
            /// <summary>The machine of "{CSharp.Xml(graph.Sop.Title)}" for hosts. Serves any number of runs, one after another. Not thread-safe.</summary>
            /// <returns>The machine.</returns>
            public static global::SopAsCode.SopMachine CreateSopMachine() => new HostMachine();

            """);
        writer.Block("private sealed class HostMachine : global::SopAsCode.SopMachine", () =>
        {
            writer.Write($$"""
                private readonly global::SopAsCode.RunCursor<State> _cursor = new(new global::SopAsCode.SopRun("no run yet"));
                private readonly global::Stateless.StateMachine<State, Trigger> _machine;

                public HostMachine() => _machine = CreateMachine(_cursor);

                public override global::SopAsCode.SopDefinition Definition => {{self}}.Definition;

                protected override bool CanFire(global::SopAsCode.SopRun run, global::SopAsCode.SopTrigger trigger)
                {
                    _cursor.Run = run;
                    return _machine.CanFire((Trigger)trigger);
                }

                protected override void Move(global::SopAsCode.SopRun run, global::SopAsCode.SopTrigger trigger)
                {
                    _cursor.Run = run;
                    _machine.Fire((Trigger)trigger);
                }
                """);
            WriteTransitions(writer, graph);
        });
    }

    // Which way a step takes, where the state it leads to does not tell: written only for such steps.
    private static void WriteTransitions(CodeWriter writer, FlowGraph graph)
    {
        var unclear = Enumerable.Range(0, graph.Fallback).Where(state => IsUnclear(SelectorWriter.Forward(graph, state))).ToList();
        if (unclear.Count == 0)
        {
            return;
        }

        writer.Blank();
        writer.Block("protected override int? TransitionTaken(global::SopAsCode.SopRun run, global::SopAsCode.SopTrigger trigger)", () =>
        {
            writer.Write("_cursor.Run = run;");
            writer.Block("return ((State)run.State, trigger) switch", () =>
            {
                foreach (var step in unclear.Select(state => graph.Sop.Steps[state]))
                {
                    writer.Write($"(State.{CSharp.Identifier(step.Name)}, {CSharp.Enum(step.Forward)}) => TransitionAfter{step.Name}(_cursor),");
                }

                writer.Write("_ => null,");
            }, "};");
        });

        var numbers = graph.Edges.Select((edge, number) => (edge, number)).ToDictionary(pair => pair.edge, pair => pair.number, ReferenceComparer.Instance);
        foreach (var state in unclear)
        {
            writer.Blank().Write("// Numbers in Definition.Transitions.");
            SelectorWriter.WriteDecision(
                writer,
                $"private static int TransitionAfter{graph.Sop.Steps[state].Name}(global::SopAsCode.RunCursor<State> run)",
                graph,
                SelectorWriter.Forward(graph, state),
                way => CSharp.Number(numbers[way]));
        }
    }

    private static bool IsUnclear(List<FlowEdge> ways) =>
        ways.Exists(way => way.Entry is not null) || ways.Select(way => way.To).Distinct().Count() < ways.Count;

    private sealed class ReferenceComparer : IEqualityComparer<FlowEdge>
    {
        public static readonly ReferenceComparer Instance = new();

        public bool Equals(FlowEdge? x, FlowEdge? y) => ReferenceEquals(x, y);

        public int GetHashCode(FlowEdge edge) => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(edge);
    }
}
