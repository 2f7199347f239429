using SopAsCode.Model;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Flow;
using SopAsCode.Model.Values;

namespace SopAsCode.Analyzers;

/// <summary>SOP0301: an AI writes, or a write gets its content from an AI or happens because of an AI, and no person is in between.</summary>
internal sealed class UnreviewedAiRule() : UnsafeWriteRule(
    Id,
    "Unreviewed AI output in a write that can hurt",
    "a write that can hurt, of what an AI made or because an AI chose it, unreviewed",
    new(Starter: Error, Recommended: Error, Strict: Error),
    new RuleFix(FixNames.InsertCheckpoint, "insert a checkpoint"),
    new RuleFix(FixNames.LowerToDraft, "let an AI draft only"),
    new RuleFix(FixNames.CompleteLimit))
{
    public const string Id = "SOP0301";

    public override Waiving Waiving => Waiving.WithLeave;

    /// <inheritdoc/>
    protected override string Words(FlowGraph graph, UnsafeWrite write)
    {
        var sop = graph.Sop;
        var step = sop.Steps[write.Step];
        if (write.Kind == UnsafeWriteKind.LeftByAi)
        {
            return Left(graph, write, "and nobody was shown what {0} left there");
        }

        if (write.Maker == write.Step && write.Value is null && write.Question is null)
        {
            return OfAi(graph, write, step);
        }

        var what = $"{graph.Print(write)}: {MessageText.Of(sop, step)} writes to {WriteWords.Tools(step)}";
        var maker = graph.StepOf(write.Maker ?? write.Step)!;
        return write.Value is { } value
            ? $"{what} the unreviewed '{value.Short}' {Origin(maker, value)}: {CheckpointWords.Show(graph, write, value)}"
            : $"{what} because of an answer of {Who(maker)} ({Asked(graph, write)}), unreviewed: put {CheckpointWords.Review} before '{step.Name}'";
    }

    /// <summary>What an AI left in a tool, and where to show it: at the checkpoint that comes after that, if there is one.</summary>
    /// <param name="graph">The flow.</param>
    /// <param name="write">The write that may let it out.</param>
    /// <param name="what">What is wrong, with a place for the AI step.</param>
    public static string Left(FlowGraph graph, UnsafeWrite write, string what)
    {
        var (step, maker, hops) = (graph.Sop.Steps[write.Step], graph.Sop.Steps[write.Maker!.Value], write.Hops.ToList());
        var last = hops.FindLastIndex(hop => hop.Trigger == SopTrigger.Approve);
        var where = last > hops.FindLastIndex(hop => hop.From == write.Maker && hop.CarriesOutput) ? $"'{graph.NameOf(hops[last].From)}'" : $"{CheckpointWords.Review} before '{step.Name}'";
        var show = maker.Makes.Count > 0 ? $"show its '{maker.Makes[0].Short}' at {where}" : $"let '{maker.Name}' return that, and show it at {where}";
        return $"{graph.Print(write)}: {MessageText.Of(graph.Sop, step)} writes to '{write.Tool!.Name}', {what.Replace("{0}", Who(maker))}: {show}";
    }

    private static string OfAi(FlowGraph graph, UnsafeWrite write, StepModel step)
    {
        var way = write.Path.Count > 1 ? $"{graph.Print(write)}: " : "";
        var tool = step.Access.First(access => access.HasEffect).Tool.Name;
        return $"{way}AI step {MessageText.Of(graph.Sop, step)} itself writes to {WriteWords.Tools(step)}, unreviewed: "
            + $"let it draft, with [Drafts<{tool}>], and another step write behind a checkpoint, or give it a [Limit]";
    }

    /// <summary>The origin of a value: <c>of AI step 'Draft'</c>.</summary>
    public static string Origin(StepModel maker, TypeUse value) => maker.Makes.Any(made => made.Key == value.Key)
        ? $"of {Who(maker)}"
        : $"made from what {Who(maker)} answered";

    /// <summary>The AI itself: <c>AI step 'Draft'</c>, or an AI of the SOP that a step waits for.</summary>
    public static string Who(StepModel maker) => (maker.Handoffs.FirstOrDefault(handoff => handoff.IsResultUnreviewed) ?? maker.Handoff) is { } handoff ? $"an AI of SOP '{Naming.Simple(handoff.Target.Type)}'" : $"AI step '{maker.Name}'";

    public static string Asked(FlowGraph graph, UnsafeWrite write) => $"'{write.Question}' at '{graph.NameOf(write.Asker!.Value)}'";
}
