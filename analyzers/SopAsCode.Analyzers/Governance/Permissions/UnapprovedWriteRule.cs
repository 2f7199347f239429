using SopAsCode.Model;

namespace SopAsCode.Analyzers;

/// <summary>SOP0201: a way to a write on which nobody approved anything, or nothing since the last time.</summary>
internal static class UnapprovedWriteRule
{
    public const string Id = "SOP0201";

    public static string Words(FlowGraph graph, UnsafeWrite write)
    {
        var step = graph.Sop.Steps[write.Step];
        var way = write.Path.Count > 1 ? $"on the way {graph.Print(write)}" : "at the very start";
        return $"{Quote.Of(graph.Sop, step)} writes to {WriteWords.Target(step)}, and nobody approves it {way}: put {CheckpointWords.Approval} before it";
    }

    /// <summary>A write to which a way leads back.</summary>
    public static string AgainWords(FlowGraph graph, UnsafeWrite again)
    {
        var step = graph.Sop.Steps[again.Step];
        return $"{Quote.Of(graph.Sop, step)} writes to {WriteWords.Target(step)}, again and again on the way {graph.Print(again.Path)}, and an approval releases it once: lead that way through {CheckpointWords.Approval}";
    }
}
