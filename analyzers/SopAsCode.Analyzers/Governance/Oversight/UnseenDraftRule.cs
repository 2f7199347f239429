using SopAsCode.Model.Flow;

namespace SopAsCode.Analyzers;

/// <summary>SOP0317: an AI left a draft in a tool, nobody was shown it, and a later step writes something else to that tool: the draft may go out with it.</summary>
internal sealed class UnseenDraftRule() : UnsafeWriteRule(
    Id,
    "AI draft in a tool that the approver was not shown",
    "a write to a tool in which an AI left a draft that nobody was shown, beside the value that was approved",
    new(Starter: Info, Recommended: Warning, Strict: Error))
{
    public const string Id = "SOP0317";

    /// <inheritdoc/>
    protected override string Words(FlowGraph graph, UnsafeWrite write) => UnreviewedAiRule.Left(graph, write, "and the unseen draft of {0} there may go out too");
}
