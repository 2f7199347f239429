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
            WriteBounds(writer, graph);
        });
    }

    // Which bounded entry a trigger takes, so that the host can count it. Only where an SOP has one.
    private static void WriteBounds(CodeWriter writer, FlowGraph graph)
    {
        var bounded = Enumerable.Range(0, graph.Fallback).Where(state => graph.Sop.Steps[state].Next.Any(next => next.AtMost > 0)).ToList();
        if (bounded.Count == 0)
        {
            return;
        }

        writer.Blank();
        writer.Block("protected override int? BoundedEntry(global::SopAsCode.SopRun run, global::SopAsCode.SopTrigger trigger)", () =>
        {
            writer.Write("_cursor.Run = run;");
            writer.Block("return ((State)run.State, trigger) switch", () =>
            {
                foreach (var step in bounded.Select(state => graph.Sop.Steps[state]))
                {
                    writer.Write($"(State.{CSharp.Identifier(step.Name)}, {CSharp.Enum(step.Forward)}) => EntryAfter{step.Name}(_cursor),");
                }

                writer.Write("_ => null,");
            }, "};");
        });
        foreach (var state in bounded)
        {
            var step = graph.Sop.Steps[state];
            var first = graph.FirstEntryOf(state);
            writer.Blank();
            SelectorWriter.WriteDecision(
                writer,
                $"private static int? EntryAfter{step.Name}(global::SopAsCode.RunCursor<State> run)",
                graph,
                state,
                (entry, _) => entry >= 0 && step.Next[entry].AtMost > 0 ? CSharp.Number(first + entry) : "null",
                "null");
        }
    }
}
