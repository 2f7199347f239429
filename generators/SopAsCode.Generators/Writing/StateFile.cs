using SopAsCode.Model.Language;
using SopAsCode.Model;
using SopAsCode.Model.Flow;

namespace SopAsCode.Generators;

/// <summary>Writes the states and triggers.</summary>
internal static class StateFile
{
    public const string Name = "State";

    private static readonly string[] FixedStates =
    [
        "The manual path: the owner or the backup does the work by hand.",
        "The end of a run that did its work.",
        "The end of a run that a person said no to.",
        "The end of a run that left the SOP for somebody to deal with.",
        "The end of a run that was called off.",
    ];

    public static string Write(FlowGraph graph) => SopFile.Write(graph.Sop, "States and triggers", writer =>
    {
        var sop = graph.Sop;
        writer.Write($"/// <summary>Where a run of \"{CSharp.Xml(sop.Title)}\" can stand: one state per step, the manual path, four ends.</summary>");
        writer.Block("public enum State", () =>
        {
            for (var state = 0; state < graph.StateCount; state++)
            {
                var words = graph.StepOf(state) is { } step ? $"{CSharp.Number(state + 1)}. {CSharp.Xml(step.Title)}" : FixedStates[state - graph.Fallback];
                if (state > 0)
                {
                    writer.Blank();
                }

                writer.Write($"/// <summary>{words}</summary>").Write($"{CSharp.Identifier(graph.NameOf(state))} = {CSharp.Number(state)},");
            }
        });

        writer.Blank().Write($"/// <summary>What can happen to a run of \"{CSharp.Xml(sop.Title)}\". The same for every SOP.</summary>");
        writer.Block("public enum Trigger", () =>
        {
            foreach (SopTrigger trigger in Enum.GetValues(typeof(SopTrigger)))
            {
                if (trigger != SopTrigger.Start)
                {
                    writer.Blank();
                }

                writer.Write($"/// <inheritdoc cref=\"global::SopAsCode.Runtime.SopTrigger.{trigger}\"/>").Write($"{trigger} = global::SopAsCode.Runtime.SopTrigger.{trigger},");
            }
        });
    });
}
