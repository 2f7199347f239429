using SopAsCode.Model;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Flow;

namespace SopAsCode.Analyzers;

/// <summary>SOP0316: somebody approved a write, and a value that goes out with it was there and was not shown.</summary>
internal sealed class UnshownValueRule() : UnsafeWriteRule(
    Id,
    "Approved write of a value that the approver was not shown",
    "a write that can hurt, of a value that was there when somebody approved and was not shown",
    new(Starter: Info, Recommended: Warning, Strict: Error),
    new RuleFix(FixNames.InsertCheckpoint, "insert a checkpoint"),
    new RuleFix(FixNames.CompleteLimit))
{
    public const string Id = "SOP0316";

    /// <inheritdoc/>
    protected override string Words(FlowGraph graph, UnsafeWrite write)
    {
        var step = graph.Sop.Steps[write.Step];
        var checkpoint = graph.Sop.Steps[write.Approver!.Value];
        return $"{graph.Print(write)}: {MessageText.Of(graph.Sop, step)} writes to {WriteWords.Tools(step)} the '{write.Value!.Short}' that '{graph.NameOf(write.Maker!.Value)}' made, "
            + $"and '{checkpoint.Name}' showed {CheckpointWords.Shown(checkpoint)}: show the '{write.Value.Short}' there too";
    }
}
