using SopAsCode.Model;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Flow;

namespace SopAsCode.Analyzers;

/// <summary>SOP0314: the written value is not the approved value, because it was replaced after the approval.</summary>
internal sealed class ReplacedValueRule() : UnsafeWriteRule(
    UnsafeWriteKind.Replaced,
    Id,
    "What is written is what was approved",
    "a write that can hurt, of a value that was replaced after it was approved",
    new(Starter: Info, Recommended: Error, Strict: Error),
    new RuleFix(FixNames.InsertCheckpoint, "insert a checkpoint"),
    new RuleFix(FixNames.CompleteLimit))
{
    public const string Id = "SOP0314";

    /// <inheritdoc/>
    protected override string Words(FlowGraph graph, UnsafeWrite write)
    {
        var step = graph.Sop.Steps[write.Step];
        var value = write.Value!.Short;
        var maker = graph.NameOf(write.Maker!.Value);
        var checkpoint = graph.StepOf(write.Maker.Value)?.Kind == StepKind.Ai ? CheckpointWords.Review : CheckpointWords.Approval;
        return $"{MessageText.Of(graph.Sop, step)} writes to {WriteWords.Target(step)}, but '{maker}' made the '{value}' anew after '{graph.NameOf(write.Approver!.Value)}' approved one, "
            + $"so what leaves is not what was shown, on the way {graph.Print(write)}: put {checkpoint} before '{step.Name}', or let '{maker}' return a type of its own";
    }
}
