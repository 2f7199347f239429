using SopAsCode.Model;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Flow;
using SopAsCode.Model.Values;

namespace SopAsCode.Analyzers;

/// <summary>SOP0314: what is written is not what was shown, because it was made, or made anew, after the approval.</summary>
internal sealed class ReplacedValueRule() : UnsafeWriteRule(
    Id,
    "Write of something other than what was approved",
    "a write that can hurt, of a value that was made or replaced after the approval",
    new(Starter: Error, Recommended: Error, Strict: Error),
    new RuleFix(FixNames.InsertCheckpoint, "insert a checkpoint"),
    new RuleFix(FixNames.CompleteLimit))
{
    public const string Id = "SOP0314";

    /// <inheritdoc/>
    protected override string Words(FlowGraph graph, UnsafeWrite write)
    {
        var step = graph.Sop.Steps[write.Step];
        var maker = graph.Sop.Steps[write.Maker!.Value];
        var approval = write.Approver is { } approver ? $"'{graph.NameOf(approver)}' saw {Shown(graph.Sop.Steps[approver], write.Value!)}" : "its input was approved";
        return $"{graph.Print(write)}: {MessageText.Of(graph.Sop, step)} writes to {WriteWords.Tools(step)} the '{write.Value!.Short}' that '{maker.Name}' made "
            + $"after {approval}: put {CheckpointWords.For(maker)} before it";
    }

    private static string Shown(StepModel checkpoint, TypeUse value) =>
        checkpoint.Approved.Any(parameter => parameter.Type.Key == value.Key) || checkpoint.Makes.Any(made => made.Key == value.Key) ? "another" : CheckpointWords.Shown(checkpoint);
}
