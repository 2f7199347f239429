using SopAsCode.Model;

namespace SopAsCode.Analyzers;

/// <summary>SOP0201: a way to a write on which nobody approved anything.</summary>
internal static class UnapprovedWriteRule
{
    public const string Id = "SOP0201";

    public static string Words(FlowGraph graph, UnsafeWrite write)
    {
        var step = graph.Sop.Steps[write.Step];
        var way = write.Path.Count > 1 ? $"on the way {graph.Print(write)}" : "at the very start";
        return $"{Quote.Of(graph.Sop, step)} writes to {WriteWords.Target(step)}, and nobody approves it {way}: put {CheckpointWords.Approval} before it";
    }
}
