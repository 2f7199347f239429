using SopAsCode.Model.Flow;

namespace SopAsCode.Generators;

/// <summary>Writes the machine for hosts, which do not use types of Stateless.</summary>
internal static class HostMachineWriter
{
    public static void Write(CodeWriter writer, FlowGraph graph)
    {
        var self = SopFile.Self(graph.Sop);
        writer.Write($"""
            /// <summary>The machine of "{CSharp.Xml(graph.Sop.Title)}" for hosts. Serves any number of runs, one after another. Not thread-safe.</summary>
            /// <returns>The machine.</returns>
            public static global::SopAsCode.Runtime.SopMachine CreateSopMachine() =>
                new HostMachine(new global::SopAsCode.Runtime.RunCursor<State>(new global::SopAsCode.Runtime.SopRun({self}.Definition, "no run yet")));

            """);
        writer.Block("private sealed class HostMachine : global::SopAsCode.Runtime.SopMachine", () => writer.Write($$"""
            private readonly global::Stateless.StateMachine<State, Trigger> _machine;

            public HostMachine(global::SopAsCode.Runtime.RunCursor<State> cursor)
                : base(cursor)
            {
                _machine = CreateMachine(cursor);
                _machine.OnUnhandledTrigger((state, trigger) => { }); // a refusal is answered, not thrown
            }

            public override global::SopAsCode.Definitions.SopDefinition Definition => {{self}}.Definition;

            protected override bool CanFire(global::SopAsCode.Runtime.SopTrigger trigger) => _machine.CanFire((Trigger)trigger);

            protected override void Move(global::SopAsCode.Runtime.SopTrigger trigger) => _machine.Fire((Trigger)trigger);
            """));
    }
}
